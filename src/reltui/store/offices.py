"""Who held which office when: every title the corpus tells of anybody, as one list by date."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from reltui.dates import Edtf
from reltui.query.tokens import folded, words
from reltui.query.tree import And, Named, Node, Not, Or, Query, When, Words
from reltui.store.errors import Interrupted
from reltui.store.filters import Filter
from reltui.store.places import evidence, select
from reltui.store.rows import OfficeRow


def office_keys(connection: sqlite3.Connection, answers: Filter, query: Query) -> list[int]:
    """Return the row numbers of the offices that answer a query, by the day they are told of, undated last.

    Words are looked for in the title, in what it is an office of and in the holder's names, each as the
    beginning of a word; fields that name actors ask for the holder, dates for when the office is told of.
    Other fields say nothing of an office and keep all.
    """
    names: defaultdict[int, list[str]] = defaultdict(list)
    for actor, name in connection.execute(
        "SELECT actor, text FROM names WHERE actor IN (SELECT actor FROM offices)"
    ):
        names[actor].append(name)
    found: list[tuple[str, int]] = []
    for key, actor, title, of, at in connection.execute('SELECT key, actor, title, "of", at FROM offices'):
        if answers.stopped:
            raise Interrupted
        told = _Told(actor, title, of, at, names[actor])
        if _answers(query.tree, answers, told):
            found.append((told.when.lower or told.when.upper or "~", key))
    return [key for _, key in sorted(found)]


def office_key(connection: sqlite3.Connection, ident: str) -> int | None:
    """Return the row number of the office with an id as rows have it, None if there is none."""
    sql = (
        "SELECT o.key FROM offices o JOIN actors a ON a.key = o.actor "
        "WHERE trim(a.id || ' ' || o.title || ' ' || ifnull(o.at, '')) = ?"
    )
    row = connection.execute(sql, (ident,)).fetchone()
    return row[0] if row else None


def offices(connection: sqlite3.Connection, keys: Sequence[int]) -> list[OfficeRow]:
    """Return the rows of offices, each with the first words that tell of it."""
    places = evidence(connection, "office", keys)
    sql = (
        'SELECT o.key, a.id, a.name, o.title, o."of", o.at '
        "FROM offices o JOIN actors a ON a.key = o.actor WHERE o.key IN {keys}"
    )
    found: dict[int, OfficeRow] = {}
    for key, actor, name, title, of, at in select(connection, sql, keys):
        told = places[key]
        first = told[0] if told else None
        found[key] = OfficeRow(
            f"{actor} {title} {at or ''}".strip(), actor, name, title, of, at,
            first.id if first else None, first.label if first else "",
            first.start if first else 0, first.end if first else 0, len(told),
        )  # fmt: skip
    return [found[key] for key in keys if key in found]


@lru_cache(maxsize=200_000)  # the same few thousand titles and names at each key that is typed
def _folded(text: str) -> tuple[str, ...]:
    return tuple(folded(word) for word in words(text))


_when = lru_cache(maxsize=50_000)(Edtf.try_parse)


class _Told:
    """One office as it is told, its words looked at only where a query asks for some."""

    def __init__(self, actor: int, title: str, of: str | None, at: str | None, names: Sequence[str]) -> None:
        self.actor = actor
        self.when = _when(at)
        self._texts = (title, of or "", *names)

    def has(self, beginning: str) -> bool:
        """Whether a word of the title, of what it is an office of, or of the holder's names begins so."""
        return any(word.startswith(beginning) for text in self._texts for word in _folded(text))


def _answers(node: Node | None, answers: Filter, told: _Told) -> bool:
    if isinstance(node, And):
        return all(_answers(child, answers, told) for child in node.nodes)
    if isinstance(node, Or):
        return any(_answers(child, answers, told) for child in node.nodes)
    if isinstance(node, Not):
        return not _answers(node.node, answers, told)
    if isinstance(node, Words):
        asked = [folded(word) for word in node.words if len(word) > 1]  # the s of "Serbia's" says nothing
        return all(told.has(part) for part in asked)
    if isinstance(node, Named):
        return told.actor in answers.people.resolve(node.value, node.prefix)
    if isinstance(node, When):
        when = told.when
        after = node.upper is None or when.lower is None or when.lower <= node.upper
        before = node.lower is None or when.upper is None or when.upper >= node.lower
        return bool(when.lower or when.upper) and after and before
    return True
