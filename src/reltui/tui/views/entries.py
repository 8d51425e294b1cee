"""Views made of lines of several kinds under headings: a profile, a pair, plots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from reltui.present.safe import safe
from reltui.tui.look import EVENT_SIGNS
from reltui.tui.spots import Spot
from reltui.tui.views.view import Asked, View, ViewList
from reltui.tui.widgets.pages import Stock
from reltui.tui.widgets.pieces import Piece, fill, width
from reltui.tui.widgets.plan import Heading
from reltui.tui.widgets.wrap import wrap
from reltui.tui.words import brief, day, event_type
from reltui.tui.workers.desk import Trouble

if TYPE_CHECKING:
    from reltui.store import Reader
    from reltui.store.rows import DoubtRow, EventRow, FigureRow, StatementRow
    from reltui.tui.look import Look
    from reltui.tui.workers.desk import Desk

_OPENED = 6  # lines at most by which a long entry is opened under the cursor
_WHEN = 15  # cells of a date, where there is room
_ROOMY = 48  # cells of a line from which there is room for it and for notes


class Entry(NamedTuple):
    """A line: a sign, when, what, and a note at the right.

    `spot` are its words. `goes` is where Enter leads instead: "actor:ID" to a profile, "pair:ID ID" to
    what two have in common, "filter:QUERY" to the chronology narrowed to it, "view:NAME QUERY" to another
    view narrowed to it.
    """

    id: str
    text: str
    when: str = ""
    note: str = ""
    spot: Spot | None = None
    sign: str = ""
    status: str = ""
    goes: str = ""


Part = tuple[str, Sequence[Entry]]


class Collected(NamedTuple):
    """What a view shows: its title, and parts, each a heading with its lines."""

    title: str
    parts: Sequence[Part]
    months: Mapping[str, Counter[str]] = MappingProxyType({})  # events by month and status, for a timeline


def _when(cells: int) -> int:
    """The cells of a date in a line of so many."""
    return _WHEN if cells >= _ROOMY else _WHEN - 4


class EntryList(ViewList[Entry]):
    """One line an entry; a long one is shown whole while the cursor is on it."""

    EMPTY: ClassVar[str] = "Choose an actor first: {pane_actors}, then the actor, then {profile}."
    said = ""

    def empty(self) -> str:
        """What is said where there is nothing."""
        return self.said or self.EMPTY

    def draw(self, row: Entry, part: int, cells: int, look: Look) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """A line of an entry: the first, or one of those it is opened by."""
        text = safe(row.text)
        if part:
            lines = wrap(text, max(10, cells - 5))
            start, end = lines.span(part - 1) if part <= len(lines) else (0, 0)
            return [("    ", look.text), (text[start:end], look.text)], []
        left: list[Piece] = [("  ", look.text)]
        if row.sign:
            style = look.key if row.status == "number" else look.status(row.status)
            left.append((f"{row.sign} ", style if row.status else look.doubt))
        if row.when:
            left.append((f"{fill(safe(row.when), _when(cells))} ", look.dim))
        leads = row.spot is not None or row.goes
        left.append((text, look.text if leads else look.dim))
        note = safe(row.note)
        fits = sum(width(piece) for piece, _ in left) + width(note) + 2 <= cells
        return left, [(note, look.dim)] if note and (fits or cells >= _ROOMY) else []

    def more(self, row: Entry) -> int:
        """The lines of a text that is too long for one, shown whole below it."""
        cells = max(10, self.size.width - 7)
        text = safe(row.text)
        note = width(row.note) + 2 if row.note and cells >= _ROOMY else 0
        fits = cells - (_when(cells) + 2 if row.when else 0) - note
        return 0 if width(text) <= fits else min(_OPENED, len(wrap(text, cells)))

    def lead(self, row: Entry) -> Spot | None:
        """The words of an entry."""
        return row.spot


class EntryView(View[Entry]):
    """A view that is collected at the desk in one go."""

    def __init__(self, desk: Desk) -> None:
        self.entries = EntryList()
        super().__init__(desk, self.entries)

    def collect(self, job: Callable[[Reader], Collected], asked: Asked) -> None:
        """Collect at the desk, and show what came of it; nothing where what it is about is gone."""

        def take(found: Collected) -> None:
            entries = [entry for _, part in found.parts for entry in part]
            headings: list[Heading] = []
            first = 0
            for title, part in found.parts:
                headings.append(Heading(first, title))
                first += len(part)
            leading = next((place for place, entry in enumerate(entries) if entry.spot or entry.goes), 0)
            cursor = next((place for place, entry in enumerate(entries) if entry.id == asked.row), leading)
            self.lines.show(Stock(entries), headings, cursor, asked.cause)
            self.titled(safe(found.title))
            self.took(found)

        def gone(error: Exception) -> None:
            if isinstance(error, KeyError):
                self.nothing()
            else:
                self.post_message(Trouble(error))

        self.desk.ask(self, f"view:{self.NAME}", job, take, gone)

    def took(self, found: Collected) -> None:
        """What else there is to do with what was collected."""

    def nothing(self, said: str = "") -> None:
        """Show that there is nothing to show, and what to do."""
        self.entries.said = said
        self.lines.show(Stock[Entry]([]))
        self.titled(self.NAME.capitalize())


def event_entry(reader: Reader, row: EventRow, without: Sequence[str] = ()) -> Entry:
    """An event, led to its first words; its parties but for those whom the view is about anyway."""
    evidence = next(iter(reader.event(row.id).evidence), None)
    others = [name for id_, name in zip(row.party_ids, row.parties, strict=False) if id_ not in without]
    spot = Spot(evidence.source, evidence.start, evidence.end, row.id) if evidence else None
    return Entry(
        f"e{row.id}",
        f"{event_type(row.type)}  {', '.join(others) or row.title}",
        day(row.date, row.basis, row.why),
        row.place or "",
        spot,
        EVENT_SIGNS.get(row.status, "·"),
        row.status,
    )


def said_entry(row: StatementRow, by_another: bool = False) -> Entry:
    """Somebody's words; with the speaker's name where that is not who the view is about."""
    speaker = f"{row.speaker_name or 'Unnamed speaker'}: " if by_another else ""
    ident = f"{'o' if by_another else 's'}{row.id}"
    return Entry(ident, speaker + row.text, brief(row.date), row.venue or "", lead(row))


def lead(row: StatementRow | FigureRow | DoubtRow) -> Spot:
    """The words of a row that has them."""
    return Spot(row.source, row.start, row.end, row.id)
