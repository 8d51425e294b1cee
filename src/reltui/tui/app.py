"""The app: settings, themes, keyboards, and which screen is shown."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType

from reltui.present.cyrillic import Keyboard, is_cyrillic
from reltui.present.session import Place, load, save
from reltui.present.settings import DARK, Settings
from reltui.tui.keymap import keymap
from reltui.tui.workers.desk import Answer, Desk

Build = Callable[[Callable[[str, int, int], None]], Path]


class ReadingRoom(App[int]):
    """One corpus, opened for reading."""

    TITLE = "reltui"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self, db: Path | None, settings: Settings, build: Build | None = None, session: Path | None = None
    ) -> None:
        """Open `db`, or what `build` makes first. `session` stands in for the file of places."""
        super().__init__()
        self.settings = settings
        self.keyboard = Keyboard(settings.cyrillic, os.environ.get("LC_ALL") or os.environ.get("LANG", ""))
        self._db = db
        self._build = build
        self._session = session
        self._desks: list[Desk] = []
        self.said = ""
        self.set_keymap(keymap(settings.keys))
        if not settings.motion or os.environ.get("TERM") == "dumb":
            self.animation_level = "none"

    def on_mount(self) -> None:
        """Show the room, or the building of the corpus first."""
        place = load(str(self._db), self._session) if self._db is not None else Place()
        wanted = place.theme or self.settings.theme
        self.theme = wanted if wanted in self.available_themes else DARK
        self.theme_changed_signal.subscribe(self, lambda _: self._restyle())
        if self._build is not None:
            from reltui.tui.screens.building import Building

            self.push_screen(Building(self._build), self._built)
        elif self._db is not None:
            self.open(self._db, place)

    def open(self, db: Path, place: Place) -> None:
        """Open a corpus at a place."""
        from reltui.tui.screens.room import Room

        self._db = db
        self._desks = [Desk(db, "reading"), Desk(db, "searching")]
        self.push_screen(Room(self._desks[0], self._desks[1], self.settings, place))

    def _built(self, db: Path | None) -> None:
        if db is None:
            self.exit(130)
        else:
            self.open(db, load(str(db), self._session))

    def leave(self, place: Place) -> None:
        """Keep the place, and end."""
        if self._db is not None:
            save(str(self._db), place, self._session)
        self.exit(0)

    def on_unmount(self) -> None:
        """Let the desks go."""
        for desk in self._desks:
            desk.close()

    def on_answer(self, answer: Answer) -> None:
        """Hand over what a desk has found: here, on the screen's thread."""
        answer.stop()
        answer.deliver()

    def on_key(self, event: events.Key) -> None:
        """Take a Cyrillic letter that nobody wanted for the Latin one at its place of the keyboard."""
        character = event.character or ""
        if not is_cyrillic(character) or event.key in self.screen.active_bindings:
            return
        latin = self.keyboard.latin(character)
        if latin is not None:
            event.stop()
            event.prevent_default()
            self.simulate_key(latin)

    def write_terminal(self, text: str) -> None:
        """Write a control sequence of ours (a copy) to the terminal; safe from any thread."""
        if self._driver is not None:
            self._driver.write(text)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what was selected with the mouse, by the same routes as citations."""
        from reltui.tui.commands.copying import copy_text
        from reltui.tui.screens.room import Room

        self._clipboard = text
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Room):
                copy_text(screen, text, "Selection")
                return

    def _restyle(self) -> None:
        from reltui.tui.screens.room import Room

        for screen in self.screen_stack:
            if isinstance(screen, Room):
                screen.restyle()
