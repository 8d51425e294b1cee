"""The little of the Gregorian calendar that dates need, without importing `datetime`."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""English month names, January first: what displays and English citations show."""

MONTHS_SHORT = tuple(name[:3] for name in MONTHS)
"""The same in three letters."""

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month (1 to 12) of a Gregorian year has."""
    if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _DAYS[month - 1]
