"""When each source was written: its own date, or what its tweets, neighbours and contents allow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from reltui.dates import Edtf, display
from reltui.extract.drafts import Extraction, When
from reltui.model import Source
from reltui.resolve.dates import Reference, complete

_HEAD = 4  # blocks at the beginning that may hold a date line
_SHORT = 60  # characters: a line that is a date and a place, no sentence


def references(sources: Sequence[Source], extractions: Mapping[str, Extraction]) -> dict[str, Reference]:
    """Return for each source id what is known of its day of writing.

    In this order: the source's own date; the dates of the tweets it quotes; for a post, the dated posts
    before and after it; the latest day it tells as past and the earliest it tells as coming.
    """
    found: dict[str, Reference] = {}
    for source in sources:
        own = _own(source) or _heading(source, extractions[source.id])
        if own is not None:
            found[source.id] = own
    quoted = _quoted(sources, found)
    files: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        files[source.path].append(source)
    for group in files.values():
        posts = sorted((s for s in group if s.kind in ("post", "message")), key=lambda s: s.unit)
        for source in posts:
            if source.id not in found:
                between = _between(source, posts, found, extractions)
                found[source.id] = _not_before(between, extractions[source.id])
    for source in sources:
        if source.id in found:
            continue
        told = _contents(extractions[source.id])
        found[source.id] = quoted.get(source.id) or _dateline(source, extractions[source.id], told) or told
    return found


def _dateline(source: Source, extraction: Extraction, told: Reference) -> Reference | None:
    """A dateline that leaves the year out ("LONDON, March 3 (Reuters)"), with the year that the text allows."""
    for block in source.blocks:
        if block.kind != "dateline":
            continue
        for when in extraction.dates:
            if block.start <= when.start < block.end and when.missing == "year" and when.day:
                if told.lower is not None:
                    dated = complete(when, Reference(told.lower, None, told.words), "planned")
                elif told.upper is not None:
                    dated = complete(when, Reference(None, told.upper, told.words), "occurred")
                else:
                    continue
                if dated.edtf and (first := Edtf.try_parse(dated.edtf).lower):
                    day = date.fromisoformat(first)
                    return Reference(
                        day, day, f"the dateline “{source.text[when.start : when.end]}”, its {dated.why}"
                    )
    return None


def _own(source: Source) -> Reference | None:
    if source.published is None:
        return None
    edtf = Edtf.parse(source.published)
    if edtf.lower is None or edtf.upper is None:
        return None
    why = source.published_why or display(source.published, style="long")
    words = why if why.startswith("the ") else f"the source's date, {why}"
    return Reference(date.fromisoformat(edtf.lower), date.fromisoformat(edtf.upper), words)


def _heading(source: Source, extraction: Extraction) -> Reference | None:
    """The day that stands in a line of its own at the head ("25 ноября 2021 года, 15:20, Сочи")."""
    for block in source.blocks[:_HEAD]:
        if block.kind not in ("heading", "dateline", "title") or block.end - block.start > _SHORT:
            continue
        for when in extraction.dates:
            inside = block.start <= when.start < block.end
            if (
                inside
                and when.edtf
                and len(when.edtf) == 10
                and (when.end - when.start) * 3 > block.end - block.start
            ):
                day = date.fromisoformat(when.edtf)
                return Reference(day, day, f"the heading “{source.text[block.start : block.end]}”")
            span = Edtf.try_parse(when.edtf)
            if inside and when.month and when.edtf and span.lower and span.upper and not when.open:
                first, last = date.fromisoformat(span.lower), date.fromisoformat(span.upper)
                return Reference(first, last, f"the heading “{source.text[block.start : block.end]}”")
    return None


def _quoted(sources: Sequence[Source], known: Mapping[str, Reference]) -> dict[str, Reference]:
    """An article without a date was written on or after the day of the latest tweet it quotes."""
    days: dict[str, list[date]] = defaultdict(list)
    for source in sources:
        if source.embedded_in and source.id in known and (day := known[source.id].day):
            days[source.embedded_in].append(day)
    return {
        parent: Reference(
            max(found),
            max(found),
            f"the tweet of {display(max(found).isoformat(), style='long')} that it quotes",
        )
        for parent, found in days.items()
    }


def _between(
    source: Source, posts: list[Source], known: Mapping[str, Reference], extractions: Mapping[str, Extraction]
) -> Reference:
    """What the dated posts around an undated one allow; a dump runs forwards or backwards in time."""
    own = [(p.unit, day) for p in posts if (day := _told_day(p, known, extractions)) is not None]
    earlier = next((day for unit, day in reversed(own) if unit < source.unit), None)
    later = next((day for unit, day in own if unit > source.unit), None)
    backwards = len(own) >= 2 and own[0][1] > own[-1][1]
    lower, upper = (later, earlier) if backwards else (earlier, later)
    days = " and ".join(display(d.isoformat(), style="long") for d in (lower, upper) if d is not None)
    place = (
        "between the posts of" if lower and upper else "after the post of" if lower else "before the post of"
    )
    return Reference(lower, upper, f"its place {place} {days}" if days else "")


def _not_before(reference: Reference, extraction: Extraction) -> Reference:
    """Narrow a span of days by what the post tells as past: "On May 6, …" was written on May 6 or later."""
    if reference.lower is None or reference.upper is None:
        return reference
    days: list[date] = []
    for report in extraction.reports:
        when = report.when
        if report.status == "occurred" and when is not None and when.day and when.month and when.edtf is None:
            dated = complete(when, reference, "occurred")
            if dated.edtf and len(dated.edtf) == 10:
                days.append(date.fromisoformat(dated.edtf))
    latest = max((d for d in days if reference.lower < d <= reference.upper), default=None)
    if latest is None:
        return reference
    words = f"{reference.words}; it tells {display(latest.isoformat(), style='long')} as past"
    return replace(reference, lower=latest, words=words)


def _told_day(
    source: Source, known: Mapping[str, Reference], extractions: Mapping[str, Extraction]
) -> date | None:
    """The day of a post: its own, or the first full day that its headline tells of."""
    if source.id in known and source.id in extractions and source.published and (day := known[source.id].day):
        return day
    for when in extractions[source.id].dates[:2]:
        if when.edtf and len(when.edtf) == 10 and when.start < 400:
            return date.fromisoformat(when.edtf)
    return None


def _contents(extraction: Extraction) -> Reference:
    """After the latest day told as past, before the earliest told as coming."""
    past: list[date] = []
    coming: list[date] = []
    partial: list[When] = []
    for report in extraction.reports:
        when = report.when
        if when is None:
            continue
        if when.edtf is None:
            if report.status == "planned" and when.month and when.day:
                partial.append(when)
            continue
        bounds = Edtf.try_parse(when.edtf)
        if report.status == "occurred" and bounds.lower and len(when.edtf) >= 7:
            past.append(date.fromisoformat(bounds.lower))
        elif report.status == "planned" and bounds.upper and len(when.edtf) >= 7:
            coming.append(date.fromisoformat(bounds.upper))
    lower, upper = max(past, default=None), min(coming, default=None)
    if lower is not None and upper is not None and upper < lower:
        upper = None
    if lower is None and upper is None:
        return Reference()
    parts: list[str] = []
    if lower:
        parts.append(f"it tells {display(lower.isoformat(), style='long')} as past")
    if upper:
        parts.append(f"{display(upper.isoformat(), style='long')} as coming")
    reference = Reference(lower, upper, " and ".join(parts) if lower else f"it tells {parts[0]}")
    for when in partial:
        dated = complete(when, reference, "planned")
        if dated.edtf and len(dated.edtf) == 10:
            day = date.fromisoformat(dated.edtf)
            if reference.upper is None or day < reference.upper:
                reference = replace(reference, upper=day)
    return reference


def published_of(reference: Reference) -> str | None:
    """Return the reference as EDTF: a day, an interval, an open interval, or None."""
    if reference.day is not None:
        return reference.day.isoformat()
    if reference.lower is None and reference.upper is None:
        return None
    lower = reference.lower.isoformat() if reference.lower else ".."
    upper = reference.upper.isoformat() if reference.upper else ".."
    return f"{lower}/{upper}"
