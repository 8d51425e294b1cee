"""Finding phrases of a table in a text: the longest match at every word, in one pass.

A phrase is a run of words and punctuation; where it has a space the text may have any white space (a line
break too), and a straight or a curly apostrophe is the same. Capitals must agree, except that a stretch of
the text in capitals alone also matches ("UNITED STATES", but never "us" for "US"). Serbian phrases are given
in Latin letters and match Serbian Cyrillic as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, NamedTuple, TypeVar, cast

from reltui.authority.slavic import latin, may_be_serbian
from reltui.authority.table import unhurried_gc

Payload = TypeVar("Payload")
Found = tuple[int, str, Any]

TOKEN = re.compile(r"\w+|[^\w\s]")


class Token(NamedTuple):
    """A word or a sign of punctuation at [start, end) of the text; `latin` is it in Serbian Latin letters."""

    text: str
    start: int
    end: int
    latin: str


class Hit(NamedTuple, Generic[Payload]):
    """A phrase found at [start, end) of the text; `entries` are the payloads of all that are so named."""

    start: int
    end: int
    phrase: str
    entries: tuple[Payload, ...]


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of text[start:end] with their offsets in the whole text."""
    found: list[Token] = []
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        if word == "’":
            word = "'"
        found.append(Token(word, match.start(), match.end(), word if word.isascii() else latin(word)))
    return found


