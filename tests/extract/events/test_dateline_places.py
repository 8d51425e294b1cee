"""Places that only the head of a page gives."""

from __future__ import annotations

from dataclasses import replace

from reltui.authority import Tables
from reltui.extract import extract
from reltui.model import Block
from tests.extract.conftest import source_of


def placed(tables: Tables, title: str, dateline: str, body: str) -> list[str | None]:
    """Return the places told of a page with a title, a dateline and one paragraph."""
    source = source_of(f"{title}\n{dateline}\n{body}", kind="release", published="2023-02-15")
    first, second, third = source.blocks
    blocks = (
        Block("title", first.start, first.end),
        Block("dateline", second.start, second.end),
        third,
    )
    return [r.place for r in extract(replace(source, blocks=blocks), tables).reports]


def test_a_host_receives_at_the_seat_of_the_dateline(tables: Tables) -> None:
    body = "Foreign Minister Ana Gervasi of Peru received Foreign Minister Elina Valtonen of Finland today."
    assert placed(tables, "News", "Lima, 15 February 2023", body) == ["Lima"]


def test_a_building_is_placed_in_the_town_of_the_dateline(tables: Tables) -> None:
    body = "Foreign Minister Ana Gervasi of Peru received Elina Valtonen today at Torre Vieja Palace."
    assert placed(tables, "News", "Lima, 15 February 2023", body) == ["Torre Vieja Palace, Lima"]


def test_a_dateline_abroad_or_a_call_places_nothing(tables: Tables) -> None:
    body = "Foreign Minister Ian Borg of Malta received Foreign Minister Elina Valtonen of Finland today."
    assert placed(tables, "News", "Lima, 15 February 2023", body) == [None]
    body = "Foreign Minister Ana Gervasi of Peru spoke by phone today with Elina Valtonen."
    assert placed(tables, "News", "Lima, 15 February 2023", body) == [None]


def test_a_gathering_called_by_its_seat(tables: Tables) -> None:
    body = "Today Jennifer Klein and Edi Rama convened a meeting with mayors."
    assert (
        placed(tables, "Readout of White House Meeting with Mayors", "February 15, 2023", body)[-1]
        == "White House"
    )
