"""Several phrase finders over the same words: one look-up a word tells which of them care."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from reltui.authority.memo import Memo
from reltui.authority.phrases import Hit, Phrases, Start, Tokens


class Together:
    """Finders that are always asked together; `dull` says of which phrases nobody wants to hear.

    A dull phrase of one word is passed over at once: it cannot stand in the way of another.
    """

    def __init__(self, finders: Sequence[Phrases[Any]], dull: Callable[[int, tuple[Any, ...]], bool]) -> None:
        self._finders = tuple(finders)
        self._dull = dull
        self._starts = Memo(partial(self._start, serbian=False))
        self._serbian_starts = Memo(partial(self._start, serbian=True))

    def hits(self, row: Tokens) -> list[list[Hit[Any]]]:
        """Return for each finder what its `scan_tokens` would yield, without the dull single words."""
        finders = self._finders
        found: list[list[Hit[Any]]] = [[] for _ in finders]
        over = [0] * len(finders)
        serbian = row.may_be_serbian
        starts = self._serbian_starts if serbian else self._starts
        begins, ends = row.starts, row.ends
        for i, some in enumerate(map(starts.__getitem__, row.texts)):
            for number, start in some:
                if i < over[number]:
                    continue
                one = finders[number].begun(row, i, start, serbian)
                if one is not None:
                    over[number] = i + one[0]
                    found[number].append(Hit(begins[i], ends[i + one[0] - 1], one[1], one[2]))
        return found

    def _start(self, word: str, serbian: bool) -> tuple[tuple[int, Start], ...]:
        some = ((number, finder.start(word, serbian)) for number, finder in enumerate(self._finders))
        return tuple(
            (number, start) for number, start in some if start is not None and self._wanted(number, start)
        )

    def _wanted(self, number: int, start: Start) -> bool:
        alone = self._finders[number].alone(start)
        return not alone or not self._dull(number, alone)
