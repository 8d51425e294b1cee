"""Finding phrases of a table in a text: the longest match at every word, in one pass.

A phrase is a run of words and punctuation; where it has a space the text may have any white space (a line
break too), and a straight or a curly apostrophe is the same. Capitals must agree, except that a stretch of
the text in capitals alone also matches ("UNITED STATES", but never "us" for "US"). Serbian phrases are given
in Latin letters and match Serbian Cyrillic as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar, cast

from reltui.authority.table import unhurried_gc
from reltui.authority.tokens import (
    TOKEN,
    Token,
    Tokens,
    as_in_a_heading,
    as_in_a_serbian_heading,
    as_it_stands,
    cyrillic,
    in_latin,
    index_at,
    tokens,
)
from reltui.authority.tokens import serbian as is_serbian

__all__ = ["Hit", "Phrases", "Token", "Tokens", "index_at", "tokens"]

Payload = TypeVar("Payload")


class Hit(NamedTuple, Generic[Payload]):
    """A phrase found at [start, end) of the text; `entries` are the payloads of all that are so named."""

    start: int
    end: int
    phrase: str
    entries: tuple[Payload, ...]


class Phrases(Generic[Payload]):
    """A set of phrases with payloads.

    `groups` gives (phrases, key); `payload` makes a payload of a key when it is first met. `fold=True`
    ignores capitals altogether (verbs, titles, units); its phrases are given in small letters. `names=True`:
    the phrases are proper names, which Serbian Cyrillic may spell too ("Марко Ђурић" for "Marko Đurić").
    `more` makes further phrases, Cyrillic ones and Serbian ones in Latin letters; it is called when the first
    text comes that needs them.
    """

    def __init__(
        self,
        groups: Iterable[tuple[list[str], Any]],
        payload: Callable[[Any], Payload],
        *,
        fold: bool = False,
        names: bool = True,
        more: Callable[[], Phrases[Payload]] | None = None,
    ) -> None:
        self._payload = payload
        self._fold = fold
        self._names = names
        self._make_more = more
        # phrase → its key, or a list of keys; first word → length of the longest phrase that goes on after it
        self._keys: dict[str, Any] = {}
        self._reach: dict[str, int] = {}
        self._made: dict[str, tuple[Payload, ...]] = {}
        with unhurried_gc():
            for phrases, key in groups:
                self._add(phrases, key)

    @cached_property
    def _more(self) -> Phrases[Payload] | None:
        return self._make_more() if self._make_more is not None else None

    def __len__(self) -> int:
        return len(self._keys) + (len(self._more) if self._more is not None else 0)

    def at(
        self, row: list[Token], i: int, serbian: bool | None = None
    ) -> tuple[int, str, tuple[Payload, ...]] | None:
        """Return (number of tokens, phrase, payloads) of the longest phrase at token i, or None.

        `serbian`: whether the text may be Serbian; None looks at the row.
        """
        token = row[i]
        if serbian is None:
            serbian = is_serbian(row)
        found = self._longest(row, i, as_it_stands)
        if serbian and self._names and token.latin is not token.text:
            found = _longer(found, self._longest(row, i, in_latin))
        if (serbian or cyrillic(token)) and self._more is not None:
            found = _longer(found, self._more.at(row, i, serbian))
        if found is None and len(token.text) > 2 and token.text.isupper() and not self._fold:
            found = self._longest(row, i, as_in_a_heading)
            if found is None and serbian:
                found = self._longest(row, i, as_in_a_serbian_heading)
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
        serbian = is_serbian(row)
        keys, reach, fold = self._keys, self._reach, self._fold
        while i < stop:
            token = row[i]
            word = token.text.lower() if fold else token.text
            if word not in keys and word not in reach and (fold or not word.isupper()):
                # most words begin no phrase, and most texts are neither Serbian nor Cyrillic
                if not serbian and (word.isascii() or not cyrillic(token)):
                    i += 1
                    continue
                if not self._begins(token, serbian):
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

    def _begins(self, token: Token, serbian: bool) -> bool:
        """Return whether some phrase may begin with this token: most words are turned away here."""
        word = token.text
        if self._fold:
            word = word.lower()
        elif word.isupper():
            return True
        if word in self._keys or word in self._reach:
            return True
        if serbian and token.latin is not token.text:
            word = token.latin.lower() if self._fold else token.latin
            if word in self._keys or word in self._reach:
                return True
        return (serbian or cyrillic(token)) and self._more is not None and self._more._begins(token, serbian)

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

    def _longest(
        self, row: list[Token], i: int, spell: Callable[[Token], str]
    ) -> tuple[int, str, tuple[Payload, ...]] | None:
        """Return (tokens, phrase, payloads) of the longest phrase at i, its words read as `spell` gives them."""
        word = self._word(row[i], spell)
        best = (1, word) if word in self._keys else None
        reach = self._reach.get(word)
        if reach is not None:
            joined, end = word, row[i].end
            for j in range(i + 1, len(row)):
                token = row[j]
                part = self._word(token, spell)
                joined = f"{joined} {part}" if token.start > end else joined + part
                if len(joined) > reach:
                    break
                end = token.end
                if joined in self._keys:
                    best = (j - i + 1, joined)
        return None if best is None else (best[0], best[1], self._entries(best[1]))

    def _word(self, token: Token, spell: Callable[[Token], str]) -> str:
        return spell(token).lower() if self._fold else spell(token)

    def _entries(self, phrase: str) -> tuple[Payload, ...]:
        made = self._made.get(phrase)
        if made is None:
            keys = self._keys[phrase]
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
