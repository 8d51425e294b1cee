"""Several phrase finders over the same words: one look-up a word tells which of them care."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import compress
from typing import Any

from reltui.authority.memo import Memo
from reltui.authority.phrases import Hit, Phrases, Start, Tokens

Found = tuple[int, str, tuple[Any, ...]]
"""Number of words, phrase and payloads."""


#: `Hit(...)` without the call in between that names its arguments.
# typeshed leaves open what items `tuple.__new__` takes
_hit: Callable[[type[Hit[Any]], tuple[int, int, str, tuple[Any, ...]]], Hit[Any]] = tuple.__new__  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]


class Together:
    """Finders that are always asked together; `dull` says of which phrases nobody wants to hear.

    A dull phrase of one word is passed over at once: it cannot stand in the way of another.
    """

    def __init__(self, finders: Sequence[Phrases[Any]], dull: Callable[[int, tuple[Any, ...]], bool]) -> None:
        self._finders = tuple(finders)
        self._dull = dull
        self._folded = [finder.fold for finder in finders]
        self._starts = Memo(partial(self._start, serbian=False))
        self._serbian_starts = Memo(partial(self._start, serbian=True))

    def hits(self, row: Tokens) -> list[list[Hit[Any]]]:
        """Return for each finder what its `scan_tokens` would yield, without the dull single words."""
        finders = self._finders
        found: list[list[Hit[Any]]] = [[] for _ in finders]
        over = [0] * len(finders)
        serbian = row.may_be_serbian
        starts = self._serbian_starts if serbian else self._starts
        following = [row.following_lows if folded else row.following for folded in self._folded]
        begins, ends = row.starts, row.ends
        told = list(map(starts.__getitem__, row.texts))
        for i in compress(range(len(told)), told):  # most words begin no phrase
            for number, start, alone in told[i]:
                if i < over[number]:
                    continue
                if start[2] is None or following[number][i] in start[2]:
                    one = finders[number].begun(row, i, start, serbian)
                else:
                    one = alone
                if one is not None:
                    over[number] = i + one[0]
                    found[number].append(_hit(Hit, (begins[i], ends[i + one[0] - 1], one[1], one[2])))
        return found

    def _start(self, word: str, serbian: bool) -> tuple[tuple[int, Start, Found | None], ...]:
        """Return which finders care for a word: number, what begins with it, and what it is by itself."""
        some = ((number, finder.start(word, serbian)) for number, finder in enumerate(self._finders))
        told = [(number, start, self._alone(number, start)) for number, start in some if start is not None]
        return tuple(one for one in told if one[2] or one[1][2] is None or one[1][2])

    def _alone(self, number: int, start: Start) -> Found | None:
        entries = self._finders[number].alone(start)
        return (1, start[0], entries) if entries and not self._dull(number, entries) else None
