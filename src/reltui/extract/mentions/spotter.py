"""All actors named in one source: persons first, then bodies and states in what is left of the words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from operator import itemgetter

from reltui.authority import Tables
from reltui.extract.document import Document
from reltui.extract.drafts import Spot, When
from reltui.extract.lists import participants
from reltui.extract.mentions.chunks import Row, chunker_of
from reltui.extract.mentions.groups import find_groups
from reltui.extract.mentions.letters import explained_otherwise
from reltui.extract.mentions.listed import find_listed
from reltui.extract.mentions.persons import find_persons
from reltui.model.noun import noun
from reltui.read.tables import rows

_NAMES = re.compile("[OZ]")


@noun
class Read:
    """A document's rows (one a sentence, `rows[i]` for `document.sentences[i]`), its spots and dates in order."""

    rows: tuple[Row, ...]
    spots: tuple[Spot, ...]
    dates: tuple[When, ...]


def spot(document: Document, dates: Sequence[When], tables: Tables) -> Read:
    """Return the rows and the spots of a document, and its dates but for those inside names ("Russia Today").

    Spots do not overlap each other, nor a date.
    """
    text = document.text
    chunker = chunker_of(tables, document.source.language)
    rows: list[Row] = []
    spots: list[Spot] = []
    at = 0
    for sentence, words in zip(document.sentences, document.words, strict=True):
        here: list[tuple[int, int]] = []
        while at < len(dates) and dates[at].start < sentence.end:
            here.append((dates[at].start, dates[at].end))
            at += 1
        headline = document.blocks[sentence.block].kind in ("heading", "title")
        rows.append(chunker.row(text, sentence.start, sentence.end, here, words=words, headline=headline))
    named = _named(rows)
    otherwise = explained_otherwise(text, rows, named, tables)
    items = dict(participants(document))
    for sentence, row in zip(document.sentences, rows, strict=True):
        kind = document.blocks[sentence.block].kind
        heading = kind in ("heading", "title") and not _prose(row)
        found = find_persons(row, text, tables, heading=heading)
        taken = [(s.start, s.end) for s in found if s.sure or s.handle]
        found += find_groups(row, text, taken, tables, heading=heading, named=named, otherwise=otherwise)
        if kind == "item" and sentence.start in items:
            found = find_listed(row, sentence.start, sentence.end, text, found, tables) + found
        if kind == "caption":
            found = [replace(s, author=True) if s.kind == "person" else s for s in found]
        spots += found
    origin = document.source.forwarded_from
    if origin and (at := text.find(origin)) >= 0:
        row = chunker.row(text, at, at + len(origin))
        people = find_persons(row, text, tables, label=True)
        spots += [replace(s, author=True) for s in people if s.sure and {"G", "Z"} & set(row.letters)]
        spots += find_groups(row, text, [(s.start, s.end) for s in people], tables)
    for block in document.blocks:
        if block.kind == "turn" and block.label is not None and not _covered(block.label, document):
            row = chunker.row(text, *block.label)
            if text[slice(*block.label)].strip(" :").casefold() in _nobody():
                continue
            found = find_persons(row, text, tables, label=True)
            found += find_groups(row, text, [(s.start, s.end) for s in found], tables)
            spots += found
    names = [
        (row.chunks[m.start()].start, row.chunks[m.start()].end)
        for row in rows
        for m in _NAMES.finditer(row.letters)
    ]
    if len(tables.models):
        from reltui.extract.ner import unite

        spots = unite(document, rows, spots, dates, tables)
    kept = tuple(d for d in dates if not _covers(names, d.start, d.end))
    return Read(tuple(rows), _settle(sorted(spots, key=lambda s: (s.start, -s.end))), kept)


@cache
def _nobody() -> frozenset[str]:
    """Labels before a colon that are nobody's name: "Question", "Note"."""
    return frozenset(row[2].casefold() for row in rows("reading/labels") if row[0] in ("question", "other"))


def _named(rows: Sequence[Row]) -> frozenset[str]:
    """The ids of the bodies that the text calls by more than an acronym."""
    return frozenset(
        e.id
        for row in rows
        if "O" in row.letters
        for chunk in row.chunks
        if chunk.cls == "O"
        for e in chunk.entries
        if e.kind == "organisation" and e.how != "acronym" and not chunk.text.isupper()
    )


