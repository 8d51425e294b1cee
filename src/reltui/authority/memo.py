"""Answers about words, remembered: a corpus has few different words, and many of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

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


class once(Generic[Answer]):  # noqa: N801 - used like property
    """A property that is found out once: `functools.cached_property` without its lock, which costs more than a
    short list does (it is gone in Python 3.12)."""

    def __init__(self, ask: Callable[[Any], Answer]) -> None:
        self._ask = ask
        self._name = ask.__name__
        self.__doc__ = ask.__doc__

    @overload
    def __get__(self, one: None, owner: type) -> once[Answer]: ...
    @overload
    def __get__(self, one: object, owner: type) -> Answer: ...
    def __get__(self, one: object | None, owner: type) -> Answer | once[Answer]:
        if one is None:
            return self
        answer = one.__dict__[self._name] = self._ask(one)
        return answer
