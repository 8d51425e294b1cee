"""A line of bars: how many events each year has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_BARS = "▁▂▃▄▅▆▇█"
_FLAT = ".:-=+*#@"  # for those who want no drawing characters


def span_of_years(years: Sequence[tuple[str | None, int]]) -> list[tuple[int, int]]:
    """Every year from the first to the last with its count, those without events included."""
    known = {int(year): count for year, count in years if year is not None and year.isdigit() and count}
    return [(year, known.get(year, 0)) for year in range(min(known), max(known) + 1)] if known else []


def spark(counts: Sequence[int], cells: int, flat: bool = False) -> str:
    """The counts as bars in at most so many cells; where there are more counts, neighbours are added up.

    No count is a space, so that the smallest bar still says "something".
    """
    if not counts or cells <= 0:
        return ""
    if len(counts) > cells:
        edges = [index * len(counts) // cells for index in range(cells + 1)]
        counts = [sum(counts[start:end]) for start, end in pairwise(edges)]
    highest = max(counts) or 1
    bars = _FLAT if flat else _BARS
    return "".join(" " if not count else bars[(count * len(bars) - 1) // highest] for count in counts)