class Phrases(Generic[Payload]):
    """A set of phrases with payloads.

    `groups` gives (phrases, key); `payload` makes a payload of a key when it is first met. `fold=True`
    ignores capitals altogether (verbs, titles, units); its phrases are given in small letters. `serbian`:
    more phrases, in Latin letters, for texts that may be Serbian in either alphabet. `names=True`: the
    phrases are proper names, which Serbian Cyrillic may spell too ("Марко Ђурић" for "Marko Đurić").
    """

    def __init__(
        self,
        groups: Iterable[tuple[list[str], Any]],
        payload: Callable[[Any], Payload],
        *,
        fold: bool = False,
        names: bool = True,
        serbian: Phrases[Payload] | None = None,
    ) -> None:
        self._payload = payload
        self._fold = fold
        self._names = names
        # phrase → its key, or a list of keys; first word → length of the longest phrase that goes on after it
        self._keys: dict[str, Any] = {}
        self._reach: dict[str, int] = {}
        self._made: dict[str, tuple[Payload, ...]] = {}
        self._folded: Phrases[str] | None = None
        self._serbian = serbian
        with unhurried_gc():
            for phrases, key in groups:
                self._add(phrases, key)

    def __len__(self) -> int:
        return len(self._keys) + (len(self._serbian) if self._serbian is not None else 0)

    def at(
        self, row: list[Token], i: int, serbian: bool | None = None
    ) -> tuple[int, str, tuple[Payload, ...]] | None:
        """Return (number of tokens, phrase, payloads) of the longest phrase at token i, or None.

        `serbian`: whether the text may be Serbian; None looks at the row.
        """
        token = row[i]
        found = self._made_of(self._longest(row, i, False))
        if self._names and token.latin is not token.text:
            found = _longer(found, self._made_of(self._longest(row, i, True)))
        if self._serbian is not None:
            if serbian is None:
                serbian = may_be_serbian([t.text for t in row])
            if serbian:
                found = _longer(found, self._serbian.at(row, i))
        if found is None and token.text.isupper() and not self._fold:
            return self._in_capitals(row, i)
        return found

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit[Payload]]:
        """Yield the longest matches in text[start:end] from left to right, not overlapping."""
        return self.scan_tokens(tokens(text, start, end))

    def scan_tokens(
        self, row: list[Token], first: int = 0, last: int | None = None, nested: bool = False
    ) -> Iterator[Hit[Payload]]:
        """Yield as `scan` does, over tokens first to last of a text that was cut before.

        `nested`: yield also what stands inside a longer phrase ("Slovačke" in "Vlade Slovačke").
        """
        i, stop = first, len(row) if last is None else last
        keys, reach, fold = self._keys, self._reach, self._fold
        more = self._serbian
        serbian = more is not None and may_be_serbian([t.text for t in row])
        while i < stop:
            token = row[i]
            word = token.text.lower() if fold else token.text
            # most words begin no phrase: turn them away without a call
            known = word in keys or word in reach or (not fold and word.isupper())
            if not known and serbian and more is not None:
                known = more.begins(token)
            if not known and not (self._names and token.latin is not token.text):
                i += 1
                continue
            found = self.at(row, i, serbian)
            if found is None or i + found[0] > stop:
                i += 1
                continue
            count, phrase, payloads = found
            yield Hit(row[i].start, row[i + count - 1].end, phrase, payloads)
            if nested and count > 1:
                yield from self.scan_tokens(row, i + 1, i + count, nested)
            i += count

    def begins(self, token: Token) -> bool:
        """Return whether some phrase may begin with this token, in the text's letters or in Latin ones."""
        for word in {token.text, token.latin}:
            if self._fold:
                word = word.lower()
            if word in self._keys or word in self._reach or word.isupper():
                return True
        return False

    def lookup(self, phrase: str) -> tuple[Payload, ...]:
        """Return the payloads of exactly this phrase (Serbian Cyrillic allowed), or none."""
        row = tokens(phrase)
        found = self.at(row, 0) if row else None
        return found[2] if found is not None and found[0] == len(row) else ()

    def _add(self, phrases: list[str], key: Any) -> None:
        keys, reach = self._keys, self._reach
        if keys.keys().isdisjoint(phrases):  # nearly always, and far quicker than one by one
            keys.update(dict.fromkeys(phrases, key))
        else:
            for phrase in phrases:
                self._share(phrase, key)
        for phrase in phrases:
            if phrase.isalnum() or not phrase:
                continue
            word = phrase.partition(" ")[0]
            if not word.isalnum():
                match = TOKEN.match(phrase)
                word = match.group() if match else phrase
            if len(phrase) > reach.get(word, 0):
                reach[word] = len(phrase)

    def _share(self, phrase: str, key: Any) -> None:
        held = self._keys.get(phrase)
        many = cast("list[Any]", held) if isinstance(held, list) else [] if held is None else [held]
        if key not in many:
            self._keys[phrase] = [*many, key] if many else key

    def _longest(self, row: list[Token], i: int, latin_form: bool) -> Found | None:
        """Return (tokens, phrase, keys) of the longest phrase at i, in the text or in its Latin form."""
        word = self._word(row[i], latin_form)
        keys = self._keys.get(word)
        best = None if keys is None else (1, word, keys)
        reach = self._reach.get(word)
        if reach is None:
            return best
        joined, end = word, row[i].end
        for j in range(i + 1, len(row)):
            token = row[j]
            part = self._word(token, latin_form)
            joined = f"{joined} {part}" if token.start > end else joined + part
            if len(joined) > reach:
                break
            end = token.end
            keys = self._keys.get(joined)
            if keys is not None:
                best = (j - i + 1, joined, keys)
        return best

    def _word(self, token: Token, latin_form: bool) -> str:
        word = token.latin if latin_form else token.text
        return word.lower() if self._fold else word

    def _in_capitals(self, row: list[Token], i: int) -> tuple[int, str, tuple[Payload, ...]] | None:
        """Return what a stretch written all in capitals stands for, as `at` does."""
        if len(row[i].text) < 3:
            return None
        if self._folded is None:
            self._folded = Phrases((([p.lower()], p) for p in self._keys), str, fold=True)
        count = 1
        while i + count < len(row) and not row[i + count].text.islower():
            count += 1
        found = self._folded.at(row[i : i + count], 0)
        if found is None or any(t.text.isalpha() and not t.text.isupper() for t in row[i : i + found[0]]):
            return None
        entries = [e for phrase in found[2] for e in self._entries(phrase, self._keys[phrase])]
        return found[0], found[2][0], tuple(dict.fromkeys(entries))

    def _made_of(self, found: Found | None) -> tuple[int, str, tuple[Payload, ...]] | None:
        return None if found is None else (found[0], found[1], self._entries(found[1], found[2]))

    def _entries(self, phrase: str, keys: Any) -> tuple[Payload, ...]:
        made = self._made.get(phrase)
        if made is None:
            many = cast("list[Any]", keys) if isinstance(keys, list) else [keys]
            made = self._made[phrase] = tuple(self._payload(key) for key in many)
        return made


def _longer(
    one: tuple[int, str, tuple[Payload, ...]] | None, other: tuple[int, str, tuple[Payload, ...]] | None
) -> tuple[int, str, tuple[Payload, ...]] | None:
    """Return the longer find; of two equally long ones the first, with what the other stands for added."""
    if one is None or other is None:
        return one or other
    if one[0] == other[0]:
        return one[0], one[1], tuple(dict.fromkeys([*one[2], *other[2]]))
    return one if one[0] > other[0] else other


def index_at(row: list[Token], offset: int) -> int:
    """Return the index of the first token that starts at the offset or after it."""
    return bisect_left(row, offset, key=lambda t: t.start)
