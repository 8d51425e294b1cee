"""What the vocabulary tells of a query before the indexes are asked: the words a beginning stands for, how many."""

from __future__ import annotations

import json
import sqlite3

from reltui.query import Words
from reltui.query.tokens import folded, sound_beginnings, sounds
from reltui.store.version import KEPT

_MOST, _MOST_HASTY, _HEARD_HASTY = 400, 16, 4
"""Words that a beginning is written out as; while one types only those, or those sounds, that most passages have."""


class Beginnings:
    """Asks the vocabulary of one connection, for the length of one call of the reader once for each beginning."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.hasty = False
        self._known: dict[tuple[str, str], list[str] | None] = {}

    def begin(self, hasty: bool = False) -> None:
        """Forget what was found, as the corpus may have changed; `hasty` is for a search at each key."""
        self.hasty = hasty
        self._known = {}

    def expand(self, kind: str, token: str) -> list[str] | None:
        """Return the tokens of the corpus that begin so; None where the index of beginnings is the better way."""
        if len(token) <= KEPT or kind not in ("passage", "event"):
            return None
        if (kind, token) not in self._known:
            self._known[kind, token] = self._expand(kind, token)
        return self._known[kind, token]

    def _expand(self, kind: str, token: str) -> list[str] | None:
        most, order = _MOST + 1, ""
        if self.hasty:
            most, order = _HEARD_HASTY if token[0] == "~" else _MOST_HASTY, f"ORDER BY {kind}s DESC"
        sql = f"SELECT term FROM vocabulary WHERE term >= ? AND term < ? AND {kind}s > 0 {order} LIMIT ?"
        terms = [term for (term,) in self._connection.execute(sql, (token, f"{token}\U0010ffff", most))]
        return terms if len(terms) <= _MOST else None

    def count(self, leaf: Words) -> tuple[int, int]:
        """Return in how many passages a word stands as it was typed, and 0 if no name sounds so in any."""
        word = leaf.words[-1]
        also = [f"~{key}" for key in leaf.heard(len(leaf.words) - 1)]
        if leaf.prefix:
            heard = any(self._beginning(f"~{key}") for key in (*sound_beginnings(word), *sounds(word)))
            return self._beginning(folded(word)), int(heard or self._passages(also) > 0)
        return self._passages([folded(word)]), self._passages([f"~{key}" for key in sounds(word)] + also)

    def size(self) -> int:
        """Return how many numbers passages may have: of how many there are, it is less than twice as many."""
        return self._connection.execute("SELECT max(key) FROM passages").fetchone()[0] or 0

    def _passages(self, terms: list[str]) -> int:
        sql = "SELECT sum(v.passages) FROM json_each(?) k JOIN vocabulary v ON v.term = k.value"
        return self._connection.execute(sql, (json.dumps(terms),)).fetchone()[0] or 0

    def _beginning(self, begin: str) -> int:
        if not begin.strip("~"):
            return 0
        sql = "SELECT sum(passages) FROM vocabulary WHERE term >= ? AND term < ?"
        return self._connection.execute(sql, (begin, f"{begin}\U0010ffff")).fetchone()[0] or 0
