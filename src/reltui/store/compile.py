"""From a query's tree to what the full-text index is asked, and what remains to be checked.

The index answers single words and fields exactly. Of a phrase, an exact word or a neighbourhood it
gives every row that may hold it; those are checked on the text. Dates are compared with the row's own.
Everything reaches SQLite as a bound value, every word in quotation marks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reltui.query import And, Named, Node, Not, Or, Tagged, When, Words
from reltui.query.tokens import folded, sound_beginnings, sounds, words
from reltui.store.indexed import (
    EVERYTHING,
    actor_tag,
    party_tag,
    source_tag,
    source_tags,
    speaker_tag,
    value_tag,
)

_NOTHING = 'tags : "_none"'  # a tag that no row has

_TAGS = {"actor": actor_tag, "with": party_tag, "says": speaker_tag}


@dataclass(frozen=True, slots=True)
class Resolve:
    """How a query's names become row numbers: by the actors and the sources of this database."""

    actors: Callable[[str, bool], Sequence[int]]  # (name or id, only its beginning) → actors
    source: Callable[[str], int | None]  # id → source


@dataclass(frozen=True, slots=True)
class Plan:
    """What to ask the index, between which days, and what to check on each row it gives.

    `match` is empty where the index has nothing to say. `dates` must all hold.
    """

    match: str
    dates: tuple[When, ...]
    checks: tuple[Node, ...]


def plan(tree: Node | None, kind: str, resolve: Resolve) -> Plan:
    """Return how to find the rows of a kind (`passage`, `event`, …) that answer a tree."""
    if tree is None:
        return Plan("", (), ())
    parts = tree.nodes if isinstance(tree, And) else (tree,)
    dates = tuple(part for part in parts if isinstance(part, When))
    rest = tuple(part for part in parts if not isinstance(part, When))
    compiler = _Compiler(kind, resolve)
    bound = compiler.bound(And(rest)) if rest else None
    return Plan(bound or "", dates, tuple(part for part in rest if not precise(part)))


def precise(node: Node) -> bool:
    """Whether the index alone can say which rows answer."""
    if isinstance(node, Words):
        return len(node.words) == 1 and not node.exact and len(folded(node.words[0])) <= 1
    if isinstance(node, When):
        return False
    if isinstance(node, Not):
        return precise(node.node)
    if isinstance(node, And | Or):
        return all(precise(child) for child in node.nodes)
    return True


class _Compiler:
    """Writes the expression of the index for one kind of row."""

    def __init__(self, kind: str, resolve: Resolve) -> None:
        self._kind = kind
        self._resolve = resolve

    def bound(self, node: Node) -> str | None:
        """Return an expression that every row which answers fulfils; None if all rows may answer."""
        if isinstance(node, Words):
            return _all(_word(word, node, place) for place, word in enumerate(node.words))
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

    def _and(self, node: And) -> str | None:
        wanted = [self.bound(child) for child in node.nodes if not isinstance(child, Not)]
        unwanted = [
            self.bound(child.node) for child in node.nodes if isinstance(child, Not) and precise(child.node)
        ]
        must = _all(part for part in wanted if part)
        must_not = _any(part for part in unwanted if part)
        if must_not is None:
            return must
        return f"({must or _tag(EVERYTHING)} NOT {must_not})"

    def _named(self, leaf: Named) -> str:
        # a passage has no parties: with: asks there for who is named
        field = "actor" if leaf.field == "with" and self._kind != "event" else leaf.field
        found = self._resolve.actors(leaf.value, leaf.prefix)
        return _any(_tag(_TAGS[field](key)) for key in found) or _NOTHING

    def _tagged(self, leaf: Tagged) -> str:
        if leaf.field == "place":
            return _all(_place(word) for value in leaf.values for word in words(value)) or _NOTHING
        if leaf.field == "source":
            return self._source(leaf.values[0])
        return _any(_tag(value_tag(leaf.field, value)) for value in leaf.values) or _NOTHING

    def _source(self, value: str) -> str:
        key = self._resolve.source(value)
        if key is not None:
            return _tag(source_tag(key))
        return _all(_tag(tag) for tag in source_tags(value)) or _NOTHING


def _word(word: str, leaf: Words, place: int) -> str:
    """Return what every row with this word of a query fulfils: its letters, or a name that sounds so."""
    parts = folded(word)
    if not parts:
        return _NOTHING
    open_end = leaf.prefix and place == len(leaf.words) - 1
    ways = [f'words : "{" ".join(parts)}"{" *" if open_end else ""}']
    if not leaf.exact and len(parts) == 1:
        heard = [f'"{key}"' for key in sounds(word)]
        if open_end:
            heard += [f'"{key}" *' for key in sound_beginnings(word)]
        if heard:
            ways.append(f"names : ({' OR '.join(dict.fromkeys(heard))})")
    return _any(ways) or _NOTHING


def _place(word: str) -> str:
    ways = [_tag(f"_p{part}") for part in folded(word)] + [_tag(f"_q{key}") for key in sounds(word)]
    return _any(ways) or _NOTHING


def _tag(tag: str) -> str:
    return f'tags : "{tag}"'


def _all(parts: Iterable[str]) -> str | None:
    return _join(parts, " AND ")


def _any(parts: Iterable[str]) -> str | None:
    return _join(parts, " OR ")


def _join(parts: Iterable[str], word: str) -> str | None:
    found = list(dict.fromkeys(parts))
    if len(found) < 2:
        return found[0] if found else None
    return f"({word.join(found)})"
