"""Make any text harmless: for the screen, for the terminal of the command line, for the clipboard.

Text of sources, file names and queries is data. It must not move the cursor, set a link, change the
title, turn the direction of what stands around it, hide letters or end a paste. What acts on a
terminal is replaced by something one can see (ESC by `␛`), what is invisible is taken out. Letters of
every script, combining marks and emoji made of several code points come through as they are.

Rich and Textual markup is another matter: nothing here is ever parsed as markup to begin with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

REPLACEMENT = "\ufffd"
"""Stands where something was that must not be shown, if it cannot be taken out."""

_BREAKS = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"  # what str.splitlines() and terminals break or move at
_LINE_END = re.compile("\r\n|[\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029]")
_GAPS = re.compile(f"[{_BREAKS}]+")

# Letters and marks that take room or none and show nothing; str.isprintable() lets them pass.
_FILLERS = "\u034f\u17b4\u17b5\u180b-\u180f\u3164\uffa0"
_SELECTOR = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_STACKED = "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_TALLEST = (
    8  # marks on one letter; the tallest in honest use (Vietnamese, IPA, old Church Slavonic) have four
)
_SPECIAL = re.compile(f"[{_FILLERS}{_SELECTOR}{_STACKED}]")  # one class is looked for much faster than three
_ODD = re.compile(f"[{_FILLERS}]|[{_SELECTOR}]{{2}}|[{_STACKED}]{{{_TALLEST + 1}}}")
_TOO_TALL = re.compile(f"(?<=[{_STACKED}]{{{_TALLEST}}})[{_STACKED}]+")

# Characters that belong to the ones before or after them: right in their place, a trick elsewhere.
_JOINERS = "\u200c\u200d"
_MARKS = "\u200e\u200f\u061c"
_TAGS = "\U000e0020-\U000e007f"
_BOUND = re.compile(f"[{_JOINERS}{_MARKS}{_SELECTOR}{_TAGS}]+")
_BLACK_FLAG = "\U0001f3f4"
_NEAR = 16  # how far from a letter of a right-to-left script a direction mark may stand

# Format characters one can see (Arabic and Kaithi number signs and the like).
_VISIBLE_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)


def safe(text: str, newlines: bool = False) -> str:
    """Return the text without anything that could act on a terminal, a screen or a paste.

    With `newlines` the ends of lines are kept, each as one "\\n"; without, runs of line ends and tabs
    become one space. The result may be shorter: see `safe_same_length` where offsets must hold.
    """
    if _harmless(text):
        return text
    plain = _LINE_END.sub("\n", text).replace("\t", "    ") if newlines else _GAPS.sub(" ", text)
    shown = plain.translate(_SHORTER)
    return _TOO_TALL.sub("", _BOUND.sub(_keep_bound(""), shown))


def safe_same_length(text: str, newlines: bool = False) -> str:
    """Return the text made safe, one code point for each code point of the original.

    So offsets into the original hold in what is shown. What `safe` takes out stands here as U+FFFD
    or, where it is common in honest text, as a calm sign: a soft hyphen is "‧", a zero-width space is
    a space. With `newlines` each "\\n" is kept; every other line end is a space.
    """
    if _harmless(text):
        return text
    shown = text.translate(_SAME_WITH_LINES if newlines else _SAME)
    shown = _BOUND.sub(_keep_bound(REPLACEMENT), shown)
    return _TOO_TALL.sub(lambda match: REPLACEMENT * len(match[0]), shown)


def _harmless(text: str) -> bool:
    """Whether a text is safe as it stands, as nearly all are: told fast, since every line shown asks."""
    return text.isprintable() and (text.isascii() or not (_SPECIAL.search(text) and _ODD.search(text)))


class _Table(dict[int, str]):
    """A table for `str.translate` that works out each code point the first time it meets it."""

    def __init__(self, hidden: str, known: dict[str, str]) -> None:
        super().__init__({ord(char): to for char, to in known.items()})
        self._hidden = hidden

    def __missing__(self, code: int) -> str:
        self[code] = shown = _shown(chr(code), self._hidden)
        return shown


def _shown(char: str, hidden: str) -> str:
    """Return what stands for one character by itself; `hidden` is for what shows nothing."""
    code, kind = ord(char), unicodedata.category(char)
    if _BOUND.match(char):
        return char  # decided by its neighbours, afterwards
    if kind == "Cc":
        return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else REPLACEMENT
    if kind == "Cf":
        return char if char in _VISIBLE_FORMATS else hidden
    if kind == "Cs" or (kind == "Cn" and not _reserved_for_later(code)):
        return REPLACEMENT
    return hidden if _ODD.match(char) else char


def _reserved_for_later(code: int) -> bool:
    """Whether a code point that this Python does not know yet can only be an emoji or a Han character."""
    last = code & 0xFFFF
    return 0x1F000 <= code <= 0x1FAFF or (0x20000 <= code <= 0x3FFFF and last < 0xFFFE)


def _keep_bound(instead: str) -> Callable[[re.Match[str]], str]:
    """Return what goes through a run of joiners, marks, selectors and tags and keeps those in place."""

    def keep(match: re.Match[str]) -> str:
        text, start = match.string, match.start()
        before = text[start - 1] if start else ""
        kept: list[str] = []
        for at, char in enumerate(match[0], start):
            right = _belongs(char, before, text, at)
            kept.append(char if right else instead)
            before = char if right else (instead or before)
        return "".join(kept)

    return keep


def _belongs(char: str, before: str, text: str, at: int) -> bool:
    """Whether a bound character, text[at], is in its place after `before`."""
    if char in _MARKS:
        around = text[max(0, at - _NEAR) : at + _NEAR + 1]
        return before not in _MARKS and any(_right_to_left(c) for c in around)
    if not before or before == REPLACEMENT or before in _MARKS or before in _JOINERS:
        return False
    if char in _JOINERS:
        return _joins(before)
    if 0xE0020 <= ord(char) <= 0xE007F:
        return before == _BLACK_FLAG or 0xE0020 <= ord(before) < 0xE007F
    # a variation selector: one after what it varies
    return unicodedata.category(before) not in {"Mn", "Zs", "Cc"}


def _right_to_left(char: str) -> bool:
    return char.isalpha() and unicodedata.bidirectional(char) in {"R", "AL"}


def _joins(char: str) -> bool:
    """Whether a zero-width joiner may follow: after emoji and letters of scripts that use it."""
    code = ord(char)
    return (
        0x0590 <= code < 0x1D00  # Hebrew, Arabic, Syriac, the scripts of India and South-East Asia, Mongolian
        or 0xA800 <= code < 0xAC00
        or 0xFB50 <= code <= 0xFEFC
        or 0x11000 <= code < 0x12000
        or 0x1F000 <= code <= 0x1FAFF
        or code == 0xFE0F
        or unicodedata.category(char) == "So"
    )


_SPACES = dict.fromkeys(_BREAKS, " ")
_SHORTER = _Table("", {"\n": "\n"})
_SAME = _Table(REPLACEMENT, {**_SPACES, "\u00ad": "‧", "\u200b": " "})
_SAME_WITH_LINES = _Table(REPLACEMENT, {**_SPACES, "\u00ad": "‧", "\u200b": " ", "\n": "\n"})
