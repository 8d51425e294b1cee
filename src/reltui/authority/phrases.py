"""Finding phrases of a table in a text: the longest match at every word, in one pass.

A phrase is a run of words and punctuation; where it has a space the text may have any white space (a line
break too), and a straight or a curly apostrophe is the same. Capitals must agree, except that a stretch of
the text in capitals alone also matches ("UNITED STATES", but never "us" for "US"). Serbian phrases are given
in Latin letters and match Serbian Cyrillic as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from typing import Any, Generic, NamedTuple, TypeVar, cast

from reltui.authority.memo import Memo
from reltui.authority.tokens import TOKEN, Token, Tokens, cyrillic, index_at, latin_of, tokens, uncapitalised
from reltui.garbage import NEVER, HeldBack

__all__ = ["Hit", "Phrases", "Token", "Tokens", "index_at", "tokens"]

Payload = TypeVar("Payload")
Start = tuple[str, Any, frozenset[str] | None]
"""The phrase that a word is by itself ("" for none), those that go on after it, and the words with which they do
(None: it is to be read in more than one way)."""


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
        self.fold = fold
        self._names = names
        self._make_more = more
        # phrase → its key, or a list of keys
        self._keys: dict[str, Any] = {}
        # first word → the phrases that go on after it; as a tree (see `_grown`) once the word has been met
        self._longer: dict[str, Any] = {}
        self._made: dict[str, tuple[Payload, ...]] = {}
        self._starts = Memo(self.start)
        self._serbian_starts = Memo(partial(self.start, serbian=True))
        #: A title or a place's name → what `scan` finds in it: the same few stand in a text again and again.
        self.inside = Memo(lambda short: tuple(self.scan(short)))
        with HeldBack(NEVER):  # objects that all stay
            for phrases, key in groups:
                self._add(phrases, key)

    @cached_property
    def _more(self) -> Phrases[Payload] | None:
        return self._make_more() if self._make_more is not None else None

    def __len__(self) -> int:
        return len(self._keys) + (len(self._more) if self._more is not None else 0)

    def at(
        self, row: Sequence[Token], i: int, serbian: bool | None = None
    ) -> tuple[int, str, tuple[Payload, ...]] | None:
        """Return (number of tokens, phrase, payloads) of the longest phrase at token i, or None.

        `serbian`: whether the text may be Serbian; None looks at the row.
        """
        row = Tokens.of(row)
        word = row.texts[i]
        if serbian is None:
            serbian = row.may_be_serbian
        found = self._longest(row, i, row.lows if self.fold else row.texts)
        if serbian and self._names and not word.isascii() and row.latins[i] != word:
            found = _longer(found, self._longest(row, i, row.latin_lows if self.fold else row.latins))
        if (serbian or cyrillic(word)) and self._more is not None:
            found = _longer(found, self._more.at(row, i, serbian))
        if found is None and len(word) > 2 and word.isupper() and not self.fold:
            found = self._longest(row, i, row.headings)
            if found is None and serbian:
                found = self._longest(row, i, row.latin_headings)
        return found

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit[Payload]]:
        """Yield the longest matches in text[start:end] from left to right, not overlapping."""
        return self.scan_tokens(tokens(text, start, end))

    def scan_tokens(
        self, row: Sequence[Token], first: int = 0, last: int | None = None, nested: bool = False
    ) -> Iterator[Hit[Payload]]:
        """Yield as `scan` does, over tokens first to last of a text that was cut before.

        `nested`: yield also what stands inside a longer phrase ("Slovačke" in "Vlade Slovačke").
        """
        row = Tokens.of(row)
        serbian = row.may_be_serbian
        starts = self._serbian_starts if serbian else self._starts
        over, following = first, row.following_lows if self.fold else row.following
        # most words begin no phrase: one look-up each, without a step of Python between them
        for i, start in enumerate(map(starts.__getitem__, row.texts[first:last]), first):
            if start is None or i < over:
                continue
            if start[2] is None or following[i] in start[2]:
                found = self.begun(row, i, start, serbian)
            elif start[0]:
                found = 1, start[0], self._entries(start[0])
            else:
                continue  # no phrase that begins so goes on so
            if found is None or (last is not None and i + found[0] > last):
                continue
            over = i + found[0]
            yield Hit(row.starts[i], row.ends[over - 1], found[1], found[2])
            if nested and found[0] > 1:
                yield from self.scan_tokens(row, i + 1, over, nested)

    def begun(
        self, row: Tokens, i: int, start: Start, serbian: bool
    ) -> tuple[int, str, tuple[Payload, ...]] | None:
        """Return as `at` does; `start` is what begins with the word of token i, as `start` gave it."""
        if start is _SEVERAL:
            return self.at(row, i, serbian)
        if start[1] is None:
            return 1, start[0], self._entries(start[0])
        return self._walked(row, i, row.lows if self.fold else row.texts, start[0], start[1])

    def alone(self, start: Start) -> tuple[Payload, ...]:
        """Return the payloads of a start that is a phrase by itself, else none."""
        return self._entries(start[0]) if start[0] else ()

    def start(self, word: str, serbian: bool = False) -> Start | None:
        """Return what begins with this word of a text: None, as nearly always; `_SEVERAL` where it is to be read
        in more than one way; else the phrase that it is by itself, and those that go on after it."""
        shown = word.lower() if self.fold else word
        phrase, longer = shown if shown in self._keys else "", self._tree(shown)
        found = (phrase, longer, _seconds(longer)) if phrase or longer else None
        if not serbian and word.isascii() and (self.fold or len(word) < 3 or not word.isupper()):
            return found
        other = serbian and self._names and latin_of(word) != word
        heading = not self.fold and len(word) > 2 and word.isupper()
        if other or heading or ((serbian or cyrillic(word)) and self._more is not None):
            return _SEVERAL if self._begins(word, serbian) else None
        return found

    def _begins(self, word: str, serbian: bool) -> bool:
        """Return whether some phrase may begin with this word, however it is read."""
        readings = [word]
        if serbian and not word.isascii():
            readings.append(latin_of(word))
        if not self.fold and word.isupper():
            readings += [uncapitalised(reading) for reading in readings]
        for reading in readings:
            shown = reading.lower() if self.fold else reading
            if shown in self._keys or shown in self._longer:
                return True
        return (serbian or cyrillic(word)) and self._more is not None and self._more._begins(word, serbian)

    def lookup(self, phrase: str) -> tuple[Payload, ...]:
        """Return the payloads of exactly this phrase (Serbian Cyrillic allowed), or none."""
        row = tokens(phrase)
        found = self.at(row, 0) if row else None
        return found[2] if found is not None and found[0] == len(row) else ()

    def _add(self, phrases: list[str], key: Any) -> None:
        keys, longer = self._keys, self._longer
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
            if word in longer:
                longer[word].append(phrase)
            else:
                longer[word] = [phrase]

    def _share(self, phrase: str, key: Any) -> None:
        held = self._keys.get(phrase)
        many = cast("list[Any]", held) if isinstance(held, list) else [] if held is None else [held]
        if key not in many:
            self._keys[phrase] = [*many, key] if many else key

    def _longest(self, row: Tokens, i: int, words: list[str]) -> tuple[int, str, tuple[Payload, ...]] | None:
        """Return (tokens, phrase, payloads) of the longest phrase at i; `words` are the row's, as to be read."""
        word = words[i]
        return self._walked(row, i, words, word if word in self._keys else "", self._tree(word))

    def _walked(
        self, row: Tokens, i: int, words: list[str], phrase: str, branch: dict[str, Any] | None
    ) -> tuple[int, str, tuple[Payload, ...]] | None:
        """Return the same of a word that is this phrase by itself, and goes on with the phrases of that tree."""
        count = 1
        if branch is not None:
            starts, ends = row.starts, row.ends
            for j in range(i + 1, len(words)):
                branch = branch.get(words[j] if starts[j] > ends[j - 1] else _GLUE + words[j])
                if branch is None:
                    break
                whole = branch.get("")
                if whole is not None:
                    phrase, count = whole, j - i + 1
        return (count, phrase, self._entries(phrase)) if phrase else None

    def _tree(self, word: str) -> dict[str, Any] | None:
        """Return the phrases that go on after a word, grown to a tree when they are first asked for."""
        branch = self._longer.get(word)
        if isinstance(branch, list):
            branch = self._longer[word] = _grown(word, cast("list[str]", branch))
        return branch

    def _entries(self, phrase: str) -> tuple[Payload, ...]:
        made = self._made.get(phrase)
        if made is None:
            keys = self._keys[phrase]
            many = cast("list[Any]", keys) if isinstance(keys, list) else [keys]
            made = self._made[phrase] = tuple(self._payload(key) for key in many)
        return made


