"""What the commands share that change a corpus: which one, and what is said of it afterwards."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reltui.cli.exits import DONE, SOME_UNREADABLE, Usage
from reltui.cli.guard import say
from reltui.cli.output import write_json, write_text

if TYPE_CHECKING:
    from reltui.corpus import Report

# what of a report's counts is told, and by which word
_TOLD = {
    "sources": "sources", "actors": "actors", "events": "events", "statements": "statements",
    "figures": "figures", "discrepancies": "doubts",
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
    return ", ".join(f"{counts.get(table, 0):,} {word}" for table, word in _TOLD.items())


def told(report: Report, options: argparse.Namespace) -> int:
    """Say what came of a change, and return the exit code."""
    if report.notice:
        say(report.notice)
    say(f"'{report.title}' has {counted(report.counts)} now; this took {report.seconds:.1f} s.")
    return written(report.db, report.title, report.counts, report.unreadable, True, options)


def written(
    db: Path,
    title: str,
    counts: Mapping[str, int],
    unreadable: Sequence[tuple[str, str]],
    built: bool,
    options: argparse.Namespace,
) -> int:
    """Write where the corpus is, or all of it as JSON; return the exit code."""
    for path, reason in unreadable:
        say(f"{path} could not be read: {reason}")
    if options.json or options.jsonl:
        known = {"db": str(db), "title": title, "built": built, "counts": dict(counts)}
        problems = [{"path": path, "reason": reason} for path, reason in unreadable]
        write_json({**known, "unreadable": problems}, indent=2 if options.json else None)
    else:
        write_text(str(db))
    return SOME_UNREADABLE if unreadable else DONE
