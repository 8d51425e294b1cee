"""Bytes to text: UTF-8 first, then what detection says; what was guessed or looks damaged is noted.

`File.encoding` names the codec with which the file's bytes decode to the text that offsets refer to.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

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
    "cp1251", "cp1250", "cp1252", "iso8859_2", "iso8859_5", "koi8_r", "koi8_u", "cp866", "cp852", "mac_cyrillic",
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
    if b"\0" in data:
        raise Undecodable("it is not text (it holds NUL bytes)")
    try:
        return _noted(data.decode("utf-8"), "utf-8", "")
    except UnicodeDecodeError as error:
        return _guess(data, error)


def _guess(data: bytes, error: UnicodeDecodeError) -> Decoded:
    """Decode bytes that are not UTF-8 throughout: damaged UTF-8, or another encoding."""
    lenient = data.decode("utf-8", errors="replace")
    broken = lenient.count("\ufffd")
    sound = sum(1 for character in lenient if character > "\x7f") - broken
    if sound >= 4 * broken:
        places = "place is" if broken == 1 else "places are"
        note = f"{broken} {places} not UTF-8 (the first at byte {error.start}) and shown as \ufffd"
        return _noted(lenient, "utf-8", note)
    import charset_normalizer  # costs start-up time, and most files are UTF-8

    best = charset_normalizer.from_bytes(data, cp_isolation=_LIKELY).best()
    if best is None:
        raise Undecodable("it is neither UTF-8 nor in any encoding that could be told from its bytes")
    return _noted(data.decode(best.encoding), best.encoding, f"not UTF-8; read as {best.encoding}, a guess")


def _noted(text: str, encoding: str, note: str) -> Decoded:
    seen = mojibake(text)
    return Decoded(text, encoding, "; ".join(part for part in (note, seen) if part))
