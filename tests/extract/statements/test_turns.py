"""Speaker turns, texts headed as somebody's, profile pages and tweets, read from files as they come."""

from __future__ import annotations

from pathlib import Path

import pytest

from reltui.authority import load
from reltui.extract import extract
from reltui.read import discover, read
from tests.extract.statements.stage import Said

TRANSCRIPT = """Meeting with President of Austria Ana Kovač
Tom Reed met with President of Austria Ana Kovač.
April 10, 2013
Vienna
* * *
President of Norway Tom Reed: Madam President, it is a great pleasure to see you here today.
Our countries have always had close ties, and we mean to keep them close in the years to come.
“Our countries have always had close ties, and we mean to keep them close in the years to come.”
I am sure that these talks will help.
President of Austria Ana Kovač (retranslated): Thank you very much, Mr President, for the warm words.
We said that we would come, and here we are.
Tom Reed: Thank you.
"""

PRESS = """Joint news conference by Foreign Minister Ana Kovač, Vienna, May 2, 2023

Ana Kovač: We had open and useful talks today, and we agreed on the bridge over the river.

Question: What do you expect of the next round of talks in June?

Ana Kovač: That is hard to say.

Question: Will there be a bridge?

Ana Kovač: Yes, there will be a bridge, and it will be open to all.
"""

STATEMENT = """Statement by President Ana Kovač on the Bridge over the River
May 2, 2023

Today I signed the law on the bridge, and I thank all those who worked on it for so many years.

We will build it together, and we will open it to all of our neighbours.
"""

REPORT = """Statement by Press Secretary Ana Kovač on the President’s Travel
May 2, 2023

President Tom Reed will travel to Vienna on May 10. He will meet with Chancellor Karl Berger.

From Vienna, President Reed will travel to Rome.
"""

PROFILE = """Politician · country

Ana Kovač on Relations with Southland

Strong partner (strong)

Ana Kovač affirms the status of the relations as a partnership and speaks of it often and with warmth.

Timeline

  1. Kovač visited Vienna and pledged to deepen the ties between the two countries.

Key Quotes

Our partnership is good for both of us and will remain so.

Meeting with Tom Reed in Vienna September 1, 2025 — Describing the state of the partnership.

We know that there were difficulties, but you came, and we appreciate it.

Meeting with Tom Reed in Rome May 1, 2025 — Acknowledging difficulties.

What Others Say

Tom Reed

President Reed described his talks with Kovač as talks between friends.
"""


def said(tmp_path: Path, text: str) -> list[Said]:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    (found,) = discover([path])
    statements: list[Said] = []
    for source in read(found).sources:
        extraction = extract(source, load())
        for draft in extraction.statements:
            who = (
                extraction.spots[draft.speaker].surface if draft.speaker is not None else draft.speaker_label
            )
            words = " / ".join(source.text[a:b] for a, b in draft.spans)
            statements.append(Said(who, words, draft.mode))
    return statements


def test_a_turn_is_one_statement_over_all_its_paragraphs(tmp_path: Path) -> None:
    found = said(tmp_path, TRANSCRIPT)
    assert [s.who for s in found] == ["Tom Reed", "Ana Kovač", "Tom Reed"]
    assert found[0].words.startswith("Madam President")
    assert found[0].words.endswith("I am sure that these talks will help.")
    assert found[1].words.endswith("here we are.")
    assert {s.mode for s in found} == {"direct"}


def test_questions_and_answers(tmp_path: Path) -> None:
    found = said(tmp_path, PRESS)
    assert [(s.who, s.mode) for s in found] == [
        ("Ana Kovač", "direct"), ("Question", "question"), ("Ana Kovač", "direct"),
        ("Question", "question"), ("Ana Kovač", "direct"),
    ]  # fmt: skip
    assert found[2].words == "That is hard to say."


def test_text_headed_as_somebodys_is_one_statement_if_it_speaks_for_itself(tmp_path: Path) -> None:
    (only,) = said(tmp_path, STATEMENT)
    assert only.who == "Ana Kovač"
    assert only.words.startswith("Today I signed")
    assert only.words.endswith("our neighbours.")
    assert said(tmp_path, REPORT) == []


def test_profile_page(tmp_path: Path) -> None:
    found = said(tmp_path, PROFILE)
    assert [(s.who, s.mode) for s in found] == [
        ("Ana Kovač", "direct"), ("Ana Kovač", "direct"), ("Tom Reed", "indirect"),
    ]  # fmt: skip
    assert found[0].words == "Our partnership is good for both of us and will remain so."


def test_tweet_in_an_article_is_a_post_of_its_author(tmp_path: Path) -> None:
    text = (
        "Vienna (AP): Foreign Minister Ana Kovač met in Vienna with Foreign Minister Tom Reed today.\n"
        "Today we spoke of the bridge over the river and of much else, in a friendly way.\n"
        "— Ana Kovač (@anakovac) February 17, 2025\n"
        "Kovač said that the talks were good.\n"
    )
    found = said(tmp_path, text)
    assert ("Ana Kovač", "post") in {(s.who, s.mode) for s in found}
    assert ("Kovač", "indirect") in {(s.who, s.mode) for s in found}


@pytest.mark.parametrize("label", ["MODERATOR", "SENIOR ADMINISTRATION OFFICIAL"])
def test_labels_that_name_nobody(tmp_path: Path, label: str) -> None:
    text = (
        "Background press call on the bridge\n\n"
        f"{label}: Thank you all for joining this call on the bridge today.\n\n"
        "MR. KOVAČ: Good morning, everyone, and thank you for coming.\n\n"
        f"{label}: We will take your questions now.\n\n"
        "MR. KOVAČ: Please go ahead.\n"
    )
    found = said(tmp_path, text)
    assert [s.who for s in found] == [label, "KOVAČ", label, "KOVAČ"]
