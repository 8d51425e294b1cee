"""Events over time as upright bars, with a brush: move along them, hold one end, and take what lies between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from reltui.present.counting import plural
from reltui.tui.keymap import bindings
from reltui.tui.widgets.drawn import DrawnView
from reltui.tui.widgets.pieces import Piece, strip, width

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_WIDEST = 4  # cells of a bar with the gap after it
_STEPS = (1, 3, 6, 12, 24, 60, 120, 300, 600, 1200)  # months that a bar may stand for


class Bin(NamedTuple):
    """A bar: its first and last month ("2024-03"), and how many events of each status lie in it."""

    first: str
    last: str
    counts: Counter[str]

    @property
    def total(self) -> int:
        """How many events."""
        return sum(self.counts.values())

    @property
    def when(self) -> str:
        """What it stands for, as one reads it: a month, a year, a span."""
        return span_of(self.first, self.last)


def span_of(first: str, last: str) -> str:
    """A span of months as a query's `date:` takes it, as short as it goes: 2024-03, 2024, 2024-03..2024-08."""
    if first == last:
        return first
    if first[5:] == "01" and last[5:] == "12":
        return first[:4] if first[:4] == last[:4] else f"{first[:4]}..{last[:4]}"
    return f"{first}..{last}"


def _number(month: str) -> int:
    year, _, rest = month.partition("-")
    return int(year) * 12 + (int(rest) - 1 if rest else 0)


