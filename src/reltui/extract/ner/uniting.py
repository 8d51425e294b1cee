"""What a statistical model finds is taken over only where the rules have nothing against it.

General models read exactly our names wrong: a surname is a town, two names a company, a ministry a person. So
the rules' own finds stand, a span that touches one of them or a date is dropped, and of a span that the tables know
as a state, a place, a body or an office nothing becomes a person. What is left is cut to the words of a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reltui.authority import Tables
from reltui.extract.document import Document
from reltui.extract.drafts import Spot, When
from reltui.extract.mentions.chunks import Chunk, Row
from reltui.extract.mentions.things import names_a_thing
from reltui.extract.ner.engine import Entity, Model, model_of

_PERSON = re.compile(r"[GgNnI](?:p{0,2}[GgNnIlL]){0,5}")
_BODY = re.compile(r"[NnGgUWAMP](?:[fic,]{0,3}[NnGgUWAMPSKLl]){1,11}")
#: What may stand around a name within the model's span and is none of it: small words, signs, numbers; for persons
#: also their titles.
_SMALL = frozenset('xfic,.:;"-()/dt')
_TITLE = _SMALL | frozenset("TMPH")
_HEADED = frozenset("WU")
_LONGEST = 10_000  # characters that a model is given at once


def unite(
    document: Document, rows: Sequence[Row], spots: Sequence[Spot], dates: Sequence[When], tables: Tables
) -> list[Spot]:
    """Return the spots of the rules with what the models of the tables add, and with what they make sure of.

    Raises `NoModel` where a model of the tables cannot be had.
    """
    united = list(spots)
    language = (document.source.language or "en").partition("-")[0]
    labels = {row.label: row.kind for row in tables.model_labels}
    for row in tables.models:
        model = model_of(row.model, tables.folders[-1] / "models.tsv")
        if model.language in (language, "xx"):
            united = _united(document, rows, united, dates, model, labels, tables)
    return united


def _united(
    document: Document,
    rows: Sequence[Row],
    spots: list[Spot],
    dates: Sequence[When],
    model: Model,
    labels: dict[str, str],
    tables: Tables,
) -> list[Spot]:
    taken = {(s.start, s.end): i for i, s in enumerate(spots)}
    starts = [s.start for s in document.sentences]
    busy = sorted([*taken, *((d.start, d.end) for d in dates)])
    found = list(spots)
    added: list[Spot] = []
    for entity in _entities(document, model):
        kind = labels.get(entity.label)
        number = bisect_left(starts, entity.start + 1) - 1
        if kind is None or number < 0:
            continue
        row = rows[number]
        chunks = _name(row, entity, kind)
        if not chunks or row.title_case or _common(chunks, kind, tables):
            continue
        start, end = chunks[0].start, chunks[-1].end
        if names_a_thing(document.text, start, end):
            continue
        same = taken.get((start, end))
        if same is not None:
            spot = found[same]
            if spot.kind == "person" == kind and not spot.sure and not spot.handle and len(chunks) > 1:
                found[same] = replace(spot, sure=True, by=model.name)
        elif not _touches(busy, start, end):
            surface = document.text[start:end]
            sure = len(chunks) > 1  # one word alone may be anything: the corpus decides
            if kind == "person":
                added.append(Spot("person", start, end, surface, sure=sure, by=model.name))
            else:
                added.append(Spot("organisation", start, end, surface, sure=sure, by=model.name))
            busy.insert(bisect_left(busy, (start, end)), (start, end))
    return found + added


def _entities(document: Document, model: Model) -> Iterator[Entity]:
    """Yield what the model names, by offsets of the source; it is given whole paragraphs, for their context."""
    spans: list[tuple[int, int]] = []
    last = -1
    for sentence in document.sentences:
        if sentence.block == last and sentence.end - spans[-1][0] <= _LONGEST:
            spans[-1] = (spans[-1][0], sentence.end)
        else:
            spans.append((sentence.start, min(sentence.end, sentence.start + _LONGEST)))
        last = sentence.block
    texts = [document.text[start:end] for start, end in spans]
    for (start, _), entities in zip(spans, model.entities(texts), strict=True):
        for entity in entities:
            yield Entity(start + entity.start, start + entity.end, entity.label)


def _name(row: Row, entity: Entity, kind: str) -> Sequence[Chunk]:
    """Return the chunks of the span that can be a name of that kind, none where the rules speak against it."""
    chunks = row.chunks
    first = bisect_left(chunks, entity.start, key=lambda c: c.start)
    last = first
    while last < len(chunks) and chunks[last].start < entity.end:
        last += 1
    around = _TITLE if kind == "person" else _SMALL
    while first < last and row.letters[first] in around:
        first += 1
    while last > first and row.letters[last - 1] in around:
        last -= 1
    letters = row.letters[first:last]
    if kind == "person":
        return chunks[first:last] if _PERSON.fullmatch(letters) else ()
    proper = _BODY.fullmatch(letters) and (not _HEADED.isdisjoint(letters) or letters.count("N") > 1)
    return chunks[first:last] if proper else ()


def _common(chunks: Sequence[Chunk], kind: str, tables: Tables) -> bool:
    """Whether an ordinary word stands where a name should: "Supplier Diversity", or a sentence's first word alone.

    Given names may be words too ("Grace"), and bodies are made of words.
    """
    if len(chunks) == 1:
        return chunks[0].cls == "n" or chunks[0].low in tables.common_words
    return kind == "person" and any(c.cls in "NnUl" and c.low in tables.common_words for c in chunks)


def _touches(busy: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span overlaps one of those that are taken, sorted and not overlapping."""
    at = bisect_left(busy, (start, start))
    return (at < len(busy) and busy[at][0] < end) or any(b > start for _, b in busy[max(0, at - 2) : at])
