"""What a word is."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.query.tokens import folded, is_name_like, tokens, words


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Vučić's visit", ["Vučić", "s", "visit"]),
        ("Vuc\u030cic\u0301 came", ["Vuc\u030cic\u0301", "came"]),
        ("2.802 billion", ["2", "802", "billion"]),
        ("@markodjuric_rs", ["markodjuric", "rs"]),
        ("北京 外交部", ["北", "京", "外", "交", "部"]),
        ("東京タワー", ["東", "京", "タ", "ワ", "ー"]),
        ("ملاقات‌ها", ["ملاقات‌ها"]),
        ("दिल्ली में", ["दिल्ली", "में"]),
        ("co\u00adoperation", ["co\u00adoperation"]),
        ("«…» — !", []),
    ],
)
def test_words_of_a_text(text: str, cut: list[str]) -> None:
    assert words(text) == cut


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("Ђурић", "djuric"),
        ("Đurić", "djuric"),
        ("DJURIC", "djuric"),
        ("co\u00adoperation", "cooperation"),
        ("北", "北"),
    ],
)
def test_folded_words(word: str, letters: str) -> None:
    assert folded(word) == letters


def test_what_may_be_a_name() -> None:
    assert is_name_like("Lavrov")
    assert is_name_like("Лавров")
    assert is_name_like("שלום")
    assert not is_name_like("lavrov")
    assert not is_name_like("2024")
    assert not is_name_like("北")


@given(st.text(), st.text())
def test_every_word_is_where_it_is_said_to_be(before: str, text: str) -> None:
    whole = before + text
    spans = tokens(whole)
    assert [whole[start:end] for start, end in spans] == words(whole)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    for start, end in spans:
        letters = folded(whole[start:end])
        assert letters.isascii() or len(letters) == 1
        assert not set(letters) & set(" \"'*_~")


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=60))
def test_plain_text_is_cut_as_any_other(text: str) -> None:
    alike = words(f"{text} é")
    assert alike == [*words(text), "é"]
    assert tokens(f"{text} é")[:-1] == tokens(text)
