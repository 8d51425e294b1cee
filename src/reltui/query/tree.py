"""What a query is once it is understood: a tree of what must, may and must not be there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

NamedField = Literal["actor", "with", "says"]
TagField = Literal["type", "status", "place", "source", "kind", "lang", "has", "label"]


@dataclass(frozen=True, slots=True)
class Words:
    """One word, or several that stand side by side (a phrase) or near each other.

    `prefix` lets the last one be only the beginning of a word. `exact` takes the script and the
    diacritics at their word (and capitals, where the query has one). `near` is how many words may
    stand between them in any order; 0 is a phrase. `also` says of each word how it sounds in other
    spellings, where a corpus tells of such.
    """

    words: tuple[str, ...]
    prefix: bool = False
    exact: bool = False
    near: int = 0
    also: tuple[tuple[str, ...], ...] = ()

    def heard(self, place: int) -> tuple[str, ...]:
        """Return how the word at a place sounds in other spellings."""
        return self.also[place] if self.also else ()


@dataclass(frozen=True, slots=True)
class Named:
    """What names an actor, has them as a party, or is said by them; `value` is an id or any spelling."""

    field: NamedField
    value: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """What may have happened between two ISO days, both included; None where that side is open."""

    lower: str | None
    upper: str | None
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """What is of one of these kinds. `values` are of the vocabulary, or free text for place and source."""

    field: TagField
    values: tuple[str, ...]
    value: str  # as it was typed


@dataclass(frozen=True, slots=True)
class Not:
    """What does not answer `node`."""

    node: Node


@dataclass(frozen=True, slots=True)
class And:
    """What answers all of them."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What answers one of them at least."""

    nodes: tuple[Node, ...]


Leaf: TypeAlias = Words | Named | When | Tagged
Node: TypeAlias = Leaf | Not | And | Or


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was typed and as it was understood; a search and a filter alike.

    `tree` is None where nothing is asked for. `typed` is the tree as it stands while somebody is still
    typing: the last word is only a beginning, an open quotation mark may still be closed. `problems`
    says in words what could not be understood and was searched as words instead.
    """

    text: str = ""
    tree: Node | None = None
    typed: Node | None = None
    problems: tuple[str, ...] = field(default=(), compare=False)

    def __bool__(self) -> bool:
        return self.tree is not None or self.typed is not None

    def __and__(self, other: Query) -> Query:
        """Return what answers both: a filter and a search. The other one is what is being typed."""
        return Query(
            f"{self.text} {other.text}".strip(),
            both(self.tree, other.tree),
            both(self.tree, other.typed),
            self.problems + other.problems,
        )

    def as_typed(self) -> Query:
        """Return the query as it stands while it is being typed."""
        return Query(self.text, self.typed, self.typed, self.problems)

    def leaves(self, negated: bool = False) -> list[Leaf]:
        """Return what the query asks to be there, in order; with `negated`, what it asks not to be there."""
        return [leaf for leaf, positive in walk(self.tree) if positive != negated]


EMPTY = Query()
"""The query that asks for nothing: every list shows everything."""


def both(one: Node | None, other: Node | None) -> Node | None:
    """Return the tree of what answers both, flat; None stands for a query that asks for nothing."""
    if one is None or other is None:
        return one or other
    return And((*conjuncts(one), *conjuncts(other)))


def conjuncts(node: Node) -> tuple[Node, ...]:
    """Return the parts of a tree that must all hold; the tree itself where it is not an `And`."""
    return node.nodes if isinstance(node, And) else (node,)


def walk(node: Node | None, positive: bool = True) -> Iterator[tuple[Leaf, bool]]:
    """Yield the leaves of a tree, each with whether it must be there (True) or must not."""
    if node is None:
        return
    if isinstance(node, Not):
        yield from walk(node.node, not positive)
    elif isinstance(node, And | Or):
        for child in node.nodes:
            yield from walk(child, positive)
    else:
        yield node, positive
