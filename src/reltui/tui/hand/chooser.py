"""Choose somebody or something by typing: actors or events, in any script, as the app's search finds them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from reltui.present.safe import safe
from reltui.tui.screens.menu import Choice
from reltui.tui.screens.picking import Picking
from reltui.tui.words import day

if TYPE_CHECKING:
    from reltui.store import Reader
    from reltui.store.rows import ActorRow, EventRow
    from reltui.tui.workers.desk import Desk

_MOST = 40
NEW = "new:"
"""What the id of a choice begins with that is a name nobody has yet."""


class Chooser(Picking):
    """Answers with an id, with `new:` and a name where `new` allows it, or None.

    `near` gives, at the desk, what is offered before anything is typed.
    """

    CSS_PATH = "../screens/dialog.tcss"

    def __init__(
        self,
        desk: Desk,
        title: str,
        kind: Literal["actor", "event"],
        without: str = "",
        near: Callable[[Reader], Sequence[Choice]] | None = None,
        new: bool = False,
    ) -> None:
        super().__init__(
            title, "type a name · ↑ ↓ · Enter chooses · Esc leaves",
            "a name, in any script or spelling" if kind == "actor" else "names, a date:, a type:",
            rows=12, label_cells=34,
        )  # fmt: skip
        self._desk, self._kind = desk, kind
        self._without, self._near, self._new = without, near, new

    def offer(self, text: str) -> None:
        """Find what answers what was typed."""
        near, kind, without = self._near, self._kind, self._without

        def job(reader: Reader) -> list[Choice]:
            if not text and near is not None:
                found = list(near(reader))
            else:
                found = actors(reader, text) if kind == "actor" else happenings(reader, text)
            return [choice for choice in found if choice.id != without]

        def take(found: list[Choice]) -> None:
            new = [Choice(NEW + text, safe(text), "somebody new")] if self._new and text else []
            self.show([*found, *new])

        self._desk.ask(self, "chooser", job, take)


def actors(reader: Reader, text: str) -> list[Choice]:
    """The actors whose names answer a text that is still being typed; the most named where it is empty."""
    from reltui.query import parse

    return [actor_choice(row) for row in reader.actors(parse(text).as_typed()).rows(0, _MOST)]


def actor_choice(row: ActorRow) -> Choice:
    """An actor as a choice."""
    parts = (row.native_name, row.country, _named(row.mentions))
    return Choice(row.id, safe(row.name), safe(" · ".join(filter(None, parts))))


def _named(count: int) -> str:
    return f"named {count:,} times" if count != 1 else "named once"


def happenings(reader: Reader, text: str) -> list[Choice]:
    """The events that answer a text that is still being typed."""
    from reltui.query import parse

    return [event_choice(row) for row in reader.events(parse(text).as_typed()).rows(0, _MOST)]


def event_choice(row: EventRow) -> Choice:
    """An event as a choice."""
    where = f" · {row.place}" if row.place else ""
    return Choice(
        row.id,
        f"{day(row.date, row.basis, row.why)}  {safe(row.title)}",
        safe(f"{row.type}, {row.status}{where}"),
    )
