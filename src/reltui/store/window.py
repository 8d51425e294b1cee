"""A list of any length of which only what is on the screen is ever loaded."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from reltui.store.numbers import Runs

Row = TypeVar("Row")

_FEW = 12  # ids below which each is looked for by itself


class Window(Generic[Row]):
    """A list of rows. It holds their numbers, eight bytes each; the rows are read as they are asked for."""

    def __init__(
        self,
        keys: Iterable[int] | array[int] | Runs,
        fetch: Callable[[Sequence[int]], list[Row]],
        find: Callable[[str], int | None],
        ascending: bool = False,
    ) -> None:
        """Take the row numbers in the order of the list, how to read rows, and how to find one by id.

        `ascending` promises that the numbers rise, which makes `index_of` a bisection.
        """
        self._keys = keys if isinstance(keys, range | array | Runs) else array("q", keys)
        self._fetch = fetch
        self._find = find
        self._ascending = ascending

    def __len__(self) -> int:
        return len(self._keys)

    def rows(self, start: int, stop: int) -> list[Row]:
        """Return the rows from `start` up to but without `stop`; places outside the list are left out."""
        wanted = self._keys[max(start, 0) : max(stop, 0)]
        return self._fetch(wanted) if wanted else []

    def index_of(self, ident: str) -> int | None:
        """Return the place of the row with that id, None where it is not in the list."""
        key = self._find(ident)
        if key is None:
            return None
        if self._ascending:
            place = bisect_left(self._keys, key)
            return place if place < len(self._keys) and self._keys[place] == key else None
        try:
            return self._keys.index(key)
        except ValueError:
            return None

    def places_of(self, idents: Iterable[str]) -> dict[str, int]:
        """Return the places of those of the ids that are in the list, in one go however many they are."""
        wanted = {key: ident for ident in idents if (key := self._find(ident)) is not None}
        if self._ascending or len(wanted) < _FEW or isinstance(self._keys, range | Runs):
            places = {ident: self.index_of(ident) for ident in wanted.values()}
            return {ident: place for ident, place in places.items() if place is not None}
        return {wanted[key]: place for place, key in enumerate(self._keys) if key in wanted}
