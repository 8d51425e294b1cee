"""Offices: what a title says in one normal form, and what each actor was when, by which source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from reltui.authority import Tables
from reltui.extract.drafts import Spot
from reltui.model import Evidence, Office

_BEFORE = 12  # characters between "Deputy" and the office that it lessens
_HIGH = 2  # level of ministers and heads of bodies


def office_key(spot: Spot, tables: Tables) -> str:
    """Return the title's office and state as a comparable key ("foreign-minister serbia"), "" where it has none.

    Of a double title ("Prime Minister and Interior Minister") the first, of several words the most telling.
    """
    return _key(spot.title, spot.office_of, tables) if spot.title else ""


@lru_cache(maxsize=16384)
def _key(title: str, of: str | None, tables: Tables) -> str:
    offices = [e for hit in tables.office_phrases.scan(title) for e in hit.entries if not e.honorific]
    if not offices:
        return ""
    chosen = min(offices, key=lambda e: e.level or 9)
    portfolio = [
        e.means or e.word
        for hit in tables.office_part_phrases.scan(title)
        for e in hit.entries
        if e.part == "portfolio"
    ]
    name = chosen.office
    if portfolio and "minister" in name and name in ("minister", "secretary"):
        name = f"{portfolio[0].replace(' ', '-')}-{name}"
    return f"{name} {of}" if of else name


@lru_cache(maxsize=16384)
def unique_offices(title: str, tables: Tables) -> frozenset[str]:
    """Return all offices of high rank that a title names and that have one holder at a time, in normal form.

    "First Deputy Prime Minister and Foreign Minister" has two; a deputy's title does not name the office he is under.
    """
    found: set[str] = set()
    parts = [(hit.start, e) for hit in tables.office_part_phrases.scan(title) for e in hit.entries]
    deputies = [start for start, e in parts if e.part == "modifier"]
    for hit in tables.office_phrases.scan(title):
        if any(0 <= hit.start - start <= _BEFORE for start in deputies):
            continue
        found |= {e.office for e in hit.entries if e.unique and 0 < e.level <= _HIGH}
    return frozenset(found)


class Held(NamedTuple):
    """A place that says what somebody was: the office in normal form, the place, its title, the day of telling."""

    office: str
    spot: Spot
    evidence: Evidence
    day: str | None


def offices_of(told: Iterable[Held], tables: Tables) -> tuple[Office, ...]:
    """Return an actor's offices, each with all its evidence, by date."""
    found: dict[tuple[str, str | None, str | None], list[Evidence]] = defaultdict(list)
    titles: dict[tuple[str, str | None, str | None], str] = {}
    for office, spot, evidence, day in told:
        key = (office, _name_of(spot.office_of, tables), day)
        titles.setdefault(key, evidence.text)
        found[key].append(evidence)
    ordered = sorted(found, key=lambda key: (key[2] or "9999", key[0]))
    return tuple(Office(titles[key], key[1], key[2], tuple(found[key])) for key in ordered)


def _name_of(actor: str | None, tables: Tables) -> str | None:
    state = tables.states.get(actor)
    if state is not None:
        return state.name
    body = tables.organisations.get(actor)
    return body.name if body is not None else None
