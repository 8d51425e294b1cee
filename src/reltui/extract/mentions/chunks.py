"""A sentence as a row of chunks, each with a class letter, so that names and titles are regular expressions.

T office   t office that is also a common word   M modifier ("deputy")   P portfolio ("foreign affairs")
H honorific   S state   A adjective of a state   K capital or seat of a state   L place   l place, also a word
O organisation   W word that heads organisations' names   Z known person   @ handle
G given name   g given name, also a word   N capitalised word   n the same at a sentence's start
U all capitals   I initial   p particle ("von")   f of, for, the   i in, at, to, on, by   c and   d number
x other word
, ( ) : " . and other signs as they are
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from reltui.authority import Tables
from reltui.authority.gazetteer import Entry
from reltui.authority.phrases import Token as Word
from reltui.authority.phrases import tokens as cut
from reltui.extract.mentions.tokens import Token, tokenize

_LINKS = frozenset(("of", "for", "the", "a", "an", "de", "la", "du", "des", "za", "od", "по", "per"))
_PREPOSITIONS = frozenset(
    ("in", "at", "to", "on", "by", "from", "without", "u", "na", "bez", "у", "на", "в", "без", "при")
)
_AND = frozenset(("and", "&", "i", "и", "та", "й"))
_HYPHEN = re.compile("[-‑–]")
_SIGNS = {"(": "(", ")": ")", ",": ",", ":": ":", ";": ";", "—": "-", "–": "-", "-": "-", "/": "/"}
_QUOTES = frozenset("\"“”„«»‘’'")
_ARABIC = ("al-", "el-", "ad-", "an-", "as-", "ash-", "at-", "az-", "ar-")


class Chunk(NamedTuple):
    """One word or a phrase of the tables; `entries` are the table rows it may stand for."""

    cls: str
    start: int
    end: int
    text: str
    token: Token
    entries: tuple[Any, ...] = ()
    owner: bool = False

    @property
    def low(self) -> str:
        """The text in lower case."""
        return self.text.casefold()


@dataclass(frozen=True, slots=True)
class Row:
    """The chunks of one sentence and their class letters as one string."""

    chunks: tuple[Chunk, ...]
    letters: str
    title_case: bool = False  # a headline: capitals mean nothing
    words: tuple[Word, ...] = ()  # the same sentence as the tables' phrase finders cut it


class _Phrase(NamedTuple):
    cls: str
    start: int
    end: int
    entries: tuple[Any, ...]


class Chunker:
    """Cuts sentences into rows of chunks with the tables; keep one for a whole document."""

    def __init__(self, tables: Tables, language: str = "en") -> None:
        self._tables = tables
        self._language = language
        self._particles = tables.surname_hints.particles

    def row(
        self,
        text: str,
        start: int,
        end: int,
        dates: Sequence[tuple[int, int]] = (),
        *,
        headline: bool = False,
    ) -> Row:
        """Return the chunks of text[start:end]; words inside the spans `dates` are of class d."""
        words = cut(text, start, end)
        phrases = self._phrases(text, words)
        tokens = [part for token in tokenize(text, start, end) for part in _halves(text, token, phrases)]
        chunks: list[Chunk] = []
        i = 0
        while i < len(tokens):
            token = tokens[i]
            phrase = phrases.get(token.start)
            if phrase is not None:
                j = i
                while j < len(tokens) and tokens[j].start < phrase.end:
                    j += 1
                last = tokens[j - 1]
                # a phrase never ends inside a word ("Serb" in "Serbs"), an added possessive apart
                if last.end == phrase.end or (last.end > phrase.end and last.initial):
                    chunks.append(
                        Chunk(
                            phrase.cls,
                            token.start,
                            last.end,
                            text[token.start : last.end],
                            token,
                            phrase.entries,
                            last.owner,
                        )
                    )
                    i = j
                    continue
            dated = bool(dates) and any(a <= token.start < b for a, b in dates)
            letter = "d" if dated and token.word else self._letter(token)
            chunks.append(Chunk(letter, token.start, token.end, token.text, token, (), token.owner))
            i += 1
        return Row(
            tuple(chunks), "".join(c.cls for c in chunks), headline and _title_case(tokens), tuple(words)
        )

    def _phrases(self, text: str, words: list[Word]) -> dict[int, _Phrase]:
        found: list[_Phrase] = []
        for hit in self._tables.gazetteer.scan_tokens(words):
            letter = _names(hit.entries, text[hit.start])
            if letter:
                found.append(_Phrase(letter, hit.start, hit.end, hit.entries))
        for hit in self._tables.office_phrases.scan_tokens(words):
            letter = _office(hit.entries, text[hit.start].isupper())
            if letter:
                found.append(_Phrase(letter, hit.start, hit.end, hit.entries))
        for hit in self._tables.office_part_phrases.scan_tokens(words):
            part = hit.entries[0].part
            letter = {"modifier": "M", "portfolio": "P", "head": "T"}.get(part, "")
            if letter == "P" and not text[hit.start].isupper() and self._language == "en":
                letter = ""
            if letter:
                found.append(_Phrase(letter, hit.start, hit.end, hit.entries))
        found += [
            _Phrase("W", hit.start, hit.end, hit.entries)
            for hit in self._tables.organisation_word_phrases.scan_tokens(words)
            if text[hit.start].isupper()
        ]
        return _longest(found)

    def _letter(self, token: Token) -> str:
        text = token.text
        if token.handle:
            return "@"
        if not token.word:
            return _SIGNS.get(text, '"' if text in _QUOTES else "d" if text[0].isdigit() else ".")
        low = token.low
        if not token.capital:
            if low.startswith(_ARABIC) and len(low) > 4 and any(c.isupper() for c in text):
                return "N"
            if low in _AND:
                return "c"
            if low in _LINKS:
                return "f"
            if low in _PREPOSITIONS:
                return "i"
            return "p" if text in self._particles else "x"
        if token.initial:
            return "I"
        if len(text) == 1:
            return "x"
        if token.sentence_start and (low in _LINKS or low in _AND or low in _PREPOSITIONS):
            return "f" if low in _LINKS else "c" if low in _AND else "i"
        if token.upper and len(text) <= 6 and not self._tables.given.find(text.title(), self._language):
            return "U"
        name = self._tables.given.find(text if not token.upper else text.title(), self._language)
        if name is None and "-" in text:
            name = self._tables.given.find(text.partition("-")[0], self._language)
        if name is not None:
            return "g" if name.ambiguous or (token.sentence_start and name.ambiguous) else "G"
        return "n" if token.sentence_start else "N"


def _halves(text: str, token: Token, phrases: dict[int, _Phrase]) -> list[Token]:
    """Cut "Russia-US" and "Franco-German" into two where the tables know both halves, else leave it whole."""
    hyphen = _HYPHEN.search(token.text)
    if hyphen is None:
        return [token]
    at = token.start + hyphen.start()
    left, right = phrases.get(token.start), phrases.get(at + 1)
    if (
        left is None
        or right is None
        or left.end != at
        or right.end < token.end
        or not {left.cls, right.cls} <= set("SAK")
    ):
        return [token]
    return [
        token._replace(end=at, text=text[token.start : at], owner=False),
        token._replace(start=at + 1, text=text[at + 1 : token.end], sentence_start=False),
    ]


def _title_case(tokens: Sequence[Token]) -> bool:
    """Whether most words longer than three letters have capitals."""
    long = [t for t in tokens if t.word and len(t.text) > 3]
    return len(long) > 3 and sum(t.capital for t in long) >= 0.75 * len(long)


def _names(entries: Iterable[Entry], first: str) -> str:
    """Return the class letter for what a phrase of the gazetteer may stand for."""
    rows = list(entries)
    hows = {(e.kind, e.how) for e in rows}
    kinds = {e.kind for e in rows}
    if not (first.isupper() or first == "@" or ("state", "adjective") in hows):
        return ""
    if first == "@":
        return "@"
    if "person" in kinds:
        return "Z"
    if ("state", "name") in hows:
        return "S"
    if ("state", "capital") in hows or ("state", "seat") in hows:
        return "K"
    if ("state", "adjective") in hows or ("state", "demonym") in hows:
        return "A"
    if "organisation" in kinds:
        return "O"
    if "place" in kinds:
        return "l" if all(e.ambiguous for e in rows) else "L"
    return ""


def _office(entries: Iterable[Any], capital: bool) -> str:
    rows = list(entries)
    if all(e.honorific for e in rows):
        return "H" if capital or rows[0].language != "en" else ""
    if not capital and all("ambiguous" in e.flags for e in rows):
        return "t"
    return "T"


def _longest(found: list[_Phrase]) -> dict[int, _Phrase]:
    """Keep the longest of overlapping phrases; of equal ones the first by the order of the tables."""
    taken: list[_Phrase] = []
    for phrase in sorted(found, key=lambda p: p.start - p.end):
        if all(phrase.end <= other.start or phrase.start >= other.end for other in taken):
            taken.append(phrase)
    return {phrase.start: phrase for phrase in taken}
