"""One alphabet for Serbian and the case endings by which names are looked up."""

from __future__ import annotations

import cyrtranslit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.authority.slavic import bases, latin

SERBIAN = "абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ"


@given(st.text(SERBIAN.lower(), min_size=1))
def test_serbian_cyrillic_becomes_latin(word: str):
    assert latin(word) == cyrtranslit.to_latin(word, "sr")


@given(st.text(SERBIAN.lower(), min_size=2))
def test_capitals_are_kept(word: str):
    assert latin(word.upper()) == latin(word).upper()
    assert latin(word.capitalize()).lower() == latin(word)


@pytest.mark.parametrize("text", ["Лавровым", "мы", "Đurić", "plain", "", "Київ", "東京"])
def test_other_text_stays(text: str):
    assert latin(text) == text


@pytest.mark.parametrize(
    ("form", "language", "base"),
    [
        ("Лавровом", "ru", "Лавров"), ("Сергея", "ru", "Сергей"), ("Марией", "ru", "Мария"),
        ("Đurićem", "sr", "Đurić"), ("Petra", "sr", "Petar"), ("Vučića", "sr", "Vučić"),
        ("Anom", "sr", "Ana"),
    ],
)  # fmt: skip
def test_bases_lead_to_the_nominative(form: str, language: str, base: str):
    found = bases(form, language)
    assert found[0] == form
    assert base in found


@given(st.text(), st.sampled_from(["sr", "ru", "en"]))
def test_bases_of_anything(text: str, language: str):
    found = bases(text, language)
    assert found[0] == text
    assert all(found[1:])
