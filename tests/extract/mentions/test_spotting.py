"""Who is named where: names with titles, without, inflected, in capitals; and what is nobody's name."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reltui.authority import Tables
from reltui.extract import extract
from tests.extract.conftest import Extract, source_of


def people(run: Extract, text: str, language: str = "en") -> list[tuple[str, str | None]]:
    _, found = run(text, language=language)
    return [(s.surface, s.title) for s in found.spots if s.kind == "person" and s.sure]


def bodies(run: Extract, text: str, kind: str = "organisation") -> list[str]:
    _, found = run(text)
    return [s.surface for s in found.spots if s.kind == kind and not s.adjective]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Foreign Minister Sergey Lavrov.", [("Sergey Lavrov", "Foreign Minister")]),
        (
            "Serbia’s foreign minister, Marko Djuric, met him.",
            [("Marko Djuric", "Serbia’s foreign minister")],
        ),
        (
            "President of the Republic of Serbia A. Vucic came.",
            [("A. Vucic", "President of the Republic of Serbia")],
        ),
        ("with Estonian Prime Minister Kaja Kallas today", [("Kaja Kallas", "Estonian Prime Minister")]),
        (
            "talks with First Deputy Prime Minister and Foreign Minister of Serbia Ivica Dacic there",
            [("Ivica Dacic", "First Deputy Prime Minister and Foreign Minister of Serbia")],
        ),
        (
            "headed by Mikhail Reshetnikov, Minister of Economic Development of the Russian Federation, and others",
            [("Mikhail Reshetnikov", "Minister of Economic Development of the Russian Federation")],
        ),
        ("The visit of Chancellor Olaf Scholz ended.", [("Olaf Scholz", "Chancellor")]),
        ("Then Angela Merkel left Minsk.", [("Angela Merkel", None)]),
        ("President Joseph R. Biden, Jr. will travel", [("Joseph R. Biden, Jr.", "President")]),
        ("an audience with His Holiness Pope Francis on Friday", [("Pope Francis", "His Holiness")]),
        ("Mr. Sullivan urged both sides", [("Sullivan", "Mr.")]),
    ],
)
def test_persons_and_titles(run: Extract, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert people(run, text) == expected


def test_two_neighbours_keep_their_own_titles(run: Extract) -> None:
    found = people(run, "General Townsend, Defence Minister Ben Wallace, and Mr. Maier met with them.")
    assert found == [("Townsend", "General"), ("Ben Wallace", "Defence Minister"), ("Maier", "Mr.")]


def test_a_title_may_stand_in_serbian_and_russian(run: Extract) -> None:
    text = "Састао се са министром иностраних послова Руске Федерације Сергејем Лавровом."
    assert [s for s, _ in people(run, text, "sr")] == ["Сергејем Лавровом"]
    text = "Встреча с Министром иностранных дел Сербии Марко Джуричем прошла."
    assert [s for s, _ in people(run, text, "ru")] == ["Марко Джуричем"]


def test_a_surname_introduced_is_known_again(run: Extract) -> None:
    found = people(run, "Foreign Minister Péter Szijjártó spoke.\nLater Szijjártó flew to Ankara.")
    assert [surface for surface, _ in found] == ["Péter Szijjártó", "Szijjártó"]


@pytest.mark.parametrize(
    "text",
    [
        "He received the Order of Alexander Nevsky.",
        "They recalled the Dayton Accords and the Minsk Agreements.",
        "Happy New Year and Good Friday to all.",
        "In May and June they met in Sochi.",
        "The Summit on Climate Change will follow.",
        "Previous Meetings",
        "He holds the Patriarch Alexy II Award.",
    ],
)
def test_names_of_things_are_nobody(run: Extract, text: str) -> None:
    assert people(run, text) == []


def test_states_and_bodies(run: Extract) -> None:
    assert bodies(run, "The UN Security Council and NATO spoke with Gazprom.")[:3] == [
        "UN Security Council", "NATO", "Gazprom",
    ]  # fmt: skip
    assert bodies(run, "Serbia and the Russian Federation signed it.", "state") == [
        "Serbia",
        "Russian Federation",
    ]


def test_a_body_unknown_to_the_tables_is_found_by_its_head_word(run: Extract) -> None:
    assert "Zambezi River Basin Commission" in bodies(
        run, "He addressed the Zambezi River Basin Commission in Kasane."
    )


def test_the_company_and_the_city(run: Extract) -> None:
    _, found = run("NIS JSC works. The Center in Nis helps.")
    assert [s.known for s in found.spots if s.surface.startswith("NIS")] != [None]
    assert not [s for s in found.spots if s.surface == "Nis" and s.kind == "organisation"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_text_yields_spans_that_hold_their_words(tables: Tables, text: str) -> None:
    source = source_of(text)
    found = extract(source, tables)
    assert all(source.text[s.start : s.end] == s.surface for s in found.spots)
    assert all(a.end <= b.start for a, b in zip(found.spots, found.spots[1:], strict=False))


def test_a_given_name_alone_stands_for_the_one_introduced_by_it(run: Extract) -> None:
    _, found = run("Prime Minister Abiy Ahmed came to Asmara. Abiy said he was glad.")
    short = next(s for s in found.spots if s.surface == "Abiy")
    assert (short.sure, short.stands_for) == (True, "Abiy Ahmed")


def test_a_given_name_of_two_persons_stands_for_neither(run: Extract) -> None:
    _, found = run("Prime Minister Abiy Ahmed met Minister Abiy Tesfaye. Abiy said he was glad.")
    assert all(s.stands_for is None for s in found.spots)


@pytest.mark.parametrize(
    "text",
    [
        "He designated Kenya as a Major Non-NATO Ally.",
        "They came for an Official State Visit to the capital.",
    ],
)
def test_a_vague_title_before_a_thing_makes_no_person(run: Extract, text: str) -> None:
    assert people(run, text) == []


def test_an_office_behind_an_office_may_be_a_given_name(run: Extract) -> None:
    assert people(run, "They met Foreign Minister Amir Khan Muttaqi.") == [
        ("Amir Khan Muttaqi", "Foreign Minister")
    ]
