"""The file itself: read with all its faults, and only ever added to.

One JSON object a line, because a line is whole or damaged by itself, because two branches that both added
lines merge by keeping both (`merge=union` in git), and because `jq` and an editor read it alike.
"""

from __future__ import annotations

import json
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from reltui.corrections.decoding import decode
from reltui.corrections.encoding import encode
from reltui.corrections.entries import Entry, Undo, Unknown
from reltui.corrections.errors import BadEntry, CannotKeep, Problem
from reltui.corrections.log import Log

FORMAT = 1
_MARK = "reltui-corrections/"
_HEADER = (
    f'{{"format": "{_MARK}{FORMAT}", "about": "Corrections, notes and marks of this corpus, one a line. '
    'Lines are only ever added; {\\"what\\": \\"undo\\", \\"of\\": \\"ID\\"} takes one back."}\n'
)


def load(path: Path) -> Log:
    """Return what the file holds; a file that is not there holds nothing.

    Never raises: a line that cannot be used, or a file that cannot be read, is among the problems of the
    log, and the rest of it counts.
    """
    try:
        with path.open("rb") as file, _held(file.fileno(), exclusive=False):
            data = file.read()
    except FileNotFoundError:
        return Log()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return Log((), (Problem(0, f"it cannot be read ({reason}), so no correction is applied"),))
    return parse(data)


def parse(data: bytes) -> Log:
    """Return what the bytes of such a file hold."""
    entries: dict[str, Entry] = {}
    places: dict[str, int] = {}
    problems: list[Problem] = []
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not raw.strip() or raw.lstrip().startswith(b"#"):
            continue
        try:
            line = raw.decode("utf-8")
            if _is_header(line, number, problems):
                continue
            entry = decode(line)
        except UnicodeDecodeError:
            problems.append(Problem(number, "it is not UTF-8; the line is left out"))
            continue
        except BadEntry as error:
            problems.append(Problem(number, f"{error}; the line is left out"))
            continue
        known = entries.get(entry.id)
        if known is not None and known != entry:
            say = f"its id {entry.id} stands in line {places[entry.id]} already; give it one of its own"
            problems.append(Problem(number, f"{say}; the line is left out"))
        elif isinstance(entry.body, Undo) and entry.body.of not in entries:
            say = f"it takes back {entry.body.of}, and no line above has that id"
            problems.append(Problem(number, f"{say}; the line is left out"))
        elif known is None:
            entries[entry.id] = entry
            places[entry.id] = number
            if isinstance(entry.body, Unknown):
                say = (
                    f"this version of reltui does not know what “{entry.body.what[:40]}” is; the line is kept"
                )
                problems.append(Problem(number, f"{say} and has no effect"))
    return Log(tuple(entries.values()), tuple(problems))


def append(path: Path, *entries: Entry) -> None:
    """Add entries to the end of the file, which is made if need be, and wait until they are on the disk.

    Other processes may add to it at the same time. Raises `CannotKeep`; the file is then as it was.
    """
    lines = "".join(f"{encode(entry)}\n" for entry in entries)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
        try:
            with _held(handle, exclusive=True):
                new = _add(handle, lines)
        finally:
            os.close(handle)
        if new:
            _sync_folder(path.parent)
    except OSError as error:
        raise CannotKeep(path, (error.strerror or str(error)).lower()) from error


def _add(handle: int, lines: str) -> bool:
    """Add lines at the end of the file, which is held; return whether they are its first."""
    size = os.fstat(handle).st_size
    if size == 0:
        lines = _HEADER + lines
    elif os.pread(handle, 1, size - 1) != b"\n":
        lines = "\n" + lines  # what somebody left unfinished stays a line of its own
    left = lines.encode("utf-8")
    try:
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    except OSError:
        with suppress(OSError):
            os.ftruncate(handle, size)  # half an entry helps nobody; what was there before is not touched
        raise
    return size == 0


def _sync_folder(folder: Path) -> None:
    """Make the new file's name durable too, where the system lets folders be synced."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass  # some network file systems refuse; the file itself is synced
    finally:
        os.close(handle)


@contextmanager
def _held(handle: int, exclusive: bool) -> Generator[None]:
    """Hold the file against others that read or add; a system that cannot lock files goes on without."""
    import fcntl

    with suppress(OSError):
        fcntl.flock(handle, fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH)
    yield  # closing the file lets go


def _is_header(line: str, number: int, problems: list[Problem]) -> bool:
    """Whether the line says what the file is; a newer format is reported, and its entries are tried."""
    if f'"{_MARK}' not in line:
        return False
    try:
        said = json.loads(line)
        form = str(said["format"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return False
    if "what" in said or not form.startswith(_MARK):
        return False
    version = form.removeprefix(_MARK)
    if not version.isdecimal() or int(version) > FORMAT:
        say = f"the file is of another format ({form[:60]}); what this version knows of it is used"
        problems.append(Problem(number, say))
    return True
