"""Encodings: UTF-8 first, then what the bytes say, and what looks damaged is told."""

from __future__ import annotations

import pytest

from reltui.read.decode import Undecodable, decode
from tests.read.texts import read_text

TEXTS = {
    "ru": "Министр иностранных дел России провёл переговоры с министром иностранных дел Сербии. " * 2,
    "sr-Cyrl": "Министар спољних послова Марко Ђурић састао се данас у Москви са министром Руске Федерације. "
    * 2,
    "sr-Latn": "Ministar Marko Đurić sastao se danas sa šefom diplomatije; govorili su o čeliku i žitu. " * 2,
    "fr": "Le ministre des Affaires étrangères a été reçu à Belgrade, où il a évoqué une très grave crise. "
    * 2,
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("ru", "cp1251"), ("ru", "koi8_r"), ("ru", "cp866"), ("ru", "utf-16"), ("ru", "utf-16-le"),
        ("ru", "utf-32"),
        ("sr-Cyrl", "cp1251"), ("sr-Latn", "cp1250"), ("sr-Latn", "iso8859_2"), ("fr", "cp1252"),
        ("fr", "utf-16-be"), ("ru", "utf-8-sig"), ("sr-Latn", "utf-8"),
    ],
)  # fmt: skip
def test_the_text_comes_out_whole(language: str, encoding: str):
    text = TEXTS[language]
    data = text.encode(encoding)
    decoded = decode(data)
    assert decoded.text == text
    assert data.decode(decoded.encoding) == text
    assert bool(decoded.note) == (encoding not in ("utf-8", "utf-8-sig", "utf-16", "utf-32"))


def test_a_guess_says_so():
    note = decode(TEXTS["ru"].encode("cp1251")).note
    assert "cp1251" in note
    assert "guess" in note


def test_a_few_broken_bytes_do_not_make_another_encoding():
    data = TEXTS["ru"].encode().replace("ё".encode(), b"\xd1", 1)
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\ufffd") == 1
    assert "1 place is not UTF-8" in decoded.note


@pytest.mark.parametrize("codec", ["cp1252", "cp1251"])
@pytest.mark.parametrize("language", ["ru", "sr-Latn", "fr"])
def test_mojibake_is_told_and_nothing_is_mended(language: str, codec: str):
    damaged = TEXTS[language].encode().decode(codec, "replace")
    decoded = decode(damaged.encode())
    assert "damaged" in decoded.note or "lost" in decoded.note
    assert decoded.text == damaged


@pytest.mark.parametrize(
    "text", [*TEXTS.values(), "São Tomé, Ærø – “Škoda” … £5 © Ångström", "Плана „А“ – №5"]
)
def test_sound_texts_are_not_called_damaged(text: str):
    assert decode(text.encode()).note == ""


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "empty"), (b"a\0b\0\0\xff" * 30, "NUL"), (b"\xff\xfea", "utf-16")],
)
def test_what_is_no_text(data: bytes, said: str):
    with pytest.raises(Undecodable, match=said):
        decode(data)


def test_control_characters_stay_in_the_text():
    text = "Red \x1b[31mtext\x1b[0m and \u202eturned\u202c, with a bell\x07 in it.\n"
    reading = read_text(text)
    assert reading.sources[0].text == text.strip()


def test_the_file_keeps_note_and_encoding():
    from reltui.read import Description, read_bytes

    file = read_bytes(TEXTS["ru"].encode("koi8_r"), "a.txt", Description()).file
    assert (file.encoding, file.format, file.size) == ("koi8_r", "text", len(TEXTS["ru"]))
    assert "guess" in file.note
