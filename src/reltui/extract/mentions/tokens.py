"""Words of a text with what their shape tells: capitals, initials, handles, possessives."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(
    r"@\w+"  # a handle
    r"|(?:[A-ZА-ЯЁЂЈЉЊЋЏ]\.){2,}(?![\w])"  # U.S., H.S.
    r"|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?"
    r"|[^\W\d_]+(?:[’'ʼ‑\-][^\W\d_]+)*"  # words, with inner apostrophes and hyphens
    r"|[^\w\s]"
)
_APOSTROPHES = ("’", "'")
_POSSESSIVE = re.compile(r"[’'ʼ][sS]$")


class Token(NamedTuple):
    """One word or sign: [start, end) in the text, without a possessive 's (`owner` says it had one)."""

    start: int
    end: int
    text: str
    capital: bool = False
    upper: bool = False  # all capitals, two letters or more
    initial: bool = False  # one capital letter with its full stop
    word: bool = False
    owner: bool = False
    handle: bool = False
    sentence_start: bool = False

    @property
    def low(self) -> str:
        """The word in lower case, typographic apostrophes and hyphens made plain."""
        if self.text.isascii():
            return self.text.lower()
        return self.text.casefold().replace("’", "'").replace("ʼ", "'").replace("‑", "-")


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of text[start:end], a sentence.

    A single capital letter and the full stop behind it are one token, an initial; "Serbia’s" yields
    the token "Serbia" that owns something.
    """
    tokens: list[Token] = []
    first = True
    skip = start
    for match in _WORD.finditer(text, start, end):
        begin, stop = match.span()
        if begin < skip:
            continue
        word = match.group()
        lead = word[0]
        if not lead.isalpha():
            if lead == "@":
                tokens.append(Token(begin, stop, word, word=True, handle=True))
                first = False
            else:
                tokens.append(Token(begin, stop, word))
            continue
        owner = False
        if ("’" in word or "'" in word or "ʼ" in word) and (possessive := _POSSESSIVE.search(word)):
            stop = begin + possessive.start()
            word = text[begin:stop]
            owner = True
        elif (
            word[-1] in "sS"
            and text[stop : stop + 1] in _APOSTROPHES
            and not text[stop + 1 : stop + 2].isalpha()
        ):
            owner = True  # "the Ministers’ talks"
        capital = lead.isupper()
        initial = capital and word[-1] == "." and len(word) > 2
        if capital and len(word) == 1 and stop < end and text[stop] == ".":
            stop += 1
            skip = stop
            word = text[begin:stop]
            initial = True
        upper = capital and len(word) > 1 and word.isupper() and word.isalpha()
        tokens.append(Token(begin, stop, word, capital, upper, initial, True, owner, False, first))
        first = False
    return tokens
