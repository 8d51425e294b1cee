"""What to say of an error, and which exit code it has. Imported only once something has failed."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

from reltui.cli.exits import CANNOT_WRITE, DEFECT, NO_CORPUS, SOME_UNREADABLE, WRONG_USAGE

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM}

# where an error is defined, its name, its exit code; a subclass before its base
_ERRORS = (
    ("reltui.store.errors", "StoreError", NO_CORPUS),
    ("reltui.corpus.errors", "CannotWrite", CANNOT_WRITE),
    ("reltui.corpus.errors", "NotInCorpus", WRONG_USAGE),
    ("reltui.read.errors", "Missing", WRONG_USAGE),
    ("reltui.read.errors", "Unreadable", SOME_UNREADABLE),
    ("reltui.export.errors", "BadExport", NO_CORPUS),
    ("reltui.resources", "ResourceMissing", NO_CORPUS),
    ("reltui.authority.tsv", "BadTable", WRONG_USAGE),
    ("reltui.names.given", "TableError", WRONG_USAGE),
)


def explained(error: Exception, arguments: list[str]) -> tuple[str, int]:
    """Return the sentence and the exit code for an error that a command let through.

    An error nobody expected is a defect of reltui: its traceback is written to a file, which the
    sentence names.
    """
    known = _layers(error)
    if known is not None:
        return known
    if isinstance(error, OSError):
        return _system(error)
    if isinstance(error, MemoryError):
        return (
            "There is not enough memory: close other programs, or take fewer files at a time.",
            DEFECT,
        )
    return _defect(error, arguments)


def known_failure(error: Exception) -> str | None:
    """Return the sentence for an error that is no defect of reltui; None for one that is."""
    known = _layers(error)
    return known[0] if known else _system(error)[0] if isinstance(error, OSError) else None


def _layers(error: Exception) -> tuple[str, int] | None:
    """Return what the layers below say themselves; their messages are sentences already.

    A layer that is not loaded cannot have raised the error, so none is loaded for asking.
    """
    for module, name, code in _ERRORS:
        kind = getattr(sys.modules.get(module), name, None)
        if isinstance(kind, type) and isinstance(error, kind):
            return str(error), code
    return None


def _system(error: OSError) -> tuple[str, int]:
    where = f" '{error.filename}'" if error.filename else ""
    if error.errno in _FULL:
        return (
            f"The disk is full: make room and write{where or ' the output'} again.",
            CANNOT_WRITE,
        )
    if error.errno == errno.EROFS:
        return (
            f"Nothing can be written to{where or ' that place'}, as its disk is read-only: choose another place.",
            CANNOT_WRITE,
        )
    if error.errno in _FORBIDDEN:
        return (
            f"No permission for{where or ' that'}: change it or choose another place.",
            CANNOT_WRITE,
        )
    if isinstance(error, FileNotFoundError):
        return f"There is no{where or ' such file'}: check the path.", WRONG_USAGE
    return f"The system refused{where}: {error.strerror or error}.", CANNOT_WRITE


def _defect(error: Exception, arguments: list[str]) -> tuple[str, int]:
    said = "Something went wrong inside reltui, which is a defect of it and not of what you did"
    report = _report(error, arguments)
    if report is None:
        return f"{said} ({type(error).__name__}: {error}); no report of it could be written.", DEFECT
    return f"{said}; what happened stands in {report}: please pass that file on with your question.", DEFECT


def _report(error: Exception, arguments: list[str]) -> Path | None:
    """Write the traceback and the versions to a file of the state folder; return its path."""
    import platform
    import tempfile
    import time
    import traceback

    from reltui import __version__
    from reltui.present.session import state_folder

    lines = [
        f"reltui {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"arguments: {arguments!r}",
        "",
        *traceback.format_exception(error),
    ]
    name = time.strftime("failure-%Y%m%d-%H%M%S.txt")
    for folder in (state_folder(), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            path.write_text("\n".join(lines), encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return path
    return None
