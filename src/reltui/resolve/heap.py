"""Where nouns are put of which there may be more than one would hold in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar

_Noun = TypeVar("_Noun")


class Heap(Protocol[_Noun]):
    """Takes nouns, and gives them back as one sequence."""

    def extend(self, nouns: Iterable[_Noun], /) -> None:
        """Add nouns at the end."""
        ...

    def all(self) -> Sequence[_Noun]:
        """Return what was added, in that order."""
        ...


class InMemory(Generic[_Noun]):
    """A heap for what one has room for."""

    def __init__(self) -> None:
        self._nouns: list[_Noun] = []

    def extend(self, nouns: Iterable[_Noun], /) -> None:
        """Add nouns at the end."""
        self._nouns.extend(nouns)

    def all(self) -> Sequence[_Noun]:
        """Return what was added, in that order."""
        return tuple(self._nouns)
