"""Letters at the same place of a Cyrillic keyboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.present.cyrillic import LAYOUTS, Keyboard, guess, latin, of_locale


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_latin_letter_has_one_cyrillic_letter_in_each_layout(layout) -> None:
    letters = [chr(code) for code in range(0x400, 0x530)]
    reached = [latin(letter, layout) for letter in letters]
    found = [letter for letter in reached if letter]
    assert len(found) == len(set(found))
    assert set(found) == set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


@pytest.mark.parametrize(
    ("typed", "layout", "meant"),
    [("й", "russian", "q"), ("с", "russian", "c"), ("О", "russian", "J"), ("с", "serbian", "s"), ("ц", "serbian", "c"),
     ("љ", "serbian", "q"), ("Г", "serbian", "G"), ("і", "ukrainian", "s"), ("я", "bulgarian", "q")],
)  # fmt: skip
def test_letters_at_their_place(typed: str, layout, meant: str) -> None:
    assert latin(typed, layout) == meant


@pytest.mark.parametrize(
    ("locale", "layout"),
    [("sr_RS.UTF-8", "serbian"), ("mk", "macedonian"), ("bg_BG", "bulgarian"), ("uk_UA", "ukrainian"),
     ("ru_RU.UTF-8", "russian"), ("en_GB.UTF-8", "russian"), ("", "russian"), ("C", "russian")],
)  # fmt: skip
def test_the_locale_names_a_layout(locale: str, layout: str) -> None:
    assert of_locale(locale) == layout


def test_a_letter_that_one_layout_alone_has_settles_it() -> None:
    keyboard = Keyboard("auto", "en_GB")
    assert keyboard.latin("с") == "c"
    keyboard.learn("Ђурић")
    assert keyboard.latin("с") == "s"
    keyboard.learn("вы")
    assert keyboard.latin("с") == "c"


def test_a_layout_that_was_set_is_not_unlearnt() -> None:
    keyboard = Keyboard("serbian", "ru_RU")
    keyboard.learn("ыыы")
    assert keyboard.latin("с") == "s"


def test_none_leaves_the_keys_alone() -> None:
    assert Keyboard("none", "ru_RU").latin("с") is None


@given(st.characters())
def test_only_cyrillic_letters_are_taken_for_others(character: str) -> None:
    meant = Keyboard("auto", "ru_RU").latin(character)
    assert meant is None or "\u0400" <= character <= "\u052f"
    assert guess(character) in (None, *LAYOUTS)
