"""What somebody may have meant where nothing was found: the nearest names and words of the corpus."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from reltui.query.tokens import folded, sounds, words

_MOST_NAMES = 50_000  # actors looked through, the most mentioned ones
_MOST_WORDS = 100_000  # words looked through that begin with the same letter, the most frequent ones
_ALIKE = 72  # of 100: two letters wrong in a word of seven
_WORTH_A_LOOK = 50  # by letters, before it is tried by sound
_LOOKED_AT = 60


def suggest(connection: sqlite3.Connection, text: str, limit: int) -> list[str]:
    """Return the nearest names and words, the nearest first; none where nothing is near.

    Of several words those that the corpus does not have are replaced, the others left as they are.
    """
    asked = [folded(word) for word in words(text)[:8]]
    if not any(asked) or limit < 1:
        return []
    scored = dict(_names(connection, words(text)[:8]))
    for place, word in enumerate(asked):
        if len(asked) > 1 and _is_known(connection, word):
            continue
        for near, score in _words(connection, word):
            meant = " ".join((*asked[:place], near, *asked[place + 1 :]))
            scored.setdefault(meant, score - 5)  # of a name and a word that are equally near, the name
    ranked = sorted(scored, key=lambda found: (-scored[found], found))
    return [found for found in ranked if " ".join(map(folded, words(found))) != " ".join(asked)][:limit]


def _names(connection: sqlite3.Connection, asked: list[str]) -> Iterator[tuple[str, float]]:
    """Yield (name, score) of the actors one of whose names is near."""
    from rapidfuzz import fuzz, process

    sql = (
        "SELECT a.name, a.name FROM actors a WHERE a.key <= ?1 "
        "UNION SELECT a.name, n.text FROM actors a JOIN names n ON n.actor = a.key WHERE a.key <= ?1"
    )
    spelled: dict[str, list[str]] = {}  # a folded spelling → the actors who have it
    for name, spelling in connection.execute(sql, (_MOST_NAMES,)):
        spelled.setdefault(" ".join(map(folded, words(spelling))), []).append(name)
    text = " ".join(map(folded, asked))
    found = process.extract(
        text, spelled.keys(), scorer=fuzz.partial_ratio, score_cutoff=_WORTH_A_LOOK, limit=_LOOKED_AT
    )
    for spelling, _, _ in found:
        score = _nearness(asked, spelling.split())
        if score >= _ALIKE:
            yield from ((name, score) for name in spelled[spelling])


def _nearness(asked: list[str], name: list[str]) -> float:
    """Return how near each word asked for comes to one of a name, by letters or by sound: 0 to 100."""
    from rapidfuzz.fuzz import ratio

    def near(word: str, part: str) -> float:
        heard = [ratio(one, other) for one in sounds(word) for other in sounds(part)]
        return max([ratio(folded(word), part), *heard])

    return sum(max((near(word, part) for part in name), default=0.0) for word in asked) / len(asked)


def _is_known(connection: sqlite3.Connection, word: str) -> bool:
    sql = "SELECT 1 FROM vocabulary WHERE term = ? AND passages > 0"
    return connection.execute(sql, (word,)).fetchone() is not None


def _words(connection: sqlite3.Connection, word: str) -> Iterator[tuple[str, float]]:
    """Yield near words of the corpus, with their scores."""
    from rapidfuzz import fuzz, process

    sql = "SELECT term FROM vocabulary WHERE term >= ? AND term < ? ORDER BY passages DESC LIMIT ?"
    first = word[:1]
    rows = connection.execute(sql, (first, f"{first}\U0010ffff", _MOST_WORDS))
    vocabulary = [term for (term,) in rows if len(term) > 2]
    for term, score, _ in process.extract(word, vocabulary, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=10):
        yield term, score
