"""What the vocabulary tells of a query before the indexes are asked: the words a beginning stands for, how many."""

from __future__ import annotations

import json
import sqlite3

from reltui.query import And, Node, Or, Words
from reltui.query.tokens import folded, sound_beginnings, sounds
from reltui.query.tree import walk
from reltui.store.version import KEPT

_MOST, _MOST_HASTY = 400, 16
"""Words that a beginning is written out as; while one types only those that most passages have."""

# Ranking looks at every row: about half a microsecond a row for a word, more for all words that begin so.
RANKED, RANKED_BEGINNINGS = 200_000, 20_000
_HASTY, _HASTY_BEGINNINGS = 10_000, 1_000


class Beginnings:
    """Asks the vocabulary of one connection. `hasty` is set for the length of a search at each key."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.hasty = False

    def expand(self, kind: str, token: str) -> list[str] | None:
        """Return the tokens of the corpus that begin so; None where the index of beginnings is the better way."""
        if len(token) <= KEPT or kind not in ("passage", "event"):
            return None
        most, order = (_MOST_HASTY, f"ORDER BY {kind}s DESC") if self.hasty else (_MOST + 1, "")
        sql = f"SELECT term FROM vocabulary WHERE term >= ? AND term < ? AND {kind}s > 0 {order} LIMIT ?"
        terms = [term for (term,) in self._connection.execute(sql, (token, f"{token}\U0010ffff", most))]
        return terms if len(terms) <= _MOST else None

    def rankable(self, tree: Node) -> bool | None:
        """Whether the passages that may answer are few enough to be ranked; None if they must be counted.

        The ranker keeps no index of beginnings and reads through all words that begin so.
        """
        most = RANKED
        for leaf, _ in walk(tree):
            if not isinstance(leaf, Words) or not leaf.prefix:
                continue
            most = RANKED_BEGINNINGS
            if len(leaf.words[-1]) <= KEPT and self._size() > most:
                return False
            if self._beginning(leaf.words[-1]) > (_HASTY_BEGINNINGS if self.hasty else RANKED_BEGINNINGS):
                return False
        bound = self.bound(tree)
        if self.hasty:
            return bound is not None and bound <= _HASTY
        return True if bound is not None and bound <= most else None

    def bound(self, node: Node) -> int | None:
        """Return a number of passages that a query finds at most, None where the vocabulary cannot tell."""
        if isinstance(node, Words):
            last = len(node.words) - 1
            return min(
                self._beginning(word) if node.prefix and place == last else self._word(word)
                for place, word in enumerate(node.words)
            )
        if isinstance(node, And):
            return min(
                (found for child in node.nodes if (found := self.bound(child)) is not None), default=None
            )
        if isinstance(node, Or):
            found = [self.bound(child) for child in node.nodes]
            return None if None in found else sum(one for one in found if one is not None)
        return None

    def _size(self) -> int:
        return self._connection.execute("SELECT max(key) FROM passages").fetchone()[0] or 0

    def _word(self, word: str) -> int:
        terms = [folded(word), *(f"~{key}" for key in sounds(word))]
        sql = "SELECT sum(v.passages) FROM json_each(?) k JOIN vocabulary v ON v.term = k.value"
        return self._connection.execute(sql, (json.dumps(terms),)).fetchone()[0] or 0

    def _beginning(self, word: str) -> int:
        total = 0
        for begin in (folded(word), *(f"~{key}" for key in sound_beginnings(word))):
            if begin:
                sql = "SELECT sum(passages) FROM vocabulary WHERE term >= ? AND term < ?"
                total += self._connection.execute(sql, (begin, f"{begin}\U0010ffff")).fetchone()[0] or 0
        return total
