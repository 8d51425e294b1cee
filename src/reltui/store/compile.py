"""From a query's tree to what the full-text indexes are asked, and what remains to be checked.

The finder answers single words and fields exactly. Of a phrase, an exact word or a neighbourhood it
gives every row that may hold it; those are checked on the text. Dates are compared with the row's own.
Everything reaches SQLite as a bound value, every token in quotation marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from reltui.query import And, Named, Node, Not, Or, Tagged, When, Words
from reltui.query.tokens import folded, sound_beginnings, sounds, words
from reltui.store.indexed import (
    EVERYTHING,
    actor_tag,
    label_tags,
    party_tag,
    source_tag,
    source_tags,
    speaker_tag,
    value_tag,
)
from reltui.store.version import KEPT

_TAGS = {"actor": actor_tag, "with": party_tag, "says": speaker_tag}


@dataclass(frozen=True, slots=True)
class Resolve:
    """How a query's names become row numbers: by the actors and the sources of this database."""

    actors: Callable[[str, bool], Sequence[int]]  # (name or id, only its beginning) → actors
    source: Callable[[str], int | None]  # id → source
    expand: Callable[
        [str, str], Sequence[str] | None
    ]  # (kind, beginning) → tokens; None: too many, or none needed


@dataclass(frozen=True, slots=True)
class Plan:
    """What to ask the finder, between which days, and what to check on each row it gives.

    `match` is empty where the finder has nothing to say. `dates` must all hold. `rank` is the same
    question for the ranker, empty where there are no words to rank by. `sure` asks the
    ranker for rows that need no check, since their phrases are written as in the query. Of all rows only
    `every` n-th is asked about.
    """

    match: str
    rank: str
    sure: str
    dates: tuple[When, ...]
    checks: tuple[Node, ...]
    every: int = 1


def plan(tree: Node | None, kind: str, resolve: Resolve) -> Plan:
    """Return how to find the rows of a kind (`passage`, `event`, …) that answer a tree."""
    if tree is None:
        return Plan("", "", "", (), ())
    parts = tree.nodes if isinstance(tree, And) else (tree,)
    dates = tuple(part for part in parts if isinstance(part, When))
    rest = tuple(part for part in parts if not isinstance(part, When))
    finder = _Compiler(kind, resolve, _token)
    match = finder.bound(And(rest)) if rest else None
    checks = tuple(part for part in rest if not precise(part))
    rank = sure = None
    if kind == "passage" and rest:
        # a beginning is one phrase to the ranker, however many words have it
        ranker = _Compiler(kind, replace(resolve, expand=_as_it_is), _column)
        rank = ranker.bound(And(rest)) if any(True for _ in _positive_words(tree)) else None
        sure = ranker.sure(And(rest)) if checks else None
    return Plan(match or "", rank or "", sure or "", dates, checks)


def precise(node: Node) -> bool:
    """Whether the finder alone can say which rows answer."""
    if isinstance(node, Words):
        return len(node.words) == 1 and not node.exact
    if isinstance(node, When):
        return False
    if isinstance(node, Not):
        return precise(node.node)
    if isinstance(node, And | Or):
        return all(precise(child) for child in node.nodes)
    return True


def _as_it_is(kind: str, token: str) -> None:
    """Leave a beginning a beginning."""


def _positive_words(node: Node) -> Iterable[Words]:
    if isinstance(node, Words):
        yield node
    elif isinstance(node, And | Or):
        for child in node.nodes:
            yield from _positive_words(child)


Write = Callable[[str, str, bool], str]
"""Writes a token for an index: (column, token, only its beginning) → expression."""


def _token(column: str, token: str, open_end: bool = False) -> str:
    return f'"{_marked(column, token)}"{" *" if open_end else ""}'


def _column(column: str, token: str, open_end: bool = False) -> str:
    return f'{column} : "{token}"{" *" if open_end else ""}'


def _marked(column: str, token: str) -> str:
    """Return a token as the finder has it."""
    return f"~{token}" if column == "names" else token


