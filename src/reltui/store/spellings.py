"""How else a name that is searched for is spelt: in this corpus, and by those who leave its diacritics out.

By sound alone `duric` is not Джурич: it is how one writes Đurić who has no đ. Two rules tell more of a word:
the customs of those who write so (d for đ and dž in what ends as a South Slavic surname, German s for z); and
the names of the people of this corpus: who has the word in one of them is meant by the other spellings of it, as
the texts and the tables have them (Kuleba and Кулебой, Wałęsa and Валенса). Only names are sought in
other spellings, by their sounds, so no other word is taken for one.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import product

from reltui.query import And, Node, Not, Or, Words
from reltui.query.tokens import folded, sounds, words
from reltui.query.tree import walk
from reltui.store.indexed import value_tag
from reltui.store.places import select

_SHORTEST = 3  # letters of a word that may be spelt otherwise
_MOST_WORDS = 8  # words of a query for which other spellings are sought
_MOST_PEOPLE = 4  # of those who have the word in a name, the most often named
_MOST_NAMES = 24  # spellings of theirs that are looked at
_MOST_KEYS = 12
_MOST_KNOWN = 4_000
_ORDINARY = 2  # times as many passages with a word as with a name that sounds so
_MOST_COMPARED = 6  # words that are known to be the one that is sought
_MOST_D = 3  # letters of a word that may be đ
_PLAIN = str.maketrans("đłøıħŧ", "dloiht")  # letters that have no mark to take off
# names out of Cyrillic as German has them: Selenskyj, Sacharowa, Sjuganow
_GERMAN = re.compile(r"s[aeioujy][a-z]+(?:[eo]wa?|[iy]j|tsch|tschuk|tschenko)").fullmatch

Keys = tuple[str, ...]


class Spellings:
    """Says by what other sounds words of queries are sought, over one connection; remembers what it said."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str, Keys] = {}

    def tree(self, node: Node | None) -> Node | None:
        """Return a tree whose words say how else they sound; the same tree where none does."""
        if node is None:
            return None
        asked = [leaf for leaf, _ in walk(node) if isinstance(leaf, Words) and not leaf.exact]
        if not asked or sum(len(leaf.words) for leaf in asked) > _MOST_WORDS:
            return node
        return self._told(node)

    def _told(self, node: Node) -> Node:
        if isinstance(node, Words):
            if node.exact or node.also:
                return node
            also = tuple(self.of(word) for word in node.words)
            return replace(node, also=also) if any(also) else node
        if isinstance(node, And | Or):
            nodes = tuple(self._told(child) for child in node.nodes)
            same = all(one is other for one, other in zip(nodes, node.nodes, strict=True))
            return node if same else type(node)(nodes)
        if isinstance(node, Not):
            inner = self._told(node.node)
            return node if inner is node.node else Not(inner)
        return node

    def of(self, word: str) -> Keys:
        """Return the sounds of other spellings of a word, without those that it has by itself."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            known = self._known[word] = self._find(word)
        return known

    def _find(self, word: str) -> Keys:
        own = sounds(word)
        if len(word) < _SHORTEST or not own:
            return ()
        found = dict.fromkeys((*own, *self._heard(_otherwise(word, own))))
        if self._is_ordinary(word, found):
            return ()
        self._people(word, found)
        return tuple(key for key in found if key not in own)[:_MOST_KEYS]

    def _is_ordinary(self, word: str, keys: Iterable[str]) -> bool:
        """Whether a word mostly stands where no name can be: in small letters."""
        return self._passages(folded(word)) > _ORDINARY * max(self._passages(f"~{key}") for key in keys)

    def _passages(self, term: str) -> int:
        row = self._connection.execute("SELECT passages FROM vocabulary WHERE term = ?", (term,)).fetchone()
        return row[0] if row else 0

    def _heard(self, keys: list[str]) -> list[str]:
        """Return which of some sounds the corpus has."""
        if not keys:
            return []
        sql = "SELECT v.term FROM json_each(?) k JOIN vocabulary v ON v.term = k.value"
        terms = json.dumps([f"~{key}" for key in keys])
        return [term[1:] for (term,) in self._connection.execute(sql, (terms,))]

    def _people(self, word: str, found: dict[str, None]) -> None:
        """Add the sounds of the spellings of a word by which those are named who have it in their names."""
        tokens = [f'"{token}"' for token in (folded(word), *(f"~{key}" for key in found)) if token]
        match = f'({" OR ".join(tokens)}) AND "{value_tag("kind", "person")}"'
        sql = "SELECT rowid FROM actor_finder WHERE actor_finder MATCH ? ORDER BY rowid LIMIT ?"
        keys = [key for (key,) in self._connection.execute(sql, (match, _MOST_PEOPLE))]
        spelt: dict[int, list[list[str]]] = {}
        for actor, text in select(
            self._connection, "SELECT actor, text FROM names WHERE actor IN {keys}", keys
        ):
            spelt.setdefault(actor, []).append([part for part in words(text) if len(part) >= _SHORTEST])
        for names in spelt.values():
            _add(word, names[:_MOST_NAMES], found)


def _add(word: str, names: list[list[str]], found: dict[str, None]) -> None:
    """Add the sounds of those words of one person's names that are other spellings of a word.

    A word without diacritics is the one that has them. Where nothing in a name sounds like the word, it is what
    is most like it, or like what sounds so in the other names; of two words without diacritics neither is taken
    for the other by their looks alone.
    """
    for part in dict.fromkeys(part for name in names for part in name if not part.isascii()):
        if word.isascii() and word.lower() in (_bare(part), folded(part)):
            # Cyrillic letters leave fewer readings open, and what might be a case of another name none at all
            found.update(dict.fromkeys(sounds(part) if part[0] < "\u0370" else sounds(part)[:1]))
    plain, same, others = folded(word), {word: None}, list[list[str]]()
    for name in names:
        mine = [part for part in name if folded(part) == plain or not found.keys().isdisjoint(sounds(part))]
        same.update(dict.fromkeys(mine))
        others += [] if mine else [name]
    for _ in range(2):  # then what is like those that were like it
        known = list(same)[:_MOST_COMPARED]
        for name in others:
            scored = [(score, part) for part in name if (score := max(_likeness(one, part) for one in known))]
            if scored:
                found[sounds(max(scored)[1])[0]] = same[max(scored)[1]] = None


def _bare(word: str) -> str:
    """Return a word without its diacritics, as it is written where there are none."""
    letters = unicodedata.normalize("NFD", word.lower().translate(_PLAIN))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _likeness(one: str, other: str) -> float:
    """Return how alike two words sound if they do so enough to be one name of one person, else 0.

    Two sounds of three must agree, as in Gül and Гюль, Wałęsa and Валенсой.
    """
    if one.isascii() and other.isascii():
        return 0.0
    best = 0.0
    for first in _forms(one):
        for second in _forms(other):
            longest, wrong = max(len(first), len(second)), _distance(first, second)
            best = max(best, 1 - wrong / longest if wrong * 3 <= longest else 0.0)
    return best


@lru_cache(maxsize=1 << 10)
def _forms(word: str) -> tuple[str, ...]:
    """Return how a word sounds, and without an ending that may be that of a Cyrillic case."""
    from reltui.names.endings import loose_stems
    from reltui.names.soundkeys import sound_key
    from reltui.names.sounds import readings

    small = word.lower()
    return (*sounds(word)[:1], *map(sound_key, loose_stems(small, readings(small))))


def _distance(one: str, other: str) -> int:
    """Return how many letters must be changed, added or left out to make one word of the other (Levenshtein)."""
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for place, sign in enumerate(other):
            now.append(min(before[place] + (letter != sign), before[place + 1] + 1, now[place] + 1))
        before = now
    return before[-1]


def _otherwise(word: str, keys: Keys) -> list[str]:
    """Return how a name may sound without a case ending, without its diacritics, or as German has it.

    What ends as a South Slavic surname may have d for đ and dž, or these for it; German has s for z before a vowel.
    """
    found: list[str] = []
    if keys[0][-1] not in "aei":  # as names end by themselves too: Марина
        found += _forms(word)[1:]
    for key in keys:
        if key.endswith("ic") and len(key) > 4:
            found.append(key.replace("q", "d"))
            pieces = key.replace("dz", "d").split("d")
            if word.isascii() and 1 < len(pieces) <= _MOST_D + 1:
                signs = product("dq", repeat=len(pieces) - 1)
                found += ["".join(map("".join, zip(pieces, (*some, ""), strict=True))) for some in signs]
        elif key[0] == "s" and _GERMAN(word.lower()):
            found.append(f"z{key[1:]}")
    return [key for key in dict.fromkeys(found) if key not in keys]
