"""Bytes to text: UTF-8 first, then what detection says; what was guessed or looks damaged is noted.

`File.encoding` names the codec with which the file's bytes decode to the text that offsets refer to.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from reltui.read.language import certainty
from reltui.read.mojibake import mojibake

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Single-byte and East Asian encodings that texts of this field are met in; a free choice among all of
#: Python's codecs mistakes short Cyrillic texts for Arabic or Hebrew ones.
_LIKELY = [
    "cp1251", "cp1250", "cp1252", "iso8859_2", "iso8859_5", "koi8_r", "koi8_u", "cp866", "cp852",
    "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip


class Undecodable(ValueError):
    """The bytes are no text; the message says why."""


class Decoded(NamedTuple):
    """A text, the codec that gives it again from the bytes, and what is to be said of it."""

    text: str
    encoding: str
    note: str


def decode(data: bytes) -> Decoded:
    """Return the text of a file. Raises `Undecodable` for binary data and empty files."""
    if not data:
        raise Undecodable("the file is empty")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return _noted(data.decode(encoding), encoding, "")
            except UnicodeDecodeError as error:
                raise Undecodable(f"it begins as {encoding} but is not: {error.reason}") from error
    if wide := _wide(data):
        return _noted(data.decode(wide), wide, f"read as {wide}, which it does not say of itself")
    if b"\0" in data:
        raise Undecodable("it is not text (it holds NUL bytes)")
    try:
        return _noted(data.decode("utf-8"), "utf-8", "")
    except UnicodeDecodeError as error:
        return _guess(data, error)


def _wide(data: bytes) -> str:
    """Return the UTF-16 codec of a text that has no mark at its head, or an empty string."""
    head = data[:2048]
    for encoding, zeros, letters in (
        ("utf-16-le", head[1::2], head[::2]),
        ("utf-16-be", head[::2], head[1::2]),
    ):
        # every second byte of spaces and Latin letters is zero, never the other one
        if zeros.count(0) * 16 > len(zeros) and 0 not in letters and len(data) % 2 == 0:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if text.count(" ") * 20 > len(text):  # what is no text has no spaces between words either
                return encoding
    return ""


def _guess(data: bytes, error: UnicodeDecodeError) -> Decoded:
    """Decode bytes that are not UTF-8 throughout: damaged UTF-8, or another encoding."""
    lenient = data.decode("utf-8", errors="replace")
    broken = lenient.count("\ufffd")
    sound = sum(1 for character in lenient if character > "\x7f") - broken
    if sound >= 4 * broken:
        places = "place is" if broken == 1 else "places are"
        note = f"{broken} {places} not UTF-8 (the first at byte {error.start}) and shown as \ufffd"
        return Decoded(lenient, "utf-8", note)
    import charset_normalizer  # costs start-up time, and most files are UTF-8

    matches = charset_normalizer.from_bytes(data, cp_isolation=_LIKELY)
    # it ranks by how orderly a text looks, which neighbours like Latin-2 and Baltic share: words and
    # letters of a language decide between them
    choices = [(encoding, data.decode(encoding)) for match in matches for encoding in [match.encoding]]
    if not choices:
        raise Undecodable("it is neither UTF-8 nor in any encoding that could be told from its bytes")
    encoding, text = max(choices, key=lambda choice: certainty(choice[1]))
    return _noted(text, encoding, f"not UTF-8; read as {encoding}, a guess")


def _noted(text: str, encoding: str, note: str) -> Decoded:
    seen = mojibake(text)
    return Decoded(text, encoding, "; ".join(part for part in (note, seen) if part))
