"""The screen one sees while a corpus is built: what is being done, how far it is, how to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.message import Message
from textual.screen import Screen

from reltui.present.safe import safe
from reltui.tui.keymap import bindings
from reltui.tui.look import look_of
from reltui.tui.widgets.bars import Bar

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reltui.corpus import Progress

_BAR = 40  # cells


class Stopped(Exception):
    """The user does not want to wait: raised out of the progress that is told to the build."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a build ended: with an error, or well but for so many files that could not be read."""

    error: Exception | None = None
    unread: int = 0


class Building(Screen[Ended | None]):
    """Answers with how the build ended, or None if it was stopped."""

    CSS = """
    Building { align: center middle; }
    Building Vertical { width: 64; max-width: 96%; height: 4; }
    """
    BINDINGS = [*bindings("everywhere")]  # noqa: RUF012  as Textual has it
    STOPS = ("escape", "ctrl+q", "ctrl+c")  # the keys that stop it even over a room, which gets all others

    class Told(Message):
        """How far the build is."""

        def __init__(self, stage: str, done: int, total: int) -> None:
            super().__init__()
            self.stage, self.done, self.total = stage, done, total

        def can_replace(self, message: Message) -> bool:
            """Only the latest counts."""
            return isinstance(message, Building.Told)

    class Over(Message):
        """The build is over; None if it was stopped."""

        def __init__(self, ended: Ended | None) -> None:
            super().__init__()
            self.ended = ended

    def __init__(self, build: Callable[[Progress], int]) -> None:
        super().__init__()
        self._build = build
        self._stop = threading.Event()

    def compose(self) -> ComposeResult:
        """What is done, how far it is, how to stop."""
        with Vertical():
            yield Bar("what")
            yield Bar("bar")
            yield Bar("gap")
            yield Bar("how")

    def on_mount(self) -> None:
        """Begin."""
        look = look_of(self)
        self.query_one("#what", Bar).put([("Reading the sources", look.strong)])
        self.query_one("#how", Bar).put([("This is done once. Esc stops it.", look.dim)])
        self.run_worker(self._work, thread=True)

    def on_unmount(self) -> None:
        """Let the build go no further than its next step, should the app be ended meanwhile."""
        self._stop.set()

    def _work(self) -> None:
        def tell(stage: str, done: int, total: int) -> None:
            if self._stop.is_set():
                raise Stopped
            self.post_message(self.Told(stage, done, total))

        try:
            unread = self._build(tell)
        except Stopped:
            self.post_message(self.Over(None))
        except Exception as error:  # whatever the build raises is told to whoever started the app
            self.post_message(self.Over(Ended(error)))
        else:
            self.post_message(self.Over(Ended(None, unread)))

    def on_building_told(self, event: Told) -> None:
        """Show how far it is."""
        look = look_of(self)
        cells = max(8, min(_BAR, self.size.width - 24))
        full = round(cells * min(1.0, event.done / event.total)) if event.total else 0
        count = f"  {event.done:,} of {event.total:,}" if event.total else ""
        said = safe(event.stage)
        self.query_one("#what", Bar).put([(said[:1].upper() + said[1:], look.strong)])
        bar = [("━" * full, look.bar), ("─" * (cells - full), look.dim)] if event.total else []
        self.query_one("#bar", Bar).put([*bar, (count, look.dim)])

    def on_building_over(self, event: Over) -> None:
        """Go on."""
        self.dismiss(event.ended)

    def action_do(self, name: str) -> None:
        """Stop at the next step of the build."""
        if name in ("escape", "quit"):
            self._stop.set()
            self.query_one("#how", Bar).put([("Stopping …", look_of(self).dim)])
