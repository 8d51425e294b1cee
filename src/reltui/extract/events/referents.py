"""Persons meant by their office alone: "the Somali President", "Iraq's Foreign Minister", «Министр»."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

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
        # (state, offices, whether they are vague) → those who may be meant
        self._fitting: dict[tuple[str | None, frozenset[str], bool], list[list[_Holder]]] = {}

    @cached_property
    def _holders(self) -> tuple[_Holder, ...]:
        found: list[_Holder] = []
        for i, s in enumerate(self._spots):
            if s.kind != "person" or not s.sure or not s.title or s.author:
                continue
            entries = [e for hit in self._tables.office_phrases.inside[s.title] for e in hit.entries]
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

    def state_of_code(self, code: str) -> str | None:
        """Return the id of the state with this ISO code."""
        codes = _codes.get(self._tables)
        if codes is None:
            states = reversed(list(self._tables.states))
            codes = _codes[self._tables] = {state.iso2: state.id for state in states if state.iso2}
        return codes.get(code)

    def state_of(self, spot: Spot) -> str | None:
        """Return the state that somebody acts for, by a title of the text or by the tables."""
        if spot.office_of in self._tables.states:
            return spot.office_of
        known = self._country(spot)
        if known is not None:
            return known
        return self._states.get(spot.surface.split()[-1].casefold())

    @cached_property
    def _states(self) -> dict[str, str]:
        """The state that the first holder of an office with each last name acts for."""
        found = {self._last(h): h.state for h in reversed(self._holders) if h.state in self._tables.states}
        return {last: state for last, state in found.items() if state is not None}

    def heads(self, until: int) -> list[int]:
        """Return the spots, one a person, of heads of state and government named before offset `until`."""
        return [h.spot for h in self._leaders[: bisect_left(self._leaders, until, key=_start)]]

    @cached_property
    def _leaders(self) -> list[_Holder]:
        first = {self._last(h): h for h in reversed(self._holders) if h.level == 1}
        return sorted(first.values(), key=_start)

    def seats(self, people: Sequence[int]) -> list[int]:
        """Return spots of the states that these persons act for, each state once."""
        states = dict.fromkeys(filter(None, (self.state_of(self._spots[i]) for i in people)))
        return [self._named_states[state] for state in states if state in self._named_states]

    @cached_property
    def _named_states(self) -> dict[str, int]:
        """The first spot of each state."""
        told = enumerate(self._spots)
        return {s.known: i for i, s in reversed([*told]) if s.kind == "state" and s.known is not None}

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
        return self._one_untitled if any(getattr(e, "level", 9) == 1 for e in entries) else None

    @cached_property
    def _one_untitled(self) -> int | None:
        titled = {self._last(h) for h in self._holders}
        people: dict[str, int] = {}
        for i, s in enumerate(self._spots):
            if s.kind == "person" and s.sure and not s.author and not s.handle:
                people.setdefault(s.surface.split()[-1].casefold(), i)
        found = [i for last, i in people.items() if last not in titled]
        return found[0] if len(found) == 1 and len(people) >= 2 else None

    def _meant(self, chunk: Chunk, state: str | None) -> int | None:
        entries: tuple[Any, ...] = chunk.entries
        offices = frozenset(getattr(e, "office", "") for e in entries)
        flags = {flag for e in entries for flag in getattr(e, "flags", ())}
        if "plural" in flags:
            return None
        vague = _VAGUE in flags
        if vague and state is None:
            return None
        asked = state, offices, vague
        if asked not in self._fitting:
            self._fitting[asked] = self._groups(state, offices, vague=vague)
        groups = self._fitting[asked]
        if state is not None:
            return _last_before(groups, chunk.start)
        return min((group[0] for group in groups), key=_start).spot if groups else self._untitled(entries)

    def _groups(self, state: str | None, offices: frozenset[str], *, vague: bool) -> list[list[_Holder]]:
        """The holders, group by group and each group in order, whom one of these offices may mean."""
        here = self._alike.get(state, {})
        if vague:
            return [*here.values()]
        fitting = [group for (of, _), group in here.items() if _one_office(offices, of)]
        return fitting or [group for (_, peer), group in here.items() if peer and state is not None]

    @cached_property
    def _alike(self) -> dict[str | None, dict[tuple[frozenset[str], bool], list[_Holder]]]:
        """The holders of the same offices, by state and of all states (None): many mentions, few offices."""
        found: dict[str | None, dict[tuple[frozenset[str], bool], list[_Holder]]] = {}
        for holder in self._holders:
            for state in {holder.state, None}:
                groups = found.setdefault(state, {})
                groups.setdefault((holder.offices, holder.peer), []).append(holder)
        return found


_codes: WeakKeyDictionary[Tables, dict[str, str]] = WeakKeyDictionary()  # ISO code → id of the state


def _start(holder: _Holder) -> int:
    return holder.start


def _last_before(groups: Sequence[Sequence[_Holder]], start: int) -> int | None:
    """Return the spot of the last holder before the offset, else of the first behind it; each group is in order."""
    earlier = [group[at - 1] for group in groups if (at := bisect_left(group, start, key=_start))]
    if earlier:
        return max(earlier, key=_start).spot
    return min((group[0] for group in groups), key=_start).spot if groups else None


def _one_office(told: frozenset[str], held: frozenset[str]) -> bool:
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
