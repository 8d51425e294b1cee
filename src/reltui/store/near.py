"""Words of the corpus that are near to one that it does not have.

Every word one letter away is looked up (Norvig's way round: no table of what typists leave out has to be
kept), and those that begin alike are compared with it one by one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from string import ascii_lowercase, digits

_SIGNS = ascii_lowercase + digits
_LONGEST = 24  # letters of a word of which variants are made
_MOST_ALIKE = 4_000  # words that begin alike, of a word
ALIKE = 72  # of 100: two letters wrong in a word of seven

Near = tuple[str, float]


class Vocabulary:
    """The words of passages and events, and those of the actors' names, of one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        # words of names by row number, straight out of their index
        connection.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.name_terms USING fts5vocab(main, actor_finder, row)"
        )

    def has(self, term: str) -> bool:
        """Whether a passage or an event has the term."""
        return any(self._which([term]))

    def words(self, word: str) -> list[Near]:
        """Return the words of passages and events that are near to one, with how near (to 100)."""
        return self._near(word, "", "vocabulary")

    def names(self, word: str) -> list[Near]:
        """Return the words that are near to one and may stand in a name, itself too."""
        return [(word, 100.0), *self._near(word, "", "temp.name_terms")]

    def sounds(self, key: str) -> list[Near]:
        """Return the tokens of sounds (`~key`) that are near to a key, its own too."""
        return [(f"~{key}", 100.0), *self._near(key, "~", "temp.name_terms")]

    def _near(self, word: str, mark: str, alike: str) -> list[Near]:
        """Return what is near: one letter away in the vocabulary, or what begins as it does in `alike`."""
        from rapidfuzz.fuzz import ratio

        if len(word) < 2:
            return []
        terms = dict.fromkeys(self._which(mark + term for term in one_away(word[:_LONGEST])))
        terms.update(dict.fromkeys(self._beginning(alike, mark + word[:2])))
        found = [
            (term, score)
            for term in terms
            if (score := ratio(word, term[len(mark) :], score_cutoff=ALIKE))
            and len(term) > 2
            and term != mark + word
        ]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def _which(self, terms: Iterable[str]) -> Iterator[str]:
        """Yield those of some terms that the vocabulary has."""
        sql = "SELECT v.term FROM json_each(?) k CROSS JOIN vocabulary v ON v.term = k.value"
        return (term for (term,) in self._connection.execute(sql, (json.dumps(list(terms)),)))

    def _beginning(self, table: str, begin: str) -> Iterator[str]:
        sql = f"SELECT term FROM {table} WHERE term >= ? AND term < ? LIMIT ?"
        return (term for (term,) in self._connection.execute(sql, (begin, f"{begin}\U0010ffff", _MOST_ALIKE)))


def one_away(word: str) -> set[str]:
    """Return every word that one letter more, less or other, or two changed about, makes of a word."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {before + after[1:] for before, after in cuts if after}
    found.update(before + after[1] + after[0] + after[2:] for before, after in cuts if len(after) > 1)
    found.update(before + sign + after[1:] for before, after in cuts if after for sign in _SIGNS)
    found.update(before + sign + after for before, after in cuts for sign in _SIGNS)
    found.discard(word)
    found.discard("")
    return found
