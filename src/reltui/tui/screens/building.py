"""The screen one sees while a corpus is built: what is being done, how far it is, how to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
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

Build = Callable[[Callable[[str, int, int], None]], Path]
_BAR = 40  # cells


class Stopped(Exception):
    """The user does not want to wait: raised out of the progress that is told to the build."""


class Building(Screen[Path | None]):
    """Answers with the corpus that was built, or None if it was stopped."""

    CSS = """
    Building { align: center middle; }
    Building Vertical { width: 64; max-width: 96%; height: 5; }
    """
    BINDINGS = bindings("everywhere")

    class Told(Message):
        """How far the build is."""

        def can_replace(self, message: Message) -> bool:
            """Only the latest counts."""
            return isinstance(message, Building.Told)

        def __init__(self, stage: str, done: int, total: int) -> None:
            super().__init__()
            self.stage, self.done, self.total = stage, done, total

    class Ended(Message):
        """The build has ended, well or not."""

        def __init__(self, db: Path | None, error: Exception | None) -> None:
            super().__init__()
            self.db, self.error = db, error

    def __init__(self, build: Build) -> None:
        super().__init__()
        self._build = build
        self._stop = threading.Event()
        self._failed = ""

    def compose(self) -> ComposeResult:
        """Three lines in the middle."""
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

    def _work(self) -> None:
        def tell(stage: str, done: int, total: int) -> None:
            if self._stop.is_set():
                raise Stopped
            self.post_message(self.Told(stage, done, total))

        try:
            db = self._build(tell)
        except Stopped:
            self.post_message(self.Ended(None, None))
        except Exception as error:  # whatever the build raises is said on the screen
            self.post_message(self.Ended(None, error))
        else:
            self.post_message(self.Ended(db, None))

    def on_building_told(self, event: Told) -> None:
        """Show how far it is."""
        look = look_of(self)
        part = min(1.0, event.done / event.total) if event.total else 0.0
        full = round(part * _BAR)
        count = f"  {event.done:,} of {event.total:,}" if event.total else ""
        self.query_one("#what", Bar).put([(safe(event.stage), look.strong)])
        self.query_one("#bar", Bar).put(
            [("█" * full, look.bar), ("░" * (_BAR - full), look.dim), (count, look.dim)]
        )

    def on_building_ended(self, event: Ended) -> None:
        """Go on to the room, or say why not."""
        if event.error is None:
            self.dismiss(event.db)
            return
        look = look_of(self)
        self._failed = str(event.error) or type(event.error).__name__
        self.query_one("#what", Bar).put([("The corpus could not be built", look.doubt)])
        self.query_one("#bar", Bar).put([(safe(self._failed), look.text)])
        self.query_one("#how", Bar).put([("Esc leaves.", look.dim)])

    def action_do(self, name: str) -> None:
        """Stop, or leave what has failed."""
        if name in ("escape", "quit"):
            if self._failed:
                self.dismiss(None)
            else:
                self._stop.set()
                self.query_one("#how", Bar).put([("Stopping …", look_of(self).dim)])
