"""Where a search leads besides its hits: to what is said, to offices, figures and doubts, to fewer words."""

from __future__ import annotations

from pathlib import Path

import pytest

from reltui.query import parse
from reltui.store import Reader
from reltui.tui.views.leads import Lead, instead, leads
from tests.tui.conftest import Start, press, quiet, room, screen_text, write


@pytest.fixture
def reader(db: Path):
    with Reader(db) as opened:
        yield opened


@pytest.mark.parametrize("text", ["putin", "vulin lavrov", "djuric visit", "minister", "lavrov talks", "NIS"])
def test_what_is_offered_is_there(reader: Reader, text: str) -> None:
    """Each lead is followed by its own query, and finds as many as it says."""
    offered = leads(reader, text, None)
    assert offered
    for lead in offered:
        count = int(lead.much.split()[0])
        kind, _, to = lead.goes.partition(":")
        if kind == "search":
            assert len(reader.events(parse(to))) == count
        else:
            name, _, query = to.partition(" ")
            assert query == lead.query
            assert len(getattr(reader, name)(parse(query))) == count
        assert count > 0


def test_two_names_lead_to_the_events_with_both(reader: Reader) -> None:
    [lead] = [lead for lead in leads(reader, "lavrov vulin", None) if lead.id == "with"]
    assert lead.query == "with:lavrov with:vulin"


def test_a_filter_holds_for_leads_too(reader: Reader) -> None:
    everything = {lead.id: lead.much for lead in leads(reader, "lavrov vulin", None)}
    narrowed = {lead.id: lead.much for lead in leads(reader, "lavrov vulin", parse("date:1999"))}
    assert "with" in everything
    assert "with" not in narrowed


def test_where_nothing_is_found_it_says_without_which_words_something_is(reader: Reader) -> None:
    [offered] = [lead for lead in instead(reader, "vulin zzzqq", None) if lead.label.startswith("without")]
    assert (offered.label, offered.query, offered.goes) == ("without zzzqq", "vulin", "search:vulin")


async def test_a_lead_is_above_the_hits_and_opens_a_narrowed_view(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "/")
        await write(pilot, "minister")
        await press(pilot, "enter")
        here = room(app)
        view = here.hits
        assert view is not None
        assert view.lines.current() is not None
        assert not isinstance(view.lines.current(), Lead), "Enter goes to the first hit"
        while not (isinstance(row := view.lines.current(), Lead) and row.id == "offices"):
            await press(pilot, "k")
        await press(pilot, "enter")
        assert here.state.view == "offices"
        assert "Offices · minister · 1 entry" in screen_text(app)
        assert "Minister of the Interior" in screen_text(app)
        spot, folio = here.source.spot, here.source.folio
        assert spot is not None
        assert folio is not None
        assert folio.text[spot.start : spot.end] == "Minister of the Interior"
        await press(pilot, "b")
        assert here.state.view == "hits"
        await press(pilot, "B")
        assert "Offices · minister" in screen_text(app)
        await press(pilot, "v", "f")
        title = screen_text(app).splitlines()[1]
        assert "Figures · " in title
        assert "minister" not in title, "a view opened by itself is whole"


async def test_a_question_in_plain_words_is_helped_on(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "/")
        await write(pilot, "when did lavrov and vulin zzz")
        await press(pilot, "enter", "enter")
        view = room(app).hits
        assert view is not None
        assert "lavrov" in view.prompt.value
        assert "zzz" not in view.prompt.value
        assert view.lines.pages is not None
        assert view.lines.pages.count


@pytest.mark.parametrize("typed", ["vulin zzzqq", "minister", "zzzqqq"])
async def test_what_leads_on_is_nothing_to_mark_cite_or_correct(start: Start, typed: str) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "/")
        await write(pilot, typed)
        await press(pilot, "enter", "g")
        for key in ("m", "M", "e", "c", "y", "p", "w", "n", "="):
            await press(pilot, key)
            await press(pilot, "escape")
        assert app.failed is None
        assert app.is_running


async def test_a_single_word_that_is_nowhere_is_named(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "/")
        await write(pilot, "qqqzzzqq")
        assert "Nothing here answers qqqzzzqq" in screen_text(app)


async def test_a_statement_is_opened_where_it_answers_the_search_and_esc_leads_back_to_the_hits(
    start: Start, tmp_path: Path
) -> None:
    """The words searched for may stand far down in a speech."""
    from reltui.corpus import build

    folder, path = tmp_path / "texts", tmp_path / "own.db"
    folder.mkdir()
    speech = " ".join(f"We value number {n} of our many common plans and works." for n in range(150))
    text = f"“{speech} Ostriches are sold at last. {speech}” Sergey Lavrov said.\n"
    (folder / "speech.txt").write_text(f"Moscow, 9 May 2023.\n\n{text}")
    build([folder], path)
    app = start(path=path)
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "/")
        await write(pilot, "ostriches")
        await press(pilot, "enter", "g")
        here = room(app)
        assert isinstance(here.hits.lines.current(), Lead)
        await press(pilot, "enter")
        assert here.state.view == "statements"
        listed, read = (
            " ".join(half)
            for half in zip(
                *(line.split("││") for line in screen_text(app).splitlines() if "││" in line), strict=True
            )
        )
        assert "Ostriches" in listed, "the list shows the words in their context"
        assert "Ostriches" in read, "and so does the source"
        await press(pilot, "escape")
        assert here.state.view == "hits"
        assert here.hits.prompt.value == "ostriches"
        await press(pilot, "escape")
        assert here.state.view == ""


async def test_a_view_that_is_opened_by_itself_is_left_for_the_chronology(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "v", "s")
        assert room(app).state.view == "statements"
        await press(pilot, "escape")
        assert room(app).state.view == ""
