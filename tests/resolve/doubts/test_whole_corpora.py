"""Doubts that need the whole corpus: offices that pass on, plans unheard of, homonyms, padded dates, shared dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from reltui.authority import load
from reltui.extract import extract
from reltui.model import Discrepancy, Facts
from reltui.read import discover, read
from reltui.resolve import resolve


def facts(folder: Path, *texts: str) -> Facts:
    """Return the facts of a corpus of these texts, one a file."""
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    tables = load()
    readings = [read(found) for found in discover([str(folder)])]
    return resolve(readings, [extract(s, tables) for r in readings for s in r.sources], tables)


def doubts(folder: Path, kind: str, *texts: str) -> list[Discrepancy]:
    return [d for d in facts(folder, *texts).discrepancies if d.kind == kind]


def release(day: str, body: str) -> str:
    return f"News\n\nTirana, {day}\n\n{body}\n"


def test_an_office_passes_on_and_a_career_goes_on(tmp_path: Path) -> None:
    found = doubts(
        tmp_path, "office",
        release("3 May 2022", "Foreign Minister of Malta Ian Borg met Foreign Minister of Finland Pekka Haavisto."),
        release("4 June 2023", "Foreign Minister of Malta Maria Zahra met Prime Minister of Malta Ian Borg."),
    )  # fmt: skip
    words = [d.what for d in found]
    assert any("Ian Borg at 2022-05-03, Maria Zahra at 2023-06-04" in what for what in words)
    assert any(what.startswith("Ian Borg: “Foreign Minister of Malta” at 2022-05-03") for what in words)


def test_the_same_office_twice_is_no_doubt(tmp_path: Path) -> None:
    text = "Foreign Minister of Malta Ian Borg met Foreign Minister of Finland Pekka Haavisto."
    assert doubts(tmp_path, "office", release("3 May 2022", text), release("4 June 2023", text)) == []


def test_a_plan_is_unheard_of_only_where_later_sources_name_its_parties(tmp_path: Path) -> None:
    plan = release("3 May 2022", "Ian Borg will meet Pekka Haavisto in Valletta on 5 May 2022.")
    later = release("9 June 2022", "Ian Borg spoke by phone with Pekka Haavisto on 9 June 2022.")
    others = release("9 June 2022", "Edi Rama spoke by phone with Kaja Kallas on 9 June 2022.")
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()
    assert ["announced" in d.what for d in doubts(first, "status", plan, later)] == [True]
    assert doubts(second, "status", plan, others) == []


@pytest.mark.parametrize(
    ("sentence", "expected"), [("The centre in Nis grows.", 1), ("The centre grows.", 0)]
)
def test_a_body_called_like_a_town(tmp_path: Path, sentence: str, expected: int) -> None:
    found = doubts(tmp_path, "name", f"The Oil Industry of Serbia (NIS) pays taxes. {sentence}\n")
    assert len(found) == expected
    assert all([e.text for e in d.evidence] == ["NIS", "Nis"] for d in found)


def test_dates_shared_out_are_a_reading(tmp_path: Path) -> None:
    found = doubts(
        tmp_path, "date",
        "On October 20, 2021 and December 23, 2021, President Edi Rama and Foreign Minister Ian Borg had telephone "
        "conversations with President Kaja Kallas.\n",
    )  # fmt: skip
    assert len(found) == 1
    assert "20 October 2021" in found[0].what
    assert "23 December 2021" in found[0].what
