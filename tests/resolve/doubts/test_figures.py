"""Sums, decimal marks, exchange rates, and sources that differ."""

from __future__ import annotations

import pytest

from reltui.authority import load
from reltui.model import Discrepancy
from reltui.resolve.doubts.figures import amount, find, within
from tests.resolve.doubts.corpus import facts_of, source

TRADE = (
    "In 2021, the total trade amounted to 2.802 billion dollars (2,374 billion euros), of which exports "
    "amounted to 977 million dollars (840 million euros), and imports amounted to 1.806 billion dollars "
    "(1,534 billion euros)."
)


def doubts(*texts: str) -> list[Discrepancy]:
    sources = [source(text, name) for text, name in zip(texts, "abcdef", strict=False)]
    tables, facts = load(), facts_of(*sources)
    own = {s.id: [f for f in facts.figures if f.evidence[0].source == s.id] for s in sources}
    found = [doubt for s in sources for doubt in within(s, own[s.id], tables)]
    found += find(sources, facts, tables)
    by_id = {s.id: s.text for s in sources}
    for doubt in found:
        assert all(by_id[e.source][e.start : e.end] == e.text for e in doubt.evidence)
    return found


def test_parts_that_do_not_make_the_total_and_the_gap() -> None:
    (only,) = [d for d in doubts(TRADE) if d.kind == "sum" and d.severity == "conflict"]
    assert "2.783 billion USD" in only.what
    assert "19 million USD short" in only.what
    assert [e.text for e in only.evidence] == [
        "2.802 billion dollars", "977 million dollars", "1.806 billion dollars",
    ]  # fmt: skip


def test_rounding_is_no_gap() -> None:
    text = (
        "In 2021, trade amounted to 2.8 billion euros, "
        "of which exports were 1.37 billion euros and imports 1.46 billion euros."
    )
    assert [d for d in doubts(text) if d.severity == "conflict"] == []
    assert [d for d in doubts(text.replace("1.46", "1.56")) if d.severity == "conflict"] != []


@pytest.mark.parametrize(
    "text",
    [
        "They paid 90 million euros, of which 40 million euros in May and 20 million euros in June.",
        "They paid about 90 million euros, of which 40 million euros in May and 51 million euros in June.",
        "They paid 90 million euros and 40 million euros and 50.5 million euros.",
        "They gave 400 million euros (of which 3% is for roads), 492 million euros and 172 million euros.",
    ],
)
def test_what_need_not_add_up(text: str) -> None:
    assert doubts(text) == []


def test_decimal_marks_that_are_mixed() -> None:
    (only,) = [d for d in doubts(TRADE) if d.kind == "separator"]
    assert [e.text for e in only.evidence] == [
        "2,374 billion euros", "1,534 billion euros", "2.802 billion dollars",
    ]  # fmt: skip
    assert doubts("They laid 1,800 kilometres of pipes and paid 2.5 billion euros.") == []


def test_exchange_rates_that_differ_by_more_than_rounding() -> None:
    (only,) = [d for d in doubts(TRADE) if "implied" in d.what]
    assert only.severity == "note"
    assert "1.180" in only.what
    assert "1.163" in only.what
    same = "They paid 110 million dollars (100 million euros) and 55 million dollars (50 million euros)."
    assert doubts(same) == []


def test_two_sources_that_differ_on_one_thing() -> None:
    one = "In 2021, the trade turnover between Norland and Serbia amounted to 2.4 billion euros, and 12 firms grew."
    two = "In 2021, the trade turnover between Norland and Serbia was 2.9 billion euros, and 12 firms grew."
    (only,) = doubts(one, two)
    assert {e.source for e in only.evidence} == {"s-a", "s-b"}
    assert "2.4 billion EUR" in only.what
    assert "2.9 billion EUR" in only.what
    assert doubts(one, one) == []
    assert doubts(one, two.replace("2021", "2022")) == []
    assert (
        doubts(one, two.replace("trade turnover between Norland and Serbia", "debt of the state of Norland"))
        == []
    )


def test_amounts_in_words() -> None:
    assert amount(2.802e9, "USD") == "2.802 billion USD"
    assert amount(85, "%") == "85%"
    assert amount(1800, "km") == "1,800 km"
    assert amount(1.5e12, "") == "1.5 trillion"
