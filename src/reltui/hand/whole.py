"""A small corpus laid out anew as a whole: what a build with the user's file shows, without reading the texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reltui.store import Meta, Reader, write

if TYPE_CHECKING:
    from reltui.authority import Tables
    from reltui.corrections.difference import Before
    from reltui.corrections.log import Log
    from reltui.corrections.results import Corrected
    from reltui.model import Facts, Figure, File, Passage, Source, Statement


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of one file, as the store takes it."""

    file: File
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A corpus as it was found: its readings, the facts before any correction, and what it says of itself."""

    readings: tuple[Read, ...]
    sources: tuple[Source, ...]
    facts: Facts
    meta: Meta


def find(db: Path, before: Before) -> Found:
    """Return the corpus at `db` as it was before its corrections; raises the errors of the store."""
    from reltui.corrections.difference import restored
    from reltui.store.before import read_files

    with Reader(db) as reader:
        sources, facts = reader.everything()
        passages = {source.id: reader.passages(source.id) for source in sources}
        meta = reader.meta
    by_file: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_file[source.path].append(source)
    for several in by_file.values():
        several.sort(key=lambda source: source.unit)
    readings = tuple(
        Read(file, tuple(by_file[file.path]), tuple(p for s in by_file[file.path] for p in passages[s.id]))
        for file in read_files(db)
    )
    in_order = tuple(source for reading in readings for source in reading.sources)
    return Found(readings, in_order, _as_read(restored(facts, before), in_order), meta)


def _as_read(facts: Facts, sources: Iterable[Source]) -> Facts:
    """Return facts in the order in which a build finds them: of what is told twice, doubts name the first."""
    place = {source.id: number for number, source in enumerate(sources)}

    def first(noun: Statement | Figure) -> tuple[int, int]:
        return (place[noun.evidence[0].source], noun.evidence[0].start) if noun.evidence else (-1, 0)

    return replace(
        facts,
        mentions=tuple(sorted(facts.mentions, key=lambda mention: (place[mention.source], mention.start))),
        statements=tuple(sorted(facts.statements, key=first)),
        figures=tuple(sorted(facts.figures, key=first)),
    )


def lay_whole(found: Found, log: Log, tables: Tables, shown: Path | None) -> Corrected:
    """Lay the entries over a corpus, and write what is to be shown to `shown`, if anything is."""
    from reltui.corrections.laying import overlay

    corrected = overlay(found.facts, found.sources, log, tables)
    if shown is not None:
        write(shown, found.readings, corrected.facts, found.meta, notes=corrected.notes)
    return corrected
