"""Values and units: what is a figure, how much, of what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.figures.reading import figures, source, values


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Trade came to 2.802 billion dollars.", 2.802e9, "USD"),
        ("Trade came to 977 million euros.", 977e6, "EUR"),
        ("Trade came to $5.6 million that day.", 5.6e6, "USD"),
        ("Trade came to US$ 40 billion that day.", 40e9, "USD"),
        ("Trade came to EUR 12 million that day.", 12e6, "EUR"),
        ("Trade came to €1,250 that day.", 1250, "EUR"),
        ("Trade came to $5bn that day.", 5e9, "USD"),
        ("Trade came to 300 billion rubles.", 300e9, "RUB"),
        ("A 38-percent growth was seen.", 38, "%"),
        ("Growth was two percent.", 2, "%"),
        ("Growth was 3.5% that day.", 3.5, "%"),
        ("The share is 0.125 percent.", 0.125, "%"),
        ("They employ 11 thousand people.", 11000, "people"),
        ("They employ eleven thousand people.", 11000, "people"),
        ("They employ two hundred and fifty people.", 250, "people"),
        ("They employ half a million people.", 500000, "people"),
        ("The line carries 15.75 billion cubic metres of gas.", 15.75e9, "m3"),
        ("They laid 1,800 kilometres of pipes.", 1800, "km"),
        ("It runs at a two kilometre depth.", 2, "km"),
        ("They built 6,000 square metres.", 6000, "m2"),
        ("Some 700 technology companies joined.", 700, "companies"),
        ("They freed 1,234,567 barrels.", 1234567, "barrel"),
        ("They signed 12 agreements.", 12, "agreements"),
        ("They signed twelve agreements.", 12, "agreements"),
        ("An additional 3,000 U.S. forces came.", 3000, "forces"),
        ("It brought the number of nominees to 90.", 90, ""),
    ],
)
def test_english(text: str, value: float, unit: str) -> None:
    assert values(text) == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("Razmena je iznosila 2,8 milijardi evra.", "sr", 2.8e9, "EUR"),
        ("Размена је износила 2,8 милијарди евра.", "sr", 2.8e9, "EUR"),
        ("Izgrađeno je 1.800 kilometara puta.", "sr", 1800, "km"),
        ("Rast je bio 3,5 odsto.", "sr", 3.5, "%"),
        ("Товарооборот составил 1,5 млрд долларов.", "ru", 1.5e9, "USD"),
        ("Товарооборот составил 1,5 млрд. долларов.", "ru", 1.5e9, "USD"),
        ("Построено 1 800 километров дорог.", "ru", 1800, "km"),
        ("Рост составил 3,5 процента.", "ru", 3.5, "%"),
        ("Погибли двести пятьдесят человек.", "ru", 250, "people"),
    ],
)
def test_serbian_and_russian(text: str, language: str, value: float, unit: str) -> None:
    assert values(text, language=language) == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "They met on 20 October 2024 in Sochi.",
        "They met on October 20, 2024 at 10:30.",
        "They met at 5 p.m. on Monday.",
        "The 79th session met after the 20th meeting.",
        "UN Security Council Resolution 1244 stands.",
        "The fundamental Resolutions 1031 and 1244 stand.",
        "Article 5 of the treaty and Annex 3 to it stand.",
        "See the COVID-19 page and EXPO-2027.",
        "Call +7 495 123-45-67 or 011/222-333.",
        "Read https://example.org/2024/05/report-17.html now.",
        "The two leaders of both countries met.",
        "Since 2012 they have worked, and in 1999 too.",
        "That was five years ago.",
        "Boeing 737 and Formula 1 and COP 27 are names.",
        "The 1990s were hard.",
        "Under the law (50 U.S.C. 1701) and 18 Stat. 25 it is banned.",
        "It is ten years since the talks, and 20 years since the war.",
        "Write to desk15@example.org or @user2024.",
        "Millions of people and hundreds of firms left.",
        "20. oktobra sastali su se u Sočiju.",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert values(text) == []


def test_list_numbers_are_no_figures() -> None:
    assert values("1. Economic cooperation\n2) State honours\n3. Agreements signed") == []


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("About 13% was paid.", "about"),
        ("Some 75 percent was paid.", "about"),
        ("Over 1.5 million viewers saw it.", "over"),
        ("More than 20 companies came.", "over"),
        ("Up to 85% of it was paid.", "up to"),
        ("Almost 16 billion cubic metres of gas flowed.", "almost"),
        ("At least 12 agreements were signed.", "at least"),
        ("Another 40 thousand people came.", "another"),
    ],
)
def test_qualifiers_are_told_in_one_spelling(text: str, qualifier: str) -> None:
    (only,) = figures(text)
    assert only.qualifier == qualifier
    assert only.start == 0


def test_range_shares_its_unit() -> None:
    assert values("Growth of 5 to 10 percent was seen.") == [(5, "%"), (10, "%")]
    assert values("They will pay 2-3 billion euros.") == [(2e9, "EUR"), (3e9, "EUR")]


def test_rate() -> None:
    (only,) = figures("Each line carries 15.75 billion cubic metres of gas per year.")
    assert only.unit == "m3/year"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In 2021, trade amounted to 5 billion euros.", "2021"),
        ("Since 2009, they paid 12 billion euros.", "2009/.."),
        ("They paid 12 billion euros since 2009.", "2009/.."),
        ("From 2010 to 2020 they paid 12 billion euros.", "2010/2020"),
        ("In 2010–2020 they paid 12 billion euros.", "2010/2020"),
        ("Last year alone they paid 12 billion euros.", "2019"),
        ("They paid 12 billion euros.", None),
    ],
)
def test_period(text: str, period: str | None) -> None:
    (only,) = figures(text, published="2020-01-08")
    assert only.period == period


def test_each_figure_has_its_own_period() -> None:
    found = figures("In 2021 exports were 5 million euros, in 2022 they were 7 million euros.")
    assert [(f.value, f.period) for f in found] == [(5e6, "2021"), (7e6, "2022")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "In 2021, the total trade of both countries amounted to 5 billion euros.",
            "total trade of both countries",
        ),
        ("Russia meets up to 85% of its needs for gas.", "needs for gas"),
        ("There was 38-percent growth since then.", "growth"),
        ("It is a channel with an audience of over 1.5 million viewers.", "audience"),
        ("It is one of the largest employers (11 thousand people).", "one of the largest employers"),
        ("Last year, 24 billion cubic metres of fuel was delivered.", "fuel"),
        ("They signed 12 new agreements on trade.", "new agreements on trade"),
    ],
)
def test_what_is_counted_in_the_words_of_the_source(text: str, what: str) -> None:
    (only,) = figures(text)
    assert only.what == what


NUMBERS = st.text(alphabet="0123456789.,  -–%$€kmbn()\n", min_size=1, max_size=80)
WORD = st.sampled_from(
    ["two", "hundred", "and", "fifty", "thousand", "half", "a", "million", "5", "2,374", "billion", "euros",
     "percent", "of", "which", "in", "2021", "since", "(", ")", ".", ",", "-", "–", "1.800", "млрд", "сто"]
)  # fmt: skip
WORDS = st.lists(WORD, min_size=1, max_size=40).map(" ".join)


@given(st.one_of(NUMBERS, WORDS), st.sampled_from(["en", "sr", "ru", None]))
def test_any_text_gives_figures_that_stand_in_it(text: str, language: str | None) -> None:
    last = -1
    for figure in figures(text, language=language):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.start >= last
        assert any(c.isdigit() or c.isalpha() for c in text[figure.start : figure.end])
        assert figure.value >= 0
        last = figure.start


def test_source_helper_keeps_offsets() -> None:
    made = source("one\n\ntwo")
    assert [made.text[b.start : b.end] for b in made.blocks] == ["one", "two"]
