"""What a word is: the same cut for the query, the index and the highlighting.

A word is a run of letters, digits and the marks that sit on them. Chinese and Japanese, written
without spaces, are cut into single characters, so that any part of a word is found as a phrase.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice

# `\w` leaves out combining marks: accents written apart, vowel signs, points, joiners, soft hyphens.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0900-\u0963\u0966-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200c\u200d"
)
_CJK = (
    "\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
_CJK_SIGNS = _CJK.replace("-", "")
_CJK_RANGES = [(_CJK[at - 1], _CJK[at + 1]) for at, sign in enumerate(_CJK) if sign == "-"]

# Latin and Cyrillic letters before a plain sign: said by the pattern for all words too, but twice as fast.
_PLAIN = r"[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0400-\u0481\u048a-\u052f]++(?=[\x00-\x7f]|\Z)"


@cache
def _word() -> re.Pattern[str]:  # compiled when it is first needed, which the first screen does not
    return re.compile(rf"{_PLAIN}|[{_CJK}]|[^\W_{_CJK}][^\W_{_CJK}]*(?:[{_MARKS}]+[^\W_{_CJK}]*)*")


# The same for texts without any other signs: such a pattern is compiled in no time, and most queries are such.
_ASCII = re.compile("[A-Za-z0-9]+")

LONGEST = 64
"""Letters of a word that count; nothing in any language needs more, and nobody's time is for it."""


def tokens(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the spans (start, end) of the words in text[start:end], in order."""
    stop = len(text) if end is None else end
    return [match.span() for match in _pattern(text).finditer(text, start, stop)]


def _pattern(text: str) -> re.Pattern[str]:
    return _ASCII if text.isascii() else _word()


def words(text: str, most: int | None = None) -> list[str]:
    """Return the words of a text as they stand there, at most so many."""
    if most is None:
        return _pattern(text).findall(text)
    return [match.group() for match in islice(_pattern(text).finditer(text), most)]


def is_name_like(word: str) -> bool:
    """Whether a word may be a name by itself: it begins with a capital, or its script has none.

    Only such words (and @handles) are compared by sound. Sound keys for all words would join one common
    English word in twenty to another.
    """
    first = word[0]
    if first.isdigit() or is_cjk(word):
        return False
    return first.isupper() or first.istitle() or (first.isalpha() and not first.islower())


def is_cjk(word: str) -> bool:
    """Whether a word is one Chinese or Japanese character."""
    if len(word) != 1 or word < _CJK[0]:
        return False
    # the signs by themselves, and those between which all are
    return word in _CJK_SIGNS or any(a <= word <= b for a, b in _CJK_RANGES)


@lru_cache(maxsize=1 << 15)
def folded(word: str) -> str:
    """Return one word as lower-case ASCII letters and digits, one plain reading; "" for what has none.

    Chinese and Japanese characters stay as they are: their readings would join thousands of them.
    """
    if word.isascii() and word.isalnum():
        return word[:LONGEST].lower()
    if is_cjk(word):
        return word
    from reltui.names import fold

    return "".join(re.findall("[0-9a-z]+", fold(word[:LONGEST].replace("\u00ad", "")).lower()))


@lru_cache(maxsize=1 << 15)
def sounds(word: str) -> tuple[str, ...]:
    """Return the sound keys of one word: all that its spelling may stand for, the likeliest first."""
    from reltui.names import keys

    if not word[:1].isalpha() or is_cjk(word):
        return ()
    return tuple(dict.fromkeys(key for key in keys(word[:LONGEST]) if key))


@lru_cache(maxsize=1 << 12)
def sound_beginnings(word: str) -> tuple[str, ...]:
    """Return with what the sound keys of every word that begins so may begin."""
    from reltui.names import prefix_keys

    if not word[:1].isalpha() or is_cjk(word):
        return ()
    return tuple(dict.fromkeys(key for key in prefix_keys(word[:LONGEST]) if key))