class _Compiler:
    """Writes the expression of one index for one kind of row."""

    def __init__(self, kind: str, resolve: Resolve, write: Write) -> None:
        self._kind = kind
        self._resolve = resolve
        self._write = write

    def bound(self, node: Node) -> str | None:
        """Return an expression that every row which answers fulfils; None if all rows may answer."""
        if isinstance(node, Words):
            return _all(self._word(word, node, place) for place, word in enumerate(node.words))
        if isinstance(node, Named):
            return self._named(node)
        if isinstance(node, Tagged):
            return self._tagged(node)
        if isinstance(node, When):
            return None
        if isinstance(node, And):
            return self._and(node)
        if isinstance(node, Or):
            parts = [self.bound(child) for child in node.nodes]
            return None if None in parts else _any(part for part in parts if part)
        return self._and(And((node,)))

    def sure(self, node: Node) -> str | None:
        """Return an expression that only rows fulfil which answer; None if there is none. For the ranker."""
        if precise(node):
            return self.bound(node)
        if isinstance(node, Words):
            return _written(node)
        if isinstance(node, And):
            parts = [self.sure(child) for child in node.nodes if not isinstance(child, Not)]
            if None in parts or not all(precise(n) for n in node.nodes if isinstance(n, Not)):
                return None
            return self._and(node, self.sure)
        if isinstance(node, Or):
            return _any(part for child in node.nodes if (part := self.sure(child)))
        return None

    def _and(self, node: And, part_of: Callable[[Node], str | None] | None = None) -> str | None:
        wanted = [(part_of or self.bound)(child) for child in node.nodes if not isinstance(child, Not)]
        unwanted = [
            self.bound(child.node) for child in node.nodes if isinstance(child, Not) and precise(child.node)
        ]
        must = _all(part for part in wanted if part)
        must_not = _any(part for part in unwanted if part)
        if must_not is None:
            return must
        return f"({must or self._tag(EVERYTHING)} NOT {must_not})"

    def _named(self, leaf: Named) -> str:
        # a passage has no parties: with: asks there for who is named
        field = "actor" if leaf.field == "with" and self._kind != "event" else leaf.field
        found = self._resolve.actors(leaf.value, leaf.prefix)
        return _any(self._tag(_TAGS[field](key)) for key in found) or self._tag("_none")

    def _tagged(self, leaf: Tagged) -> str:
        if leaf.field == "place":
            tags = _all(self._somewhere(value) for value in leaf.values)
        elif leaf.field == "label":
            tags = _all(self._tag(tag) for value in leaf.values for tag in label_tags(value))
        elif leaf.field == "source":
            key = self._resolve.source(leaf.values[0])
            found = source_tags(leaf.values[0]) if key is None else [source_tag(key)]
            tags = _all(self._tag(tag) for tag in found)
        else:
            tags = _any(self._tag(value_tag(leaf.field, value)) for value in leaf.values)
        return tags or self._tag("_none")

    def _word(self, word: str, leaf: Words, place: int) -> str:
        """Return what every row with this word of a query fulfils: its letters, or a name that sounds so."""
        letters = folded(word)
        open_end = leaf.prefix and place == len(leaf.words) - 1
        ways: list[str] = []
        if letters:
            ways += self._beginning("words", letters) if open_end else [self._write("words", letters, False)]
        if not leaf.exact:
            ways += [self._write("names", key, False) for key in sounds(word)]
            if open_end:
                ways += [way for key in sound_beginnings(word) for way in self._beginning("names", key)]
        return _any(ways) or self._tag("_none")

    def _beginning(self, column: str, token: str) -> list[str]:
        """Return the ways to ask for what begins so: the words themselves where they are few.

        The index answers a word as fast as it finds the first rows, but must gather all rows of a
        beginning it does not keep.
        """
        known = self._resolve.expand(self._kind, _marked(column, token))
        if known is None:
            return [self._write(column, token, True)]
        return [self._write(column, term.removeprefix("~"), False) for term in known]

    def _somewhere(self, place: str) -> str:
        """Return what is so of a place under any name that the tables have for it."""
        from reltui.authority.spelled import place_names

        own = _all(self._place(word) for word in words(place))
        spelt = {tuple(part for word in words(name) if (part := folded(word))) for name in place_names(place)}
        known = [_all(self._tag(f"_p{word}") for word in name) for name in sorted(spelt)]
        return _any(way for way in (own, *known) if way) or self._tag("_none")

    def _place(self, word: str) -> str:
        ways = [f"_p{folded(word)}", *(f"_q{key}" for key in sounds(word))]
        return _any(map(self._tag, ways)) or self._tag("_none")

    def _tag(self, tag: str) -> str:
        return self._write("tags", tag, False)


def _written(leaf: Words) -> str | None:
    """Return where the ranker has the words of a phrase or a neighbourhood as they are written."""
    letters = [folded(word) for word in leaf.words]
    if leaf.exact or not all(letters) or (leaf.prefix and len(letters[-1]) <= KEPT):
        return None  # the ranker keeps no index of beginnings
    if not leaf.near:
        return f'words : "{" ".join(letters)}"{" *" if leaf.prefix else ""}'
    if len(set(letters)) < len(letters):
        return None  # the ranker would take one place for two of the words
    reach = leaf.near + len(letters) - 2  # counted between the first and the last of them
    quoted = " ".join(f'"{word}"' for word in letters)
    return f"words : NEAR({quoted}, {reach})"


def _all(parts: Iterable[str]) -> str | None:
    return _join(parts, " AND ")


def _any(parts: Iterable[str]) -> str | None:
    return _join(parts, " OR ")


def _join(parts: Iterable[str], word: str) -> str | None:
    found = list(dict.fromkeys(parts))
    if len(found) < 2:
        return found[0] if found else None
    return f"({word.join(found)})"
