"""From a query's tree to what the full-text indexes are asked, and what remains to be checked.

The finder answers single words and fields exactly. Of a phrase, an exact word or a neighbourhood it
gives every row that may hold it; those are checked on the text, but for those of which the index of
phrases says that they hold it as it is written. Dates are compared with the row's own.
Everything reaches SQLite as a bound value, every token in quotation marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reltui.query import And, Named, Node, Not, Or, Tagged, When, Words
from reltui.query.tokens import folded, sound_beginnings, sounds, words
from reltui.query.tree import conjuncts
from reltui.store.indexed import (
    EVERYTHING,
    TYPED,
    actor_tag,
    beginning,
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
    places: Callable[[str], Sequence[str]]  # name of a place → its other names


@dataclass(frozen=True, slots=True)
class Plan:
    """What to ask the finder, between which days, and what to check on each row it gives.

    `match` is empty where the finder has nothing to say. `dates` must all hold. `sure` asks the index of
    phrases for rows that need no check, since their phrases are written as in the query; `within` must hold of
    them too, if it is not empty. Of all rows only `every` n-th is asked about. `rest` is the query without its dates.
    """

    match: str
    sure: str
    within: str
    dates: tuple[When, ...]
    checks: tuple[Node, ...]
    every: int = 1
    rest: tuple[Node, ...] = ()


def plan(tree: Node | None, kind: str, resolve: Resolve) -> Plan:
    """Return how to find the rows of a kind (`passage`, `event`, …) that answer a tree."""
    if tree is None:
        return Plan("", "", "", (), ())
    dates, rest = parts(tree)
    match = Compiler(kind, resolve).bound(And(rest)) if rest else None
    checks = tuple(part for part in rest if not precise(part))
    sure = written(And(rest)) if checks and kind == "passage" else None
    within = match if len(checks) < len(rest) else None  # phrases alone say all that the finder could
    return Plan(match or "", sure or "", within or "", dates, checks, rest=rest)


def parts(tree: Node) -> tuple[tuple[When, ...], tuple[Node, ...]]:
    """Return the dates that must hold, and what else must."""
    nodes = conjuncts(tree)
    return tuple(part for part in nodes if isinstance(part, When)), tuple(
        part for part in nodes if not isinstance(part, When)
    )


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


def written(node: Node) -> str | None:
    """Return what to ask the index of phrases for rows that answer, if they answer the finder; None for nothing."""
    parts = conjuncts(node)
    if not all(precise(part.node) for part in parts if isinstance(part, Not)):
        return None
    found = [_phrases(part) for part in parts if not precise(part)]
    return None if None in found else all_of(part for part in found if part)


def _phrases(node: Node) -> str | None:
    """Return an expression for the index of phrases that only rows fulfil which answer; None if there is none."""
    if isinstance(node, Words):
        return _written(node)
    if isinstance(node, And):
        found = [_phrases(child) for child in node.nodes]
        return None if None in found else all_of(part for part in found if part)
    if isinstance(node, Or):
        return any_of(part for child in node.nodes if (part := _phrases(child)))
    return None


def _written(leaf: Words) -> str | None:
    """Return where words, a phrase or a neighbourhood stand as they are written."""
    letters = [folded(word) for word in leaf.words]
    if leaf.exact or not all(letters) or (leaf.prefix and len(letters[-1]) <= KEPT):
        return None  # there is no index of beginnings here
    if not leaf.near:
        return f'"{" ".join(letters)}"{" *" if leaf.prefix else ""}'
    if len(set(letters)) < len(letters):
        return None  # the index would take one place for two of the words
    reach = leaf.near + len(letters) - 2  # counted between the first and the last of them
    quoted = " ".join(f'"{word}"' for word in letters)
    return f"NEAR({quoted}, {reach})"


def token(text: str, open_end: bool = False) -> str:
    """Return a token for an expression, or what begins so."""
    return f'"{text}"{" *" if open_end else ""}'


class Compiler:
    """Writes the expression of the finder of one kind of row; `instead` says what some words are asked for by.

    Of the words of `held` it is known that they stand there: what they answer need not be asked. What is known
    is said by their expressions.
    """

    def __init__(
        self,
        kind: str,
        resolve: Resolve,
        instead: Mapping[Words, str] | None = None,
        held: Mapping[Words, str] | None = None,
    ) -> None:
        self._kind = kind
        self._resolve = resolve
        self._instead = instead or {}
        self._held = held or {}

    def narrowed(self, nodes: Sequence[Node]) -> str | None:
        """Return an expression for rows that answer all of these and have what is held; None for all rows."""
        return self._and(And(tuple(nodes)), tuple(self._held.values()))

    def bound(self, node: Node) -> str | None:
        """Return an expression that every row which answers fulfils; None if all rows may answer."""
        if isinstance(node, Words):
            if node in self._held:
                return None
            return self._instead.get(node) or all_of(
                self._word(word, node, place) for place, word in enumerate(node.words)
            )
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
            return None if None in parts else any_of(part for part in parts if part)
        return self._and(And((node,)))

    def _and(self, node: And, more: tuple[str, ...] = ()) -> str | None:
        wanted = [*more, *(self.bound(child) for child in node.nodes if not isinstance(child, Not))]
        refused = Compiler(self._kind, self._resolve) if self._held else self
        unwanted = [
            refused.bound(child.node)
            for child in node.nodes
            if isinstance(child, Not) and precise(child.node)
        ]
        must = all_of(part for part in wanted if part)
        must_not = any_of(part for part in unwanted if part)
        if must_not is None:
            return must
        return f"({must or all_of(self._held.values()) or token(EVERYTHING)} NOT {must_not})"

    def _named(self, leaf: Named) -> str:
        # a passage has no parties: with: asks there for who is named
        field = "actor" if leaf.field == "with" and self._kind != "event" else leaf.field
        found = self._resolve.actors(leaf.value, leaf.prefix)
        return any_of(token(_TAGS[field](key)) for key in found) or token("_none")

    def _tagged(self, leaf: Tagged) -> str:
        if leaf.field == "place":
            tags = all_of(self._somewhere(value) for value in leaf.values)
        elif leaf.field == "label":
            tags = all_of(token(tag) for value in leaf.values for tag in label_tags(value))
        elif leaf.field == "source":
            key = self._resolve.source(leaf.values[0])
            found = source_tags(leaf.values[0]) if key is None else [source_tag(key)]
            tags = all_of(token(tag) for tag in found)
        else:
            tags = any_of(token(value_tag(leaf.field, value)) for value in leaf.values)
        return tags or token("_none")

    def _word(self, word: str, leaf: Words, place: int) -> str:
        """Return what every row with this word of a query fulfils: its letters, or a name that sounds so."""
        letters = folded(word)
        open_end = leaf.prefix and place == len(leaf.words) - 1
        ways: list[str] = []
        if letters:
            ways += self._beginning(letters) if open_end else [token(letters)]
        if not leaf.exact:
            ways += [token(f"~{key}") for key in (*sounds(word), *leaf.heard(place))]
            if open_end:
                ways += [way for key in sound_beginnings(word) for way in self._beginning(f"~{key}")]
        return any_of(ways) or token("_none")

    def _beginning(self, begin: str) -> list[str]:
        """Return the ways to ask for what begins so: the words themselves where they are few.

        The index answers a word as fast as it finds the first rows, but must gather all rows of a
        beginning for which it has no token.
        """
        if len(begin) <= KEPT and self._kind in TYPED:
            return [token(beginning(begin))]
        known = self._resolve.expand(self._kind, begin)
        return [token(begin, True)] if known is None else [token(term) for term in known]

    def _somewhere(self, place: str) -> str:
        """Return what is so of a place under any name that the tables have for it."""
        own = all_of(self._place(word) for word in words(place))
        spelt = {
            tuple(part for word in words(name) if (part := folded(word)))
            for name in self._resolve.places(place)
        }
        known = [all_of(token(f"_p{word}") for word in name) for name in sorted(spelt)]
        return any_of(way for way in (own, *known) if way) or token("_none")

    def _place(self, word: str) -> str:
        ways = [f"_p{folded(word)}", *(f"_q{key}" for key in sounds(word))]
        return any_of(map(token, ways)) or token("_none")


def all_of(parts: Iterable[str]) -> str | None:
    """Return an expression that asks for all of these; None of nothing."""
    return _join(parts, " AND ")


def any_of(parts: Iterable[str]) -> str | None:
    """Return an expression that asks for one of these at least; None of nothing."""
    return _join(parts, " OR ")


def _join(parts: Iterable[str], word: str) -> str | None:
    found = list(dict.fromkeys(parts))
    if len(found) < 2:
        return found[0] if found else None
    return f"({word.join(found)})"
