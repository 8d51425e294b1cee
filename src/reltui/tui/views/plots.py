"""The view of plots: events over time with a brush, who had to do with whom, and figures over time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reltui.present.counting import plural
from reltui.present.safe import safe
from reltui.tui.ours import ours
from reltui.tui.views.entries import Collected, Entry, EntryView, Part, lead
from reltui.tui.views.figures import amount
from reltui.tui.views.view import Asked
from reltui.tui.widgets.histogram import Histogram
from reltui.tui.widgets.pieces import cut, fill
from reltui.tui.words import day, surname

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from reltui.query import Query
    from reltui.store import Reader
    from reltui.store.rows import EventRow, FigureRow
    from reltui.tui.workers.desk import Desk

_SCANNED = 20_000  # events that are looked at one by one; of more, years alone are shown
_PAGE = 500
_PAIRS = 30
_NAME, _CELL = 18, 6  # cells of a name at the left of the matrix, and of each of its columns
_NARROW, _SHORT = 50, 10  # cells of a view below which names have so many
_MOST = 12  # actors of the matrix
_FIGURES = 2_000
_BAR = 12  # cells of the longest bar of figures


class Fits(NamedTuple):
    """What there is room for: the cells of a name, and how many columns beside it."""

    name: int
    columns: int


class Plots(EntryView):
    """Pictures of what the filter keeps, of the actor who is chosen, drawn in plain signs."""

    NAME = "plots"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.timeline = Histogram()
        self._asked: Asked | None = None
        self._fits = Fits(_NAME, 0)

    def compose(self) -> ComposeResult:
        """The timeline above the rest."""
        yield self.timeline
        yield self.lines

    @property
    def target(self) -> Widget:
        """The timeline has the focus first."""
        return self.timeline

    def fill(self, asked: Asked) -> None:
        """Show the events that the filter keeps, of the actor who is chosen."""
        from reltui.query import parse

        if not self.size.width:  # how many columns there is room for is known once it is laid out
            self.call_after_refresh(lambda: self.fill(asked) if self.size.width else None)
            return
        self._asked, self._fits = asked, self._room()
        self.timeline.flat = ours(self).settings.flat
        query, figures = asked.query(), asked.query()
        if asked.actor:
            query &= parse(f'with:"{asked.actor}"')
            figures &= parse(f'actor:"{asked.actor}"')
        name, fits = asked.name if asked.actor else "", self._fits
        self.collect(lambda reader: gather(reader, query, figures, name, fits), asked)

    def _room(self) -> Fits:
        """What the matrix has room for."""
        name = _NAME if self.size.width >= _NARROW else _SHORT
        return Fits(name, max(2, min(_MOST, (self.size.width - name - 6) // _CELL - 1)))

    def on_resize(self) -> None:
        """Draw the matrix for another width."""
        if self._asked is not None and self.size.width and self._room() != self._fits:
            self.fill(self._asked._replace(cause="step"))

    def took(self, found: Collected) -> None:
        """Draw the timeline."""
        self.timeline.show(found.months)

    def on_histogram_left(self, event: Histogram.Left) -> None:
        """Go on to the lines below."""
        event.stop()
        self.lines.focus()


def gather(reader: Reader, query: Query, about: Query, name: str, fits: Fits) -> Collected:
    """Count the events of a query by month and by pair, and its figures by time; to be called at a desk."""
    years = reader.years(query)
    total = sum(count for _, count in years)
    parts: list[Part] = []
    months: defaultdict[str, Counter[str]] = defaultdict(Counter)
    if total <= _SCANNED:
        pairs: Counter[tuple[str, str]] = Counter()
        names: dict[str, str] = {}
        for row in _rows(reader, query):
            months[month_of(row)][row.status] += 1
            names.update(zip(row.party_ids, row.parties, strict=False))
            ids = sorted(set(row.party_ids))
            pairs.update((one, other) for place, one in enumerate(ids) for other in ids[place + 1 :])
        matrix, head = _matrix(reader, pairs, names, fits)
        parts.append((f"{fill('Contacts', fits.name + 2)}{head}", matrix))
        both = [_pair(names, *pair, count) for pair, count in pairs.most_common(_PAIRS)]
    else:
        both = []
        for year, count in years:
            months[year or ""]["occurred"] = count
    parts += _figures(reader.figures(about).rows(0, _FIGURES))
    parts.append(("Who had to do with whom · Enter shows the two", both))
    of = f" of {name}" if name else ""
    found = [part for part in parts if part[1]]
    return Collected(f"Plots{of} · {plural(total, 'event')}", found, months)


def _rows(reader: Reader, query: Query) -> Iterator[EventRow]:
    window = reader.events(query)
    for start in range(0, len(window), _PAGE):
        yield from window.rows(start, start + _PAGE)


def month_of(row: EventRow) -> str:
    """The month of an event, or its year where no more is known; empty if it is undated."""
    day_ = row.lower if row.lower and row.lower > "0001-12-31" else row.upper or ""
    return day_[:4] if row.precision == "year" else day_[:7]


def _pair(names: dict[str, str], one: str, other: str, count: int) -> Entry:
    both = f"{names[one]} – {names[other]}"
    return Entry(f"p{one} {other}", both, "", plural(count, "event"), goes=f"pair:{one} {other}")


def _matrix(
    reader: Reader, pairs: Counter[tuple[str, str]], names: dict[str, str], fits: Fits
) -> tuple[list[Entry], str]:
    """A line for each of those with most contacts: with whom of them how many; and the heads of the columns."""
    met: Counter[str] = Counter()
    for (one, other), count in pairs.items():
        met[one] += count
        met[other] += count
    chosen = [actor for actor, _ in met.most_common(fits.columns)]
    if len(chosen) < 2:
        return [], ""
    short = {id_: safe(names[id_]) for id_ in chosen}
    short |= {id_: surname(name) for id_, name in short.items() if reader.actor(id_).kind == "person"}

    def cell(one: str, other: str) -> str:
        count = pairs[min(one, other), max(one, other)]
        return "–" if one == other else str(count) if count else "·"

    def line(cells: Iterable[str]) -> str:
        return "".join(fill(text, _CELL, right=True) for text in cells)

    made = [
        Entry(
            f"x{one}",
            fill(short[one], fits.name) + line([str(met[one]), *(cell(one, other) for other in chosen)]),
            goes=f"pair:{one} ",
        )
        for one in chosen
    ]
    return made, line(["all", *(cut(short[other], _CELL - 1, "") for other in chosen)])


def _figures(rows: Sequence[FigureRow]) -> list[Part]:
    """The figures that say for when they hold, a part for each unit that has several, by time."""
    by_unit: defaultdict[str, list[FigureRow]] = defaultdict(list)
    for row in rows:
        if row.period:
            by_unit[row.unit].append(row)
    parts: list[Part] = []
    for unit, some in sorted(by_unit.items(), key=lambda item: -len(item[1])):
        if len(some) < 2:
            continue
        highest = max(abs(row.value) for row in some) or 1
        entries = [
            Entry(
                f"f{row.id}",
                f"{fill('━' * max(1, round(abs(row.value) / highest * _BAR)), _BAR)} {amount(row.value)} {row.what}",
                day(row.period),
                "",
                lead(row),
            )
            for row in sorted(some, key=lambda row: (row.period or "", row.what))
        ]
        parts.append((f"Figures over time, {unit}", entries))
    return parts


def make(desk: Desk) -> EntryView:
    """The view, for the registry."""
    return Plots(desk)
