"""The scribe: one thread that adds to the user's file and lays it over the corpus, while the screen goes on.

Jobs are done in the order in which they come, each of them: what was decided is never dropped.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from reltui.tui.workers.desk import Answer

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from reltui.corrections.entries import Body, Entry
    from reltui.hand import Hand, Keeper
    from reltui.store import Reader

Failed = Callable[[Exception], None]
Make = Callable[["Reader"], "Sequence[Body]"]
"""Makes what is to be kept, with a reader of what is shown. Raises KeyError for what is gone, ValueError."""


class Scribe:
    """Keeps the user's file of one corpus; answers come to the screen's thread, through `who`."""

    def __init__(self, who: MessagePump, db: Path) -> None:
        self._who = who
        self._db = db
        self._jobs: SimpleQueue[Callable[[Keeper], Callable[[], None]] | None] = SimpleQueue()
        self._open = 0
        self._closing = False
        self._lock = threading.Lock()
        self._hand: Hand | None = None
        self._failed: tuple[int, int] | None = (-1, -1)
        self._thread = threading.Thread(target=self._work, name="reltui-scribe", daemon=True)
        self._thread.start()

    def idle(self) -> bool:
        """Whether nothing waits and nothing is being worked on."""
        with self._lock:
            return self._open == 0

    def look(self, then: Callable[[Hand], None], failed: Failed) -> None:
        """Lay what the file holds now over the corpus as it is now."""

        def job(keeper: Keeper) -> Callable[[], None]:
            hand = self._hand = keeper.look()
            return lambda: then(hand)

        self._ask(job, failed)

    def keep(
        self, make: Make, why: str, then: Callable[[Hand, Sequence[Body]], None], failed: Failed
    ) -> None:
        """Add to the file what `make` makes, and lay it over the corpus."""

        def job(keeper: Keeper) -> Callable[[], None]:
            hand = self._hand or keeper.look()
            with hand.reader() as reader:
                bodies = make(reader)
            if bodies:
                keeper.add(*bodies, why=why)
                hand = self._laid(keeper, hand)
            return lambda: then(hand, bodies)

        self._ask(job, failed)

    def take_back(self, redo: bool, then: Callable[[Hand, Entry | None], None], failed: Failed) -> None:
        """Undo the last decision, or do again what was undone last."""

        def job(keeper: Keeper) -> Callable[[], None]:
            entry = keeper.take_back(redo)
            hand = self._laid(keeper, self._hand)
            return lambda: then(hand, entry)

        self._ask(job, failed)

    def changed(self) -> bool:
        """Whether the file is another one than what is shown goes by: somebody else has added to it."""
        hand = self._hand
        return hand is not None and self.idle() and _stamp(self._db) not in (hand.stamp, self._failed)

    def _laid(self, keeper: Keeper, hand: Hand | None) -> Hand:
        """Lay what the file holds now over the corpus, unless nobody will see it."""
        if hand is None or not self._closing:
            hand = self._hand = keeper.look()
        return hand

    def close(self, wait: float = 10.0) -> None:
        """End once what was decided is kept, or after so many seconds; it is not laid over the corpus any more."""
        self._closing = True
        self._jobs.put(None)
        self._thread.join(wait)

    def _ask(self, job: Callable[[Keeper], Callable[[], None]], failed: Failed) -> None:
        def guarded(keeper: Keeper) -> Callable[[], None]:
            try:
                return job(keeper)
            except Exception as error:  # whatever a job raises belongs to whoever asked
                told = error
                self._failed = _stamp(self._db)  # tried once: not again every few seconds
                return lambda: failed(told)

        with self._lock:
            self._open += 1
        self._jobs.put(guarded)

    def _work(self) -> None:
        keeper: Keeper | None = None
        while (job := self._jobs.get()) is not None:
            if keeper is None:
                from reltui.hand import Keeper

                keeper = Keeper(self._db)
            answer = job(keeper)
            self._who.post_message(Answer(answer))
            with self._lock:
                self._open -= 1
        if keeper is not None:
            keeper.close()


def _stamp(db: Path) -> tuple[int, int] | None:
    from reltui.corrections.home import beside
    from reltui.hand.keeper import stamp_of

    return stamp_of(beside(db))
