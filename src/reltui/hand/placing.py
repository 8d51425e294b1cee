"""Where rows belong among those of a window, and what is answered for by what is laid over it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar, cast

from reltui.hand.merged import Merged, place_in
from reltui.store.window import Window

if TYPE_CHECKING:
    from reltui.store.rows import ActorRow, EventRow, SourceRow, StatementRow

Row = TypeVar("Row")
Noun = TypeVar("Noun")


def covering(known: Mapping[str, Noun | None], ident: str, fetch: Callable[[str], Noun]) -> Noun:
    """Return what is laid over an id, else what the corpus has; raises KeyError where it is gone."""
    found = known[ident] if ident in known else fetch(ident)
    if found is None:
        raise KeyError(ident)
    return found


def knows(fetch: Callable[[str], object], ident: str) -> bool:
    """Whether there is something of that id."""
    try:
        fetch(ident)
    except KeyError:
        return False
    return True


def more(now: Mapping[str, object], stored: Callable[[str], bool]) -> int:
    """Return how many there are more now than are stored."""
    return sum((noun is not None) - stored(ident) for ident, noun in now.items())


def merged(
    window: Window[Row], covered: Iterable[str], put: list[tuple[int, Row]], shown: Callable[[Row], Row]
) -> Window[Row]:
    """Return a window without the covered rows and with others put in at their places."""
    return _merged(window, window.places_of(covered).values(), put, shown)


def laid(
    window: Window[Row],
    covered: Iterable[str],
    rows: Mapping[str, Row],
    moved: Container[str],
    later: Callable[[Row], Callable[[Row], bool]],
    shown: Callable[[Row], Row],
) -> Window[Row]:
    """Return a window with these rows in place of the covered ones: where they were, unless they have moved.

    A row that has moved, or was not there, goes before the first that comes `later`.
    """
    places = window.places_of({*covered, *rows})
    put = [
        (places[ident] if ident in places and ident not in moved else place_in(window, later(row)), row)
        for ident, row in rows.items()
    ]
    return _merged(window, places.values(), put, shown)


def _merged(
    window: Window[Row], out: Iterable[int], put: list[tuple[int, Row]], shown: Callable[[Row], Row]
) -> Window[Row]:
    # a window of another kind; whoever asks a reader for one needs its length, rows and places alone
    return cast("Window[Row]", Merged(window, out, put, shown, lambda row: str(getattr(row, "id", ""))))


def actor_key(row: ActorRow, order: str) -> tuple[object, ...]:
    """Return what actors are sorted by."""
    return (row.name, -row.mentions, row.id) if order == "name" else (-row.mentions, row.name, row.id)


def comes_after(row: ActorRow, order: str) -> Callable[[ActorRow], bool]:
    """Return what tells whether an actor comes after another one."""
    key = actor_key(row, order)
    return lambda other: actor_key(other, order) > key


def year(row: EventRow) -> str | None:
    """Return the year under which an event stands."""
    return row.lower[:4] if row.lower else None


def later_event(order: str) -> Callable[[EventRow], Callable[[EventRow], bool]]:
    """Return what tells of an event what comes after it."""

    def of(row: EventRow) -> Callable[[EventRow], bool]:
        def later(other: EventRow) -> bool:
            if row.lower is None or other.lower is None:
                return other.lower is None and row.lower is not None
            return other.lower <= row.lower if order == "newest" else other.lower > row.lower

        return later

    return of


def later_source(row: SourceRow) -> Callable[[SourceRow], bool]:
    """Return what tells whether a source is of a later day than another one."""
    return lambda other: (other.lower or "") > (row.lower or "")


def later_said(row: StatementRow) -> Callable[[StatementRow], bool]:
    """Return what tells whether a statement comes after another one."""
    from reltui.dates import Edtf

    key = Edtf.try_parse(row.date).key
    return lambda other: Edtf.try_parse(other.date).key > key
