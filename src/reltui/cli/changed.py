"""What the commands share that change a corpus: which one, and what is said of it afterwards."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

from reltui.cli.exits import DONE, SOME_UNREADABLE, Usage
from reltui.cli.guard import say
from reltui.cli.output import write_json, write_text
from reltui.present.counting import plural

if TYPE_CHECKING:
    from reltui.corpus import Report

# what of a report's counts is told, and by which word
_TOLD = {
    "sources": "source", "actors": "actor", "events": "event", "statements": "statement",
    "figures": "figure", "discrepancies": "doubt",
}  # fmt: skip


def database(options: argparse.Namespace) -> Path:
    """Return the corpus that is to be changed; raises `Usage` where none is named.

    There is no other choice to make: the corpus that ships with reltui is made of its own texts.
    """
    if options.db is None:
        raise Usage("Say which corpus with --db FILE; 'reltui corpora' lists those there are.")
    return Path(options.db)


def counted(counts: Mapping[str, int]) -> str:
    """Return in a few words what a corpus holds."""
    return ", ".join(plural(counts.get(table, 0), word) for table, word in _TOLD.items())


def unreadable_in(db: Path) -> dict[str, tuple[str, str]]:
    """Return what of a corpus could not be read, by where it lies on the disk; raises the errors of the store."""
    from reltui.corpus.quick import base_of
    from reltui.store import Reader

    with Reader(db) as reader:
        meta = reader.meta
    base = base_of(meta.inputs)
    return {os.path.join(base, path): (path, reason) for path, reason in meta.unreadable}


def told(
    report: Report,
    options: argparse.Namespace,
    before: Mapping[str, tuple[str, str]],
    named: Sequence[str | Path] = (),
) -> int:
    """Say what came of a change, and return the exit code.

    Files that could not be read `before` either are only counted, and no failure of this change, unless they
    are `named` in it.
    """
    if report.notice:
        say(report.notice)
    say(f"'{report.title}' has {counted(report.counts)} now; this took {report.seconds:.1f} s.")
    known = known_before(report.db, before, named)
    if known:
        say(f"{plural(len(known), 'file')} could not be read before either; 'reltui build' names them.")
    code = written(report.db, report.title, report.counts, report.unreadable, True, options, known)
    return DONE if len(known) == len(report.unreadable) else code


def known_before(
    db: Path, before: Mapping[str, tuple[str, str]], named: Sequence[str | Path] = ()
) -> list[tuple[str, str]]:
    """Return what cannot be read now and could not `before` for the same reason, but what is `named` or in it."""
    given = [os.path.abspath(os.path.expanduser(one)) for one in named]

    def is_named(path: str) -> bool:
        return any(path == one or path.startswith(f"{one}{os.sep}") or fnmatch(path, one) for one in given)

    return [
        now
        for path, now in unreadable_in(db).items()
        if path in before and before[path][1] == now[1] and not is_named(path)
    ]


def written(
    db: Path,
    title: str,
    counts: Mapping[str, int],
    unreadable: Sequence[tuple[str, str]],
    built: bool,
    options: argparse.Namespace,
    unsaid: Sequence[tuple[str, str]] = (),
) -> int:
    """Write where the corpus is, or all of it as JSON; return the exit code. Nothing is said of the `unsaid`."""
    for path, reason in unreadable:
        if (path, reason) in unsaid:
            continue
        say(f"{path} could not be read: {reason}")
    if options.json or options.jsonl:
        known = {"db": str(db), "title": title, "built": built, "counts": dict(counts)}
        problems = [{"path": path, "reason": reason} for path, reason in unreadable]
        write_json({**known, "unreadable": problems}, indent=2 if options.json else None)
    else:
        write_text(str(db))
    return SOME_UNREADABLE if unreadable else DONE
