"""Dates as the styles write them. What was inferred stands in square brackets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reltui.dates import MONTHS, UNKNOWN, Edtf, Inferred

Order = Literal["chicago", "apa", "mla"]
_MLA = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_MARKS = "~?%"


@dataclass(frozen=True, slots=True)
class When:
    """The date a source was published, and how much of it was inferred."""

    date: Edtf = UNKNOWN
    inferred: Inferred | None = None

    def __bool__(self) -> bool:
        return self.date.known

    @property
    def year(self) -> str:
        """The year, or years, alone, as in-text citations give it: "2024", "[2024]", "ca. 2024"."""
        years = [end.split("-")[0].lstrip("0") for end in (self.date.start, self.date.end) if end]
        text = "–".join(dict.fromkeys(years))
        if self.date.precision == "bounded":
            text = f"{'after' if self.date.start else 'before'} {text}"
        text = self._marked(text, "apa") if text else ""
        return f"[{text}]" if text and self.inferred and not text.startswith("[") else text

    def written(self, order: Order) -> str:
        """Return the date in the style's order, "" where it is unknown.

        chicago: "August 19, 2022"; apa: "2022, August 19"; mla: "19 Aug. 2022".
        """
        if not self.date.known:
            return ""
        head, _, tail = self.date.text.partition("/")
        only_year = self.inferred == "year"
        if head == "..":
            text = f"before {_point(tail, order, only_year)}"
        elif tail == "..":
            text = f"after {_point(head, order, only_year)}"
        elif tail and self.inferred in {"all", "month"}:
            text = f"between {_point(head, order, False)} and {_point(tail, order, False)}"
        else:
            text = _span(head, tail, order, only_year) if tail else _point(head, order, only_year)
        text = self._marked(text, order)
        if self.inferred is None or (only_year and "[" in text):
            return text
        return text if text.startswith("[") and text.endswith("]") else f"[{text}]"

    def _marked(self, text: str, order: Order) -> str:
        if self.date.uncertain:
            text = f"[{text.replace('[', '').replace(']', '')}?]"
        if self.date.approximate:
            about = "circa" if order == "mla" else "ca."
            text = f"[{about} {text[1:]}" if text.startswith("[") else f"{about} {text}"
        return text


def _point(point: str, order: Order, bracketed: bool) -> str:
    year, month, day = _fields(point)
    return _whole(_day(month, day, order), year, order, bracketed, bool(day))


def _span(head: str, tail: str, order: Order, bracketed: bool) -> str:
    (y1, m1, d1), (y2, m2, d2) = _fields(head), _fields(tail)
    if y1 != y2 or not (m1 and m2):
        return f"{_point(head, order, bracketed)}–{_point(tail, order, bracketed)}"
    if m1 == m2 and d1 and d2:
        days = f"{int(d1)}–{int(d2)}"
        together = f"{days} {_MLA[int(m1) - 1]}" if order == "mla" else f"{MONTHS[int(m1) - 1]} {days}"
    else:
        together = f"{_day(m1, d1, order)}–{_day(m2, d2, order)}"
    return _whole(together, y1, order, bracketed, bool(d2))


def _fields(point: str) -> tuple[str, str, str]:
    year, month, day, *_ = (*point.rstrip(_MARKS).split("-"), "", "")
    return year.lstrip("0"), month, day


def _day(month: str, day: str, order: Order) -> str:
    if not month:
        return ""
    if order == "mla":
        return f"{int(day)} {_MLA[int(month) - 1]}" if day else _MLA[int(month) - 1]
    return f"{MONTHS[int(month) - 1]} {int(day)}" if day else MONTHS[int(month) - 1]


def _whole(day: str, year: str, order: Order, bracketed: bool, has_day: bool) -> str:
    year = f"[{year}]" if bracketed else year
    if not day:
        return year
    if order == "apa":
        return f"{year}, {day}"
    return f"{day}, {year}" if order == "chicago" and has_day else f"{day} {year}"
