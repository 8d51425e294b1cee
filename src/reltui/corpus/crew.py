"""Worker processes that a build keeps busy; one that dies costs only the task that killed it.

They are plain child processes with pipes and not `concurrent.futures`, because that gives up everything
where one process dies, forks the app with all its threads, and cannot be stopped at once.
"""

from __future__ import annotations

import os
import pickle
import selectors
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedReader
from typing import Any, BinaryIO, cast

from reltui.corpus.worker import START, get, put

_LOOK = 0.2  # seconds after which it is asked anyway whether somebody wants to stop
_GRACE = 2.0  # seconds that an ended worker has to go
_TRIES = 3  # workers that may die before one has answered anything: then none will


@dataclass(frozen=True, slots=True)
class Job:
    """Tasks that are sent together, each with a key to know it by: files, or sources."""

    kind: str  # "files" or "sources"
    tasks: tuple[tuple[Any, Any], ...]


@dataclass(frozen=True, slots=True)
class Died:
    """What comes of a task that ended its worker: why, in words."""

    why: str


class CannotStart(Exception):
    """No worker process can be had; the work must be done in this one."""


def cores() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on this system
        return os.cpu_count() or 1


class Crew:
    """So many worker processes; a context manager that leaves none behind, however it is left."""

    def __init__(self, size: int, tables: str | None) -> None:
        self._size = size
        self._tables = tables
        self._idle: list[_Member] = []
        self._busy: dict[int, _Member] = {}
        self._selector = selectors.DefaultSelector()
        self._stillborn = 0  # workers in a row that died before they were ready

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        members = [*self._idle, *self._busy.values()]
        self._idle, self._busy = [], {}
        for member in members:
            member.end()
        for member in members:
            member.gone()
        self._selector.close()

    def run(self, jobs: Iterator[Job], look: Callable[[], None]) -> Iterator[tuple[Any, Any]]:
        """Yield (key, result) of each task as they come, `Died` where the task ended its worker.

        Of a job during which a worker died each task is tried by itself, so that only the one is given up.
        `look` is called often and may raise to stop everything. Raises `CannotStart` where no worker comes
        up, and what a worker raises for all (a bad table).
        """
        again: deque[Job] = deque()
        ready: deque[Job] = deque()
        more = True
        while more or ready or again or self._busy:
            while more and len(ready) < self._size:
                job = next(jobs, None)
                more = job is not None
                if job is not None:
                    ready.append(job)
                self._feed(again, ready)
                look()
                if self._selector.get_map() and self._selector.select(0):
                    break
            self._feed(again, ready)
            for key, _ in self._selector.select(_LOOK) if self._busy else ():
                yield from self._answer(self._busy[key.fd], again)
            look()

    def _feed(self, *queues: deque[Job]) -> None:
        for queue in queues:
            while queue and len(self._busy) < self._size:
                member = self._idle.pop() if self._idle else self._hire()
                member.take(queue.popleft())
                self._busy[member.number] = member  # one that is dead says so at once
                self._selector.register(member.number, selectors.EVENT_READ)

    def _hire(self) -> _Member:
        try:
            return _Member(self._tables)
        except OSError as error:
            raise CannotStart(str(error)) from error

    def _answer(self, member: _Member, again: deque[Job]) -> Iterator[tuple[Any, Any]]:
        job = member.job
        try:
            kind, results = member.answer()
        except (EOFError, OSError, pickle.UnpicklingError):
            self._let_go(member)
            why = member.fate()
            if not member.ready:
                self._stillborn += 1
                if self._stillborn >= _TRIES:
                    raise CannotStart(why) from None
                again.extend([job] if job is not None else [])
            elif job is not None and len(job.tasks) > 1:
                again.extend(Job(job.kind, (task,)) for task in job.tasks)
            elif job is not None:
                yield from ((key, Died(why)) for key, _ in job.tasks)
            return
        if kind == "ready":
            member.ready, self._stillborn = True, 0
            return
        self._let_go(member)
        self._idle.append(member)
        if kind == "raise":
            raise results
        member.job = None
        if job is not None:
            yield from zip((key for key, _ in job.tasks), results, strict=True)

    def _let_go(self, member: _Member) -> None:
        self._selector.unregister(member.number)
        del self._busy[member.number]


class _Member:
    """One worker process, and the job it has."""

    def __init__(self, tables: str | None) -> None:
        self.job: Job | None = None
        self.ready = False  # has said that it is
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", START],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            process_group=0, bufsize=-1,
        )  # fmt: skip
        self._to = cast(BinaryIO, self._process.stdin)
        # unbuffered: a frame that waits in a buffer would not be seen as something to read
        self._from = cast(BinaryIO, cast(BufferedReader, self._process.stdout).raw)
        self.number = self._from.fileno()
        with suppress(OSError):  # it died; its silence will tell
            pickle.dump(sys.path, self._to)
            put(self._to, tables)

    def take(self, job: Job) -> None:
        """Send a job."""
        self.job = job
        with suppress(OSError):  # it is gone; its silence will tell
            put(self._to, (job.kind, [task for _, task in job.tasks]))

    def answer(self) -> tuple[str, Any]:
        """Read the answer; raises EOFError where the worker died of it."""
        return get(self._from)

    def fate(self) -> str:
        """Return in words how the process ended."""
        try:
            code = self._process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            code = -signal.SIGKILL
        self.end()
        self.gone()
        if code < 0:
            name = signal.Signals(-code).name if -code in {*signal.Signals} else f"signal {-code}"
            return (
                f"the process that worked on it was ended by the system ({name}), perhaps for want of memory"
            )
        return f"the process that worked on it ended by itself (code {code})"

    def end(self) -> None:
        """Ask the process to go."""
        if self._process.poll() is None:
            self._process.kill()

    def gone(self) -> None:
        """Wait until it has gone, and close what led to it."""
        self._process.wait()
        for stream in (self._to, self._from):
            with suppress(OSError):  # what was still to be sent to it
                stream.close()
