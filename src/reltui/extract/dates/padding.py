"""First days of months that stand for whole months: a page whose every date is one has padded them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reltui.extract.drafts import When

_ENOUGH = 2


def mark_padded(dates: Sequence[When]) -> tuple[When, ...]:
    """Return the dates; where all full days are firsts of months, and there are two different ones or more, marked.

    One date of a page falling on a first is chance; all of them is a database that filled in a missing day.
    """
    days = [d for d in dates if d.day is not None and d.year is not None]
    padded = len({d.edtf for d in days}) >= _ENOUGH and all(d.day == 1 and d.to_day is None for d in days)
    return tuple(replace(d, padded=True) if padded and d in days else d for d in dates)
