"""The words of speech: verbs of saying from the authority tables, small words from `data/statements`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress
from typing import NamedTuple
from weakref import WeakKeyDictionary

from reltui.authority import Tables
from reltui.authority.memo import Memo
from reltui.authority.phrases import Tokens
from reltui.authority.slavic import latin
from reltui.authority.table import Layout, Table
from reltui.authority.triggers import SpeechVerb

USES = frozenset(
    [
        "connector",
        "he",
        "she",
        "govern",
        "block",
        "skip",
        "plain",
        "anaphor",
        "head",
        "by",
        "first",
        "question",
        "answer",
        "letter",
        "the",
        "own",
        "nobody",
        "his",
        "as",
    ]
)
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_FEW = 3  # words of a sentence that are looked at one by one
_APOSTROPHES = ("'", "’")
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")


class Verb(NamedTuple):
    """A verb of saying at [start, end) of the text; `word`, `last` are its outer words in lower case."""

    start: int
    end: int
    word: str
    row: SpeechVerb
    last: str


class SmallWords(NamedTuple):
    """The forms of one use in one language."""

    use: str
    language: str
    forms: tuple[str, ...]


class Lexicon:
    """Finds verbs of saying in one pass over a text, and answers what a small word is for."""

    def __init__(self, tables: Tables) -> None:
        # (use, language) → whole words, beginnings of words; the language "" stands for any
        self._words: dict[tuple[str, str], set[str]] = {}
        self._stems: dict[tuple[str, str], tuple[str, ...]] = {}
        for row in Table(_LAYOUT, tables.folders):
            for language in (row.language, ""):
                key = (row.use, language)
                whole = {form for form in row.forms if not form.endswith("*")}
                self._words.setdefault(key, set()).update(whole)
                stems = tuple(form[:-1] for form in row.forms if form.endswith("*"))
                self._stems[key] = self._stems.get(key, ()) + stems
        # first word → (the words behind it, the row), the longest first
        self._verbs: dict[str, list[tuple[tuple[str, ...], SpeechVerb]]] = {}
        for verb in tables.speech_verbs:
            if verb.pattern == "noun" or (verb.pattern == "clause" and verb.strength < 2):
                continue  # "statement by", "in an interview with" say of themselves nothing of who speaks
            for form in verb.forms:
                words = tuple(form.lower().split())
                if words:
                    self._verbs.setdefault(words[0], []).append((words[1:], verb))
        self._heads = frozenset(
            form for head in self._verbs for form in (head, head.capitalize(), head.upper())
        )
        self._may_tell = Memo(self._holds_head)
        #: (use, word, language="") → whether a word (any case, either Serbian alphabet) has that use in that
        #: language or any. The same words are asked for again and again.
        self.has = lru_cache(maxsize=1 << 15)(self._has)
        for readings in self._verbs.values():
            readings.sort(key=lambda reading: (-len(reading[0]), -reading[1].strength))

    def _has(self, use: str, word: str, language: str = "") -> bool:
        key = (use, language)
        words = self._words.get(key)
        if words is None:
            return False
        low = word.lower()
        if low in words:
            return True
        plain = low if low.isascii() else latin(low)
        stems = self._stems[key]
        return (plain is not low and plain in words) or (bool(stems) and plain.startswith(stems))

    def stretches(self, text: str, words: Tokens) -> list[tuple[int, int]]:
        """Return where among the words of a sentence a verb of saying may begin: for `verbs`, in order."""
        texts, starts, ends = words.texts, words.starts, words.ends
        places = list(compress(range(len(texts)), map(self._may_tell.__getitem__, texts)))
        if not places:
            return []
        if len(places) > _FEW or not all(
            texts[i].isalpha() and text[starts[i] - 1 : starts[i]] not in _APOSTROPHES for i in places
        ):
            return [(starts[0], ends[-1])]
        return [(starts[i], _whole_end(words, i)) for i in places]

    def _holds_head(self, token: str) -> bool:
        return any(word in self._heads or not word.isascii() for word in WORD.findall(token))

    def verbs(
        self, text: str, start: int, end: int, within: Sequence[tuple[int, int]] | None = None
    ) -> list[Verb]:
        """Return the verbs of saying in text[start:end] in order, the longest reading of each.

        `within` are the only stretches in which one begins, where that is known.
        """
        found: list[Verb] = []
        get, heads = self._verbs.get, self._heads
        last = start
        spans = [(start, end)] if within is None else within
        words = (match for span in spans for match in WORD.finditer(text, *span))
        if _CYRILLIC.search(text, start, end) is None:
            matches = [match for match in words if match.group() in heads]
        else:
            matches = [match for match in words if match.group() in heads or not match.group().isascii()]
        for match in matches:
            low = match.group().lower()
            readings = get(low) or (None if low.isascii() else get(latin(low)))
            if readings is None or match.start() < last:
                continue
            if match.group()[0].isupper() and not _begins(text, match):
                continue
            verb = self._longest(text, match, end, low, readings)
            if verb is not None:
                found.append(verb)
                last = verb.end
        return found

    def _longest(
        self,
        text: str,
        first: re.Match[str],
        end: int,
        head: str,
        readings: list[tuple[tuple[str, ...], SpeechVerb]],
    ) -> Verb | None:
        for rest, row in readings:
            if not rest:
                return Verb(first.start(), first.end(), head, row, head)
            stop = first.end()
            for wanted in rest:
                word = WORD.search(text, stop, min(end, stop + len(wanted) + 4))
                if word is None or text[stop : word.start()].strip():
                    break
                low = word.group().lower()
                if low != wanted and (low.isascii() or latin(low) != wanted):
                    break
                stop = word.end()
            else:
                return Verb(first.start(), stop, head, row, rest[-1])
        return None


def _whole_end(words: Tokens, i: int) -> int:
    """Return where a word ends that may go on over an apostrophe ("said's"), as `WORD` takes it."""
    starts, ends = words.starts, words.ends
    if words.texts[i + 1 : i + 2] != ["'"] or i + 2 >= len(starts):
        return ends[i]
    return ends[i + 2] if starts[i + 1] == ends[i] and starts[i + 2] == ends[i + 1] else ends[i]


def _begins(text: str, word: re.Match[str]) -> bool:
    """Return whether a word may owe its capital to the beginning of a sentence ("United States" does not)."""
    lead = text[max(0, word.start() - 8) : word.start()].rstrip(" \u00a0")
    return not lead or not (lead[-1].isalnum() or lead[-1] in ",-’'")


def _small_words(cells: list[str]) -> SmallWords:
    if cells[0] not in USES:
        raise ValueError(f"use '{cells[0]}' is not one of {', '.join(sorted(USES))}.")
    return SmallWords(cells[0], cells[1], tuple(form.lower() for form in cells[2].split("|") if form))


_LAYOUT = Layout("statements/words.tsv", ("use", "language", "forms"), _small_words, (0, 1))
_known: WeakKeyDictionary[Tables, Lexicon] = WeakKeyDictionary()


def lexicon_of(tables: Tables) -> Lexicon:
    """Return the words of speech of these tables; made once for each."""
    found = _known.get(tables)
    if found is None:
        found = _known[tables] = Lexicon(tables)
    return found
