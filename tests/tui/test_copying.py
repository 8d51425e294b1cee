"""Citing and quoting: what is copied, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reltui.present.clipboard import last_copy_file
from reltui.tui.screens.reader import TextDialog
from tests.tui.conftest import Start, press, quiet, room, screen_text, write


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the app wrote to the terminal of its own."""
    from reltui.tui.app import ReadingRoom

    written: list[str] = []
    monkeypatch.setattr(ReadingRoom, "write_terminal", lambda self, text: written.append(text))
    return written


async def test_c_copies_a_citation_of_what_is_selected_and_says_how(start: Start, sent: list[str]) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "c")
        copied = last_copy_file().read_text(encoding="utf-8")
        assert "Aleksandar Vulin" in copied
        assert "para. 4" in copied, "the passage, not the whole source"
        assert len(sent) == 1
        assert sent[0].startswith("\x1b]52;c;")
        shown = screen_text(app)
        assert "Chicago note" in shown
        assert "OSC 52" in shown


async def test_y_copies_the_words_with_their_citation(start: Start, sent: list[str]) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "y")
        copied = last_copy_file().read_text(encoding="utf-8")
        assert "In 2021 he opened talks with Rosatom in Moscow." in copied
        assert "Aleksandar Vulin" in copied
        await press(pilot, "Y")
        assert isinstance(app.screen, TextDialog)
        assert "In 2021 he opened talks" in screen_text(app)
        await press(pilot, "escape")
        assert not isinstance(app.screen, TextDialog)


async def test_another_form_is_chosen_by_its_letter_and_stays(start: Start, sent: list[str]) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "C")
        assert "BibTeX" in screen_text(app)
        await press(pilot, "7")
        assert last_copy_file().read_text(encoding="utf-8").startswith("@")
        await press(pilot, "j", "c")
        assert last_copy_file().read_text(encoding="utf-8").startswith("@")


async def test_from_the_search_the_first_hit_is_cited(start: Start, sent: list[str]) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "slash")
        await write(pilot, "trade reached")
        await press(pilot, "enter", "c")
        assert "On the Visit of the Serbian Foreign Minister" in last_copy_file().read_text(encoding="utf-8")
        await press(pilot, "y")
        assert "Trade reached 2.802 billion dollars" in last_copy_file().read_text(encoding="utf-8")


async def test_when_nothing_takes_it_the_text_is_shown(
    start: Start, sent: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM_PROGRAM", "Apple_Terminal")
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        await press(pilot, "c")
        assert sent == []
        assert isinstance(app.screen, TextDialog)
        shown = screen_text(app)
        assert "Aleksandar Vulin" in shown
        assert "Nothing here took the copy" in shown


async def test_a_selection_with_the_mouse_is_what_is_quoted(
    start: Start, sent: list[str], tmp_path: Path
) -> None:
    app = start()
    async with app.run_test(size=(120, 36)) as pilot:
        await quiet(pilot)
        sheet = room(app).source.sheet
        line = sheet.lines.line_of(sheet.text.index("Rosatom"))
        y = line - round(sheet.scroll_y)
        start_, _ = sheet.lines.span(line)
        x = sheet.text.index("Rosatom") - start_ + 2
        await pilot.mouse_down("#sheet", offset=(x, y))
        await pilot.hover("#sheet", offset=(x + 6, y))
        await pilot.mouse_up("#sheet", offset=(x + 6, y))
        await quiet(pilot)
        assert sheet.text_selection is not None
        first, last = sheet.span_of(sheet.text_selection)
        assert sheet.text[first:last] in "Rosatom"
        assert last - first >= 5
        await press(pilot, "y")
        copied = last_copy_file().read_text(encoding="utf-8")
        assert sheet.text[first:last] in copied
        assert "he opened talks" not in copied