_SEVERAL: Start = ("", None, None)
_GLUE = "\0"  # before a token with no space before it: "C$5" is not "C $ 5"


def _grown(word: str, phrases: list[str]) -> dict[str, Any]:
    """Return the phrases that begin with a word as a tree by their further words; "" → the phrase that ends there."""
    tree: dict[str, Any] = {}
    for phrase in phrases:
        branch, end = tree, len(word)
        for match in TOKEN.finditer(phrase, end):
            gap = phrase[end : match.start()]
            if gap not in ("", " "):
                break  # no text is read with other space than one between words
            branch = branch.setdefault(match.group() if gap else _GLUE + match.group(), {})
            end = match.end()
        else:
            branch[""] = phrase
    return tree


def _seconds(tree: dict[str, Any] | None) -> frozenset[str]:
    """Return the words with which the phrases of a tree go on."""
    return frozenset(word.removeprefix(_GLUE) for word in tree or () if word)


def _longer(
    one: tuple[int, str, tuple[Payload, ...]] | None, other: tuple[int, str, tuple[Payload, ...]] | None
) -> tuple[int, str, tuple[Payload, ...]] | None:
    """Return the longer find; of two equally long ones the first, with what the other stands for added."""
    if one is None or other is None:
        return one or other
    if one[0] == other[0]:
        return one[0], one[1], tuple(dict.fromkeys([*one[2], *other[2]]))
    return one if one[0] > other[0] else other
