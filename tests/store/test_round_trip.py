"""What goes into the store comes out as it was."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reltui.model import Evidence, Facts, Figure, File, Mention, Passage, Source, Statement
from reltui.store import Reader, write
from tests import factory
from tests.conftest import meta
from tests.factory import Reading


def by_id(nouns: tuple[object, ...]) -> list[object]:
    return sorted(nouns, key=lambda noun: noun.id)  # type: ignore[attr-defined]


def test_all_facts_come_out_as_they_went_in(reader: Reader) -> None:
    _, facts = factory.build()
    _, found = reader.everything()
    for name in ("actors", "events", "statements", "figures", "discrepancies"):
        assert by_id(getattr(found, name)) == by_id(getattr(facts, name)), name
    assert set(found.mentions) == set(facts.mentions)
    assert len(found.mentions) == len(facts.mentions)
    assert found.copies == facts.copies


def test_sources_come_out_as_they_went_in_with_what_was_learnt_of_their_dates(reader: Reader) -> None:
    readings, facts = factory.build()
    learnt = {source: (date, why) for source, date, why in facts.published}
    sources, _ = reader.everything()
    expected = [source for reading in readings for source in reading.sources]
    assert len(learnt) == 2
    for source in expected:
        if source.id in learnt:
            date, why = learnt[source.id]
            source = replace(source, published=date, published_basis="inferred", published_why=why)
        assert reader.source(source.id) == source
        assert source in sources
    assert len(sources) == len(expected)


def test_single_things_by_their_ids(reader: Reader) -> None:
    _, facts = factory.build()
    assert [reader.actor(a.id) for a in facts.actors] == list(facts.actors)
    assert [reader.event(e.id) for e in facts.events] == list(facts.events)
    assert [reader.statement(s.id) for s in facts.statements] == list(facts.statements)
    assert [reader.figure(f.id) for f in facts.figures] == list(facts.figures)
    assert [reader.doubt(d.id) for d in facts.discrepancies] == list(facts.discrepancies)
    assert reader.mentions("tweet") == [m for m in facts.mentions if m.source == "tweet"]


def test_passages_are_in_order_and_know_what_they_copy(reader: Reader) -> None:
    readings, _ = factory.build()
    for reading in readings:
        for source in reading.sources:
            expected = [p for p in reading.passages if p.source == source.id]
            found = reader.passages(source.id)
            assert [replace(p, copy_of=None) for p in found] == expected
    assert [p.copy_of for p in reader.passages("post-2")] == [None, ("post-1", 2)]


@pytest.mark.parametrize(
    "noun", ["source", "passages", "mentions", "marks", "actor", "event", "statement", "figure", "doubt"]
)
def test_what_is_not_there_is_a_key_error(reader: Reader, noun: str) -> None:
    with pytest.raises(KeyError, match="no-such-id"):
        getattr(reader, noun)("no-such-id")


_text = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@settings(max_examples=40, deadline=None)
@given(text=_text, title=st.none() | _text, more=st.text(max_size=10))
def test_any_text_survives(
    tmp_path_factory: pytest.TempPathFactory, text: str, title: str | None, more: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "c.db"
    source = Source("s", "f.txt", 1, 1, "page", text, "0", title=title)
    reading = Reading(File("f.txt", "0", "text", "utf-8"), (source,), (Passage("s", 1, 0, len(text)),))
    proof = (Evidence("s", 0, len(text), text),)
    facts = Facts(
        statements=(Statement("t", None, "direct", text, None, None, None, proof),
                    Statement("u", None, "direct", text + more, None, None, None, proof)),
        figures=(Figure("f", "x", 1.5, "u", None, None, text, proof),),
    )  # fmt: skip
    write(path, [reading], facts, meta())
    with Reader(path) as reader:
        assert reader.source("s") == source
        assert reader.statement("t").text == text
        assert reader.statement("u").text == text + more
        assert reader.figure("f").evidence == proof
        assert reader.meta.counts["untraced"] == 0


def test_halves_of_characters_are_replaced_one_for_one(tmp_path: Path) -> None:
    text = "before \ud83d after"
    source = Source("s", "f.txt", 1, 1, "page", text, "0", title="\udc00")
    reading = Reading(File("f.txt", "0", "text", "utf-8"), (source,), (Passage("s", 1, 0, len(text)),))
    proof = (Evidence("s", 0, len(text), text),)
    facts = Facts(figures=(Figure("f", "x", 1.0, "u", None, None, text, proof),))
    write(tmp_path / "c.db", [reading], facts, meta())
    with Reader(tmp_path / "c.db") as reader:
        assert reader.source("s").text == "before \ufffd after"
        assert reader.source("s").title == "\ufffd"
        assert reader.figure("f").verbatim == "before \ufffd after"
        assert reader.meta.counts["untraced"] == 0


def test_no_fact_without_its_words(tmp_path: Path) -> None:
    readings, facts = factory.build()
    false = Evidence("brief", 3, 9, "not there")
    nowhere = Evidence("no-such-source", 0, 3, "abc")
    statement = replace(facts.statements[0], id="false", evidence=(false,))
    half = replace(facts.statements[1], id="half", evidence=(*facts.statements[1].evidence, nowhere))
    event = facts.events[0]
    told = replace(event.reports[0], evidence=(false,))
    facts = replace(
        facts,
        statements=(*facts.statements, statement, half),
        events=(*facts.events, replace(event, id="false", reports=(told,))),
        mentions=(*facts.mentions, Mention("nis", "brief", 0, 3, "NIS")),
    )
    counted = write(tmp_path / "c.db", readings, facts, meta())
    assert counted.counts["untraced"] == 4
    with Reader(tmp_path / "c.db") as reader:
        assert reader.statement("half").evidence == facts.statements[1].evidence
        for noun in (reader.statement, reader.event):
            with pytest.raises(KeyError):
                noun("false")
        assert reader.mentions("brief") == [m for m in factory.mentions() if m.source == "brief"]


def test_a_fact_that_names_nobody_known_is_a_defect(tmp_path: Path) -> None:
    readings, facts = factory.build()
    facts = replace(facts, mentions=(Mention("ghost", "brief", 0, 2, "On"),))
    with pytest.raises(ValueError, match="the actor 'ghost'"):
        write(tmp_path / "c.db", readings, facts, meta())
    assert list(tmp_path.iterdir()) == []


def test_references_hold_and_the_file_is_sound(db: Path) -> None:
    connection = sqlite3.connect(db)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()