def _covers(names: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the names, which are in order and apart, covers [start, end)."""
    at = bisect_right(names, start, key=itemgetter(0)) - 1
    return at >= 0 and end <= names[at][1]


def _prose(row: Row) -> bool:
    """Whether a heading is written like a sentence: most of its words begin small."""
    small = sum(c.cls in "xfic" for c in row.chunks)
    return small * 2 >= len(row.chunks)


def _covered(label: tuple[int, int], document: Document) -> bool:
    return document.sentence_at(label[0]) is not None


def _settle(spots: list[Spot]) -> tuple[Spot, ...]:
    """Drop overlaps; make sure of a doubtful name whose last word is that of a sure person here."""
    kept: list[Spot] = []
    for s in spots:
        if kept and s.start < kept[-1].end:
            if _gives_way(kept[-1], s):
                kept[-1] = (
                    s  # "*Peace* and Security Council": a body is surer than a word that might be a name
                )
            continue
        kept.append(s)
    kept = _shortened(kept)
    surnames = {_last(s.surface) for s in kept if s.kind == "person" and s.sure}
    full = {s.surface.casefold() for s in kept if s.kind == "person" and s.sure}
    bearers: dict[str, set[str]] = {}  # given name → the full names that begin with it
    for s in kept:
        if s.kind == "person" and s.sure and " " in s.surface:
            bearers.setdefault(s.surface.split()[0], set()).add(s.surface)
    introduced = {given: max(sorted(of), key=len) for given, of in bearers.items() if _one_surname(of)}
    return tuple(_sure(_called(s, introduced), surnames, full) for s in kept)


def _one_surname(surfaces: set[str]) -> bool:
    return len({_last(surface) for surface in surfaces}) == 1


def _called(spot: Spot, introduced: Mapping[str, str]) -> Spot:
    """Let a given name alone stand for the one person here who is introduced by it: "Abiy" for Abiy Ahmed."""
    if spot.kind != "person" or spot.sure or spot.handle or not spot.surface.isalpha():
        return spot
    longer = introduced.get(spot.surface)
    return spot if longer is None else replace(spot, sure=True, stands_for=longer)


def _gives_way(one: Spot, other: Spot) -> bool:
    """Whether a doubtful name stands over a body or state that is sure."""
    return one.kind == "person" and not one.sure and not one.handle and other.kind != "person" and other.sure


def _shortened(spots: list[Spot]) -> list[Spot]:
    """Let "the Center" stand for the last body told before whose name has that word; drop it where there is none."""
    found: list[Spot] = []
    last: dict[str, Spot] = {}  # word → the last body told whose name goes on with it
    for s in spots:
        if s.kind == "organisation":
            if not s.sure and s.surface.isalpha() and not s.surface.isupper():
                longer = last.get(s.surface)
                if longer is None:
                    continue
                s = replace(s, sure=True, stands_for=longer.stands_for or longer.surface, known=longer.known)
            last.update(dict.fromkeys(s.surface.split()[1:], s))
        found.append(s)
    return found


def _sure(spot: Spot, surnames: set[str], full: set[str]) -> Spot:
    """Make sure of a doubtful spot that names somebody introduced here; drop other capitals around the name."""
    if spot.kind != "person" or spot.sure:
        return spot
    name = spot.surface.casefold()
    if name in full or name in surnames:
        return replace(spot, sure=True)
    words = spot.surface.split(" ")
    for cut in range(1, len(words)):
        rest, head = " ".join(words[cut:]), " ".join(words[:-cut])
        if rest.casefold() in full or (cut == 1 and rest.casefold() in surnames):
            return replace(spot, sure=True, start=spot.end - len(rest), surface=rest)
        if head.casefold() in full:  # a headline: "Wang Yi Holds Talks"
            return replace(spot, sure=True, end=spot.start + len(head), surface=head)
    return spot


@lru_cache(maxsize=1 << 12)
def _last(surface: str) -> str:
    words = re.findall(r"[\w’'\-]+", re.sub(r",?\s(?:Jr|Sr)\.?$", "", surface))
    return words[-1].casefold() if words else ""
