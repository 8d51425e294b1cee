"""What somebody may have meant where nothing was found: the nearest names and words of the corpus."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from reltui.names import fold
from reltui.query.tokens import words

_MOST_WORDS = 200_000  # vocabulary looked through; beyond that, words that share the first letter
_ALIKE = 72  # of 100: two letters wrong in a word of seven


def suggest(connection: sqlite3.Connection, text: str, limit: int) -> list[str]:
    """Return the nearest names and words, the nearest first; none where nothing is near."""
    wanted = words(text)
    if not wanted or limit < 1:
        return []
    scored: dict[str, float] = {}
    for name, spellings in _names(connection):
        best = max(_name_score(wanted, spelling) for spelling in spellings)
        if best >= _ALIKE:
            scored[name] = best
    for word, score in _words(connection, wanted):
        scored.setdefault(word, score - 5)  # of a name and a word that are equally near, the name
    present = {part.lower() for part in wanted}
    ranked = sorted(scored, key=lambda found: (-scored[found], found))
    return [found for found in ranked if found.lower() not in present][:limit]


def _names(connection: sqlite3.Connection) -> Iterator[tuple[str, list[str]]]:
    sql = (
        "SELECT a.name, group_concat(n.text, char(31)) FROM actors a LEFT JOIN names n ON n.actor = a.key "
        "GROUP BY a.key ORDER BY a.key LIMIT 50000"
    )
    for name, spellings in connection.execute(sql):
        yield name, list(dict.fromkeys([name, *(spellings.split("\x1f") if spellings else [])]))


def _name_score(wanted: list[str], name: str) -> float:
    """Return how near the words asked for come to the words of a name, in any script: 0 to 100."""
    from rapidfuzz.fuzz import ratio

    parts = fold(name).split()
    if not parts:
        return 0.0
    asked = [fold(word).replace(" ", "") for word in wanted]
    return sum(max(ratio(word, part) for part in parts) for word in asked) / len(asked)


def _words(connection: sqlite3.Connection, wanted: list[str]) -> Iterator[tuple[str, float]]:
    """Yield near words of the corpus for a query of one word."""
    if len(wanted) != 1:
        return
    from rapidfuzz import fuzz, process

    asked = fold(wanted[0]).replace(" ", "")
    sql = "SELECT term FROM vocabulary WHERE term >= ? AND term < ? ORDER BY passages DESC LIMIT ?"
    rows = connection.execute(sql, (asked[:1], asked[:1] + "\U0010ffff", _MOST_WORDS))
    vocabulary = [term for (term,) in rows if len(term) > 2]
    for term, score, _ in process.extract(
        asked, vocabulary, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=10
    ):
        if term != asked:
            yield term, score
