"""A row whose words are looked at one by one, for what the indexes cannot say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from reltui.query import And, Node, Not, Or, Words
from reltui.store.match import spoken, stands_in


class Looked:
    """Answers for a row by its texts, and by `otherwise` for what is no matter of words."""

    def __init__(self, texts: Sequence[str], otherwise: Callable[[Node], bool]) -> None:
        self._texts = texts
        self._otherwise = otherwise
        self._cut: dict[int, list[str]] = {}

    def _words(self, place: int) -> list[str]:
        if place not in self._cut:
            self._cut[place] = spoken(self._texts[place])
        return self._cut[place]

    def answers(self, node: Node) -> bool:
        """Whether the row answers a node of the tree."""
        if isinstance(node, Words):
            return any(
                stands_in(node, text, partial(self._words, place)) for place, text in enumerate(self._texts)
            )
        if isinstance(node, And):
            return all(self.answers(child) for child in node.nodes)
        if isinstance(node, Or):
            return any(self.answers(child) for child in node.nodes)
        if isinstance(node, Not):
            return not self.answers(node.node)
        return self._otherwise(node)
