"""Lists: what stands in them, in which order, and that any stretch of them can be had."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.query import EMPTY, parse
from reltui.store import Reader
from reltui.store.version import SCHEMA
from reltui.store.window import Window
from tests import factory


def ids(window: Window[object]) -> list[str]:
    return [row.id for row in window.rows(0, len(window))]  # type: ignore[attr-defined]


def test_the_chronology_is_by_day_undated_last(reader: Reader) -> None:
    assert ids(reader.events()) == [
        "rosatom-talks", "say-nov", "group", "call-may", "postponed", "meet-vulin", "forum", "call-oct",
        "call-dec", "visit-djuric", "may-day", "session",
    ]  # fmt: skip
    newest = ids(reader.events(order="newest"))
    assert newest == [*reversed(ids(reader.events())[:-1]), "session"]


def test_an_event_row(reader: Reader) -> None:
    row = next(row for row in reader.events().rows(0, 12) if row.id == "meet-vulin")
    assert (row.type, row.date, row.precision, row.basis) == ("meeting", "2024-08-14", "day", "inferred")
    assert (row.parties, row.party_ids) == (("Sergey Lavrov", "Aleksandar Vulin"), ("lavrov", "vulin"))
    assert (row.reports, row.sources, row.place) == (1, ("post-2",), "Moscow")
    assert (row.lower, row.upper, row.doubt) == ("2024-08-14", "2024-08-14", None)


def test_days_of_event_rows(reader: Reader) -> None:
    days = {row.id: (row.lower, row.upper) for row in reader.events().rows(0, 12)}
    assert days["forum"] == ("2024-09-01", "2024-09-30")
    assert days["group"] == ("2021-11-24", "2021-11-25")
    assert days["postponed"] == ("2024-08-14", "2024-08-14")  # bounded above: listed where it ends
    assert days["session"] == (None, None)


def test_what_is_doubtful_shows_in_lists(reader: Reader) -> None:
    doubted = {row.id: row.doubt for row in reader.events().rows(0, 12) if row.doubt}
    assert doubted == {"visit-djuric": "the visit is told for two dates"}
    assert [row.id for row in reader.actors().rows(0, 8) if row.doubt] == ["djuric"]


def test_actors_by_mentions_or_by_name(reader: Reader) -> None:
    rows = reader.actors().rows(0, 8)
    assert [(row.id, row.mentions) for row in rows] == [
        ("djuric", 6), ("vulin", 5), ("lavrov", 5), ("vucic", 3), ("nis", 2), ("putin", 2), ("brnabic", 1),
        ("rosatom", 1),
    ]  # fmt: skip
    assert rows[0].spellings[0] == "Ђурић"  # named so twice by the surname alone
    named = ids(reader.actors(order="name"))
    assert named == [row.id for row in sorted(rows, key=lambda row: row.name)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 12),
        ("type:call", {"call-dec", "call-oct", "call-may"}),
        ("type:call,visit with:lavrov", {"call-may", "visit-djuric"}),
        ("with:lavrov with:vulin", {"meet-vulin", "group"}),
        ("with:лавров", {"visit-djuric", "call-may", "meet-vulin", "group", "postponed"}),
        ("actor:vucic", {"call-dec", "call-oct", "may-day", "postponed"}),
        ("status:planned", {"visit-djuric", "may-day"}),
        ("-status:occurred", {"visit-djuric", "may-day", "postponed"}),
        ("place:moscow", {"visit-djuric", "meet-vulin", "may-day", "rosatom-talks"}),
        ("place:moskva", {"visit-djuric", "meet-vulin", "may-day", "rosatom-talks"}),
        ("place:москве", {"visit-djuric", "meet-vulin", "may-day", "rosatom-talks"}),
        ("place:Moskau -place:moscow", set()),
        ("place:Нишу OR place:niš", {"session"}),
        ("date:2024-10", {"call-oct"}),
        ("date:2021", {"rosatom-talks", "say-nov", "group", "postponed"}),
        ("date:2024-09-15", {"forum"}),
        ("after:2025", {"visit-djuric", "may-day"}),
        ("before:2021-06", {"rosatom-talks", "postponed"}),
        ("date:2030", set()),
        ("source:briefing", {"visit-djuric", "call-dec", "call-oct"}),
        ("source:brief", {"visit-djuric", "call-dec", "call-oct"}),
        ("kind:post", {"call-may", "meet-vulin", "session"}),
        ("lang:sr", {"say-nov", "may-day"}),
        ("lang:cyrl", {"say-nov", "may-day"}),
        ("says:djuric", {"say-nov"}),
        ("has:statement", {"say-nov", "meet-vulin"}),
        ("has:doubt", {"visit-djuric"}),
        ("telephone", {"call-oct"}),
        ('"working visit"', {"visit-djuric"}),
        ("nobody-of-that-name", set()),
        ("actor:nobody", set()),
    ],
)
def test_filters_of_the_chronology(reader: Reader, query: str, found: set[str] | int) -> None:
    window = reader.events(parse(query))
    if isinstance(found, int):
        assert len(window) == found
    else:
        assert set(ids(window)) == found
        assert len(window) == len(found)


@pytest.mark.parametrize(
    ("query", "related", "found"),
    [
        ("djuric", False, ["djuric"]),
        ("ђурић", False, ["djuric"]),
        ("kind:organisation", False, ["nis", "rosatom"]),
        ("type:ceremony", False, ["vucic"]),
        ("energy", False, []),
        ("energy", True, ["nis", "vulin"]),
        ("vuc* date:2025-05", False, ["vucic"]),
        ("with:rosatom", True, ["rosatom", "vulin"]),
    ],
)
def test_filters_of_actors(reader: Reader, query: str, related: bool, found: list[str]) -> None:
    assert sorted(ids(reader.actors(parse(query), related=related))) == sorted(found)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("says:джурич", ["st-1", "st-2", "st-3"]),
        ("санкције", ["st-2"]),
        ("date:2021-11-24", ["st-1", "st-2", "st-3"]),  # the last has only its source's month
        ("date:2021-11-25..2021-12", ["st-3", "st-4"]),
        ("type:meeting", ["st-5"]),
        ("source:tweet", ["st-3"]),
        ("vodi samostalnu", ["st-1"]),
    ],
)
def test_filters_of_statements(reader: Reader, query: str, found: list[str]) -> None:
    assert sorted(ids(reader.statements(parse(query)))) == found


def test_statements_have_their_words_even_from_two_places(reader: Reader) -> None:
    rows = {row.id: row for row in reader.statements().rows(0, 5)}
    assert rows["st-1"].text == "Србија води самосталну политику"
    assert rows["st-5"].text == "The sides discussed energy and the future of NIS"
    assert (rows["st-5"].speaker_name, rows["st-5"].source) == ("Sergey Lavrov", "post-2")
    assert rows["st-4"].speaker is None


def test_figures_and_doubts(reader: Reader) -> None:
    assert ids(reader.figures(parse("date:2024"))) == ["f-4", "f-1", "f-2"]
    assert ids(reader.figures(parse("trade 2,374"))) == ["f-3"]
    assert ids(reader.figures(parse("actor:vucic"))) == ["f-3", "f-4"]
    assert ids(reader.doubts()) == ["d-1", "d-3", "d-2"]  # conflicts first
    row = reader.doubts(parse("separator")).rows(0, 1)[0]
    assert (row.id, row.quotes, row.source_label) == ("d-2", ("2,374",), "Aleksandar Vulin")
    both = reader.doubts().rows(0, 1)[0]
    assert [place[0] for place in both.places] == ["brief", "profile"]
    assert ids(reader.doubts(parse("date:2025-02-14"))) == ["d-1", "d-3"]


def test_sources(reader: Reader) -> None:
    assert ids(reader.sources()) == ["profile", "tweet", "article", "post-1", "post-2", "brief"]
    rows = {row.id: row for row in reader.sources().rows(0, 6)}
    assert rows["tweet"].embedded_in == "article"
    assert rows["post-1"].label == "Russian MFA, 1 of 2"
    assert rows["post-1"].published_basis == "inferred"
    brief = rows["brief"]
    assert (brief.passages, brief.mentions, brief.events, brief.figures, brief.doubts) == (4, 4, 3, 3, 2)
    assert ids(reader.sources(parse("санкције"))) == ["article"]
    assert ids(reader.sources(parse("-санкције lang:sr"))) == ["tweet", "article"]


def test_years(reader: Reader) -> None:
    assert reader.years() == [("2021", 3), ("2024", 6), ("2025", 2), (None, 1)]
    assert reader.years(parse("with:lavrov")) == [("2021", 1), ("2024", 3), ("2025", 1)]
    assert reader.years(parse("type:session")) == [(None, 1)]
    assert reader.years(parse("absent")) == []


def test_marks_of_a_source(reader: Reader) -> None:
    marks = reader.marks("post-2")
    text = reader.source("post-2").text
    assert [(text[m.start : m.end][:15], m.kind, m.id) for m in marks] == [
        ("On August 14, S", "event", "meet-vulin"),
        ("Sergey Lavrov", "mention", "lavrov"),
        ("Alexander Vulin", "mention", "vulin"),
        ("The sides discu", "event", "session"),
        ("The sides discu", "statement", "st-5"),
        ("the future of N", "statement", "st-5"),
        ("NIS", "mention", "nis"),
    ]
    assert [m.id for m in reader.marks("profile") if m.doubt] == ["djuric", "d-1", "d-2"]


def test_meta(reader: Reader) -> None:
    assert (reader.meta.title, reader.meta.generator, reader.meta.schema) == (
        "Test corpus",
        "reltui test",
        SCHEMA,
    )
    assert reader.meta.counts["events"] == 12
    assert reader.meta.counts["sources"] == 6


@given(st.integers(-3, 15), st.integers(-3, 15))
def test_any_stretch_of_a_window(start: int, stop: int) -> None:
    window: Window[int] = Window(range(10, 22), lambda keys: list(keys), lambda ident: int(ident))
    assert window.rows(start, stop) == list(range(10, 22))[max(start, 0) : max(stop, 0)]


@pytest.mark.parametrize("ascending", [True, False])
def test_places_in_a_window(ascending: bool) -> None:
    keys = [2, 3, 5, 8] if ascending else [5, 2, 8, 3]
    window: Window[int] = Window(keys, lambda some: list(some), {str(n): n for n in range(10)}.get, ascending)
    assert len(window) == 4
    assert [window.index_of(str(key)) for key in keys] == [0, 1, 2, 3]
    assert window.index_of("4") is None
    assert window.index_of("9") is None
    assert window.index_of("absent") is None


@pytest.mark.parametrize("name", ["actors", "events", "statements", "figures", "doubts", "sources"])
def test_every_row_knows_its_place(reader: Reader, name: str) -> None:
    window = getattr(reader, name)(EMPTY)
    rows = window.rows(0, len(window))
    assert len(rows) == len(window) == len({row.id for row in rows})
    assert [window.index_of(row.id) for row in rows] == list(range(len(rows)))
    assert [window.rows(place, place + 1)[0] for place in range(len(rows))] == rows
    assert window.index_of("no-such-id") is None


def test_counts_agree_with_the_corpus(reader: Reader) -> None:
    _, facts = factory.build()
    for name in ("actors", "events", "statements", "figures"):
        assert len(getattr(reader, name)()) == len(getattr(facts, name))


def test_rows_that_somebody_took_out_by_hand(db: Path, tmp_path: Path) -> None:
    shutil.copy(db, tmp_path / "c.db")
    connection = sqlite3.connect(tmp_path / "c.db")
    connection.execute("DELETE FROM events WHERE id IN ('forum', 'session')")
    connection.commit()
    connection.close()
    with Reader(tmp_path / "c.db") as opened:
        assert ids(opened.events()) == [
            "rosatom-talks", "say-nov", "group", "call-may", "postponed", "meet-vulin", "call-oct", "call-dec",
            "visit-djuric", "may-day",
        ]  # fmt: skip
        assert opened.years() == [("2021", 3), ("2024", 5), ("2025", 2)]
