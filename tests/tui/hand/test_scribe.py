"""The scribe: whatever was decided is kept, in its order, also what was decided just before leaving."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from textual.message_pump import MessagePump

from reltui.corrections import Remark
from reltui.corrections.entries import Body
from reltui.hand import Hand, actor_of
from reltui.store import Reader
from reltui.tui.hand.scribe import Scribe
from reltui.tui.workers.desk import Answer
from tests.tui.hand.conftest import log_of


class Screen:
    """Stands for whoever asks: takes up the answers, and delivers none of them by itself."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []

    def post_message(self, message: Answer) -> bool:
        self.answers.append(message)
        return True


def scribe_of(mine: Path) -> tuple[Scribe, Screen]:
    screen = Screen()
    return Scribe(cast("MessagePump", screen), mine), screen


def marking(actor: str) -> Any:
    def make(reader: Reader) -> Sequence[Body]:
        return [Remark("mark", actor_of(reader, actor))]

    return make


def nothing(*_: object) -> None:
    """Nobody looks at what comes of it."""


def test_all_that_was_decided_is_kept_in_its_order_before_it_ends(mine: Path) -> None:
    scribe, screen = scribe_of(mine)
    people = ["djuric", "vulin", "lavrov", "vucic", "putin"]
    for actor in people:
        scribe.keep(marking(actor), "", nothing, nothing)
    scribe.close()
    kept = [cast("Remark", entry.body).on for entry in log_of(mine).entries]
    assert [getattr(on, "id", "") for on in kept] == people
    assert len(screen.answers) == len(people)
    assert scribe.idle()


def test_what_cannot_be_made_is_told_and_the_next_is_kept(mine: Path) -> None:
    scribe, screen = scribe_of(mine)
    told: list[Exception] = []
    shown: list[Hand] = []
    scribe.keep(marking("nobody"), "", nothing, told.append)
    scribe.keep(marking("putin"), "", lambda hand, _: shown.append(hand), told.append)
    scribe.close()
    for answer in screen.answers:
        answer.deliver()
    assert [type(error) for error in told] == [KeyError]
    assert len(shown) == 1
    assert len(log_of(mine).active) == 1
