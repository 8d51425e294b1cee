"""The view of plots: events by month, to narrow everything to one; and who had to do with whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reltui.tui.look import EVENT_SIGNS
from reltui.tui.views.entries import Collected, Entry, EntryView, Part
from reltui.tui.views.view import Asked
from reltui.tui.words import plural

if TYPE_CHECKING:
    from reltui.query import Query
    from reltui.store import Reader
    from reltui.store.rows import EventRow
    from reltui.tui.workers.desk import Desk

_SCANNED = 20_000  # events that are looked at one by one; of more, years alone are shown
_PAGE = 500
_DOTS = 40  # events that are drawn as a dot each; of more, one dot stands for several
_PAIRS = 30


class Plots(EntryView):
    """Pictures of the chronology in plain signs: a dot an event, its shape its status."""

    NAME = "plots"

    def fill(self, asked: Asked) -> None:
        """Show the events that the filter keeps, of the actor who is chosen."""
        from reltui.query import EMPTY, parse

        query = asked.filter or EMPTY
        if asked.actor:
            query &= parse(f'with:"{asked.actor}"')
        self.collect(lambda reader: gather(reader, query, asked.name if asked.actor else ""), asked)


def gather(reader: Reader, query: Query, name: str) -> Collected:
    """Count the events of a query by month and by pair; to be called at a desk."""
    years = reader.years(query)
    total = sum(count for _, count in years)
    parts: list[Part] = []
    if total <= _SCANNED:
        months: defaultdict[str, Counter[str]] = defaultdict(Counter)
        pairs: Counter[tuple[str, str]] = Counter()
        names: dict[str, str] = {}
        for row in _rows(reader, query):
            months[_month(row)][row.status] += 1
            names.update(zip(row.party_ids, row.parties, strict=False))
            first, *others = sorted(row.party_ids) or [""]
            while others:
                pairs.update((first, other) for other in others)
                first, *others = others
        parts.append(("Events by month · Enter narrows everything to it", _bars(months)))
        parts.append(
            (
                "Who had to do with whom · Enter shows the two",
                [_pair(names, *pair, count) for pair, count in pairs.most_common(_PAIRS)],
            )
        )
    else:
        by_year = {year or "": Counter({"occurred": count}) for year, count in years}
        parts.append(("Events by year · Enter narrows everything to it", _bars(by_year)))
    of = f" of {name}" if name else ""
    return Collected(f"Plots{of} · {plural(total, 'event')}", [part for part in parts if part[1]])


def _rows(reader: Reader, query: Query) -> Iterator[EventRow]:
    window = reader.events(query)
    for start in range(0, len(window), _PAGE):
        yield from window.rows(start, start + _PAGE)


def _month(row: EventRow) -> str:
    """The month of an event, or its year where no more is known; empty if it is undated."""
    day = row.lower if row.lower and row.lower > "0001-12-31" else row.upper or ""
    return day[:4] if row.precision == "year" else day[:7]


def _pair(names: dict[str, str], one: str, other: str, count: int) -> Entry:
    both = f"{names[one]} – {names[other]}"
    return Entry(f"p{one} {other}", both, "", plural(count, "event"), goes=f"pair:{one} {other}")


def _bars(counted: dict[str, Counter[str]]) -> list[Entry]:
    """A line for each month: a dot an event, the shape of the dot its status."""
    highest = max((sum(counts.values()) for counts in counted.values()), default=0)
    each = -(-highest // _DOTS) or 1  # events to a dot
    made: list[Entry] = []
    for when in sorted(counted, key=lambda when: when or "~"):
        counts = counted[when]
        dots = "".join(sign * -(-counts[status] // each) for status, sign in EVENT_SIGNS.items())
        goes = f"filter:date:{when}" if when else ""
        made.append(Entry(f"m{when}", dots, when or "no date", str(sum(counts.values())), goes=goes))
    return made


def make(desk: Desk) -> EntryView:
    """The view, for the registry."""
    return Plots(desk)
