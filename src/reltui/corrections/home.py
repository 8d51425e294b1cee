"""The corrections of one database: where they are kept, and what a build does with them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

# every start asks where the corrections are, to see whether they changed: nothing else is loaded for that
if TYPE_CHECKING:
    from reltui.authority import Tables
    from reltui.corrections.results import Corrected
    from reltui.model import Facts, Source

FILE = "corrections.jsonl"


def beside(db: Path) -> Path:
    """Return where the corrections of a database are kept: in its folder, `corrections.jsonl`.

    A database under a name of its own (`--db NAME.db`) may share its folder with others: there it is
    `NAME.corrections.jsonl`.
    """
    return db.parent / (FILE if db.stem == "corpus" else f"{db.stem}.{FILE}")


def correct(
    db: Path, facts: Facts, sources: Iterable[Source], tables: Tables | None = None
) -> tuple[Corrected, tuple[tuple[str, str], ...]]:
    """Return facts with the corrections of a database laid over them, and (file, reason) of unusable lines."""
    from reltui.corrections.journal import load
    from reltui.corrections.laying import overlay

    path = beside(db)
    log = load(path)
    wrong = tuple((path.name, str(problem)) for problem in log.problems)
    return overlay(facts, sources, log, tables), wrong
