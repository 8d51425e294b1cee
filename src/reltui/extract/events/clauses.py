"""A sentence cut into clauses, each of which may tell of one happening."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from reltui.extract.dates.same_year import of_that_year
from reltui.extract.drafts import When
from reltui.extract.events.sharing import listed

_WEEKDAY = 12  # characters beside a date: a weekday and a comma
_CUT = re.compile(
    r";\s"
    r"|,\s(?:and\s|but\s)?(?=(?:when|where|while|after\swhich|who|which|whereas|kada|gde|koji|koja|когда|где|который)\b)"
    r"|\s(?=(?:when|while|где|когда|kada)\s(?:he|she|they|it|the|[A-ZА-ЯЂЈЉЊЋЏ]))"
    r"|,\s(?:and|but|а|но|ali|али)\s(?=\w)"
    r"|,\s(?=(?:a|one|two|three)\s(?:day|week|month|year)s?\s(?:after|before)\b)"
    r"|,\s(?=(?:while|whereas|before|after)\s(?!talks|which))"
    r"|\s(?=who\s(?:is|was|are|were|has|had|have|will)\b)"
    r"|\s—\s|\s–\s"
    r"|,\s(?=(?:with|by|to)\swhom\b)"
    r"|,\s(?=a\s(?:\w+\s){0,2}(?:će|je|su)\s)"
    r"|\s(?=before\s(?:travelling|traveling|going|flying|heading|moving|departing|meeting|visiting|continuing)\b)"
)
#: A visit during which something was done, with a date of its own: "offered to host it during a visit in April".
_DURING = re.compile(
    r"\s(?=(?:during|on|at)\s(?:a|an|his|her|its|their)\s(?:\w+\s){0,3}(?:visit|trip|meeting|summit|call|stay)\b)"
)
#: A relative clause ends where the sentence goes on with its verb: "Petro, who took office on 7 August, told …".
_RESUMED = re.compile(
    r",\s(?=(?:also\s|then\s|later\s)?(?:told|said|met|held|spoke|will|would|is|was|has|had|arrived|paid|left|made|gave|[a-z]{3,}ed)\b)"
)
_RELATIVE = re.compile(r"(?:who|which|whose)\b")


def clauses(text: str, start: int, end: int, dates: Sequence[When] = ()) -> list[tuple[int, int]]:
    """Return the spans of the clauses of the sentence text[start:end], in order and without gaps of words.

    A comma and "and" cut only where there is a verb on both sides; enumerations stay whole. Two dates that are no
    list stand in clauses of their own: the cut is made at the last conjunction or comma between them.
    """
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _CUT.finditer(text, start, end):
        if match.group().lstrip(", ").startswith(("and", "but")) and not (
            _VERB.search(text, begin, match.start())
            and _FINITE.match(text, match.end(), min(end, match.end() + 90))
        ):
            continue
        if match.start() > begin:
            spans.append((begin, match.start()))
            begin = match.end()
    spans.append((begin, end))
    if len(spans) > 1 and any(_is_day(spans[0], d) for d in dates):
        # "4 May 2017 – Meets …": the day of an entry and what it tells
        spans[:2] = [(spans[0][0], spans[1][1])]
    whole = [piece for span in spans for piece in _relative(text, *span)]
    if not dates:
        return whole
    whole = [piece for span in whole for piece in _during(text, *span, dates)]
    return [piece for span in whole for piece in _between_dates(text, *span, dates)]


def _during(text: str, start: int, end: int, dates: Sequence[When]) -> list[tuple[int, int]]:
    cut = _DURING.search(text, start, end)
    if cut is None or not any(cut.end() <= d.start < end for d in dates):
        return [(start, end)]
    if any(start <= d.start < cut.start() for d in dates):
        return [(start, end)]
    return [(start, cut.start()), (cut.end(), end)]


def _is_day(span: tuple[int, int], day: When) -> bool:
    """Whether a span holds nothing but a date, and perhaps a weekday before it or a sign behind it."""
    return (
        span[0] <= day.end and day.start < span[1] and span[1] - span[0] - (day.end - day.start) <= _WEEKDAY
    )


def _relative(text: str, start: int, end: int) -> list[tuple[int, int]]:
    resumed = _RESUMED.search(text, start, end) if _RELATIVE.match(text, start, end) else None
    return [(start, end)] if resumed is None else [(start, resumed.start()), (resumed.end(), end)]


def _between_dates(text: str, start: int, end: int, dates: Sequence[When]) -> list[tuple[int, int]]:
    inside = [d for d in dates if start <= d.start < end]
    pieces: list[tuple[int, int]] = []
    begin = start
    for first, second in itertools.pairwise(inside):
        if listed(text, [first, second]) or of_that_year(text, second):
            continue
        cuts = list(_SOFT_CUT.finditer(text, first.end, second.start))
        cuts = [c for c in cuts if _VERB.search(text, begin, c.start())] or cuts
        # what stands between must say something: "May 2006 (June 3)" is one happening
        if not cuts or not _VERB.search(
            text, cuts[-1].end() if _VERB.search(text, cuts[-1].end(), second.start) else first.end, end
        ):
            continue
        cut = next((c for c in reversed(cuts) if _VERB.search(text, c.end(), second.start)), cuts[0])
        pieces.append((begin, cut.start()))
        begin = cut.end()
    pieces.append((begin, end))
    return pieces


_SOFT_CUT = re.compile(r",\s(?:and|but)\s|\s(?:and|but)\b,?\s|,\s")
_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|did|\w{2,}ed|met|spoke|held|said|took|paid|became|left|sent|went|began)\b"
)
_FINITE = re.compile(
    r"(?:the\s|it\s|he\s|she\s|they\s|this\s|these\s|[A-Z][\w’'.-]*\s)*[\w’'-]*\s?"
    r"(?:was|were|is|are|has|have|had|will|would|did|[a-z]+ed|met|spoke|held|said|took|paid|became|left|sent|went)\b"
)


def first_verb(text: str, start: int, end: int) -> int | None:
    """Return where the first finite verb of text[start:end] stands, None where there is none."""
    match = _VERB.search(text, start, end)
    return match.start() if match else None
