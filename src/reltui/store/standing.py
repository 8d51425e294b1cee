"""Figures answer a query by the paragraph in which they stand: the index of passages is asked for them.

A paragraph full of figures would otherwise be kept once for each of them. What a figure has besides (the word
for its unit, mostly, and what stands in other paragraphs that tell of it) is in an index of its own,
`figure_finder`; only of figures that have a word of the query there each word is asked for by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reltui.query import And, Named, Node, Not, Or, Tagged, When, Words
from reltui.store.compile import Compiler, Resolve, all_of, any_of, precise, token
from reltui.store.indexed import value_tag

_PASSAGES = ("type", "status", "place", "label")  # fields of passages that are none of figures

_BY_PASSAGE = """
    SELECT f.key FROM passage_finder k CROSS JOIN figures f ON f.passage = k.rowid
    WHERE passage_finder MATCH ? AND f.key NOT IN (SELECT rowid FROM figure_finder WHERE figure_finder MATCH ?)
"""

_ONE_BY_ONE = "SELECT f.key FROM figures f WHERE f.key IN ({some}) AND {asked}"

Statement = tuple[str, list[object]]


@dataclass(frozen=True, slots=True)
class Standing:
    """How the figures are found that answer all of some nodes."""

    nodes: tuple[Node, ...]
    resolve: Resolve

    def statement(self, among: Sequence[int] | None) -> Statement:
        """Return SQL that gives the row numbers as `key`, with its values; only `among` some if they are given."""
        if among is not None:
            asked, values = self._all(self.nodes, True)
            return _ONE_BY_ONE.format(some=",".join(map(str, among)), asked=asked), values
        own = any_of(self._own(self.nodes)) or token("_none")
        by_passage = Compiler("passage", self.resolve).bound(And(tuple(map(_of_figures, self.nodes))))
        match = all_of([*([by_passage] if by_passage else []), token(value_tag("has", "figure"))])
        asked, values = self._all(self.nodes, False)
        some = "SELECT rowid FROM figure_finder WHERE figure_finder MATCH ?"
        one_by_one = _ONE_BY_ONE.format(some=some, asked=asked)
        return f"{_BY_PASSAGE} UNION ALL {one_by_one}", [match, own, own, *values]

    def _own(self, nodes: Iterable[Node]) -> Iterable[str]:
        """Yield what to ask the figures' own index of, leaf by leaf."""
        compiler = Compiler("figure", self.resolve)
        for node in nodes:
            if isinstance(node, And | Or):
                yield from self._own(node.nodes)
            elif isinstance(node, Not):
                yield from self._own((node.node,))
            elif isinstance(node, Words | Named | Tagged):
                for part in _single(_of_figures(node)):
                    if expression := compiler.bound(part):
                        yield expression

    def _all(self, nodes: Sequence[Node], few: bool) -> Statement:
        """Return a condition on figures `f`; it says what `Compiler` does of other rows."""
        wanted = [self._one(node, few) for node in nodes if not isinstance(node, Not)]
        unwanted = [
            self._one(node.node, few) for node in nodes if isinstance(node, Not) and precise(node.node)
        ]
        parts = [*(one for one in wanted if one), *((f"NOT {one[0]}", one[1]) for one in unwanted if one)]
        return _joined(parts, " AND ") if parts else ("1", [])

    def _one(self, node: Node, few: bool) -> Statement | None:
        if isinstance(node, When):
            return None
        if isinstance(node, And):
            return self._all(node.nodes, few)
        if isinstance(node, Or):
            found = [self._one(child, few) for child in node.nodes]
            return None if None in found else _joined([one for one in found if one], " OR ")
        if isinstance(node, Not):
            return self._all((node,), few)
        return _joined([self._leaf(part, few) for part in _single(_of_figures(node))], " AND ")

    def _leaf(self, leaf: Node, few: bool) -> Statement:
        ways: list[Statement] = []
        for kind, column in (("figure", "f.key"), ("passage", "f.passage")):
            asked = f"SELECT rowid FROM {kind}_finder WHERE {kind}_finder MATCH ?"
            # of a few rows each is looked up; else what answers is gathered once
            sql = f"EXISTS ({asked} AND rowid = {column})" if few else f"{column} IN ({asked})"
            ways.append((f"coalesce({sql}, 0)", [Compiler(kind, self.resolve).bound(leaf)]))
        return _joined(ways, " OR ")


def _of_figures(node: Node) -> Node:
    """Return a node without what only other rows are told of in a passage."""
    if isinstance(node, And | Or):
        return replace(node, nodes=tuple(map(_of_figures, node.nodes)))
    if isinstance(node, Not):
        return Not(_of_figures(node.node))
    if isinstance(node, Tagged) and node.field == "has":
        return replace(node, values=("figure",) if "figure" in node.values else ("nothing",))
    if (isinstance(node, Named) and node.field == "says") or (
        isinstance(node, Tagged) and node.field in _PASSAGES
    ):
        return Tagged("has", ("nothing",), "")
    return node


def _single(leaf: Node) -> list[Node]:
    """Return the words of a leaf one by one: each may stand in the paragraph or be the figure's own."""
    if not isinstance(leaf, Words):
        return [leaf]
    last = len(leaf.words) - 1
    return [
        replace(leaf, words=(word,), prefix=leaf.prefix and place == last, near=0, also=(leaf.heard(place),))
        for place, word in enumerate(leaf.words)
    ]


def _joined(parts: Sequence[Statement], word: str) -> Statement:
    return f"({word.join(sql for sql, _ in parts)})", [value for _, values in parts for value in values]
