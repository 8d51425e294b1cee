"""The grammar of dates: days, spans, months, years and relative words, in the text's own words.

Nothing is resolved against a reference here: "On 6 May" comes out with its year missing, "yesterday"
as a rule. `reltui.resolve.dates` supplies what is missing and says from where.
"""

from __future__ import annotations

import re
from functools import cache

from reltui.authority.phrases import Tokens, tokens
from reltui.extract.dates.patterns import patterns
from reltui.extract.dates.places import NEED, Places, kinds_of
from reltui.extract.dates.words import load_words
from reltui.extract.drafts import When

_SINCE = {"since", "after", "from", "od", "од", "с", "от"}
_BEGINNING = re.compile(
    r"\b(?:beginning|starting|effective|as of)\s(?:(?:in|on|from)\s)?(?:(?:early|late|mid)[\s-])?$"
)
_UNTIL = {"until", "till", "by", "before", "do", "до", "к"}


def find_dates(text: str, start: int = 0, end: int | None = None, words: Tokens | None = None) -> list[When]:
    """Return the date expressions of text[start:end], in order, none overlapping another.

    Of two that overlap the longer one is kept, then the more specific. `words` are the tokens of that stretch,
    where it was cut before.
    """
    end = len(text) if end is None else end
    row = tokens(text, start, end) if words is None else words
    kinds = kinds_of(row)
    if not any(kinds):
        return []
    found: list[tuple[int, int, int, When]] = []
    places = Places(text, start, end, row, kinds)
    for need, windows in places.windows().items():
        for rank, name, pattern in _needing(need):
            for first, last in windows:
                for match in places.matches(name, pattern, first, last):
                    when = _build(name, match)
                    if when is not None:
                        found.append((-(when.end - when.start), rank, when.start, when))
    taken: list[When] = []
    for _, _, _, when in sorted(found, key=lambda item: item[:3]):
        if all(when.end <= other.start or when.start >= other.end for other in taken):
            taken.append(when)
    return sorted(taken, key=lambda when: when.start)


@cache
def _needing(need: str) -> list[tuple[int, str, re.Pattern[str]]]:
    """The shapes, with their rank and name, that a word of that kind must stand in."""
    return [(rank, name, one) for rank, (name, one) in enumerate(patterns()) if NEED[name] == need]


_PARTS = {"quarter": 3, "half": 6}  # months
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def _build(name: str, match: re.Match[str]) -> When | None:
    groups = {key: value for key, value in match.groupdict().items() if value}
    words = load_words()
    month = _month(groups.get("m"))
    month2 = _month(groups.get("m2"))
    if ("m" in groups and month is None) or ("m2" in groups and month2 is None):
        return None
    if "mn" in groups:
        month = int(groups["mn"])
    year = int(groups["y"]) if "y" in groups else None
    if "part" in groups:
        return _part(match, groups["part"].casefold(), groups["of"].casefold(), year)
    first_year = int(groups["y0"]) if "y0" in groups else year
    told = groups.get("d") or groups.get("d3")  # the day may stand on either side of the month
    day = int(told) if told else None
    day2 = int(groups["d2"]) if "d2" in groups else None
    if not _possible(month, day) or not _possible(month2 or month, day2):
        return None
    if day2 is not None and month2 is None and day is not None and day2 <= day:
        return None
    weekday = words.weekdays[groups["wd"].casefold()] if "wd" in groups else None
    prefix = groups.get("pre", "").casefold()
    relative = ""
    if "rel" in groups:
        relative = words.relative.get(re.sub(r"^of ", "", re.sub(r"\s", " ", groups["rel"].casefold())), "")
        if not relative:
            return None
    if name == "weekday":
        relative = {"last": "weekday:-1", "next": "weekday:1"}.get(prefix, "weekday:0")
    if name == "month_only":
        relative = {"last": "month:-1", "next": "month:1"}.get(prefix, "")
    begin = match.start("wd") if "wd" in groups and name != "weekday" else _first(match, groups)
    stop = match.end()
    while stop > begin and (match.string[stop - 1].isspace() or match.string[stop - 1] == "."):
        stop -= 1
    return compose(
        begin,
        stop,
        year=first_year,
        month=month,
        day=day,
        to_year=int(groups["y2"]) if "y2" in groups else (year if day2 is not None else None),
        to_month=(month2 or month) if day2 is not None else None,
        to_day=day2,
        weekday=weekday,
        relative=relative,
        open_="after"
        if prefix in _SINCE or _BEGINNING.search(match.string, max(0, begin - 30), begin)
        else "before"
        if prefix in _UNTIL
        else "",
    )


def _part(match: re.Match[str], part: str, of: str, year: int | None) -> When | None:
    """The months of "the first quarter of 2022", "the second half of 2022"."""
    months = _PARTS[of]
    number = _ORDINALS.get(part, 12 // months - 1)
    if number >= 12 // months:
        return None
    first = number * months + 1
    last = first + months - 1
    return compose(match.start(), match.end(), year=year, month=first, to_year=year, to_month=last)


def compose(  # the parts of a date, each by its name
    start: int,
    end: int,
    *,
    year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    to_year: int | None = None,
    to_month: int | None = None,
    to_day: int | None = None,
    weekday: int | None = None,
    relative: str = "",
    open_: str = "",
) -> When:
    """Return the `When` of these parts, with its EDTF text where nothing is missing."""
    missing = ""
    if year is None:
        missing = "all" if month is None else "year"
    edtf = None
    if not missing:
        edtf = edtf_of(year, month, day)
        if to_day is not None or to_year is not None:
            edtf = f"{edtf}/{edtf_of(to_year or year, to_month, to_day)}"
    return When(
        start, end, edtf, missing=missing, month=month, day=day, weekday=weekday,
        year=year, to_year=to_year, to_month=to_month, to_day=to_day, relative=relative, open=open_,
    )  # fmt: skip


def edtf_of(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """Return the EDTF text of a day, month or year."""
    parts = [f"{year:04d}"]
    if month is not None:
        parts.append(f"{month:02d}")
        if day is not None:
            parts.append(f"{day:02d}")
    return "-".join(parts)


def _month(form: str | None) -> int | None:
    if form is None:
        return None
    months = load_words().months
    # "may" and "march" are verbs: where a form is English it has its capital
    if form[0].islower() and form.isascii() and form.rstrip(".") in _ALSO_WORDS:
        return None
    return months.get(form.casefold()) or months.get(form.casefold().rstrip("."))


_ALSO_WORDS = {
    "may",
    "march",
    "mar",
    "sept",
    "sep",
    "dec",
    "jan",
    "jun",
    "jul",
    "apr",
    "feb",
    "oct",
    "nov",
    "aug",
}


def _possible(month: int | None, day: int | None) -> bool:
    if day is None or month is None:
        return True
    return day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def _first(match: re.Match[str], groups: dict[str, str]) -> int:
    """Return where the date itself begins: after "in", "since", "on"."""
    starts = [match.start(key) for key in groups if key not in ("pre",)]
    return min(starts) if starts else match.start()
