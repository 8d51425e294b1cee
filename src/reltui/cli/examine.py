"""What `reltui doctor` looks at; each check returns its findings and none of them raises."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reltui.cli.exits import CANNOT_WRITE, NO_CORPUS

State = Literal["ok", "note", "bad"]
_LIBRARIES = ("textual", "rich", "sqlite-utils", "rapidfuzz", "platformdirs")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `code` is the exit code it stands for where it is bad."""

    state: State
    what: str
    said: str
    code: int = 0


def examine(db: str | None) -> list[Finding]:
    """Return all findings, in the order in which one reads them."""
    from reltui import corpus

    path = corpus.shipped() if db is None else Path(db)
    checks: tuple[Callable[[], Iterator[Finding]], ...] = (
        _versions, _sqlite, _shipped, _folders, _settings, _terminal, _clipboard, lambda: _corpus(path),
        lambda: _tables(path),
    )  # fmt: skip
    return [finding for check in checks for finding in check()]


def _versions() -> Iterator[Finding]:
    from importlib.metadata import PackageNotFoundError, version

    from reltui import __version__

    yield Finding("ok", "reltui", f"{__version__}, in {Path(__file__).resolve().parents[1]}")
    yield Finding("ok", "python", f"{platform.python_version()}, {sys.executable}, {platform.platform()}")
    for name in _LIBRARIES:
        try:
            yield Finding("ok", name, version(name))
        except PackageNotFoundError:
            yield Finding("bad", name, "is not installed: install reltui again", NO_CORPUS)


def _sqlite() -> Iterator[Finding]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5(text)")
    except sqlite3.Error:
        missing = "has no full-text search (FTS5): use a Python whose SQLite has it"
        yield Finding("bad", "sqlite", f"{sqlite3.sqlite_version} {missing}", NO_CORPUS)
    else:
        yield Finding("ok", "sqlite", f"{sqlite3.sqlite_version}, with full-text search")
    finally:
        connection.close()


def _shipped() -> Iterator[Finding]:
    from reltui.resources import ResourceMissing, shipped

    for folder in ("seeds", "data"):
        try:
            path = shipped(folder)
        except ResourceMissing as error:
            yield Finding("bad", folder, str(error), NO_CORPUS)
        else:
            count = sum(1 for file in path.rglob("*") if file.is_file())
            yield Finding("ok", folder, f"{count} files in {path}")


def _folders() -> Iterator[Finding]:
    from reltui.corpus import home
    from reltui.present.session import state_folder
    from reltui.present.settings import config_file

    yield _folder("corpora", home(), needed=True)
    yield _folder("settings", config_file().parent, needed=False)
    yield _folder("session", state_folder(), needed=False)


def _folder(what: str, path: Path, *, needed: bool) -> Finding:
    """Find out whether a folder can be written, or made, without making it."""
    there = path
    while not there.exists() and there != there.parent:
        there = there.parent
    if os.access(there, os.W_OK | os.X_OK) and there.is_dir():
        free = shutil.disk_usage(there).free // 2**20
        return Finding("ok", what, f"{path} ({'' if path.exists() else 'not made yet, '}{free:,} MiB free)")
    said = f"{path} cannot be written: change the permissions of {there}"
    return Finding("bad", what, said, CANNOT_WRITE) if needed else Finding("note", what, said)


def _settings() -> Iterator[Finding]:
    from reltui.present.settings import config_file, load

    path = config_file()
    problems = load(path).problems
    for problem in problems:
        yield Finding("note", "settings", problem)
    if not problems:
        yield Finding("ok", "settings", f"{path}" if path.exists() else "the defaults; no file of your own")


def _terminal() -> Iterator[Finding]:
    term = os.environ.get("TERM", "")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield Finding(
            "note", "terminal", "none here (input or output is a pipe or file): the app cannot open"
        )
    else:
        size = shutil.get_terminal_size()
        colours = os.environ.get("COLORTERM") or "COLORTERM not set"
        said = f"TERM={term}, {colours}, {size.columns} by {size.lines}"
        if "NO_COLOR" in os.environ:
            said += ", NO_COLOR"
        small = size.columns < 60 or size.lines < 20
        state: State = "note" if small or term in ("", "dumb", "unknown") else "ok"
        yield Finding(state, "terminal", said + (" (the app wants 60 by 20)" if small else ""))
    encoding = (sys.stdout.encoding or "unknown").lower()
    if encoding.replace("-", "") == "utf8":
        yield Finding("ok", "encoding", encoding)
    else:
        advice = "letters it does not know are shown as escapes; set LANG to a UTF-8 locale"
        yield Finding("note", "encoding", f"{encoding}: {advice}")


def _clipboard() -> Iterator[Finding]:
    from reltui.present.clipboard import Place, last_copy_file

    place = Place.of(os.environ)
    ways = (["tmux"] if place.tmux else []) + [tool.name for tool in place.tools]
    if not place.deaf:
        ways.append("the terminal itself (OSC 52)")
    where = " over SSH" if place.ssh else ""
    if ways:
        yield Finding(
            "ok", "clipboard", f"by {', '.join(ways)}{where}; the last copy is also in {last_copy_file()}"
        )
    else:
        yield Finding("note", "clipboard", f"none ({place.deaf}); copies are kept in {last_copy_file()}")


def _tables(db: Path) -> Iterator[Finding]:
    """Check the tables of names and words: the shipped ones, and the user's beside the corpus."""
    from reltui.authority import BadTable, load_beside
    from reltui.authority.validate import problems
    from reltui.resources import own_tables

    own = own_tables(db)
    try:
        wrong = list(problems(load_beside(db)))
    except BadTable as error:
        wrong = [str(error)]
    for said in wrong:
        yield Finding("bad", "tables", said, NO_CORPUS)
    if not wrong:
        yield Finding(
            "ok", "tables", f"sound; {own} " + ("is used too" if own.is_dir() else "would be used too")
        )


def _corpus(path: Path) -> Iterator[Finding]:
    from reltui import corpus
    from reltui.store import Reader
    from reltui.store.errors import StoreError

    if path == corpus.shipped() and not path.exists():
        yield Finding("ok", "corpus", f"{path}: not built yet, the first start does it")
        return
    try:
        reader = Reader(path)
    except StoreError as error:
        yield Finding("bad", "corpus", str(error), NO_CORPUS)
        return
    try:
        meta = reader.meta
        counts = ", ".join(f"{count:,} {noun}" for noun, count in meta.counts.items())
        yield Finding("ok", "corpus", f"{path}: {meta.title}, built {meta.built} by {meta.generator}")
        yield Finding("ok", "contents", counts)
        for name, reason in meta.unreadable:
            yield Finding("note", "unreadable", f"{name}: {reason}")
    except StoreError as error:
        yield Finding("bad", "corpus", str(error), NO_CORPUS)
    finally:
        reader.close()
