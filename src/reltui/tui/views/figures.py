"""The view of figures: quantities as they stand in the sources, what they mean, and what contradicts them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from reltui.present.counting import plural
from reltui.present.safe import safe
from reltui.tui.look import DOUBT_SIGNS
from reltui.tui.spots import Spot
from reltui.tui.views.view import Asked, View, ViewList
from reltui.tui.widgets.pages import Begun, Pages, begin
from reltui.tui.widgets.pieces import Piece
from reltui.tui.widgets.wrap import line_of_text, wrap
from reltui.tui.words import day

if TYPE_CHECKING:
    from reltui.store import Reader
    from reltui.store.rows import DoubtRow, FigureRow
    from reltui.tui.look import Look
    from reltui.tui.workers.desk import Desk

_DOUBTS = 5_000  # doubts that are looked through for those that bear on figures
_OPENED = 4  # lines at most by which what contradicts a figure is told under the cursor


def amount(value: float) -> str:
    """A number with thousands set apart and no needless decimals: 2,802,000,000, 0.13, 11."""
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.6g}" if 1e-4 <= abs(value) < 1e15 else f"{value:.3g}"


class Contested:
    """Which doubts bear on a stretch of a source: a figure is contested where one of them has its words."""

    def __init__(self, doubts: Iterable[DoubtRow] = ()) -> None:
        """Take the doubts of a corpus."""
        self._at: defaultdict[str, list[tuple[int, int, DoubtRow]]] = defaultdict(list)
        for doubt in doubts:
            for source, start, end in doubt.places:
                self._at[source].append((start, end, doubt))

    def of(self, row: FigureRow) -> list[DoubtRow]:
        """The doubts on the words of a figure, conflicts first."""
        over = {
            doubt.id: doubt
            for start, end, doubt in self._at.get(row.source, ())
            if start < row.end and end > row.start
        }
        return sorted(over.values(), key=lambda doubt: doubt.severity != "conflict")


class FigureList(ViewList["FigureRow"]):
    """Two lines a figure: what it counts, and the words with the number they were read as.

    A contested one has the sign of the doubt, and is opened under the cursor by what the doubt says.
    """

    HEIGHT: ClassVar[int] = 2
    EMPTY: ClassVar[str] = "No figures here. {clear_filter} clears the filter."

    def __init__(self) -> None:
        super().__init__()
        self.contested = Contested()

    def draw(
        self, row: FigureRow, part: int, cells: int, look: Look
    ) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """One of the lines of a figure."""
        doubts = self.contested.of(row)
        if part == 0:
            left: list[Piece] = [(safe(row.what), look.strong)]
            if doubts:
                left.insert(0, (f"{DOUBT_SIGNS.get(doubts[0].severity, '?')} ", look.doubt))
            return left, [(day(row.period) if row.period else "", look.dim)]
        if part == 1:
            words: list[Piece] = [("  “", look.dim), (safe(row.verbatim), look.text), ("”", look.dim)]
            qualifier = f"{safe(row.qualifier)} " if row.qualifier else ""
            return words, [(f"{qualifier}{amount(row.value)} {safe(row.unit)}", look.accent)]
        text = line_of_text(self._told(doubts), cells - 5, part - 2)
        return [("    ", look.text), (text, look.doubt if part == 2 else look.text)], []

    def more(self, row: FigureRow) -> int:
        """The lines that say what contradicts the figure."""
        doubts = self.contested.of(row)
        return min(_OPENED, len(wrap(self._told(doubts), max(8, self.size.width - 7)))) if doubts else 0

    def places(self, row: FigureRow) -> list[Spot]:
        """The words of a figure, then those that contradict it, each once."""
        found = {(row.source, row.start): Spot(row.source, row.start, row.end, fact=row.id)}
        for doubt in self.contested.of(row):
            for source, start, end in doubt.places:
                found.setdefault((source, start), Spot(source, start, end, fact=doubt.id))
        count = len(found)
        return [
            spot._replace(note=f"place {number} of {count}" if count > 1 else "")
            for number, spot in enumerate(found.values(), start=1)
        ]

    def lead(self, row: FigureRow) -> Spot:
        """The words of the figure, or those of what contradicts it that `n` went on to."""
        places = self.places(row)
        return places[self.place_of(row.id) % len(places)]

    @staticmethod
    def _told(doubts: Sequence[DoubtRow]) -> str:
        more = "  (n goes to the others)" if any(len(doubt.places) > 1 for doubt in doubts) else ""
        return safe("  ".join(doubt.what for doubt in doubts)) + more


class Figures(View["FigureRow"]):
    """All figures that the filter keeps."""

    NAME = "figures"

    def __init__(self, desk: Desk) -> None:
        self.figures = FigureList()
        super().__init__(desk, self.figures)

    def fill(self, asked: Asked) -> None:
        """Show what the filter keeps, with what contradicts it."""
        query = asked.query()

        def job(reader: Reader) -> tuple[Begun[FigureRow], Contested, int]:
            begun = begin(reader.figures(query), asked.row)
            contested = Contested(reader.doubts().rows(0, _DOUBTS))
            return begun, contested, sum(bool(contested.of(row)) for row in begun.first)

        def take(found: tuple[Begun[FigureRow], Contested, int]) -> None:
            begun, self.figures.contested, count = found
            self.lines.show(Pages(self.desk, self, self.NAME, begun), (), begun.cursor, asked.cause)
            more = f" · {count} contested" if count and len(begun.first) == begun.total else ""
            self.titled(f"{asked.title('Figures')} · {plural(begun.total, 'figure')}{more}")

        self.desk.ask(self, f"view:{self.NAME}", job, take)

    def step(self, forward: bool) -> bool:
        """Go on to what contradicts the figure under the cursor, then to the next figure."""
        row = self.figures.current()
        return row is not None and self.figures.step_place(row.id, len(self.figures.places(row)), forward)


def make(desk: Desk) -> View[FigureRow]:
    """The view, for the registry."""
    return Figures(desk)
