"""Sound keys: what spellings of a name share, from the first letter on."""

from __future__ import annotations

import unicodedata
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.names import keys, prefix_keys

from .families import FAMILIES

_PAIRS = [pair for family in FAMILIES for pair in permutations(family, 2)]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family[0])
def test_all_spellings_of_a_name_share_a_key(family: list[str]) -> None:
    for one, other in permutations(family, 2):
        assert set(keys(one)) & set(keys(other)), f"{one} {keys(one)} and {other} {keys(other)}"


@pytest.mark.parametrize(
    ("plain", "dj"), [("Duric", "Djurić"), ("Dokovic", "Djokovic"), ("Dindić", "Djindjić")]
)
def test_dj_stands_for_a_letter_that_others_write_as_d(plain: str, dj: str) -> None:
    """Đ without its stroke is D, and Dj where there is no Đ to type."""
    assert set(keys(plain)) & set(keys(dj))
    assert not set(keys("Dunić")) & set(keys(dj))


@given(st.sampled_from(_PAIRS), st.data())
def test_every_beginning_of_a_spelling_finds_the_others(pair: tuple[str, str], data: st.DataObject) -> None:
    typed, meant = pair
    beginning = typed[: data.draw(st.integers(1, len(typed)))]
    found = prefix_keys(beginning)
    assert any(key.startswith(prefix) for prefix in found for key in keys(meant)), (beginning, found)


@pytest.mark.parametrize(
    ("inflected", "base"),
    [
        ("Вучићем", "Vučić"),
        ("Vučićem", "Вучић"),
        ("Вучића", "Vucic"),
        ("Лавровом", "Lavrov"),
        ("Лавровым", "Lavrov"),
        ("Lavrova", "Lavrov"),
        ("Зеленского", "Zelensky"),
        ("Зеленским", "Зеленский"),
        ("Путином", "Putin"),
        ("Марком", "Marko"),
        ("Сергејем", "Sergej"),
        ("Сергеем", "Sergey"),
        ("Владимиром", "Vladimir"),
        ("Ивице", "Ivica"),
        ("Ивицом", "Ivica"),
        ("Aleksandrom", "Aleksandar"),
        ("Александра", "Александр"),
    ],
)
def test_a_case_form_shares_a_key_with_its_base(inflected: str, base: str) -> None:
    assert set(keys(inflected)) & set(keys(base))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vučić", "Vulin"),
        ("Lavrov", "Ivanov"),
        ("Brnabić", "Marić"),
        ("Dačić", "Račan"),
        ("Georgia", "George"),
        ("meeting", "member"),
        ("government", "governor"),
        ("Serbia", "Serb"),
        ("state", "statement"),
    ],
)
def test_other_names_and_ordinary_words_stay_apart(one: str, other: str) -> None:
    assert not set(keys(one)) & set(keys(other))


@given(st.text(max_size=20))
def test_any_text_has_few_plain_keys(text: str) -> None:
    found = keys(text)
    assert len(found) <= 6
    assert len(set(found)) == len(found)
    for key in (*found, *prefix_keys(text)):
        assert key
        assert all("a" <= letter <= "z" or "0" <= letter <= "9" for letter in key)


@given(st.text(st.characters(categories=("L", "Nd")), min_size=1, max_size=12))
def test_no_word_with_a_letter_or_digit_is_without_a_key(word: str) -> None:
    assert keys(word)
    assert prefix_keys(word)


@given(
    st.text(st.sampled_from("abcčćdđeijklmnoprsštuvyzžабвгдђеёжзиійљњћџшщъыьэюяїєў"), min_size=1, max_size=12)
)
def test_form_and_case_do_not_matter(word: str) -> None:
    assert keys(unicodedata.normalize("NFD", word)) == keys(word)
    assert keys(word.upper()) == keys(word)


def test_numbers_are_their_own_keys() -> None:
    assert keys("2025") == ("2025",)
    assert prefix_keys("20") == ("20",)


def test_no_beginning_repeats_another() -> None:
    for word in ("d", "dj", "sch", "a", "kh", "c", "ђ", "дж"):
        found = prefix_keys(word)
        assert not any(a != b and a.startswith(b) for a in found for b in found)
