"""What each part of a query comes to in this corpus: whom a name means, what a beginning stands for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice

from reltui.query import Leaf, Named, Node, Query, When, Words, explain
from reltui.query.tokens import folded, sounds
from reltui.store.compile import precise
from reltui.store.filters import Filter
from reltui.store.places import select
from reltui.store.tiers import ranks

_SHOWN = 6  # actors and words that are named


def explained(connection: sqlite3.Connection, answers: Filter, query: Query) -> list[str]:
    """Return what a query was understood to ask for, with what that means here, and how hits are ordered."""

    def known(leaf: Leaf) -> Iterator[str]:
        if isinstance(leaf, Named):
            yield from _whom(connection, answers.people.resolve(leaf.value, leaf.prefix), "means")
        elif isinstance(leaf, Words):
            yield from _words(connection, answers, leaf)
        found = answers.candidates("passage", leaf)
        at_most = "at most " if found and not (isinstance(leaf, When) or precise(leaf)) else ""
        yield f"in {at_most}{found:,} passage{'' if found == 1 else 's'}"

    query = answers.spelt(query)
    lines = explain(query, known)
    if query.tree is not None and any(isinstance(leaf, Words) for leaf in query.leaves()):
        lines.append(f"ordered by relevance, unless by date: {_order(answers, query.tree)}")
    return lines


def _order(answers: Filter, tree: Node) -> str:
    """Say what relevance goes by."""
    wanted = answers.plan("passage", tree)
    order = [
        "what stands there as it is written first" if wanted.checks and wanted.sure else "",
        "the more often its words stand there, as they are written, the better" if ranks(tree) else "",
    ]
    said = "; ".join(part for part in order if part)
    return f"{said}; then the newest" if said else "the newest first"


def _whom(connection: sqlite3.Connection, keys: list[int], verb: str) -> Iterator[str]:
    if not keys:
        if verb == "means":
            yield "nobody in this corpus has that name"
        return
    sql = "SELECT key, id, name FROM actors WHERE key IN {keys} ORDER BY key"
    named = [f"{name} (actor:{ident})" for _, ident, name in select(connection, sql, keys[:_SHOWN])]
    yield f"{verb} {_some(named, len(keys))}"


def _words(connection: sqlite3.Connection, answers: Filter, leaf: Words) -> Iterator[str]:
    if leaf.exact:
        return
    for place, word in enumerate(leaf.words):
        heard = (*sounds(word), *leaf.heard(place))
        yield f"“{word}”: {folded(word)}" + (f", or a name that sounds {' or '.join(heard)}" if heard else "")
    if leaf.prefix:
        begin = folded(leaf.words[-1])
        sql = (
            "SELECT term FROM vocabulary WHERE term >= ?1 AND term < ?2 AND passages > 0 "
            "ORDER BY passages DESC LIMIT 100"
        )
        terms = [term for (term,) in connection.execute(sql, (begin, f"{begin}\U0010ffff"))]
        if terms:
            yield f"begins {_some(terms, len(terms))}{' or more' if len(terms) == 100 else ''}"
    yield from _whom(connection, list(islice(answers.keys("actor", leaf), 100)), "names")


def _some(found: list[str], count: int) -> str:
    more = count - len(found[:_SHOWN])
    return ", ".join(found[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
