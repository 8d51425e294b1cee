"""Words cut once and asked about once: the quick ways give what the plain ones would."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from reltui.authority import load
from reltui.authority.memo import MOST, Memo, once
from reltui.authority.phrases import Phrases, Tokens, tokens
from reltui.authority.together import Together
from reltui.extract.dates.words import alternation

TEXT = st.text(st.sampled_from("aZé жЂ9_’'-. \n\u00a0\x1c🙂"), max_size=40)


WORDS = """the of Minister РУСИЈА Србије NATO Foreign UN , Security Council Predsednik i президент President SERBIA
Republic""".split()  # noqa: SIM905 - a word list


@given(TEXT, st.integers(0, 8))
def test_tokens_are_the_words_and_signs_with_their_places(text: str, start: int):
    plain = [(m.group(), m.start(), m.end()) for m in re.finditer(r"\w+|[^\w\s]", text) if m.start() >= start]
    if start < len(text) and start and re.match(r"\w\w", text[start - 1 : start + 1]):
        return  # a word cut in two is one of its own
    row = tokens(text, start)
    assert [(text[t.start : t.end], t.start, t.end) for t in row] == plain
    assert all(t.text == ("'" if text[t.start] == "’" else text[t.start : t.end]) for t in row)


def test_a_row_is_a_sequence_of_tokens():
    row = tokens("Ђурић met, Ana")
    assert [t.latin for t in row] == ["Đurić", "met", ",", "Ana"]
    assert row[1].text == "met"
    assert row[1:3].texts == ["met", ","]
    assert row.only([True, False, False, True]).texts == ["Ђурић", "Ana"]
    assert list(Tokens.of(list(row))) == list(row)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS)))
def test_finders_together_find_what_each_finds_alone(words: list[str]):
    tables = load()
    finders = (tables.gazetteer, tables.office_phrases, tables.office_part_phrases)
    row = tokens(" ".join(words))
    together = Together(finders, lambda number, rows: False)
    assert together.hits(row) == [list(finder.scan_tokens(row)) for finder in finders]


def test_dull_words_are_left_out_and_stand_in_nobodys_way():
    finder = Phrases((([p], p) for p in ("of", "of the", "minister", "the house of")), str, fold=True)
    row = tokens("Minister of Trade, of the House")
    assert [h.phrase for h in finder.scan_tokens(row)] == ["minister", "of", "of the"]
    (kept,) = Together((finder,), lambda number, rows: rows[0] == "minister").hits(row)
    assert [h.phrase for h in kept] == ["of", "of the"]


def test_an_answer_is_asked_for_once_and_forgotten_when_there_are_too_many():
    asked: list[str] = []
    memo = Memo(lambda word: asked.append(word) or len(word))
    assert [memo[word] for word in ("a", "bb", "a")] == [1, 2, 1]
    assert asked == ["a", "bb"]
    for number in range(MOST + 1):
        memo[str(number)]
    assert len(memo) <= MOST
    assert memo["a"] == 1


def test_a_property_is_found_out_once():
    class Thing:
        found = 0

        @once
        def answer(self) -> int:
            self.found += 1
            return 42

    thing = Thing()
    assert (thing.answer, thing.answer, thing.found) == (42, 42, 1)


@given(st.lists(st.text("abč. ", min_size=1, max_size=4), min_size=1), st.text("abč. ", max_size=8))
def test_the_longest_form_that_stands_there_is_matched(forms: list[str], text: str):
    plain = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    one, two = re.match(alternation(forms), text), re.match(plain, text)
    assert (one and one.group()) == (two and two.group())
