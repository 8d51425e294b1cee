"""Romanisation for display."""

from __future__ import annotations

import cyrtranslit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.names import romanise


@pytest.mark.parametrize(
    ("text", "language", "latin"),
    [
        ("Марко Ђурић", None, "Marko Đurić"),
        ("ЉУБА Џонић", "sr", "LJUBA Džonić"),
        ("Сергей Щербаков", "ru", "Sergey Shcherbakov"),
        ("Елена Хрущёва", None, "Yelena Khrushchëva"),
        ("Достоевский", "ru", "Dostoyevskiy"),
        ("Володимир Зеленський", None, "Volodymyr Zelenskyi"),
        ("Згорани, Юрій", "uk", "Zghorany, Yurii"),
        ("Щъркел", "bg", "Shtarkel"),
        ("Ќе Ѓорге", None, "Ḱe Ǵorge"),
        ("Быкаў", None, "Bykaw"),
        ("王君正", "zh", "Wang Jun Zheng"),
        ("Đurić", "sr", "Đurić"),
        ("NIS a.d. 2025", None, "NIS a.d. 2025"),
    ],
)
def test_romanises_by_the_standard_of_the_language(text: str, language: str | None, latin: str) -> None:
    assert romanise(text, language) == latin


@given(st.text(st.sampled_from("абвгдђежзијклљмнњопрстћуфхцчџш АБВ"), max_size=20))
def test_serbian_agrees_with_another_implementation(text: str) -> None:
    assert romanise(text, "sr") == cyrtranslit.to_latin(text, "sr")


@given(st.text(max_size=30), st.sampled_from([None, "sr", "ru", "uk", "be", "bg", "mk", "xx", ""]))
def test_no_text_is_too_strange_and_latin_stays(text: str, language: str | None) -> None:
    assert isinstance(romanise(text, language), str)
    latin = "".join(letter for letter in text if letter.isascii())
    assert romanise(latin, language) == latin