def _month(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def bins(months: Mapping[str, Counter[str]], most: int) -> list[Bin]:
    """The months as at most `most` bars without gaps, each standing for as few months as that allows.

    A key is a month or, where no more is known, a year, which counts with its January.
    """
    numbers = {_number(month): month for month in months if month[:4].isdigit()}
    counted: dict[int, Counter[str]] = {}
    for month, counts in months.items():
        if month[:4].isdigit():
            counted.setdefault(_number(month), Counter()).update(counts)
    if not numbers:
        return []
    first, last = min(numbers), max(numbers)
    step = next((step for step in _STEPS if last // step - first // step + 1 <= most), _STEPS[-1])
    made: list[Bin] = []
    for start in range(first // step * step, last + 1, step):
        total: Counter[str] = Counter()
        for number in range(start, start + step):
            total.update(counted.get(number, {}))
        made.append(Bin(_month(start), _month(start + step - 1), total))
    return made


class Histogram(DrawnView, can_focus=True):
    """Bars of events by month or longer, with a cursor on one and a brush over several."""

    BINDINGS = [*bindings("timeline")]  # noqa: RUF012  as Textual has it

    class Brushed(Message):
        """A span of time was taken, as the `date:` of a query."""

        def __init__(self, when: str) -> None:
            super().__init__()
            self.when = when

    class Left(Message):
        """One wants to go on to what stands below."""

    def __init__(self) -> None:
        super().__init__(id="timeline")
        self.flat = False
        self.cursor = 0
        self.held: int | None = None  # the bar at which the brush was put down
        self._months: Mapping[str, Counter[str]] = {}
        self.bins: Sequence[Bin] = ()

    def show(self, months: Mapping[str, Counter[str]]) -> None:
        """Show other events; the cursor stands on the last bar that has any."""
        self._months = months
        self.bins = bins(months, max(1, self.size.width - 2))
        self.held = None
        self.cursor = max(0, len(self.bins) - 1)
        self.refresh()

    @property
    def brush(self) -> tuple[int, int]:
        """The first and the last bar that the brush covers."""
        held = self.cursor if self.held is None else self.held
        return min(held, self.cursor), max(held, self.cursor)

    @property
    def when(self) -> str:
        """The time that the brush covers, as the `date:` of a query; empty where there is nothing."""
        if not self.bins:
            return ""
        first, last = self.brush
        return span_of(self.bins[first].first, self.bins[last].last)

    def action_do(self, name: str) -> None:
        """Move, hold an end of the brush, or take what it covers."""
        last = len(self.bins) - 1
        if last < 0:
            self.post_message(self.Left())
            return
        year = max(1, 12 // max(1, self._step()))
        moves = {
            "bar_back": -1,
            "bar_on": 1,
            "bars_back": -year,
            "bars_on": year,
            "bar_first": -last,
            "bar_last": last,
        }
        if name in moves:
            self.cursor = max(0, min(last, self.cursor + moves[name]))
        elif name == "brush":
            self.held = self.cursor if self.held is None else None
        elif name == "take_brush":
            self.post_message(self.Brushed(self.when))
        elif name == "leave_bars":
            self.post_message(self.Left())
        self.refresh()

    def _step(self) -> int:
        return _number(self.bins[0].last) - _number(self.bins[0].first) + 1

    # drawing -----------------------------------------------------------------------------------------

    @property
    def _cells(self) -> int:
        """How many cells a bar takes, with the gap after it."""
        return max(1, min(_WIDEST, (self.size.width - 2) // max(1, len(self.bins))))

    def render_line(self, y: int) -> Strip:
        """Draw a line: what the brush covers, the bars, and the years below them."""
        height = self.size.height
        if not self.bins:
            return strip(
                [(" No dated events here." if y == 0 else "", self.look.dim)], self.size.width, (), self.base
            )
        if y == 0:
            return self._said()
        if y == height - 1:
            return self._axis()
        return self._bars(height - 2 - y, max(1, height - 2))

    def _said(self) -> Strip:
        look, (first, last) = self.look, self.brush
        counts: Counter[str] = Counter()
        for one in self.bins[first : last + 1]:
            counts.update(one.counts)
        told = ", ".join(
            f"{counts[status]} {status}" for status in ("planned", "cancelled") if counts[status]
        )
        left: list[Piece] = [
            ("▸" if self.has_focus else "▹", look.key),
            (f" {self.when}", look.strong),
            (f"  {plural(sum(counts.values()), 'event')}{f', {told}' if told else ''}", look.text),
        ]
        hint = "Enter takes the span" if self.held is not None else "Space begins a span, Enter takes it"
        room = self.size.width - sum(width(text) for text, _ in left) - 2
        right = [(f"{hint} ", look.dim)] if width(hint) < room else []
        return strip(left, self.size.width, right, self.base)

    def _bars(self, row: int, rows: int) -> Strip:
        """One line of the bars; `row` counts from the ground."""
        look, cells = self.look, self._cells
        highest = max(one.total for one in self.bins) or 1
        first, last = self.brush
        pieces: list[Piece] = [(" ", look.text)]
        for number, one in enumerate(self.bins):
            eighths = -(-one.total * rows * 8 // highest) - row * 8
            sign = _EIGHTHS[max(0, min(8, eighths))]
            if self.flat:
                sign = "#" if eighths > 0 else " "
            under = first <= number <= last
            style = look.bar + (look.cursor if self.has_focus else look.resting) if under else look.bar
            wide = max(1, cells - 1)
            pieces += [
                (sign * wide, style),
                (" " * (cells - wide), look.cursor if under and number < last else look.text),
            ]
        return strip(pieces, self.size.width, (), self.base)

    def _axis(self) -> Strip:
        """The years, each below its first bar, as many as there is room for."""
        cells, line = self._cells, ""
        for number, one in enumerate(self.bins):
            at = 1 + number * cells
            year = one.first[:4]
            new = number == 0 or self.bins[number - 1].first[:4] != year
            if (
                new
                and len(line) < at
                and at + 4 <= self.size.width
                and (one.first[5:] == "01" or number == 0)
            ):
                line = f"{line:<{at}}{year}"
        mark = 1 + self.cursor * cells
        shown = f"{line:<{mark + 1}}"
        sign = shown[mark] if shown[mark] != " " else "^" if self.flat else "▴"
        dim = self.look.dim
        pieces: list[Piece] = [(shown[:mark], dim), (sign, self.look.key), (shown[mark + 1 :], dim)]
        return strip(pieces, self.size.width, (), self.base)

    # events ------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Make bars for another width, and keep the time one was at."""
        here = self.bins[self.cursor].first if self.bins else ""
        fresh = bins(self._months, max(1, self.size.width - 2))
        if len(fresh) != len(self.bins):
            self.bins, self.held = fresh, None
            self.cursor = next(
                (n for n, one in enumerate(fresh) if one.first <= here <= one.last), len(fresh) - 1
            )
            self.cursor = max(0, self.cursor)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a bar; a second click there takes it."""
        place = event.get_content_offset(self)
        if place is None or not self.bins:
            return
        bar = max(0, min(len(self.bins) - 1, (place.x - 1) // self._cells))
        if bar == self.cursor and event.chain > 1:
            self.post_message(self.Brushed(self.when))
        self.cursor = bar
        self.refresh()
