"""Where rows belong among those of a window, and what is answered for by what is laid over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar, cast

from reltui.hand.merged import Merged, Rows, place_in
from reltui.store.window import Window

if TYPE_CHECKING:
    from reltui.store.rows import ActorRow, EventRow, StatementRow

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
    window: Rows[Row], covered: Iterable[str], put: list[tuple[int, Row]], shown: Callable[[Row], Row]
) -> Window[Row]:
    """Return a window without the covered rows and with others put in at their places."""
    out = [place for ident in covered if (place := window.index_of(ident)) is not None]
    # a window of another kind; whoever asks a reader for one needs its length, rows and places alone
    return cast("Window[Row]", Merged(window, out, put, shown, lambda row: str(getattr(row, "id", ""))))


def same_place(
    window: Rows[Row], ident: str, unmoved: Callable[[Row], bool], later: Callable[[Row], bool]
) -> int:
    """Return where a row belongs: where it was, if nothing has moved it, else before the first later one."""
    place = window.index_of(ident)
    if place is not None and unmoved(window.rows(place, place + 1)[0]):
        return place
    return place_in(window, later)


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


def later_said(row: StatementRow) -> Callable[[StatementRow], bool]:
    """Return what tells whether a statement comes after another one."""
    from reltui.dates import Edtf

    key = Edtf.try_parse(row.date).key
    return lambda other: Edtf.try_parse(other.date).key > key
