"""A window with rows taken out and put in reads as the list that one would make of it."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from reltui.hand.merged import Merged, place_in
from reltui.store import Window


@dataclass(frozen=True)
class Row:
    id: str
    day: int


def window(days: list[int]) -> Window[Row]:
    rows = [Row(f"r{number}", day) for number, day in enumerate(days)]
    return Window(range(len(rows)), lambda keys: [rows[key] for key in keys], lambda ident: int(ident[1:]))


@given(
    days=st.lists(st.integers(0, 9), max_size=12).map(sorted),
    out=st.sets(st.integers(0, 11)),
    put=st.lists(st.integers(0, 9), max_size=6),
)
def test_it_is_the_list_one_would_make(days: list[int], out: set[int], put: list[int]) -> None:
    base = window(days)
    gone = {place for place in out if place < len(days)}
    new = [Row(f"p{number}", day) for number, day in enumerate(sorted(put))]
    placed = [(place_in(base, lambda other, row=row: other.day > row.day), row) for row in new]
    merged = Merged(base, gone, placed, lambda row: row, lambda row: row.id)

    kept = [row for place, row in enumerate(base.rows(0, len(base))) if place not in gone]
    wanted = sorted([*kept, *new], key=lambda row: (row.day, row.id.startswith("p")))
    assert len(merged) == len(wanted)
    assert merged.rows(0, 99) == wanted
    assert [merged.rows(place, place + 1)[0] for place in range(len(wanted))] == wanted
    assert [merged.index_of(row.id) for row in wanted] == list(range(len(wanted)))
    assert all(merged.index_of(f"r{place}") is None for place in gone)
    assert merged.rows(2, 5) == wanted[2:5]
    assert merged.rows(-3, 2) == wanted[:2]


@given(days=st.lists(st.integers(0, 9), max_size=40).map(sorted), wanted=st.sets(st.integers(0, 50)))
def test_places_are_found_in_one_go_as_one_by_one(days: list[int], wanted: set[int]) -> None:
    base = window(days)
    idents = [f"r{number}" for number in wanted]
    each = {ident: base.index_of(ident) for ident in idents}
    assert base.places_of(idents) == {ident: place for ident, place in each.items() if place is not None}
