"""Relevance without a look at every row: the best rows are asked for first, then the next best.

What makes a passage better is how often a word of the query stands in it, that it stands there as it was typed
and not only as a name that sounds alike, that it has more of the words where one is enough, and how rare
those words are. The finder has tokens for each of these, so each step of the scale is a question of its own,
and the questions are asked from the highest score down until there are enough rows: an index ordered
by impact (Anh, de Kretser and Moffat 2001), in place of a score for every row. The score is BM25
(Robertson and Zaragoza 2009) without the length of the passage, with counts from three on taken for one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from reltui.query import And, Node, Not, Or, Words
from reltui.query.tokens import folded
from reltui.query.tree import walk
from reltui.store.compile import Compiler, Resolve, any_of, token
from reltui.store.indexed import OFTEN, often_token
from reltui.store.version import KEPT

_K1 = 1.2  # BM25's usual constant
_WRITTEN, _HEARD = 4.0, 2.0  # what a word weighs as it was typed, and as a name that only sounds like it
_STEPS: Mapping[int, Sequence[int]] = {1: (*OFTEN[::-1], 1), 2: (OFTEN[0], 1)}
"""How many words are ranked by → the steps of each; of more words that it is there, written so, is enough.

A phrase and an exact word count as words, though nothing is better for having them twice.
"""
_MOST = 4  # words that are ranked by, the rarest
_SPELT_OUT = 16  # words that begin so, of which each is asked for by itself

Count = Callable[[Words], tuple[int, int]]
"""Says in how many passages a word stands as it was typed, and 0 if no name sounds so in any."""


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A word that is ranked by: whether it must be there, what it weighs, its steps from the best to the least."""

    leaf: Words
    required: bool
    weight: float
    steps: tuple[int, ...]

    def score(self, step: int) -> float:
        """Return what a row gains by standing on a step; 0 is that the word need not be there as it was typed."""
        heard = _HEARD if self.required else 0.0
        frequency = _WRITTEN * step if step else heard
        return self.weight * frequency / (frequency + _K1) if frequency else 0.0


def tiers(tree: Node, rest: Sequence[Node], resolve: Resolve, count: Count, size: int) -> Iterator[str]:
    """Yield what to ask the finder of passages, the best rows first; the last question finds all that answer.

    `tree` is the whole query and `rest` its parts without dates, `size` the number of passages, roughly. A row
    may answer several of the questions.
    """
    ranked = _ranked(tree, count, size)
    found = [
        (sum(word.score(step) for word, step in zip(ranked, steps, strict=True)), steps)
        for steps in product(*(word.steps for word in ranked))
    ]
    for _, steps in sorted(found, key=lambda one: -one[0]):
        asked = [
            (word, expression)
            for word, step in zip(ranked, steps, strict=True)
            if step and (expression := _expression(word.leaf, step, resolve))
        ]
        instead = {word.leaf: expression for word, expression in asked if word.required}
        held = {word.leaf: expression for word, expression in asked if not word.required}
        yield Compiler("passage", resolve, instead, held).narrowed(rest) or ""


def scorer(tree: Node, count: Count, size: int) -> Callable[[Mapping[str, int]], float]:
    """Return what gives passages, by how often each folded word stands in them, the score by which `tiers` asks."""
    ranked = _ranked(tree, count, size)

    def score(often: Mapping[str, int]) -> float:
        return sum(word.score(_step(word, often)) for word in ranked)

    return score


def _step(word: _Ranked, often: Mapping[str, int]) -> int:
    letters = folded(word.leaf.words[0])
    if word.leaf.prefix:
        times = max((n for term, n in often.items() if term.startswith(letters)), default=0)
    else:
        times = often.get(letters, 0)
    return next((step for step in word.steps if step <= times), 0)


def ranks(tree: Node | None) -> bool:
    """Whether there is a word to rank by."""
    return tree is not None and next(_leaves(tree, True), None) is not None


def _ranked(tree: Node, count: Count, size: int) -> list[_Ranked]:
    """Return the words that are ranked by, at most so many."""
    found: list[tuple[Words, bool, float, bool]] = []
    for leaf, required in dict(_leaves(tree, True)).items():
        written, heard = count(leaf)
        if written:
            weight = math.log1p((size - min(written, size) + 0.5) / (written + 0.5))
            # a word that no name sounds like is there as it was typed or not at all
            found.append((leaf, required, weight, bool(heard) or not required))
    found = sorted(found, key=lambda one: -one[2])[:_MOST]
    others = sum(
        isinstance(leaf, Words) and (leaf.exact or len(leaf.words) > 1) for leaf, must in walk(tree) if must
    )
    steps = _STEPS.get(len(found) + others, (1,))
    return [
        _Ranked(leaf, required, weight, (*steps, 0) if least else tuple(steps))
        for leaf, required, weight, least in found
    ]


def _leaves(node: Node, required: bool) -> Iterator[tuple[Words, bool]]:
    """Yield the single words that a row is better for, and whether all rows that answer must have them."""
    if isinstance(node, Words):
        letters = folded(node.words[0])
        # what begins with a letter or two is in most passages, and nobody has typed a word yet
        if len(node.words) == 1 and not node.exact and len(letters) > (KEPT if node.prefix else 0):
            yield node, required
    elif isinstance(node, And | Or):
        for child in node.nodes:
            if not isinstance(child, Not):
                yield from _leaves(child, required and isinstance(node, And))


def _expression(leaf: Words, step: int, resolve: Resolve) -> str | None:
    """Return what rows fulfil in which a word stands so often, as it was typed."""
    letters = folded(leaf.words[0])
    if not leaf.prefix:
        return token(_marked(step, letters))
    known = resolve.expand("passage", letters)
    if known is None or (step > 1 and len(known) > _SPELT_OUT):
        return token(_marked(step, letters), True)
    return any_of(token(_marked(step, term)) for term in known)


def _marked(step: int, letters: str) -> str:
    return letters if step == 1 else often_token(step, letters)
