"""The shipped corpus as an analyst would read it: who, what happened, and what does not add up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reltui.model import Event, Evidence
from tests.resolve.conftest import Resolved


def all_evidence(seeds: Resolved) -> Iterator[Evidence]:
    facts = seeds.facts
    for mention in facts.mentions:
        yield Evidence(mention.source, mention.start, mention.end, mention.surface)
    for fact in (*facts.events, *facts.statements, *facts.figures, *facts.discrepancies):
        yield from fact.evidence
    for actor in facts.actors:
        for office in actor.offices:
            yield from office.evidence


def test_no_fact_without_its_words(seeds: Resolved) -> None:
    spans = list(all_evidence(seeds))
    assert len(spans) > 300
    wrong = [
        e for e in spans if seeds.sources[e.source].text[e.start : e.end] != e.text or not e.text.strip()
    ]
    assert wrong == []


def test_every_fact_has_evidence_and_every_participant_is_an_actor(seeds: Resolved) -> None:
    facts = seeds.facts
    known = {a.id for a in facts.actors}
    assert all(f.evidence for f in (*facts.events, *facts.statements, *facts.figures, *facts.discrepancies))
    assert {p.actor for e in facts.events for p in e.participants} <= known
    assert {m.actor for m in facts.mentions} <= known
    assert {s.speaker for s in facts.statements if s.speaker} <= known


def test_ids_are_unique_and_hold_over_a_second_reading(seeds: Resolved) -> None:
    from reltui.resources import shipped
    from tests.resolve.conftest import resolved

    again = resolved(str(shipped("seeds"))).facts
    for ours, theirs in ((seeds.facts.events, again.events), (seeds.facts.actors, again.actors)):
        ids = [x.id for x in ours]
        assert len(ids) == len(set(ids))
        assert ids == [x.id for x in theirs]


@pytest.mark.parametrize(
    ("person", "spellings"),
    [
        (
            "Marko Đurić",
            {"Marko Djuric", "Marko Đurić", "Đurić", "Djuric", "Ђурић", "Mikhail Djuric", "@markodjuric"},
        ),
        ("Aleksandar Vučić", {"Aleksandar Vucic", "Aleksandar Vučić", "A. Vucic", "Vučić"}),
        ("Sergey Lavrov", {"Sergey Lavrov", "Lavrov", "Сергејем Лавровом"}),
        ("Aleksandar Vulin", {"Aleksandar Vulin", "Alexander Vulin"}),
        ("Ivica Dačić", {"Ivica Dacic", "Ivica Dačić"}),
        ("Ana Brnabić", {"A. Brnabic", "Ana Brnabić"}),
        ("Vladimir Putin", {"Vladimir Putin", "Putin"}),
    ],
)
def test_one_actor_a_person_however_spelt(seeds: Resolved, person: str, spellings: set[str]) -> None:
    (actor,) = [a for a in seeds.facts.actors if a.name == person]
    assert {m.surface for m in seeds.facts.mentions if m.actor == actor.id} >= spellings


def test_a_wrongly_expanded_initial_is_joined_and_doubted(seeds: Resolved) -> None:
    (mention,) = [m for m in seeds.facts.mentions if m.surface == "Mikhail Djuric"]
    assert seeds.name(mention.actor) == "Marko Đurić"
    assert mention.doubt is not None
    assert "initial" in mention.doubt
    assert any(d.kind == "name" and "Mikhail Djuric" in d.what for d in seeds.facts.discrepancies)


CHRONOLOGY = [
    ("2019-01-19", {"visit", "meeting"}, "Belgrade", {"Vladimir Putin"}),
    ("2019-12-20", {"visit"}, "Moscow", {"Ivica Dačić"}),
    ("2020-06-23/2020-06-24", {"visit"}, "Moscow", {"Aleksandar Vučić"}),
    ("2020-12-15", {"visit"}, "Belgrade", {"Sergey Lavrov"}),
    ("2021-11-24/2021-11-25", {"visit"}, "Sochi", {"Aleksandar Vučić"}),
    ("2021-12-10", {"visit"}, "Moscow", {"Ana Brnabić"}),
    ("2022-08-22", {"meeting"}, None, {"Sergey Lavrov", "Aleksandar Vulin"}),
    ("2022-09-23", {"meeting"}, None, {"Sergey Lavrov", "Aleksandar Vučić"}),
    ("2024-03-21", {"meeting"}, "Moscow", {"Sergey Lavrov", "Ivica Dačić"}),
    ("2024-05-06", {"call"}, None, {"Sergey Lavrov", "Ana Brnabić", "Ivica Dačić", "Marko Đurić"}),
    ("2024-08-14", {"meeting"}, "Moscow", {"Sergey Lavrov", "Aleksandar Vulin"}),
    ("2024-09-04", {"meeting"}, "Vladivostok", {"Vladimir Putin", "Aleksandar Vulin"}),
    ("2024-10-20", {"call"}, None, {"Vladimir Putin", "Aleksandar Vučić"}),
    ("2024-12-23", {"call"}, None, {"Sergey Lavrov", "Aleksandar Vučić"}),
    ("2025-02-17", {"meeting", "visit"}, "Moscow", {"Sergey Lavrov", "Marko Đurić"}),
    ("2025-02-17", {"press_conference"}, "Moscow", {"Sergey Lavrov", "Marko Đurić"}),
    ("2025-09", {"meeting"}, "Beijing", {"Vladimir Putin", "Aleksandar Vučić"}),
]


@pytest.mark.parametrize(
    ("date", "types", "place", "people"),
    CHRONOLOGY,
    ids=[f"{date.replace('/', '_')}-{min(types)}-{min(people)}" for date, types, _, people in CHRONOLOGY],
)
def test_each_core_happening_stands_once(
    seeds: Resolved, date: str, types: set[str], place: str | None, people: set[str]
) -> None:
    persons = {a.id for a in seeds.facts.actors if a.kind == "person"}

    def cast(event: Event) -> set[str]:
        return {seeds.name(p.actor) for p in event.participants if p.actor in persons}

    found = [e for e in seeds.facts.events if e.date == date and e.type in types and cast(e) == people]
    assert len(found) == 1
    assert place is None or place in (found[0].place or "")


def test_a_meeting_told_by_two_sources_has_two_reports(seeds: Resolved) -> None:
    (event,) = [e for e in seeds.facts.events if e.date == "2024-09-04"]
    assert len({r.source for r in event.reports}) == 2
    undated = [r for r in event.reports if r.date is None]
    assert len(undated) == 1


def test_what_was_announced_is_one_with_what_was_done(seeds: Resolved) -> None:
    (event,) = [e for e in seeds.facts.events if e.date == "2025-02-17" and e.type in ("meeting", "visit")
                and any("Đurić" in seeds.name(p.actor) for p in e.participants)]  # fmt: skip
    assert {r.status for r in event.reports} == {"planned", "occurred"}
    assert event.status == "occurred"
    assert len({r.source for r in event.reports}) >= 3


def test_an_inferred_year_says_from_what(seeds: Resolved) -> None:
    by_date = {e.date: e for e in seeds.facts.events}
    assert "77" in by_date["2022-09-23"].why
    assert "between the posts" in by_date["2024-05-06"].why
    assert "dateline" in by_date["2022-08-22"].why
    assert all(by_date[d].basis == "inferred" for d in ("2022-09-23", "2024-05-06", "2022-08-22"))
    assert by_date["2019-12-20"].basis == "explicit"


def test_a_padded_first_of_the_month_is_flagged_and_not_believed(seeds: Resolved) -> None:
    (event,) = [e for e in seeds.facts.events if e.date == "2025-09"]
    assert {r.date for r in event.reports} >= {"2025-09-01"}
    assert any(d.kind == "date" and "months" in d.what for d in seeds.facts.discrepancies)


def test_parts_that_do_not_make_the_total_are_doubted(seeds: Resolved) -> None:
    sums = [d for d in seeds.facts.discrepancies if d.kind == "sum"]
    assert any("2.802 billion dollars" in e.text for d in sums for e in d.evidence)
    assert any(d.kind == "separator" for d in seeds.facts.discrepancies)


def test_an_office_that_passed_on_is_noted(seeds: Resolved) -> None:
    offices = [d.what for d in seeds.facts.discrepancies if d.kind == "office"]
    assert any("Dačić" in what and "Đurić" in what for what in offices)


def test_turns_are_statements_of_their_speakers(seeds: Resolved) -> None:
    said = [(seeds.name(s.speaker), s.text[:20], s.mode) for s in seeds.facts.statements if s.speaker]
    assert ("Sergey Lavrov", "We are glad to see y", "direct") in said
    assert ("Vladimir Putin", "I hope that your bus", "direct") in said
    assert ("Vladimir Putin", "Our strategic partne", "direct") in said
