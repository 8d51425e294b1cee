"""Folding: one plain reading of any text."""

from __future__ import annotations

import unicodedata

import cyrtranslit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.names import fold

_SERBIAN = st.text(st.sampled_from("абвгдђежзијклљмнњопрстћуфхцчџш "), max_size=20)
_ALPHABETS = "abcčćdđšžzyw łéü абвгђжљњћџшщыьэюяёіїєўґ αβγδς"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ђурић", "djuric"),
        ("Đurić", "djuric"),
        ("DJURIC", "djuric"),
        ("Вучич", "vucic"),
        ("Serbia’s  Foreign-Minister", "serbia s foreign minister"),
        ("Straße, Łódź & Ærø", "strasse lodz aero"),
        ("17. februar 2025.", "17 februar 2025"),
        ("王君正", "wang jun zheng"),
        ("ラブロフ", "raburofu"),
        ("", ""),
        ("— !", ""),
    ],
)
def test_folds_to_plain_words(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(_SERBIAN)
def test_serbian_folds_alike_in_both_alphabets(text: str) -> None:
    assert fold(text) == fold(cyrtranslit.to_latin(text, "sr"))


@given(st.text(max_size=40))
def test_gives_ascii_words_parted_by_single_spaces_for_any_text(text: str) -> None:
    folded = fold(text)
    assert folded.isascii()
    assert folded == " ".join(folded.split())
    assert folded == folded.lower()
    assert all(letter.isalnum() or letter == " " for letter in folded)


@given(st.text(st.sampled_from(_ALPHABETS), max_size=20))
def test_form_and_case_do_not_matter(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert fold(text.upper()) == fold(text)


@given(st.text(st.sampled_from("abcčćdđšžzywéüабвгђжљњћџшщыьэюяёіїєўґ"), min_size=1, max_size=15), st.data())
def test_what_is_typed_so_far_folds_to_the_beginning(word: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(word)))
    assert fold(word).startswith(fold(word[:cut]))
