"""Words and signs of a text as names are made of them: handles, initials, possessives, hyphens."""

from __future__ import annotations

import re
from typing import NamedTuple

from reltui.extract.mentions.classes import Phrase

TOKEN = re.compile(
    r"@\w+"  # a handle
    r"|(?:[A-ZА-ЯЁЂЈЉЊЋЏ]\.){2,}(?![\w])"  # U.S., H.S.
    r"|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?"
    r"|[^\W\d_]+(?:[’'ʼ‑\-][^\W\d_]+)*"  # words, with inner apostrophes and hyphens
    r"|[^\w\s]"
)
#: What joins the word before it to the letter behind it.
JOINT = re.compile(r"[’'ʼ‑\-](?=[^\W\d_])")
APOSTROPHES = frozenset(("’", "'"))
_POSSESSIVE = re.compile(r"[’'ʼ][sS]$")
_HYPHEN = re.compile("[-‑]")


class Part(NamedTuple):
    """A word or sign at [start, end) of the text, without a possessive 's; `owner` says it had one."""

    start: int
    end: int
    owner: bool


def parts(text: str, start: int, end: int, phrases: dict[int, Phrase]) -> tuple[list[Part], int]:
    """Return the words and signs that begin at `start`, and where they end; the sentence ends at `end`.

    It is one, but for "F16" (two) and for "Russia-US" where the tables know both halves. A single capital
    letter has its full stop with it: an initial.
    """
    found: list[Part] = []
    while start < end:
        match = TOKEN.match(text, start, end)
        stop = match.end() if match else start + 1  # an underscore is nothing
        if match:
            possessive = _POSSESSIVE.search(text, start, stop) if text[start].isalpha() else None
            if possessive:
                found.append(Part(start, possessive.start(), True))
            else:
                if stop - start == 1 and stop < end and text[stop] == "." and text[start].isupper():
                    stop += 1
                found.append(Part(start, stop, False))
            found[-1:] = _halves(text, found[-1], phrases)
        start = stop
        if start == end or not (_in_word(text[start - 1]) and _in_word(text[start])):
            break
    return found, start


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def owns(text: str, at: int) -> bool:
    """Return whether a word that ends at `at` owns something by the bare apostrophe there: "the Ministers’ talks"."""
    return text[at - 1] in "sS" and text[at : at + 1] in APOSTROPHES and not text[at + 1 : at + 2].isalpha()


def _halves(text: str, part: Part, phrases: dict[int, Phrase]) -> list[Part]:
    """Cut "Russia-US" and "Franco-German" into two where the tables know both halves, else leave it whole."""
    hyphen = _HYPHEN.search(text, part.start, part.end) if part.start in phrases else None
    if hyphen is None:
        return [part]
    left, right = phrases[part.start], phrases.get(hyphen.end())
    if (
        right is None
        or left.end != hyphen.start()
        or right.end < part.end
        or not {left.cls, right.cls} <= set("SAK")
    ):
        return [part]
    return [Part(part.start, hyphen.start(), False), Part(hyphen.end(), part.end, part.owner)]
