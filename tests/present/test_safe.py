"""Text made harmless: nothing acts on a terminal, nothing honest is lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reltui.present.safe import REPLACEMENT, safe, safe_same_length

ESC = "\x1b"
anything = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=60)
tricks = st.text(
    alphabet=st.sampled_from(
        "a 9.é\u0301\u0338ђم中👩🇷🏴\U000e0067\U000e007f\u200d\u200c\u200b\u200e\u200f"
        "\u061c\ufe0f\ufe0e\U000e0101\u202e\u2066\u00ad\ufeff\u3164\u034f\x1b[]\\;m\x07\x9b\x90\r\n\t\x85\u2028\ud83d"
    ),
    max_size=40,
)


def acting(text: str, newlines: bool = False) -> list[str]:
    """What of a text could act on a terminal, reorder or hide."""
    allowed = "\n" if newlines else ""
    return [
        c
        for c in text
        if (unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} and c not in allowed)
        or unicodedata.bidirectional(c) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        or c in "\u200b\u2060\ufeff\u00ad\u3164\u034f\u180e\u2061\u2062\u2063\u2064\ufff9\ufffa\ufffb"
    ]


@pytest.mark.parametrize(
    ("text", "line", "same"),
    [
        (f"{ESC}[31mred{ESC}[0m", "␛[31mred␛[0m", "␛[31mred␛[0m"),
        (f"{ESC}]8;;http://evil{ESC}\\click{ESC}]8;;{ESC}\\", "␛]8;;http://evil␛\\click␛]8;;␛\\", None),
        (f"{ESC}]52;c;ZXZpbA==\x07", "␛]52;c;ZXZpbA==␇", None),
        (f"end{ESC}[201~rm -rf /\n", "end␛[201~rm -rf / ", None),
        ("\x9b31m and \x90", "\ufffd31m and \ufffd", None),
        ("a\x00b\x7fc", "a␀b␡c", None),
        ("one\ttwo\r\nthree", "one two three", "one two  three"),
        ("one\x85two\u2028three\u2029four", "one two three four", None),
        ("user\u202etxt.exe", "usertxt.exe", "user\ufffdtxt.exe"),
        ("\u2066iso\u2069late\u202a\u202c", "isolate", "\ufffdiso\ufffdlate\ufffd\ufffd"),
        ("Vu\u200bčić", "Vučić", "Vu čić"),
        ("Vu\u200dčić\u200c", "Vučić", "Vu\ufffdčić\ufffd"),
        ("co\u00adoperation", "cooperation", "co‧operation"),
        ("\ufeffBOM\u2060", "BOM", "\ufffdBOM\ufffd"),
        ("Latin\u200f!", "Latin!", "Latin\ufffd!"),
        ("lone \ud83d surrogate", "lone \ufffd surrogate", None),
        ("non\uffffchar \U0010ffff", "non\ufffdchar \ufffd", None),
        ("blank\u3164name", "blankname", "blank\ufffdname"),
        ("tag\U000e0041\U000e0042", "tag", "tag\ufffd\ufffd"),
        ("x\ufe00\ufe01\ufe02", "x\ufe00", "x\ufe00\ufffd\ufffd"),
        ("z" + "\u0301" * 20, "z" + "\u0301" * 8, "z" + "\u0301" * 8 + "\ufffd" * 12),
    ],
)
def test_what_acts_is_shown_and_what_hides_is_taken_out(text, line, same):
    assert safe(text) == line
    assert safe_same_length(text) == (line if same is None else same)


@pytest.mark.parametrize(
    "text",
    [
        "Aleksandar Vučić, Александар Вучић, Đurić",
        "Vuc\u030cic\u0301",  # decomposed
        "Việt Nam, Việt Nam",
        "👩\u200d👩\u200d👧 ❤️\u200d🔥 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f 1️⃣ 👍🏽",
        "🇷🇺🇷🇸 ❗️ ☝️",
        "وزارة الخارجية، ٢٠٢٤",
        "می\u200cخواهم",  # Persian needs its non-joiner
        "שלום\u200f! עולם",
        "क्\u200dष क्\u200cष",
        "中华人民共和国外交部　全角",
        "葛\U000e0100飾区",
        "日本語、한국어",
        "non\u00a0breaking, thin\u2009space, 1\u202f000",
        "<...> <…> … “quoted” — “[sic]” [bold]not markup[/]",
        "\U0001fae8 \U0001faea",  # emoji newer than this Python's tables
        "private \ue000 use",
    ],
)
def test_honest_text_comes_through(text):
    assert safe(text) == text
    assert safe_same_length(text) == text


def test_lines_are_kept_where_asked():
    text = "one\r\ntwo\rthree\x85four\u2028five\tsix\n"
    assert safe(text, newlines=True) == "one\ntwo\nthree\nfour\nfive    six\n"
    assert safe_same_length(text, newlines=True) == "one \ntwo three four five six\n"


@given(anything | tricks, st.booleans())
@example("☺\u200d", False)
@example("م\u200f\u200f", True)
@example("\U0001f3f4\u200d\U000e0067", True)
def test_nothing_that_acts_is_left(text, newlines):
    for make in (safe, safe_same_length):
        shown = make(text, newlines)
        assert not acting(shown, newlines)
        assert make(shown, newlines) == shown
        shown.encode("utf-8")


@given(anything | tricks, st.booleans())
def test_the_same_length_keeps_offsets(text, newlines):
    shown = safe_same_length(text, newlines)
    assert len(shown) == len(text)
    for was, now in zip(text, shown, strict=True):
        if now not in {was, REPLACEMENT}:
            assert unicodedata.category(was)[0] in "CZ"
        if was.isalnum() and unicodedata.category(was) != "Cn" and was not in "\u3164\uffa0":
            assert now == was


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"], exclude_characters="\u3164\uffa0")))
def test_printable_text_is_the_very_same(text):
    assert safe(text) == text == safe_same_length(text)


@given(tricks)
def test_the_short_form_never_adds_what_was_not_there(text):
    shown = safe(text, newlines=True)
    honest = [c for c in text if c.isalnum() and c not in "\u3164"]
    assert [c for c in shown if c.isalnum()] == honest
