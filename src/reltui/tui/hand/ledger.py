"""The ledger of a room: the user's hand as it is now, and what follows on the screen when it changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reltui.present.counting import plural
from reltui.present.safe import safe
from reltui.tui.hand.scribe import Failed, Make, Scribe

if TYPE_CHECKING:
    from reltui.corrections.entries import Body, Entry
    from reltui.hand import Hand
    from reltui.hand.delta import Delta
    from reltui.tui.app import ReadingRoom
    from reltui.tui.workers.desk import Desk

_PATIENCE = 0.6  # seconds


class Ledger:
    """Holds what the user's file comes to, and has the desks read the corpus accordingly."""

    def __init__(self, app: ReadingRoom, db: Path, desks: Sequence[Desk]) -> None:
        self.hand: Hand | None = None
        self._app = app
        self._desks = desks
        self._scribe = Scribe(app, db)
        self._begun = False
        self._asked = self._answered = 0  # decisions
        self._read: tuple[Path, Delta | None] | None = (
            None  # what the desks read instead of the corpus as built
        )
        self._told: tuple[str, ...] = ()  # what was said of lines that cannot be used

    def begin(self) -> None:
        """Read the user's file, once: the room has something to show already."""
        if not self._begun:
            self._begun = True
            self.look()

    def look(self, said: str = "") -> None:
        """Read the user's file again, and show what it comes to; `said` is said once it is shown."""

        def then(hand: Hand) -> None:
            self._take(hand)
            if said and (room := self._app.room) is not None:
                room.say(said)

        self._scribe.look(then, self._trouble)

    def look_if_changed(self) -> None:
        """Read the user's file again if somebody else has added to it."""
        if self._begun and self._scribe.changed():
            self.look("The corrections were changed by another program: this is what they say now.")

    def anew(self) -> None:
        """The corpus was built anew: read it, and lay the user's file over it."""
        self._read_from(None)
        if self._begun:
            self.look()

    def decide(self, make: Make, why: str, done: Callable[[Sequence[Body]], None], failed: Failed) -> None:
        """Keep what was decided, show it, and call `done` with it."""

        def then(hand: Hand, bodies: Sequence[Body]) -> None:
            self._answered += 1
            self._take(hand)
            done(bodies)

        self._begun = True
        self._scribe.keep(make, why, then, self._counted(failed))
        self._wait()

    def take_back(self, redo: bool, done: Callable[[Entry | None], None], failed: Failed) -> None:
        """Undo or redo, show what comes of it, and call `done` with the entry in question."""

        def then(hand: Hand, entry: Entry | None) -> None:
            self._answered += 1
            self._take(hand)
            done(entry)

        self._begun = True
        self._scribe.take_back(redo, then, self._counted(failed))
        self._wait()

    def _counted(self, failed: Failed) -> Failed:
        def then(error: Exception) -> None:
            self._answered += 1
            failed(error)

        return then

    def _wait(self) -> None:
        """Say that something is being done, where it takes longer than one waits for without wondering."""

        self._asked += 1
        number = self._asked  # what has been answered has said so itself

        def say() -> None:
            if self._answered < number and not self.idle and (room := self._app.room) is not None:
                room.say("This is being laid over the corpus …")

        self._app.set_timer(_PATIENCE, say)

    @property
    def idle(self) -> bool:
        """Whether nothing is being kept or laid."""
        return self._scribe.idle()

    def close(self) -> None:
        """Finish what was decided."""
        self._scribe.close()

    def _take(self, hand: Hand) -> None:
        self.hand = hand
        room = self._app.room
        if (hand.shown, hand.delta) != (self._read or (hand.db, None)):
            self._read_from(hand)
            if room is not None:
                room.corrected(hand.ids)
        elif room is not None:
            room.rewrite()
        self._tell(hand)

    def _read_from(self, hand: Hand | None) -> None:
        self._read = (hand.shown, hand.delta) if hand is not None else None
        for desk in self._desks:
            desk.renew(hand.reader if hand is not None else None)

    def _tell(self, hand: Hand) -> None:
        """Say once which lines of the file cannot be used."""
        problems = tuple(str(problem) for problem in hand.log.problems)
        room = self._app.room
        if problems and problems != self._told and room is not None:
            first, *rest = problems
            more = f" ({plural(len(rest), 'more line')} likewise)" if rest else ""
            room.say(f"{hand.path.name}, {safe(first)}{more}.", problem=True)
        self._told = problems

    def _trouble(self, error: Exception) -> None:
        from reltui.tui.hand.dealing import sentence

        if (room := self._app.room) is not None:
            room.say(sentence(error), problem=True)
