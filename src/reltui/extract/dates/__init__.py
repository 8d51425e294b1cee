"""Date expressions: an own grammar over months, weekdays and relative words of `data/dates`."""

from reltui.extract.dates.grammar import find_dates
from reltui.extract.dates.padding import mark_padded
from reltui.extract.dates.words import DateWords, load_words
from reltui.extract.dates.years import day_lines, with_days, with_years

__all__ = ["DateWords", "day_lines", "find_dates", "load_words", "mark_padded", "with_days", "with_years"]
