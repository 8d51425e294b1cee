"""Answers about words, remembered: a corpus has few different words, and many of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")

MOST = 1 << 15


class Memo(dict[str, Answer]):
    """Word → what `ask` says of it, asked once; all is forgotten when more than `MOST` words have been asked for.

    A dictionary, so that a look-up costs no call, and so that `map(memo.__getitem__, words)` asks for many.
    """

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> Answer:
        if len(self) >= MOST:
            self.clear()
        answer = self[word] = self._ask(word)
        return answer
