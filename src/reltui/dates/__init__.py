"""Dates as EDTF (ISO 8601-2): values with sortable bounds, and how they are shown.

Level 0 and the part of level 1 that texts need: `2024`, `2024-12`, `2025-02-17`,
`2021-11-24/2021-11-25`, `../2024-08-14`, `2025-01/..`, `2025-02~`, `2025-02?`, `2025-02%`, `?`.
"""

from reltui.dates.calendar import MONTHS, MONTHS_SHORT, days_in_month
from reltui.dates.display import Inferred, display, inferred_part
from reltui.dates.edtf import UNKNOWN, Edtf
from reltui.dates.make import after, before, day, month, span, year

__all__ = [
    "MONTHS",
    "MONTHS_SHORT",
    "UNKNOWN",
    "Edtf",
    "Inferred",
    "after",
    "before",
    "day",
    "days_in_month",
    "display",
    "inferred_part",
    "month",
    "span",
    "year",
]
