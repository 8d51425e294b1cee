"""Posts: who signs one takes part in what it tells without a subject; accounts are read as names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.resolve.conftest import Resolved, resolved

FEED = """Mirela Popa @mirelapopa
Great to meet FM @ABaerbock in Berlin this morning. Spoke about trade.
3:15 PM · May 2, 2022

Juan Pérez @jperez
Spoke today with my Japanese counterpart, Hayashi Yoshimasa. We will meet in Vienna next week.
May 4, 2022

Ministry of Foreign Affairs @mfa_any
Phone call between Juan Pérez and @MevlutCavusoglu on fisheries. Follow @TradeNews too.
9:02 AM · May 16, 2022
"""


@pytest.fixture(scope="module")
def feed(tmp_path_factory: pytest.TempPathFactory) -> Resolved:
    folder: Path = tmp_path_factory.mktemp("feed")
    (folder / "feed.txt").write_text(FEED, encoding="utf-8")
    return resolved(str(folder))


def parties(feed: Resolved) -> list[tuple[str, str, set[str]]]:
    return [
        (str(event.date), event.type, {feed.name(p.actor) for p in event.participants})
        for event in feed.facts.events
    ]


def test_the_writer_takes_part_where_no_subject_is_named(feed: Resolved):
    assert ("2022-05-02", "meeting", {"Mirela Popa", "Annalena Baerbock"}) in parties(feed)
    assert ("2022-05-04", "call", {"Juan Pérez", "Yoshimasa Hayashi"}) in parties(feed)


def test_a_body_that_writes_takes_no_part(feed: Resolved):
    assert ("2022-05-16", "call", {"Juan Pérez", "Mevlüt Çavuşoğlu"}) in parties(feed)


def test_an_account_of_nobody_known_is_no_person(feed: Resolved):
    assert not any("Trade" in actor.name for actor in feed.facts.actors if actor.kind == "person")


def test_the_reason_for_an_account_is_said(feed: Resolved):
    (mention,) = [m for m in feed.facts.mentions if m.surface.lstrip("@") == "ABaerbock"]
    assert "reads as A. Baerbock" in mention.why


def test_whose_post_is_forwarded_takes_part_in_it(tmp_path: Path):
    text = (
        "MFA of Ukraine\nForwarded from Dmytro Kuleba\n\n"
        "Started with a meeting with my colleague Nasser Bourita in Rabat.\n22 May 2023\n"
    )
    (tmp_path / "post.txt").write_text(text, encoding="utf-8")
    found = resolved(str(tmp_path))
    assert ("2023-05-22", "meeting", {"Dmytro Kuleba", "Nasser Bourita"}) in parties(found)


def test_a_given_name_alone_joins_its_bearer(tmp_path: Path):
    text = (
        "Talks\n9 July 2018\nPrime Minister Abiy Ahmed came to Asmara today. Abiy said he was glad of it.\n"
    )
    (tmp_path / "talks.txt").write_text(text, encoding="utf-8")
    found = resolved(str(tmp_path))
    (mention,) = [m for m in found.facts.mentions if m.surface == "Abiy"]
    assert found.name(mention.actor) == "Abiy Ahmed"
    assert "the only one here" in mention.why


def test_a_calendar_takes_year_from_the_line_at_its_head(tmp_path: Path):
    text = (
        "WEEK IN REVIEW\nDiplomatic calendar, 6–12 March 2023\n\n"
        "• Mon 6 March – Serbian PM Ana Brnabić receives Czech PM Petr Fiala in Belgrade.\n"
        "• Wed 8 March – Bosnian FM Elmedin Konaković in Ankara for talks with Mevlüt Çavuşoğlu.\n"
    )
    (tmp_path / "week.txt").write_text(text, encoding="utf-8")
    dates = {str(event.date) for event in resolved(str(tmp_path)).facts.events}
    assert {"2023-03-06", "2023-03-08"} <= dates
