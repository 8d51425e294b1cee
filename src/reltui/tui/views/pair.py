"""The view of two actors or states: their contacts by year and type, planned and held, and the gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from reltui.present.counting import plural
from reltui.tui.look import EVENT_SIGNS
from reltui.tui.views.entries import Collected, Entry, EntryView, Part, event_entry, said_entry
from reltui.tui.views.profile import counterparts
from reltui.tui.views.view import Asked
from reltui.tui.words import event_type

if TYPE_CHECKING:
    from reltui.store import Reader
    from reltui.store.rows import EventRow
    from reltui.tui.workers.desk import Desk

_MOST = 500  # contacts that are shown
_MONTHS = "By month J F M A M J J A S O N D"
_GAP = 6  # months without a contact that are worth a line


class Pair(EntryView):
    """What two actors had to do with each other; for one alone, with whom there is anything to show."""

    NAME = "pair"

    def fill(self, asked: Asked) -> None:
        """Show the contacts of two actors."""
        if not asked.actor:
            self.nothing()
        elif asked.other and asked.other != asked.actor:
            self.collect(lambda reader: gather(reader, asked.actor, asked.other), asked)
        else:
            self.collect(lambda reader: choose(reader, asked.actor), asked)


def choose(reader: Reader, one: str) -> Collected:
    """With whom an actor had contacts, to choose one of them; to be called at a desk."""
    from reltui.query import parse

    rows = reader.events(parse(f'with:"{one}"')).rows(0, _MOST)
    title = f"{reader.actor(one).name} – …"
    return Collected(
        title, [("Enter chooses the other one", counterparts(rows, one, f"pair:{one} "))] if rows else []
    )


def gather(reader: Reader, one: str, other: str) -> Collected:
    """Read what two actors had to do with each other; to be called at a desk. Raises KeyError for an unknown one."""
    from reltui.query import parse

    names = reader.actor(one).name, reader.actor(other).name
    events = reader.events(parse(f'with:"{one}" with:"{other}"'))
    rows = events.rows(0, _MOST)
    parts: list[Part] = [("All in all", _summary(rows, len(events))), (_MONTHS, _calendar(rows))]
    before: EventRow | None = None
    for year, group in groupby(rows, key=lambda row: _day(row)[:4] or "no date"):
        entries: list[Entry] = []
        for row in group:
            months = _months(before, row)
            if months >= _GAP:
                entries.append(Entry(f"g{row.id}", f"{months} months without a contact that is told"))
            entries.append(event_entry(reader, row, (one, other)))
            before = row
        parts.append((year, entries))
    for speaker, about, name in ((one, other, names[0]), (other, one, names[1])):
        said = reader.statements(parse(f'says:"{speaker}" actor:"{about}"')).rows(0, _MOST)
        parts.append((f"What {name} says where the other is named", [said_entry(row) for row in said]))
    return Collected(" – ".join(names), [part for part in parts if part[1]])


def _summary(rows: Sequence[EventRow], total: int) -> list[Entry]:
    """How many contacts of each type, and how many of them took place."""
    if not rows:
        return [Entry("none", "No event has both of them as parties.")]
    types: Counter[str] = Counter(row.type for row in rows)
    held: Counter[str] = Counter(row.type for row in rows if row.status == "occurred")
    planned = sum(row.status == "planned" for row in rows)
    cancelled = sum(row.status == "cancelled" for row in rows)
    first, last = _day(rows[0]), _day(next((row for row in reversed(rows) if _day(row)), rows[-1]))
    span = f", {first[:7]} to {last[:7]}" if first else ""
    more = ", ".join(
        text
        for count, text in ((planned, f"{planned} planned"), (cancelled, f"{cancelled} cancelled"))
        if count
    )
    made = [Entry("all", f"{plural(total, 'contact')}{span}{f', {more}' if more else ''}")]
    return made + [
        Entry(f"t{type_}", f"{'●' * min(count, 30)}  {event_type(type_)}", "", f"{count}, {held[type_]} held")
        for type_, count in types.most_common()
    ]


def _calendar(rows: Sequence[EventRow]) -> list[Entry]:
    """A line for each year: a sign in each month that has a contact, a number where it has several."""
    years: dict[str, dict[str, list[EventRow]]] = {}
    for row in rows:
        if when := _day(row):
            month = "" if row.precision == "year" else when[5:7]
            years.setdefault(when[:4], {}).setdefault(month, []).append(row)
    made: list[Entry] = []
    for year, months in years.items():
        cells = [_cell(months.get(f"{month:02d}", [])) for month in range(1, 13)]
        count = sum(map(len, months.values()))
        made.append(Entry(f"y{year}", f"{year}  {''.join(cells)}", "", plural(count, "contact")))
    return made if len(rows) > 1 else []


def _cell(rows: Sequence[EventRow]) -> str:
    if not rows:
        return " ·"
    return f"{len(rows):>2}" if len(rows) > 1 else f" {EVENT_SIGNS.get(rows[0].status, '●')}"


def _day(row: EventRow) -> str:
    return row.lower if row.lower and row.lower > "0001-12-31" else row.upper or ""


def _months(before: EventRow | None, row: EventRow) -> int:
    """How many whole months lie between two events."""
    start, end = _day(before) if before is not None else "", _day(row)
    if not start or not end:
        return 0
    return (int(end[:4]) - int(start[:4])) * 12 + int(end[5:7]) - int(start[5:7])


def make(desk: Desk) -> EntryView:
    """The view, for the registry."""
    return Pair(desk)
