"""A desk: one thread with a reader of its own, which answers questions of the screen.

The screen never waits and a thread never touches a widget: a job runs at the desk, and its result
comes back as an `Answer`, a message to the widget that asked. Within a group only the latest question
counts: one that still waits is dropped, one that is being worked on is interrupted, and an answer that
has been overtaken on its way is not delivered. A question may also wait for a moment's rest, so that it is
never begun where the next one comes soon.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from textual.message import Message
from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from reltui.store import Reader

T = TypeVar("T")
Failed = Callable[[Exception], None]


class Answer(Message):
    """What a job found: sent to the widget that asked, from where it rises to the app, which delivers it.

    If the widget is gone by then, so is the answer.
    """

    def __init__(self, deliver: Callable[[], None]) -> None:
        super().__init__()
        self.deliver = deliver


class Trouble(Message):
    """A job raised what nobody who asked wanted to hear of: the app takes it."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class _Question:
    """A job in its group, when it may be begun, and whether a later one has taken its place."""

    def __init__(
        self, group: str, work: Callable[[Reader], Callable[[], None]], fail: Failed, due: float
    ) -> None:
        self.group = group
        self.due = due
        self.work = work
        self.fail = fail
        self.overtaken = False


class Desk:
    """Answers questions one after the other, the newest of each group only."""

    def __init__(self, db: Path, name: str) -> None:
        """Open for questions about the corpus at `db`; the reader is opened with the first of them."""
        self._db = db
        self._opener: Callable[[], Reader] | None = None
        self._waiting: dict[str, _Question] = {}
        self._running: _Question | None = None
        self._latest: dict[str, _Question] = {}
        self._reader: Reader | None = None
        self._closed = False
        self._renewed = False
        self._change = threading.Condition()
        self._thread = threading.Thread(target=self._work, name=f"reltui-{name}", daemon=True)
        self._thread.start()

    def ask(
        self,
        who: MessagePump,
        group: str,
        job: Callable[[Reader], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        after: float = 0.0,
    ) -> None:
        """Run `job` with the reader, then call `then` with its result on the screen's thread.

        `failed` takes the exception if the job raises one; without it the app is told of its `Trouble`.
        It is begun after so many seconds at the earliest, if no other of its group is asked by then.
        """
        from reltui.store import Interrupted

        def deliver(call: Callable[[], None]) -> None:
            def if_current() -> None:
                if not question.overtaken:
                    call()

            who.post_message(Answer(if_current))

        def work(reader: Reader) -> Callable[[], None]:
            found = job(reader)
            return lambda: deliver(lambda: then(found))

        def fail(error: Exception) -> None:
            if not isinstance(error, Interrupted):
                deliver(lambda: (failed or trouble)(error))

        def trouble(error: Exception) -> None:
            who.post_message(Trouble(error))

        question = _Question(group, work, fail, monotonic() + after)
        with self._change:
            if self._closed:
                return
            self.drop(group)
            self._latest[group] = question
            self._waiting[group] = question
            self._change.notify_all()

    def drop(self, group: str) -> None:
        """Forget the question of a group, interrupting it if it is being worked on."""
        with self._change:
            self._waiting.pop(group, None)
            old = self._latest.pop(group, None)
            if old is not None:
                old.overtaken = True
            running = self._running
            if running is not None and running.group == group and self._reader is not None:
                running.overtaken = True
                self._reader.interrupt()

    def renew(self, opener: Callable[[], Reader] | None = None) -> None:
        """Open the corpus anew for the next question: the file was replaced. Nothing that waits is answered.

        `opener` opens it, where it is to be read otherwise than it stands in its file.
        """
        with self._change:
            self._opener = opener
            for question in self._waiting.values():
                question.overtaken = True
            if self._running is not None:
                self._running.overtaken = True
            self._waiting.clear()
            self._renewed = True

    def twin(self, name: str) -> Desk:
        """Another desk with the same corpus, for work that others are not to wait for."""
        made = Desk(self._db, name)
        made._opener = self._opener
        return made

    def idle(self) -> bool:
        """Whether nothing waits and nothing is being worked on."""
        with self._change:
            return not self._waiting and self._running is None

    def close(self, wait: float = 2.0) -> None:
        """Stop, interrupting what is being worked on, and wait so many seconds for the thread to end."""
        with self._change:
            self._closed = True
            self._waiting.clear()
            if self._running is not None:
                self._running.overtaken = True
                if self._reader is not None:
                    self._reader.interrupt()
            self._change.notify_all()
        self._thread.join(wait)

    def _work(self) -> None:
        while (question := self._next()) is not None:
            try:
                answer = question.work(self._open())
            except Exception as error:  # whatever a job raises belongs to the widget that asked
                question.fail(error)
            else:
                if not question.overtaken:
                    answer()
            with self._change:
                self._running = None
        if self._reader is not None:
            self._reader.close()

    def _next(self) -> _Question | None:
        with self._change:
            while not self._closed:
                now = monotonic()
                found = next((question for question in self._waiting.values() if question.due <= now), None)
                if found is not None:
                    self._running = self._waiting.pop(found.group)
                    return found
                soonest = min((question.due for question in self._waiting.values()), default=None)
                self._change.wait(None if soonest is None else soonest - now)
            return None

    def _open(self) -> Reader:
        with self._change:  # `drop` interrupts the reader, on the screen's thread: never one that is closed
            reader, opener = self._reader, self._opener
            if self._renewed:
                self._reader = None
            renewed, self._renewed = self._renewed, False
        if reader is not None and renewed:
            reader.close()
        if reader is None or renewed:
            from reltui.store import Reader

            reader = opener() if opener is not None else Reader(self._db)
            with self._change:
                self._reader = reader
        return reader
