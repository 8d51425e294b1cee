"""The outermost layer: whatever happens inside ends in one sentence on stderr and an exit code."""

from __future__ import annotations

import os
import sys

from reltui.cli.exits import CANNOT_WRITE, DONE, INTERRUPTED, Fault

TYPE_CHECKING = False  # as `typing` has it, without its cost: this module is on the way of `--version`
if TYPE_CHECKING:
    from reltui.cli.route import OpenApp

_SELDOM = 50_000  # new objects before Python looks for cyclic garbage


def guarded(arguments: list[str], open_app: OpenApp) -> int:
    """Run reltui with these arguments; return the exit code and never raise.

    `open_app` opens the app, should that be what is asked for.

    A pipe whose reader has gone (`reltui events | head`) is no failure: it ends quietly with 0.
    """
    _mend_closed_streams()
    tolerate_encoding()
    try:
        code = DONE
        try:
            code = _answer(arguments, open_app)
        finally:
            _flush()
    except BrokenPipeError:
        _let_go_of_stdout()
        return DONE
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else DONE
    except Fault as fault:
        say(fault.said)
        return fault.code
    except Exception as error:
        from reltui.cli.failures import explained

        said, code = explained(error, arguments)
        say(said)
        if code == CANNOT_WRITE:
            _let_go_of_stdout()
        return code
    return code


def _answer(arguments: list[str], open_app: OpenApp) -> int:
    if arguments in (["--version"], ["-V"]):
        from reltui import __version__

        print(f"reltui {__version__}")
        return DONE
    from reltui.garbage import HeldBack

    # what is imported stays: to look through it again and again is a tenth of what a search takes
    with HeldBack(_SELDOM):
        from reltui.cli.route import run

        return run(arguments, open_app)


def _mend_closed_streams() -> None:
    """Lead nowhere what was closed when reltui was started (`reltui events >&-`); Python has None in its place."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            # takes the lowest number that is free, which is this one unless somebody took it meanwhile
            where = os.open(os.devnull, os.O_RDWR)
            if where != number:
                os.close(where)
                where = os.devnull
            setattr(sys, name, open(where, mode, encoding="utf-8"))  # noqa: SIM115  open as long as reltui runs


def say(sentence: str) -> None:
    """Write a message for the person to stderr, where it does not mix with results."""
    from contextlib import suppress

    from reltui.present.safe import safe

    with suppress(OSError, ValueError):  # stderr closed or full: there is nobody left to tell
        print(f"reltui: {safe(sentence)}", file=sys.stderr, flush=True)


def tolerate_encoding() -> None:
    """Let a terminal that knows no Cyrillic get escapes in its place, rather than fail on the first name."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # not a test's or an embedder's own stream
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] - a TextIOWrapper


def _flush() -> None:
    """Write out what is buffered, so that a full disk is noticed here and not by the interpreter's end."""
    try:
        sys.stdout.flush()
    except ValueError:
        return  # closed already


def _let_go_of_stdout() -> None:
    """Point stdout elsewhere, so that the interpreter does not complain once more when it flushes it."""
    from contextlib import suppress

    with suppress(OSError, ValueError):  # no real file behind stdout: nothing will be flushed
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
