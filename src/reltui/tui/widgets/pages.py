"""The rows of a list, a page at a time: asked for at a desk, kept while they are near, then forgotten."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from reltui.tui.workers.desk import Trouble

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from reltui.store import Reader
    from reltui.tui.workers.desk import Desk

PAGE = 128  # rows: three screens of a tall terminal
KEPT = 48  # pages

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Rows(Protocol[T_co]):
    """A window of the store, or anything that is read like one."""

    def __len__(self) -> int:
        """How many rows there are."""
        ...

    def rows(self, start: int, stop: int, /) -> Sequence[T_co]:
        """The rows from `start` up to `stop`."""
        ...

    def index_of(self, ident: str, /) -> int | None:
        """Where the row with an id stands."""
        ...


class Supply(Protocol[T_co]):
    """Where a list takes its rows from: `Pages` of a window, or a `Stock` that is there already."""

    @property
    def count(self) -> int:
        """How many rows there are."""
        ...

    def row(self, index: int) -> T_co | None:
        """The row, or None while it is not here."""
        ...

    def want(self, first: int, last: int, arrived: Callable[[], None]) -> None:
        """See to it that these rows are here soon; `arrived` is called as they come."""
        ...

    def find(self, ident: str, then: Callable[[int | None], None]) -> None:
        """Find where the row with an id stands, and call `then` with it."""
        ...


def id_of(row: object) -> str:
    """The id of a row that has one."""
    return str(getattr(row, "id", ""))


class Stock(Generic[T]):
    """Rows that are all there already: choices of a menu, hits, sections of a profile."""

    def __init__(self, rows: Sequence[T], name: Callable[[T], str] = id_of) -> None:
        """Hold the rows; `name` gives the id of a row."""
        self.rows = rows
        self._name = name

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def row(self, index: int) -> T | None:
        """The row, or None if there is none of that number."""
        return self.rows[index] if 0 <= index < len(self.rows) else None

    def want(self, first: int, last: int, arrived: Callable[[], None]) -> None:
        """All rows are here."""

    def find(self, ident: str, then: Callable[[int | None], None]) -> None:
        """Find where the row with an id stands, and call `then` with it."""
        then(next((index for index, row in enumerate(self.rows) if self._name(row) == ident), None))


class Begun(NamedTuple, Generic[T]):
    """A window with its first rows, its length, and where the cursor is to stand."""

    window: Rows[T]
    first: Sequence[T]
    total: int
    cursor: int = 0


def begin(window: Rows[T], ident: str = "", otherwise: int = 0) -> Begun[T]:
    """Read what a list begins with, and where the row with an id stands; to be called at a desk.

    The cursor is to stand on row `otherwise` where there is no row of that id.
    """
    count = len(window)
    found = window.index_of(ident) if ident else None
    cursor = max(0, min(otherwise, count - 1)) if found is None else found
    return Begun(window, window.rows(0, min(PAGE, count)), count, cursor)


class Pages(Generic[T]):
    """A cache of pages over rows that only a desk may read.

    The window belongs to the reader of the desk and is touched by jobs alone.
    """

    def __init__(self, desk: Desk, who: MessagePump, name: str, begun: Begun[T]) -> None:
        """Go on from what was read first; `name` tells the list's questions from others'."""
        self._count = begun.total
        self._desk = desk
        self._who = who
        self._name = name
        self._window = begun.window
        self._pages: OrderedDict[int, Sequence[T]] = OrderedDict({0: begun.first})
        self._asked: set[int] = set()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def row(self, index: int) -> T | None:
        """The row, or None while its page is not here."""
        page = self._pages.get(index // PAGE)
        if page is None:
            return None
        self._pages.move_to_end(index // PAGE)
        place = index % PAGE
        return page[place] if 0 <= place < len(page) else None

    def want(self, first: int, last: int, arrived: Callable[[], None]) -> None:
        """See to it that these rows, and a page on either side, are here; `arrived` is called for each."""
        lowest, highest = first // PAGE, last // PAGE
        for page in [*range(lowest, highest + 1), highest + 1, lowest - 1]:
            if 0 <= page * PAGE < self._count and page not in self._pages and page not in self._asked:
                self._ask(page, arrived)

    def find(self, ident: str, then: Callable[[int | None], None]) -> None:
        """Find where the row with an id stands, and call `then` with it."""
        self.near(lambda rows: rows.index_of(ident), then)

    def near(self, job: Callable[[Rows[T]], int | None], then: Callable[[int | None], None]) -> None:
        """Find a row by a job that may look through the window at the desk."""
        self._desk.ask(self._who, f"{self._name}:find", lambda _: job(self._window), then)

    def _ask(self, page: int, arrived: Callable[[], None]) -> None:
        def read(_: Reader) -> Sequence[T]:
            return self._window.rows(page * PAGE, min((page + 1) * PAGE, self._count))

        def keep(rows: Sequence[T]) -> None:
            self._asked.discard(page)
            self._pages[page] = rows
            while len(self._pages) > KEPT:
                self._pages.popitem(last=False)
            arrived()

        def give_up(error: Exception) -> None:
            self._asked.discard(page)
            self._who.post_message(Trouble(error))

        self._asked.add(page)
        self._desk.ask(self._who, f"{self._name}:{page}", read, keep, give_up)
