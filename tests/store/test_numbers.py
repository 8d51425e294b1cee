"""Row numbers with room between days, and the runs they make."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reltui.store.numbers import ROOM, Numbers, Runs, freed, taken, write_runs

days = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 200)), max_size=30).map(sorted)


@settings(deadline=None)  # other work on the machine is no failure
@given(days)
def test_days_keep_their_order_and_have_room(rows: list[tuple[int, int]]) -> None:
    numbers = Numbers()
    given_out: list[tuple[int, int, int]] = []
    for day, count in rows:
        first = numbers.take(f"2024-01-{day + 10}", count)
        given_out.append((day, first, first + count - 1))
    numbers.close()
    for (day, _, last), (next_day, first, _) in pairwise(given_out):
        assert first == last + 1 if day == next_day else first > last + ROOM + 8 * (next_day - day - 1)
    assert all(first > ROOM for _, first, _ in given_out)
    everything = [key for _, first, last in given_out for key in range(first, last + 1)]
    runs = Runs(numbers.runs)
    assert list(runs) == everything
    assert len(runs) == len(everything)
    assert list(runs[3:40]) == everything[3:40]
    assert list(runs[::-1]) == everything[::-1]
    assert [bisect_left(runs, key) for key in everything] == list(range(len(everything)))
    for place in (len(everything), -len(everything) - 1):
        with pytest.raises(IndexError):
            runs[place]


@settings(deadline=None)  # other work on the machine is no failure
@given(st.sets(st.integers(1, 40)), st.lists(st.tuples(st.booleans(), st.integers(1, 40)), max_size=60))
def test_runs_follow_what_is_taken_and_freed(start: set[int], steps: list[tuple[bool, int]]) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE TABLE runs (name TEXT, first INTEGER, last INTEGER, PRIMARY KEY (name, first)) WITHOUT ROWID"
    )
    write_runs(connection, "other", [(1, 40)])
    held = set[int]()
    for number in start:
        taken(connection, "events", number)
        held.add(number)
    for add, number in steps:
        (taken if add else freed)(connection, "events", number)
        (held.add if add else held.discard)(number)
    runs = connection.execute("SELECT first, last FROM runs WHERE name = 'events' ORDER BY first").fetchall()
    assert list(Runs.read(connection, "events")) == sorted(held)
    assert all(first > last + 1 for (_, last), (first, _) in pairwise(runs))
    assert connection.execute("SELECT count(*) FROM runs WHERE name = 'other'").fetchone() == (1,)
