"""Whom a name in a query means: an id, or a name in any spelling, resolved to actors of this corpus."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from reltui.query import And, Or, Words
from reltui.query.tokens import words
from reltui.store.compile import Resolve, plan
from reltui.store.match import spoken, stands

MOST = 200
"""Actors that one name may stand for; a beginning of one letter fits thousands."""


class People:
    """Resolves names for one connection and remembers what it found."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, bool], list[int]] = {}

    def resolve(self, value: str, prefix: bool = False) -> list[int]:
        """Return the row numbers of the actors that an id or a name means, the most mentioned first.

        A name means the actors who have all its words in one of their spellings, in any script; where
        it is the whole of somebody's name, those alone. Where nobody has all the words, it means the
        actors whose names are alike enough to be the same (`names.THRESHOLD`).
        """
        asked = (value, prefix)
        if asked not in self._known:
            self._known[asked] = self._by_id(value) or self._by_words(value, prefix) or self._alike(value)
        return self._known[asked]

    def _by_id(self, value: str) -> list[int]:
        return [key for (key,) in self._connection.execute("SELECT key FROM actors WHERE id = ?", (value,))]

    def _by_words(self, value: str, prefix: bool) -> list[int]:
        parts = words(value)
        leaves = tuple(
            Words((part,), prefix=prefix and place == len(parts) - 1) for place, part in enumerate(parts)
        )
        found = self._matching(And(leaves))
        if prefix or len(found) < 2 or len(parts) < 2:
            return found
        # all the words and no others: somebody's whole name
        return [key for key in found if self._has_name_of(key, len(parts), leaves)] or found

    def _alike(self, value: str) -> list[int]:
        candidates = self._matching(Or(tuple(Words((part,)) for part in words(value))))
        return [key for key in candidates if self._is_named(key, value)]

    def _matching(self, tree: And | Or) -> list[int]:
        match = plan(
            tree,
            "actor",
            Resolve(lambda name, prefix: (), lambda ident: None, lambda kind, token: None, lambda place: ()),
        ).match
        sql = "SELECT rowid FROM actor_finder WHERE actor_finder MATCH ? ORDER BY rowid LIMIT ?"
        # actors are numbered by how often they are named
        return [key for (key,) in self._connection.execute(sql, (match, MOST))] if match else []

    def _has_name_of(self, key: int, size: int, leaves: Sequence[Words]) -> bool:
        spellings = [spoken(name) for name in self._names(key)]
        return any(len(name) == size and all(stands(leaf, name) for leaf in leaves) for name in spellings)

    def _is_named(self, key: int, value: str) -> bool:
        from reltui.names import THRESHOLD, similarity

        return any(similarity(value, name) >= THRESHOLD for name in self._names(key))

    def _names(self, key: int) -> list[str]:
        sql = "SELECT name FROM actors WHERE key = ?1 UNION SELECT text FROM names WHERE actor = ?1"
        return [name for (name,) in self._connection.execute(sql, (key,))]
