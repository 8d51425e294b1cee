"""Exit codes, and the fault that carries one of them with its sentence."""

from __future__ import annotations

DONE = 0
NOTHING_FOUND = 1
WRONG_USAGE = 2
SOME_UNREADABLE = 3
NO_CORPUS = 4
CANNOT_WRITE = 5
DEFECT = 70  # a defect of reltui itself (EX_SOFTWARE of sysexits.h)
HUNG_UP = 129  # 128 + the number of the signal, as shells count
INTERRUPTED = 130
TERMINATED = 143

MEANINGS = {
    DONE: "done",
    NOTHING_FOUND: "nothing found",
    WRONG_USAGE: "wrong usage: no such option or path, no terminal for the app",
    SOME_UNREADABLE: "some input could not be read (the rest was)",
    NO_CORPUS: "the corpus is missing, damaged or of a newer version",
    CANNOT_WRITE: "could not write: the disk is full or the place is read-only",
    DEFECT: "a defect of reltui itself; the message names the file of its report",
    HUNG_UP: "the terminal was closed; the app has kept the place",
    INTERRUPTED: "interrupted with ctrl+c",
    TERMINATED: "told to end (SIGTERM); the app has kept the place",
}


class Fault(Exception):
    """Something the person can put right: one sentence that says what, where and what to do."""

    def __init__(self, said: str, code: int) -> None:
        super().__init__(said)
        self.said = said
        self.code = code


class Usage(Fault):
    """The command was given wrongly (exit code 2)."""

    def __init__(self, said: str) -> None:
        super().__init__(said, WRONG_USAGE)
