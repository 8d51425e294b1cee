"""Where a happening took place, in the words of its clause."""

from __future__ import annotations

import re
from typing import Any

from reltui.authority import Tables
from reltui.extract.events import venues
from reltui.extract.mentions.chunks import Chunk, Row

_HERE = frozenset("in at u na в на у во near".split())  # noqa: SIM905 — a word list
_THERE = frozenset("to into u na в на у для visit visits visited visiting tour toured".split())  # noqa: SIM905
_AT = frozenset(("at", "in", "inside"))
_PLACE = frozenset("LlKS")
_PLACES = re.compile(r"[LlKS](?:(?:,|,?c)[LlKS])*")
_BESIDE = 25  # characters between a building and the town it stands in: "at the Hofburg Palace in Vienna"


def place_of(
    row: Row, clause: tuple[int, int], trigger_end: int, tables: Tables, *, travels: bool, hosts: bool = False
) -> tuple[str, tuple[int, int]] | None:
    """Return the place of the clause's happening and the span of its words, or None.

    A place counts where "in" or "at" stands before it; after a verb of travel also "to", or none at all
    ("visited Belgrade"). Neighbours joined by commas and "and" are taken together; of "Rome, Italy" the
    first is kept. Inflected forms are given in the nominative of the tables.
    """
    found: list[tuple[int, int]] = []
    capital = _capital(row, clause, tables)
    built = _buildings(row, clause)
    for i, chunk in enumerate(row.chunks):
        if chunk.cls not in _PLACE or not clause[0] <= chunk.start < clause[1] or chunk.owner:
            continue
        k = i - 1
        while k >= 0 and row.letters[k] in "f" and row.chunks[k].low in ("the",):
            k -= 1
        before = row.chunks[k].low if k >= 0 else ""
        opens = before in _HERE or (
            before == "(" and chunk.cls in "LlK" and row.letters[i + 1 : i + 2] in (",", ")")
        )
        if travels and chunk.start >= trigger_end:
            opens = opens or before in _THERE or (k >= 0 and row.chunks[k].end == trigger_end)
            opens = opens or (k >= 0 and row.chunks[k].start < trigger_end <= row.chunks[k].end)
        opens = opens or (chunk.cls in "LlK" and before == "," and _venue_before(row, k))
        # "occupied Addis Ababa", "departed Sochi"; "Belgrade will host"
        touches = k >= 0 and row.chunks[k].start < trigger_end <= row.chunks[k].end
        past = k >= 0 and row.letters[k] == "x" and row.chunks[k].low.endswith("ed")
        opens = opens or (chunk.cls in "LlK" and (touches or past))
        opens = opens or (chunk.cls == "K" and chunk.end < trigger_end and hosts)
        if chunk.cls in "Ll" and _boundless(chunk, tables):
            continue  # "in the Western Hemisphere" says where something matters, not where one met
        if opens and not (chunk.cls == "S" and before == "of"):
            found.append((i, _run(row, i)))
    if capital is not None and not any(row.chunks[f[0]].cls in "LlK" for f in found) and not built:
        return capital
    found = [f for f in found if not any(a <= f[0] <= b for a, b in built)]
    if not found and not built:
        return _town(row, clause, tables, trigger_end if travels else -1)
    cities = [f for f in found if _exact(row.chunks[f[0]], tables)]
    if not built:
        return _told(row, _nearest(row, cities or found, trigger_end), tables)
    at = _nearest(row, built, trigger_end)
    words = venues.words(row, *at)
    span = (row.chunks[at[0]].start, row.chunks[at[1]].end)
    beside = [f for f in cities if abs(row.chunks[f[0]].start - span[1]) <= _BESIDE or f[1] < at[0]]
    if not beside or any(c.cls in "LlK" for c in row.chunks[at[0] : at[1] + 1]):
        return words, span
    city, _ = _told(row, _nearest(row, beside, span[0]), tables)
    return f"{words}, {city}", span


def _nearest(row: Row, found: list[tuple[int, int]], trigger_end: int) -> tuple[int, int]:
    return min(
        found, key=lambda f: (row.chunks[f[0]].start < trigger_end - 200, _distance(row, f[0], trigger_end))
    )


def _told(row: Row, at: tuple[int, int], tables: Tables) -> tuple[str, tuple[int, int]]:
    """The words of chunks `at`: of a town and its state ("Munich, Germany") both, as they stand."""
    first, last = at
    names = [place_name(row.chunks[j], tables) for j in range(first, last + 1) if row.letters[j] in _PLACE]
    span = (row.chunks[first].start, row.chunks[last].end)
    if len(names) == 2 and row.letters[first + 1] == "," and row.letters[last] == "S" != row.letters[first]:
        return ", ".join(names), span
    return _join(names), span


