"""The view of hits: a line to type a query in, and what answers it, as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeAlias

from textual.message import Message

from reltui.present.counting import plural
from reltui.present.safe import safe
from reltui.tui.hand.signs import on_hit
from reltui.tui.ours import ours
from reltui.tui.spots import Spot
from reltui.tui.views.leads import Lead, instead, leads
from reltui.tui.views.view import Asked, View, ViewList
from reltui.tui.widgets.lines import Cause
from reltui.tui.widgets.pages import Stock
from reltui.tui.widgets.pieces import Piece, cut, cut_left, fill, width
from reltui.tui.widgets.plan import Heading
from reltui.tui.widgets.prompt import Prompt
from reltui.tui.words import brief
from reltui.tui.workers.desk import Trouble

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from reltui.query import Query
    from reltui.store import Reader
    from reltui.store.rows import Hit, Order
    from reltui.tui.look import Look
    from reltui.tui.workers.desk import Desk

Found: TypeAlias = "Hit | Lead"
_KINDS = {"passage": "text", "actor": "actor", "event": "event", "statement": "said"}
_DATED, _LABELLED = 44, 60  # cells from which dates, and names of sources, are shown
_LONG = 500  # characters of a query
_FIRST, _ALL = 30, 500  # hits that are asked for at each key, and once one rests
# Seconds without a key: nothing but the first hits is worked out between the keys of a quick typist.
REST = 0.15
AGAIN = 1.0  # seconds after which a search is tried again, where another program writes to the corpus
_LATER = "The corpus cannot be searched just now."


class Rest(NamedTuple):
    """What is shown once typing rests: all hits, or suggestions where there are none; and where it leads."""

    found: list[Found]
    ways: list[Lead]


class HitList(ViewList["Found"]):
    """One line a hit: kind, date, source, and the words in their context; above them, where else it leads."""

    EMPTY: ClassVar[str] = "Type a name, a word, a date: in any script, in any spelling."

    said = ""
    moved = False  # whether the user has moved among these hits, or opened one

    def point(self, cause: Cause, kind: type[ViewList.Pointed] | None = None) -> None:
        """Tell the others where the cursor stands, and remember whether that is the user's doing."""
        self.moved = self.moved or cause in ("hand", "click")
        super().point(cause, kind)

    def empty(self) -> str:
        """What is said where nothing was found, or nothing asked."""
        return self.said or self.EMPTY

    def name_of(self, row: Found) -> str:
        """The id of what was found."""
        return f"lead:{row.id}" if isinstance(row, Lead) else f"{row.kind}:{row.id}"

    def draw(self, row: Found, part: int, cells: int, look: Look) -> tuple[Sequence[Piece], Sequence[Piece]]:
        """The line of a hit, cut around the words that were found."""
        if isinstance(row, Lead):
            label = fill(row.label, max(min(21, cells // 2), min(width(row.label), cells // 2))) + " "
            return [(label, look.accent), (safe(row.query), look.strong)], [(row.much, look.dim)]
        head: list[Piece] = [(fill(_KINDS.get(row.kind, row.kind), 6), look.accent)]
        if cells >= _DATED:
            head.append((fill(brief(row.date, 11) if row.date else "", 11) + " ", look.dim))
        if cells >= _LABELLED:
            head.append((fill(safe(row.label), max(8, min(18, cells // 5))) + " ", look.dim))
        match, after = safe(row.match), safe(row.after)
        room = cells - sum(width(text) for text, _ in head) - width(match) - 2
        before = cut_left(
            safe(row.before), max(0, min(width(safe(row.before)), room - min(width(after), room // 2)))
        )
        more = f" +{len(row.also_in)}" if row.also_in else ""
        own = on_hit(self, row, look)
        return [*head, (before, look.text), (match, look.hit), (cut(after, cells), look.text)], [
            *own,
            (more, look.dim),
        ]

    def lead(self, row: Found) -> Spot | None:
        """The words that were found."""
        if isinstance(row, Lead) or row.source is None:
            return None
        start, end = row.spans[0] if row.kind == "passage" and row.spans else (row.start, row.end)
        fact = row.id if row.kind in ("event", "statement") else ""
        return Spot(row.source, start, end, fact=fact, actor=row.id if row.kind == "actor" else "")


class Hits(View["Found"]):
    """The search: what is typed, what answers it, and what one is told about it."""

    NAME = "hits"

    class Searched(Message):
        """Hits have come for a query; None when nothing is asked for any more."""

        def __init__(self, query: Query | None) -> None:
            super().__init__()
            self.query = query

    class Accepted(Message):
        """Enter was pressed on what was typed."""

    def __init__(self, desk: Desk) -> None:
        self.hits = HitList()
        super().__init__(desk, self.hits)
        self.order: Order = "relevance"
        self.ways: list[Lead] = []
        self.asked = Asked()
        self._there = False  # whether there is a line to type in yet
        self._owed: list[Callable[[], None]] = []

    def compose(self) -> ComposeResult:
        """The line to type in above the hits."""
        yield Prompt('djuric  "strategic partnership"  actor:putin date:2024  type:call', name="ask")
        yield self.hits

    @property
    def prompt(self) -> Prompt:
        """The line to type in."""
        return self.query_one("#ask", Prompt)

    def ask(self) -> None:
        """Put the cursor in the line to type in, with what stands there ready to be typed over."""

        def ready() -> None:
            self.prompt.focus()
            self.prompt.action_select_all()

        ours(self).ahead.wait_for(lambda: self._there and self.prompt.has_focus)
        self._once_there(ready)

    def on_mount(self) -> None:
        """Do what was asked for before there was a line to type in, in that order and before anything is typed."""
        self._there = True
        for call in self._owed:
            call()
        self._owed.clear()

    def _once_there(self, call: Callable[[], None]) -> None:
        if self._there:
            call()
        else:
            self._owed.append(call)

    def take_up(self, query: str) -> None:
        """Search for a query that was not typed, and go to what is found."""

        def ready() -> None:
            self.prompt.value = query
            self.hits.focus()

        self._once_there(ready)

    def fill(self, asked: Asked) -> None:
        """Search for what is asked, within its filter."""
        self.asked = asked

        def ready() -> None:
            with self.prompt.prevent(Prompt.Changed):
                self.prompt.value = asked.search
            self.search(asked.search)

        self._once_there(ready)

    def search(self, text: str) -> None:
        """Ask for what answers a text, as it stands while one is typing; an older question is overtaken."""
        from reltui.query import parse

        if len(text) > _LONG:  # what was pasted may take longer to understand than a key may take
            self.desk.ask(self, "hits", lambda _: parse(text), lambda query: self._search(text, query))
        else:
            self._search(text, parse(text))

    def _search(self, text: str, query: Query) -> None:
        if not query:
            self.desk.drop("hits")
            self._take([], query)
            return
        filter_, order = self.asked.filter, self.order
        whole = filter_ & query if filter_ is not None else query

        def job(reader: Reader) -> list[Found]:
            return list(reader.search(whole, limit=_FIRST, order=order, typing=True, hasty=True))

        def rest(reader: Reader) -> Rest:
            found: list[Found] = list(reader.search(whole, limit=_ALL, order=order, typing=True))
            if not found:
                found = [*instead(reader, text, filter_)]
            return Rest(found, leads(reader, text, filter_))

        def first(found: list[Found]) -> None:
            self._take(found, query)
            self.desk.ask(self, "hits", rest, lambda more: self._take_rest(more, query), after=REST)

        def failed(error: Exception) -> None:
            from reltui.store import Locked

            if (
                not isinstance(error, Locked) or hits.said != _LATER
            ):  # while it is waited for it was said already
                self.post_message(Trouble(error))
            hits.said = _LATER
            hits.show(Stock([], hits.name_of))
            self.titled("Search")
            if isinstance(error, Locked):
                self.desk.ask(self, "hits", job, first, failed, after=AGAIN)

        hits = self.hits
        self.desk.ask(self, "hits", job, first, failed)

    def _take_rest(self, rest: Rest, query: Query) -> None:
        self.ways = rest.ways
        self._take(rest.found, query, True)
        if not self.hits.moved:  # what the first hit leads to, now that one rests
            self.hits.point(self.asked.cause)

    def _take(self, found: Sequence[Found], query: Query, more: bool = False) -> None:
        hits = self.hits
        ways = self.ways = self.ways if more and query else []
        real = [row for row in found if not isinstance(row, Lead)]
        here = hits.current()
        hits.said = _nothing(query) if query else ""
        rows = [*ways, *found]
        names = [hits.name_of(row) for row in rows]
        wanted = [self.asked.row, *([hits.name_of(here)] if more and here is not None else [])]
        cursor = next((names.index(name) for name in wanted if name in names), len(ways))
        headings = [Heading(0, "Leads to")] if ways else []
        if ways and found:
            headings.append(Heading(len(ways), "Hits" if real else "Nothing found"))
        hits.moved = hits.moved and more
        cause = "typed" if self.asked.cause == "shown" else self.asked.cause
        hits.show(Stock(rows, hits.name_of), headings, cursor, "step" if more else cause)
        count = (
            ""
            if not query
            else f" · {plural(len(real), 'hit')}" + ("+" if len(real) in (_FIRST, _ALL) else "")
        )
        problem = f" · {safe(query.problems[0])}" if query.problems else ""
        self.titled(f"Search{count}{problem}")
        if not more:
            self.post_message(self.Searched(query if query else None))

    def on_input_changed(self, event: Prompt.Changed) -> None:
        """Search at each key."""
        event.stop()
        self.asked = self.asked._replace(search=event.value, row="", cause="shown")
        self.search(event.value)

    def on_input_submitted(self, event: Prompt.Submitted) -> None:
        """Go to the first hit."""
        event.stop()
        self.post_message(self.Accepted())

    def on_key(self, event: events.Key) -> None:
        """Move in the hits without leaving the line one types in."""
        moves = {"down": "down", "up": "up", "pagedown": "page_down", "pageup": "page_up"}
        if self.prompt.has_focus and event.key in moves:
            event.stop()
            event.prevent_default()
            self.hits.action_do(moves[event.key])


def _nothing(query: Query) -> str:
    """What is said where nothing was found; which of several words is missing, the suggestions tell."""
    words = query.leaves()
    if len(words) == 1 and not query.problems:
        return f"Nothing here answers {safe(query.text.strip())}, in any spelling that was looked for."
    return "Nothing found. Fewer words or fields may help."


def make(desk: Desk) -> View[Found]:
    """The view, for the registry."""
    return Hits(desk)
