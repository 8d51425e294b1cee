"""Persons meant by their office alone: "the Somali President", "Iraq's Foreign Minister", «Министр»."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from reltui.authority import Tables
from reltui.extract.drafts import Spot
from reltui.extract.mentions.chunks import Chunk, Row

_NAME = frozenset("GNZIgnHp@")
_OTHERS = frozenset(
    (
        *(
            "a",
            "an",
            "former",
            "ex",
            "new",
            "next",
            "last",
            "first",
            "then",
            "previous",
            "each",
            "every",
            "any",
        ),
        *("no", "another", "other", "bivši", "bivša", "novi", "nova", "бывший", "новый"),
    )
)
_OF = frozenset(("of", "for"))
_VAGUE = "relational"


class Described(NamedTuple):
    """An office at `start`, standing for the person of spot `spot`."""

    spot: int
    start: int
    end: int
    governed: bool  # behind a preposition: "the office of the President", "with the President"


class _Holder(NamedTuple):
    spot: int
    start: int
    offices: frozenset[str]
    state: str | None
    peer: bool = False  # somebody's counterpart: the office is the other's
    level: int = 9


class Referents:
    """Finds who is meant by an office that stands without a name, among the persons whom the text names with one."""

    def __init__(self, spots: Sequence[Spot], tables: Tables) -> None:
        self._spots = spots
        self._tables = tables

    @cached_property
    def _holders(self) -> tuple[_Holder, ...]:
        found: list[_Holder] = []
        for i, s in enumerate(self._spots):
            if s.kind != "person" or not s.sure or not s.title or s.author:
                continue
            entries = [e for hit in self._tables.office_phrases.scan(s.title) for e in hit.entries]
            offices = frozenset(e.office for e in entries if not e.honorific and _VAGUE not in e.flags)
            peer = any(_VAGUE in e.flags for e in entries)
            level = min((e.level for e in entries if e.level), default=9)
            found.append(_Holder(i, s.start, offices, s.office_of or self._country(s), peer, level))
        states = {self._last(h): h.state for h in reversed(found) if h.state in self._tables.states}
        return tuple(h._replace(state=h.state or states.get(self._last(h))) for h in found)

    def _last(self, holder: _Holder) -> str:
        return self._spots[holder.spot].surface.split()[-1].casefold()

    @cached_property
    def _titles(self) -> list[tuple[int, int]]:
        return sorted(s.title_span for s in self._spots if s.title_span is not None)

    def _country(self, spot: Spot) -> str | None:
        person = self._tables.people.get(spot.known) if spot.known else None
        if person is None or not person.country:
            return None
        return self.state_of_code(person.country)

    @cached_property
    def _codes(self) -> dict[str, str]:
        return {state.iso2: state.id for state in reversed(list(self._tables.states)) if state.iso2}

    def state_of_code(self, code: str) -> str | None:
        """Return the id of the state with this ISO code."""
        return self._codes.get(code)

    def state_of(self, spot: Spot) -> str | None:
        """Return the state that somebody acts for, by a title of the text or by the tables."""
        if spot.office_of in self._tables.states:
            return spot.office_of
        known = self._country(spot)
        if known is not None:
            return known
        last = spot.surface.split()[-1].casefold()
        for holder in self._holders:
            if holder.state in self._tables.states and self._last(holder) == last:
                return holder.state
        return None

    def heads(self, until: int) -> list[int]:
        """Return the spots, one a person, of heads of state and government named before offset `until`."""
        found = {self._last(h): h.spot for h in reversed(self._holders) if h.level == 1 and h.start < until}
        return sorted(found.values())

    def seats(self, people: Sequence[int]) -> list[int]:
        """Return spots of the states that these persons act for, each state once."""
        states = dict.fromkeys(filter(None, (self.state_of(self._spots[i]) for i in people)))
        found: dict[str, int] = {}
        for i, s in enumerate(self._spots):
            if s.kind == "state" and s.known in states and (s.known not in found or not s.adjective):
                found.setdefault(s.known, i)
        return [found[state] for state in states if state in found]

    def find(self, row: Row, span: tuple[int, int], language: str = "en") -> Iterator[Described]:
        """Yield the offices of the row within the span that stand for somebody, in order."""
        for i, chunk in enumerate(row.chunks):
            if chunk.cls != "T" or not span[0] <= chunk.start < span[1] or self._named(row, i):
                continue
            k = i - 1
            while k >= 0 and row.letters[k] in "HM":
                k -= 1
            before = k - (k >= 0 and row.letters[k] in "AS")
            if any(j >= 0 and row.chunks[j].low in _OTHERS for j in (k, before)):
                continue
            spot = self._meant(chunk, _state_before(row, k) or _state_after(row, i, cases=language != "en"))
            if spot is not None:
                while k >= 0 and (row.letters[k] in "ASHM" or row.chunks[k].low == "the"):
                    k -= 1
                yield Described(spot, chunk.start, chunk.end, k >= 0 and row.letters[k] in "if")

    def _named(self, row: Row, i: int) -> bool:
        """Whether the office is the title of a name."""
        start = row.chunks[i].start
        at = bisect_right(self._titles, (start, 1 << 60)) - 1
        if at >= 0 and self._titles[at][0] <= start < self._titles[at][1]:
            return True
        return row.letters[i + 1 : i + 2] in _NAME

    def _untitled(self, entries: tuple[Any, ...]) -> int | None:
        """The one person whom the text never gives an office, where a head of state or government is spoken of."""
        if not any(getattr(e, "level", 9) == 1 for e in entries):
            return None
        titled = {self._last(h) for h in self._holders}
        people: dict[str, int] = {}
        for i, s in enumerate(self._spots):
            if s.kind == "person" and s.sure and not s.author and not s.handle:
                people.setdefault(s.surface.split()[-1].casefold(), i)
        found = [i for last, i in people.items() if last not in titled]
        return found[0] if len(found) == 1 and len(people) >= 2 else None

    def _meant(self, chunk: Chunk, state: str | None) -> int | None:
        entries: tuple[Any, ...] = chunk.entries
        offices = {getattr(e, "office", "") for e in entries}
        flags = {flag for e in entries for flag in getattr(e, "flags", ())}
        if "plural" in flags:
            return None
        vague = _VAGUE in flags
        if vague and state is None:
            return None
        here = [h for h in self._holders if state is None or h.state == state]
        fitting = here if vague else [h for h in here if _one_office(offices, h.offices)]
        if not fitting and state is not None:
            fitting = [h for h in here if h.peer]
        if not fitting and state is None and not vague:
            return self._untitled(entries)
        earlier = [h for h in fitting if h.start < chunk.start]
        if state is None:
            return fitting[0].spot if fitting else None
        return earlier[-1].spot if earlier else fitting[0].spot if fitting else None


def _one_office(told: set[str], held: frozenset[str]) -> bool:
    """Whether somebody who holds one of `held` may be called by one of `told`: a foreign minister, "the Minister"."""
    return any(a == b or b.endswith(f"-{a}") for a in told for b in held)


def _state(chunk: Chunk) -> str | None:
    return next((e.id for e in chunk.entries if getattr(e, "kind", "") == "state"), None)


def _state_before(row: Row, k: int) -> str | None:
    """The state in "the Somali President", "Iraq's Foreign Minister"."""
    if k >= 0 and (row.letters[k] == "A" or (row.letters[k] in "SK" and row.chunks[k].owner)):
        return _state(row.chunks[k])
    return None


def _state_after(row: Row, i: int, *, cases: bool) -> str | None:
    """The state in "the President of the Republic of Serbia"; in languages with cases "predsednik Srbije"."""
    k = i + 1
    if row.letters[k : k + 1] == "f" and row.chunks[k].low in _OF:
        k += 1
        if row.letters[k : k + 1] == "f":
            k += 1
    if row.letters[k : k + 1] == "S" and (k > i + 1 or cases):
        return _state(row.chunks[k])
    return None
