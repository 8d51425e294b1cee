"""Make dates from numbers and from other dates; each raises ValueError as `Edtf.parse` does."""

from __future__ import annotations

from reltui.dates.edtf import Edtf


def day(year: int, month: int, day: int) -> Edtf:
    """Return one day of the Gregorian calendar."""
    return Edtf.parse(f"{year:04d}-{month:02d}-{day:02d}")


def month(year: int, month: int) -> Edtf:
    """Return one month of a year."""
    return Edtf.parse(f"{year:04d}-{month:02d}")


def year(year: int) -> Edtf:
    """Return one year, 1 to 9999."""
    return Edtf.parse(f"{year:04d}")


def span(first: Edtf, last: Edtf) -> Edtf:
    """Return what reaches from the beginning of one date to the end of another.

    An open side stays open; a span of one and the same date is that date. Raises ValueError where
    one of them is unknown, where both outer sides are open, and where it would end before it begins.
    """
    if not (first.known and last.known):
        raise ValueError("a span needs two known dates")
    if first == last:
        return first
    begin = first.text.partition("/")[0]
    end = last.text.rpartition("/")[2]
    return Edtf.parse(begin if begin == end != ".." else f"{begin}/{end}")


def before(date: Edtf) -> Edtf:
    """Return "not later than the end of that date" (`../2024-08-14`)."""
    return Edtf.parse(f"../{date.text.rpartition('/')[2]}")


def after(date: Edtf) -> Edtf:
    """Return "not earlier than the beginning of that date" (`2025-01/..`)."""
    return Edtf.parse(f"{date.text.partition('/')[0]}/..")