def _buildings(row: Row, clause: tuple[int, int]) -> list[tuple[int, int]]:
    """Venues behind "at" or "in": "at Torre Tagle Palace", "at State House, Nairobi"."""
    found: list[tuple[int, int]] = []
    if row.title_case or _AT.isdisjoint(row.words.lows):
        return found
    for i, chunk in enumerate(row.chunks):
        if not clause[0] <= chunk.start < clause[1] or chunk.low not in _AT:
            continue
        first = i + 1
        while first < len(row.chunks) and row.letters[first] == "f" and row.chunks[first].low == "the":
            first += 1
        last = venues.venue(row, first) if first < len(row.chunks) else None
        if last is None:
            continue
        while row.letters[last + 1 : last + 2] == "," and row.letters[last + 2 : last + 3] in tuple("KLl"):
            last += 2
        found.append((first, last))
    return found


def _town(
    row: Row, clause: tuple[int, int], tables: Tables, travelled: int
) -> tuple[str, tuple[int, int]] | None:
    for i, chunk in enumerate(row.chunks[1:], 1):
        if clause[0] <= chunk.start < clause[1] and chunk.cls == "N":
            there = row.chunks[i - 1].end == travelled or (travelled >= 0 and row.chunks[i - 1].low in _THERE)
            last = venues.town(row, "in" if there else row.chunks[i - 1].low, i, tables)
            if last is not None:
                return venues.words(row, i, last), (chunk.start, row.chunks[last].end)
    return None


def _exact(chunk: Chunk, tables: Tables) -> bool:
    """Whether the place is a city, venue or residence rather than a state or region."""
    if chunk.cls == "K":
        return True
    kinds = {
        tables.places[e.id].kind
        for e in chunk.entries
        if getattr(e, "kind", "") == "place" and e.id in tables.places
    }
    return bool(kinds & {"city", "venue", "residence"})


def _boundless(chunk: Chunk, tables: Tables) -> bool:
    """Whether the name is of a part of the world that lies in no one state."""
    places = [tables.places[e.id] for e in chunk.entries if e.kind == "place" and e.id in tables.places]
    return bool(places) and all(not p.state and p.kind in ("region", "sea", "territory") for p in places)


def _venue_before(row: Row, comma: int) -> bool:
    """Whether a venue stands before the comma: "at State House, Nairobi", "in the Hofburg, Vienna"."""
    match = re.search(r"i[fNnGgWTPOLlKUMASp\"']{1,6}$", row.letters[:comma])
    return match is not None and row.chunks[match.start()].low in _HERE


def _capital(row: Row, clause: tuple[int, int], tables: Tables) -> tuple[str, tuple[int, int]] | None:
    """The city meant by "the capital of Serbia" or "the Serbian capital"."""
    for i, chunk in enumerate(row.chunks if "capital" in row.words.lows else ()):
        if chunk.low != "capital" or not clause[0] <= chunk.start < clause[1]:
            continue
        for j in (i - 1, i + 2, i + 3):
            if (
                0 <= j < len(row.chunks)
                and row.letters[j] in "SA"
                and (j < i or row.chunks[i + 1].low == "of")
            ):
                entry = next((e for e in row.chunks[j].entries if e.kind == "state"), None)
                state = tables.states.get(entry.id) if entry is not None else None
                if state is not None and state.capital:
                    ends = (row.chunks[min(i, j)].start, row.chunks[max(i, j)].end)
                    return state.capital[0], ends
    return None


def _distance(row: Row, i: int, trigger_end: int) -> int:
    return abs(row.chunks[i].start - trigger_end)


def _run(row: Row, first: int) -> int:
    """Return the last chunk of an enumeration of places that begins at `first`."""
    match = _PLACES.match(row.letters, first)
    return (match.end() if match else first + 1) - 1


def _join(names: list[str]) -> str:
    if len(names) < 2:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def place_name(chunk: Chunk, tables: Tables) -> str:
    """Return the place as the text has it, a case form or another script in the tables' usual name."""
    entry: Any
    for entry in chunk.entries:
        place = tables.places.get(entry.id) if entry.kind == "place" else None
        if place is not None:
            return chunk.text if chunk.text in (place.name, *place.aliases) else place.name
        state = tables.states.get(entry.id) if entry.kind == "state" else None
        if state is None:
            continue
        if entry.how == "name":
            return chunk.text if chunk.text in (state.name, *state.aliases) else state.name
        if entry.how == "capital" and chunk.text not in state.capital and state.capital:
            return state.capital[0]
    return chunk.text
