"""What is better comes first: words that stand there often, as they are written, more of them; then the newest."""

from __future__ import annotations

import tempfile
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reltui.names import fold
from reltui.query import parse
from reltui.store import Reader, write
from tests.conftest import meta
from tests.store.corpora import Text, corpus, texts


def _letters(word: str) -> str:
    return fold(word).lower()


def _steps(text: Text, asked: tuple[str, ...], most: int) -> tuple[int, ...]:
    """Return how often each word stands in a text as it was typed, so many times at most."""
    counts = Counter(_letters(word) for word in text.words)
    return tuple(min(counts[_letters(word)], most) for word in asked)


def _found(made: list[Text], query: str, **more: bool) -> list[Text]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "c.db"
        write(path, *corpus(made), meta())
        with Reader(path) as reader:
            hits = reader.search(parse(query), 100, **more)
    return [made[int((hit.source or "s0")[1:])] for hit in hits if hit.kind == "passage"]


words = st.sampled_from(("gas", "talks", "Lavrov", "Djuric", "nis", "the"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, st.lists(words, min_size=1, max_size=3, unique=True), st.booleans(), st.booleans())
def test_nothing_stands_below_what_it_surpasses(
    made: list[Text], asked: list[str], either: bool, hasty: bool
) -> None:
    found = _found(made, (" OR " if either else " ").join(asked), hasty=hasty)
    ladder = {1: 3, 2: 2}.get(len(asked), 1)
    steps = [_steps(text, tuple(asked), ladder) for text in found]
    for place, below in enumerate(steps):
        for above in steps[:place]:
            surpassed = above != below and all(a <= b for a, b in zip(above, below, strict=True))
            assert not surpassed, (asked, above, below)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, words)
def test_of_equals_the_newest_is_first(made: list[Text], word: str) -> None:
    dated = [text for text in made if text.date and "/" not in text.date]
    if not dated:
        return
    found = [(_steps(text, (word,), 3), text.date or "") for text in _found(dated, word)]
    for (step, date), (next_step, next_date) in pairwise(found):
        if step == next_step and not (date.startswith(next_date) or next_date.startswith(date)):
            assert date > next_date


def _corpus(*lines: str) -> list[Text]:
    return [Text(tuple(line.split()), f"2024-01-{day:02d}") for day, line in enumerate(lines, 1)]


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("gas", ["gas gas gas talks", "gas x gas", "gas Moscow"]),
        ("djuric", ["Djuric met Đurić", "Djuric", "Джурич"]),
        ("gas OR nafta", ["nafta gas", "nafta", "gas x gas", "gas gas gas talks", "gas Moscow"]),
        ('"gas Moscow" gas', ["gas Moscow"]),
        ("gas -Moscow", ["gas gas gas talks", "gas x gas", "nafta gas"]),
    ],
)
def test_the_scale_by_example(query: str, order: list[str]) -> None:
    made = _corpus(
        "Djuric met Đurić", "gas gas gas talks", "nafta", "gas x gas", "Djuric", "Джурич", "gas Moscow"
    )
    if "OR" in query or "-" in query:
        made.append(Text(("nafta", "gas"), "2024-01-20"))
    found = [" ".join(text.words) for text in _found(made, query)]
    assert found == order, found


def test_a_beginning_is_ranked_too() -> None:
    made = _corpus("gasoline gasoline gasoline", "gasoline gasolines", "gasolines gasolines")
    assert [len(set(text.words)) for text in _found(made, "gaso*")] == [1, 1, 2]


def test_a_beginning_of_few_letters_is_not() -> None:
    made = _corpus("gas gas gas", "gasoline")
    assert [text.words[0] for text in _found(made, "gas*")] == ["gasoline", "gas"]


def test_words_in_all_passages_are_ranked_by_the_rest() -> None:
    made = _corpus(*("the gas" if day == 3 else "the talks" for day in range(1, 20)))
    assert _found(made, "the OR gas")[0].words == ("the", "gas")


def _lines(made: list[Text], query: str) -> list[str]:
    return [" ".join(text.words) for text in _found(made, query)]


def test_other_words_rank_what_has_a_phrase() -> None:
    made = _corpus(
        "Djuric Moscow talks talks talks",
        "Джурич Moscow talks talks talks",  # not as it is written
        "Djuric Moscow talks talks",
        "Djuric Moscow talks",
        "Джурич Moscow talks",
        "Djuric Moscow",
        "Djuric talks Moscow talks",
    )
    written = [
        "Djuric Moscow talks talks",
        "Djuric Moscow talks talks talks",
        "Djuric Moscow talks",
    ]  # twice is enough
    heard = ["Джурич Moscow talks", "Джурич Moscow talks talks talks"]  # the newest first
    found = _lines(made, '"djuric moscow" talks')
    assert found == [*written, *heard]
    assert _lines(made, '"djuric moscow"')[0] == "Djuric Moscow", "a phrase alone: the newest first"


def test_other_words_rank_what_has_an_exact_word() -> None:
    made = _corpus("Niš talks talks talks", "Niš talks", "NIS talks talks", "Niš talks talks")
    assert _lines(made, "=Niš talks") == ["Niš talks talks", "Niš talks talks talks", "Niš talks"]


def test_what_has_a_phrase_and_a_word_is_found_in_the_oldest_passage_too() -> None:
    made = _corpus(
        "Djuric Moscow talks", *("Djuric Moscow" if n % 2 else "talks" for n in range(300)), "Moscow talks"
    )
    assert _lines(made, '"djuric moscow" talks') == ["Djuric Moscow talks"]
    assert len(_lines(made, '"djuric moscow" -talks')) == 100


def test_few_answers_without_a_word_are_ranked_like_many() -> None:
    some = ["gas gas gas", "gas", "gas gas", "Moscow gas gas gas"]
    assert _lines(_corpus(*some), "gas -moscow") == ["gas gas gas", "gas gas", "gas"]
    many = _corpus(*some, *(f"gas {number}" for number in range(250)))
    assert _lines(many, "gas -moscow")[:2] == ["gas gas gas", "gas gas"]
