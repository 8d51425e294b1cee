"""Commas and points: thousands or decimals, and sums."""

from __future__ import annotations

from tests.extract.figures.reading import figures, values

TRADE = (
    "In 2021, the total trade amounted to 2.802 billion dollars (2,374 billion euros), of which exports "
    "amounted to 977 million dollars (840 million euros), and imports amounted to 1.806 billion dollars "
    "(1,534 billion euros)."
)


def test_comma_beside_a_point_is_a_decimal_mark_and_doubtful() -> None:
    found = {f.value: f for f in figures(TRADE)}
    assert set(found) == {2.802e9, 2.374e9, 977e6, 840e6, 1.806e9, 1.534e9}
    assert "2.802" in (found[2.374e9].separator_doubt or "")
    assert found[2.802e9].separator_doubt is None


def test_comma_alone_stands_between_thousands() -> None:
    assert values("They paid 2,374 billion euros.") == [(2.374e12, "EUR")]
    assert values("They paid 1,200 million euros and 5.5 billion euros.") == [(1.2e9, "EUR"), (5.5e9, "EUR")]
    assert values("They laid 1,800 kilometres of pipes.") == [(1800, "km")]


def test_point_before_whole_things_stands_between_thousands() -> None:
    (only,) = figures("They employ 1.500 workers.")
    assert only.value == 1500
    assert only.separator_doubt


def test_language_decides_what_the_marks_are() -> None:
    assert values("Plaćeno je 1.534 miliona evra.", language="sr") == [(1.534e9, "EUR")]
    assert values("Уплаћено је 1.534,5 милиона евра.", language="sr") == [(1.5345e9, "EUR")]


def test_total_and_parts_share_a_group_for_each_currency() -> None:
    found = figures(TRADE)
    groups = {f.unit: {(g.value, g.part) for g in found if g.group == f.group} for f in found}
    assert groups["USD"] == {(2.802e9, "total"), (977e6, "part"), (1.806e9, "part")}
    assert groups["EUR"] == {(2.374e9, "total"), (840e6, "part"), (1.534e9, "part")}


def test_one_part_makes_no_sum() -> None:
    found = figures("They paid 90 million euros, of which 40 million euros in May, for 12 agreements.")
    assert {f.group for f in found} == {-1}
