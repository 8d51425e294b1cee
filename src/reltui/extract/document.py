"""One source cut into sentences: what every extractor walks over."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from reltui.authority.phrases import Tokens, tokens
from reltui.model import Block, Source
from reltui.model.noun import noun

#: A full stop after one of these does not end a sentence (English, Serbian, Russian).
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof gen col lt maj sgt capt adm st jr sr rev hon gov sen rep amb no vs etc art para p pp vol
    ed jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp u.s u.k u.n e.g i.e a.m p.m d.c h.e
    eng engr ing arch adv lic dott dra drs
    г гг им ул т.е т.д т.п др проф ген бр чл стр тзв sl br čl str tzv god год мин""".split()  # noqa: SIM905 — a word list
)
#: Written so that it begins with one class of signs, at which alone it is then tried.
_END = re.compile(r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)[.!?…]*[\"”’»)\]]*(?=\s|$))")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_LONGEST_WORD = 40  # a full stop is judged by the word before it, not by the whole paragraph
_LONGEST = 8000  # characters of a sentence
_SIGN = re.compile(r"\S")
_LAST_WORD = re.compile(r"([\w.\-]+)$")


@noun
class Sentence:
    """A sentence of a block: [start, end) in the source's text, and the index of its block."""

    start: int
    end: int
    block: int
    text: str


@dataclass(frozen=True)
class Document:
    """A source with its sentences; blocks of kind `noise` have none."""

    source: Source

    @cached_property
    def text(self) -> str:
        """The source's text."""
        return self.source.text

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The source's blocks."""
        return self.source.blocks

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order."""
        found: list[Sentence] = []
        for number, block in enumerate(self.source.blocks):
            if block.kind == "noise":
                continue
            for start, end in split_sentences(self.text, block.start, block.end):
                found.append(Sentence(start, end, number, self.text[start:end]))
        return tuple(found)

    @cached_property
    def words(self) -> tuple[Tokens, ...]:
        """The words and signs of each sentence, as the tables' phrase finders want them: cut once for all."""
        return tuple(tokens(self.text, s.start, s.end) for s in self.sentences)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that covers the offset, or None."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self.sentences[index].start <= offset < self.sentences[index].end:
            return self.sentences[index]
        return None


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences in text[start:end], trimmed of white space.

    Full stops after initials, abbreviations and between digits do not end a sentence; single line
    breaks inside hard-wrapped prose do not either, blank lines do. What is far too long to be a sentence, a
    list or a table without stops, is cut between two words, so that no work for a pair of words grows with it.
    """
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, end):
        if match.group().startswith("\n"):
            if len(match.group()) < 2:
                continue
        elif not _ends(text, match, begin, end):
            continue
        _add(spans, text, begin, match.end())
        begin = match.end()
    _add(spans, text, begin, end)
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        half = start + _LONGEST // 2
        space = max(text.rfind(" ", half, start + _LONGEST), text.rfind("\n", half, start + _LONGEST))
        cut = space if space >= 0 else start + _LONGEST
        spans.append((start, cut))
        start = cut + (space >= 0)
    if start < end:
        spans.append((start, end))


def _ends(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    if match.group()[0] != ".":
        return True
    word = _LAST_WORD.search(text, max(begin, match.start() - _LONGEST_WORD), match.start())
    last = word.group(1) if word else ""
    rest = _SIGN.search(text, match.end(), end)
    if rest is None:
        return True
    if last.lower().strip(".") in _ABBREVIATIONS:
        # "of the U.S. The ..." cannot be told from "the U.S. Embassy": stay in one sentence
        return False
    if last[:1].isupper() and _INITIALS.fullmatch(last):  # "A. Vucic", "Ras H.S. Imru"
        return False
    return not rest.group().islower()
