"""What somebody may have meant where nothing was found: the nearest names and words of the corpus."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from reltui.query.lexer import LONGEST_QUERY, Term, clean, lex
from reltui.query.tokens import folded, sounds, words
from reltui.store.near import ALIKE, Vocabulary
from reltui.store.places import select

_MOST_WORDS = 8  # of a query that are looked at
_MOST_TOKENS = 40  # spellings and sounds that a word of a name is looked for by
_LOOKED_AT = 60  # actors that are compared
_SAME_BUT_A_WORD = 5  # of a name and a word that are equally near, the name


def suggest(connection: sqlite3.Connection, text: str, limit: int) -> list[str]:
    """Return the nearest names and queries, the nearest first; none where nothing is near.

    Of several words and names those that the corpus does not have are replaced, the rest stays as typed.
    """
    terms = [term for term in lex(clean(text[: 2 * LONGEST_QUERY])) if term.kind in ("word", "phrase")]
    asked = [word for term in terms for word in words(term.text, _MOST_WORDS)][:_MOST_WORDS]
    if not any(map(folded, asked)) or limit < 1:
        return []
    known = Vocabulary(connection)
    plain = not any(term.field for term in terms)
    scored = dict(_names(connection, known, asked)) if plain else {}
    if len(asked) == 1 and plain:
        near = known.words(folded(asked[0]))
        scored.update({word: score - _SAME_BUT_A_WORD for word, score in near if word not in scored})
    else:
        for meant, score in _mended(connection, known, terms):
            scored.setdefault(meant, score - _SAME_BUT_A_WORD)
    ranked = sorted(scored, key=lambda found: (-scored[found], found))
    same = [folded(word) for word in asked]
    return [found for found in ranked if list(map(folded, words(found))) != same][:limit]


def _names(
    connection: sqlite3.Connection, known: Vocabulary, asked: Sequence[str]
) -> Iterator[tuple[str, float]]:
    """Yield (name, score) of the actors one of whose names is near."""
    tokens = [_tokens(known, word) for word in asked]
    ways = [f"({' OR '.join(some)})" for some in tokens if some]
    if not ways:
        return
    sql = "SELECT rowid FROM actor_finder WHERE actor_finder MATCH ? ORDER BY rowid LIMIT ?"
    keys: list[int] = []
    for match in dict.fromkeys((" AND ".join(ways), " OR ".join(ways))):
        keys = [key for (key,) in connection.execute(sql, (match, _LOOKED_AT))]
        if keys:
            break
    spelled = "SELECT key, name, name FROM actors WHERE key IN {keys}"
    others = (
        "SELECT a.key, a.name, n.text FROM names n JOIN actors a ON a.key = n.actor WHERE n.actor IN {keys}"
    )
    for statement in (spelled, others):
        for _, name, spelling in select(connection, statement, keys):
            score = _nearness(asked, words(spelling))
            if score >= ALIKE:
                yield name, score


def _tokens(known: Vocabulary, word: str) -> list[str]:
    """Return what the index of names is asked for, for a word of a name that may be misspelt."""
    letters = folded(word)
    found = known.names(letters) if letters else []
    for key in sounds(word)[:2]:
        found += known.sounds(key)
    found.sort(key=lambda pair: -pair[1])
    return [f'"{token}"' for token, _ in found[:_MOST_TOKENS]]


def _nearness(asked: Sequence[str], name: Sequence[str]) -> float:
    """Return how near each word asked for comes to one of a name, by letters or by sound: 0 to 100."""
    from rapidfuzz.fuzz import ratio

    def near(word: str, part: str) -> float:
        heard = [ratio(one, other) for one in sounds(word)[:2] for other in sounds(part)[:2]]
        return max([ratio(folded(word), folded(part)), *heard])

    return sum(max((near(word, part) for part in name), default=0.0) for word in asked) / len(asked)


def _mended(
    connection: sqlite3.Connection, known: Vocabulary, terms: Sequence[Term]
) -> Iterator[tuple[str, float]]:
    """Yield queries in which what the corpus does not have is replaced by what is near to it."""
    pieces = [term.raw for term in terms]
    for place, term in enumerate(terms[:_MOST_WORDS]):
        if term.field in ("actor", "with", "says"):
            found = [
                (f'{term.field}:"{name}"', score)
                for name, score in _names(connection, known, words(term.text))
            ]
            missing = not any(score == 100 for _, score in found)
        elif term.field:
            continue
        else:
            parts = words(term.text)
            lacking = [word for word in parts if folded(word) and not known.has(folded(word))]
            missing = len(lacking) == 1
            found = [
                (term.raw.replace(lacking[0], near), score)
                for near, score in (known.words(folded(lacking[0])) if missing else ())
            ]
        if missing:
            for meant, score in found:
                yield " ".join((*pieces[:place], meant, *pieces[place + 1 :])), score
