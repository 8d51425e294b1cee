"""The app: settings, themes, keyboards, and which screen is shown."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.app import App
from textual.screen import Screen

from reltui.present.cyrillic import Keyboard, is_cyrillic
from reltui.present.session import Place, load, save
from reltui.present.settings import DARK, Settings
from reltui.tui.ahead import Ahead
from reltui.tui.hand.ledger import Ledger
from reltui.tui.keymap import keymap
from reltui.tui.sweeping import Sweeper
from reltui.tui.terminal import Terminal, end_when_told
from reltui.tui.workers.desk import Answer, Desk, Trouble

if TYPE_CHECKING:
    from reltui.hand import Hand
    from reltui.tui.screens.building import Ended
    from reltui.tui.screens.room import Room
    from reltui.tui.start import Wanted


class ReadingRoom(App[int]):
    """One corpus, opened for reading. `failed` is what kept it from being built, if anything did;
    `signalled` is the number of the signal that ended it, or 0."""

    TITLE = "reltui"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = ["app.tcss", "screens/room.tcss"]  # noqa: RUF012  as Textual has it

    def __init__(
        self, wanted: Wanted, settings: Settings, session: Path | None = None, tour: bool = False
    ) -> None:
        """Open what is wanted. `session` stands in for the file that keeps places; `tour` shows newcomers about."""
        super().__init__(driver_class=Terminal)
        self.settings = settings
        self.keyboard = Keyboard(settings.cyrillic, os.environ.get("LC_ALL") or os.environ.get("LANG", ""))
        self.failed: Exception | None = None
        self.signalled = 0
        self._wanted = wanted
        self._session = session
        self._unread = 0
        self._tour = tour
        self._sweeping = False
        self._seen = False  # whether it was seen that the corpus is what its files say
        self._desks: list[Desk] = []
        self._spare: list[Desk] = []  # for long work of its own, each given back when it is done
        self.ledger: Ledger | None = None
        self.ahead = Ahead(self)
        self._sweeper = Sweeper(lambda: self.idle)
        self.set_keymap(keymap(settings.keys))
        place = load(str(wanted.db), session)
        theme = place.theme or settings.theme
        self.theme = theme if theme in self.available_themes else DARK
        if not settings.motion:
            self.animation_level = "none"

    def get_default_screen(self) -> Screen[Any]:
        """The room itself, so that nothing is drawn before it; a blank screen where a corpus is built first."""
        return self._make_room() if self._is_there() else Screen[None](id="blank")

    def on_mount(self) -> None:
        """Build the corpus first, if there is none yet."""
        self.call_after_refresh(gc.enable)
        self.theme_changed_signal.subscribe(self, lambda _: self._restyle())
        if not self.is_headless:  # which is no program of its own
            end_when_told(self._end, lambda number: setattr(self, "signalled", number))
        if not self._is_there():
            self._build()

    def _is_there(self) -> bool:
        return self._wanted.build is None or self._wanted.db.is_file()

    def _make_room(self) -> Room:
        from reltui.tui.screens.room import Room

        place = load(str(self._wanted.db), self._session)
        self._desks = [Desk(self._wanted.db, "reading"), Desk(self._wanted.db, "searching")]
        self.ledger = Ledger(self, self._wanted.db, self._desks)
        return Room(self._desks[0], self._desks[1], self.settings, place)

    # is the corpus what its files say? -----------------------------------------------------------------

    def opened(self) -> None:
        """The room shows the corpus: see, away from the screen, whether it is still what its files say."""
        self._show_about()
        if not self._sweeping:
            self._sweeping = True
            self.call_after_refresh(self._sweeper.begin)
            self.set_interval(1.0, self._sweeper.look)
            # opened before the first key, and while it is there
            self._desks[-1].ask(self, "open", lambda reader: reader.meta, lambda _: None, lambda _: None)
        if self.ledger is not None:
            self.ledger.begin()
        if self._wanted.fresh is not None and not self._seen:
            self._seen = True
            self.run_worker(self._see_whether_fresh, thread=True, group="fresh")

    def _show_about(self) -> None:
        """Show the tour to who has not seen it, unless they have begun by themselves."""
        from reltui.present import tour

        folder = self._session.parent if self._session is not None else None
        room, wanted, self._tour = self.room, self._tour and not tour.seen(folder), False
        if wanted and room is not None and self.screen is room and not room.state.view and self.ahead.idle:
            tour.see(folder)
            room.action_do("tour")

    def not_opened(self, error: Exception) -> None:
        """The corpus cannot be read: build it anew, or say so to whoever started the app."""
        from reltui.store import Damaged, Missing, Older

        if self._wanted.build is not None and isinstance(error, Missing | Damaged | Older) and not self._seen:
            self._seen = True
            self._build()
        else:
            self._fail(error)

    def _see_whether_fresh(self) -> None:
        try:
            fresh = self._wanted.fresh is None or self._wanted.fresh()
        except Exception as error:  # whatever keeps the files from being looked at is said as it is
            self.call_from_thread(self._fail, error)
        else:
            if not fresh:
                self.call_from_thread(self._build)

    def _build(self) -> None:
        from reltui.tui.screens.building import Building

        if self._wanted.build is not None:
            if self.room is not None:  # what is typed meanwhile is meant for the room
                self.ahead.hold(*Building.STOPS)
            self.push_screen(Building(self._wanted.build), self._built)

    def _built(self, ended: Ended | None) -> None:
        from reltui.tui.commands.asking import reload
        from reltui.tui.start import INTERRUPTED

        room = self.room
        if ended is None:
            if room is None or room.meta is None:
                self.exit(INTERRUPTED)
            else:
                room.say("The build was stopped: this is the corpus as it was.")
        elif ended.error is not None:
            self._fail(ended.error)
        else:
            self._unread = ended.unread
            if room is None:
                self.push_screen(self._make_room())
            else:
                reload(room)
                room.say_unread()
        self.call_after_refresh(self.ahead.release)

    def _fail(self, error: Exception) -> None:
        self.failed = error
        self.exit(1)

    def leave(self, place: Place) -> None:
        """Keep the place, and end."""
        from reltui.tui.start import DONE, SOME_UNREAD

        save(str(self._wanted.db), place, self._session)
        self.exit(SOME_UNREAD if self._unread else DONE)

    async def action_quit(self) -> None:
        """Leave with Textual's own ctrl+q as with q: the place is kept."""
        self._end()

    def _end(self) -> None:
        from reltui.tui.start import INTERRUPTED

        if (room := self.room) is not None and room.meta is not None:
            room.leave()
        else:
            self.exit(INTERRUPTED)

    @property
    def room(self) -> Room | None:
        """The reading room, once it is open."""
        found = next((screen for screen in self.screen_stack if screen.id == "room"), None)
        return cast("Room | None", found)

    @property
    def hand(self) -> Hand | None:
        """The user's hand on the corpus; None until it has been read."""
        return self.ledger.hand if self.ledger is not None else None

    @property
    def idle(self) -> bool:
        """Whether no key and no desk has anything to do."""
        written = self.ledger is None or self.ledger.idle
        return written and self.ahead.idle and all(desk.idle() for desk in (*self._desks, *self._spare))

    @property
    def unread(self) -> int:
        """How many files could not be read when the corpus was built just now."""
        return self._unread

    def lend_desk(self, name: str) -> Desk:
        """A desk for long work, so that reading and searching go on; to be given back."""
        desk = self._desks[0].twin(name)
        self._spare.append(desk)
        return desk

    def take_back(self, desk: Desk) -> None:
        """Let a desk go that was lent."""
        self._spare.remove(desk)
        desk.close(0)

    def on_unmount(self) -> None:
        """Let the desks go, once what was decided is kept."""
        if self.ledger is not None:
            self.ledger.close()
        for desk in (*self._desks, *self._spare):
            desk.close()
        self._sweeper.end()

    def on_answer(self, answer: Answer) -> None:
        """Hand over what a desk has found: here, on the screen's thread."""
        answer.stop()
        if self.is_running:  # while the app is being left, what would show it may be gone
            answer.deliver()

    def on_trouble(self, trouble: Trouble) -> None:
        """Say what the store says; what nobody expected ends the app, and is told to whoever started it."""
        from reltui.store import StoreError

        trouble.stop()
        if isinstance(trouble.error, StoreError) and (room := self.room) is not None:
            room.report(trouble.error)
        else:
            self._fail(trouble.error)

    async def on_event(self, event: events.Event) -> None:
        """Give each key to what has the focus once the keys before it have had their effect."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._sweeper.touch()
            if not self.ahead.must_wait(event):
                await self.give(event)
        else:
            await super().on_event(event)

    async def give(self, key: events.Key) -> None:
        """Give a key to what has the focus now."""
        target, harmless = self.focused or self.screen, self.ahead.leaves_focus(key)
        await super().on_event(key)
        self.ahead.given(target, harmless)

    async def on_key(self, event: events.Key) -> None:
        """Take a Cyrillic letter that nobody wanted for the Latin one at its place of the keyboard."""
        character = event.character or ""
        if not is_cyrillic(character) or event.key in self.screen.active_bindings:
            return
        latin = self.keyboard.latin(character)
        if latin is not None:
            event.stop()
            event.prevent_default()
            await self.give(events.Key(latin, latin))

    def stamp(self) -> str:
        """What tells the file of the corpus from one that has taken its place; empty if it is not there."""
        try:
            stat = self._wanted.db.stat()
        except OSError:
            return ""
        return f"{stat.st_ino}:{stat.st_mtime_ns}"

    def write_terminal(self, text: str) -> None:
        """Write a control sequence of ours (a copy) to the terminal; safe from any thread."""
        if self._driver is not None:
            self._driver.write(text)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what was selected with the mouse, by the same routes as citations."""
        from reltui.tui.commands.copying import copy_text

        self._clipboard = text
        if (room := self.room) is not None:
            copy_text(room, text, "Selection")

    def _restyle(self) -> None:
        if (room := self.room) is not None:
            room.restyle()
