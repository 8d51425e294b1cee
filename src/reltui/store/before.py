"""What was found before the user's corrections, kept in the database beside what they made of it.

The table `uncorrected` is there only where a build had corrections to lay over its facts. It is read when
corrections are laid on anew, never for a list or a search.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from reltui.store.connect import connect, translating
from reltui.store.errors import Damaged

if TYPE_CHECKING:
    from reltui.corrections.difference import Before
    from reltui.model import Actor, Event, Evidence, File, Mention

_TABLE = "uncorrected"

Item = dict[str, Any]
Made = TypeVar("Made")


def write_before(connection: sqlite3.Connection, before: Before) -> None:
    """Keep what was found before corrections; nothing is made where there were none."""
    if not before:
        return
    rows: list[tuple[str, str, str]] = [("entries", "", json.dumps(list(before.entries)))]
    for noun, changed in _kinds(before):
        rows += [(noun, ident, json.dumps(was and asdict(was))) for ident, was in changed.items()]  # pyright: ignore[reportArgumentType]  a dataclass
    rows += [("unnamed", "", json.dumps(asdict(mention))) for mention in before.unnamed]
    rows += [("named", "", json.dumps(asdict(mention))) for mention in before.named]
    connection.execute(f"CREATE TABLE {_TABLE} (key INTEGER PRIMARY KEY, noun TEXT, id TEXT, value TEXT)")
    connection.executemany(f"INSERT INTO {_TABLE} (noun, id, value) VALUES (?, ?, ?)", rows)


def _kinds(before: Before) -> list[tuple[str, Mapping[str, object]]]:
    return [
        ("actor", before.actors), ("event", before.events), ("statement", before.statements),
        ("doubt", before.doubts),
    ]  # fmt: skip


def read_before(path: Path) -> Before:
    """Return what the database at `path` keeps of the time before its corrections.

    Raises the errors of `reltui.store.errors`.
    """
    from reltui.corrections.difference import Before
    from reltui.model import Discrepancy, Statement

    connection = connect(path)
    try:
        with translating(path, connection):
            known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (_TABLE,)).fetchone()
            sql = f"SELECT noun, id, value FROM {_TABLE} ORDER BY key"
            rows = connection.execute(sql).fetchall() if known else []
    finally:
        connection.close()
    kept: dict[str, list[tuple[str, Any]]] = {}
    try:
        for noun, ident, value in rows:
            kept.setdefault(noun, []).append((ident, json.loads(value)))

        def nouns(kind: str, make: Callable[[Item], Made]) -> dict[str, Made | None]:
            return {ident: make(item) if item else None for ident, item in kept.get(kind, ())}

        return Before(
            tuple(ident for _, all_ in kept.get("entries", ()) for ident in all_),
            nouns("actor", _actor),
            nouns("event", _event),
            nouns("statement", lambda item: Statement(**_with_evidence(item))),
            nouns("doubt", lambda item: Discrepancy(**_with_evidence(item))),
            tuple(_mention(item) for _, item in kept.get("unnamed", ())),
            tuple(_mention(item) for _, item in kept.get("named", ())),
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Damaged(path) from error


def read_files(path: Path) -> list[File]:
    """Return the files of a corpus in the order in which they were read."""
    from reltui.model import File

    connection = connect(path)
    try:
        with translating(path, connection):
            sql = "SELECT path, sha256, format, encoding, size, note FROM files ORDER BY key"
            return [File(*row) for row in connection.execute(sql)]
    finally:
        connection.close()


def _actor(item: Item) -> Actor:
    from reltui.model import Actor, Name, Office

    names = tuple(Name(**name) for name in item.pop("names"))
    offices = tuple(Office(**_with_evidence(office)) for office in item.pop("offices"))
    return Actor(**item, names=names, offices=offices)


def _event(item: Item) -> Event:
    from reltui.model import Event, Participant, Report

    parties = tuple(Participant(**party) for party in item.pop("participants"))
    reports = tuple(Report(**_with_evidence(report)) for report in item.pop("reports"))
    return Event(**item, participants=parties, reports=reports)


def _mention(item: Item) -> Mention:
    from reltui.model import Mention

    return Mention(**item)


def _with_evidence(item: Item) -> Item:
    return {**item, "evidence": _evidence(cast("Iterable[Item]", item["evidence"]))}


def _evidence(items: Iterable[Item]) -> tuple[Evidence, ...]:
    from reltui.model import Evidence

    return tuple(Evidence(**item) for item in items)
