"""What a file yields, packed by whoever read it in just the forms that the rest of a build wants.

A worker does the packing, so that the one process which must hold a whole corpus neither takes apart nor holds
what it only hands on: texts go to the disk as they are, what is kept goes there compressed.
"""

from __future__ import annotations

import pickle
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reltui.corpus.pickled import dumps
from reltui.corpus.work import Gathered
from reltui.model import File, Source
from reltui.read.reader import Reading
from reltui.resolve.prepared import Later, Prepared

if TYPE_CHECKING:
    from reltui.authority import Tables
    from reltui.read.discover import Found


NOTHING = Later()


@dataclass(frozen=True, slots=True)
class Parcel:
    """What one file yields. `file` is None where it cannot be read."""

    file: File | None
    problems: tuple[tuple[str, str], ...]
    prepared: tuple[Prepared, ...] = ()  # without what is asked for later
    later: tuple[bytes, ...] = ()  # pickles of that, of each source
    sketches: tuple[array[int], ...] = ()  # of the passages of each source (`read.copies`)
    texts: tuple[bytes, ...] = ()  # of each source
    reading: bytes = b""  # a pickle of the reading without texts
    spoken: tuple[
        bytes, ...
    ] = ()  # pickles of what the words of the passages decide, of each source, if known
    kept: bytes = b""  # what is kept of it beside the corpus; nothing where it is kept already or must not be


def parcel(
    found: Found, gathered: Gathered, tables: Tables, *, keep: bool = True, ahead: bool = False
) -> Parcel:
    """Pack what a file yields; `keep` also for the file beside the corpus, where it can be kept at all.

    With `ahead` what the index wants of the words is worked out as well: a worker has the time, its parent has not.
    """
    from reltui.corpus.kept import worth_keeping
    from reltui.read.copies import sketch
    from reltui.resolve.prepared import prepare

    kept = packed(gathered) if keep and worth_keeping(found, gathered) else b""
    reading = gathered.reading
    if reading is None:
        return Parcel(None, gathered.problems, kept=kept)
    extractions = {told.extraction.source: told.extraction for told in gathered.told}
    doubts = {told.extraction.source: told.doubts for told in gathered.told}
    without = Reading(reading.file, tuple(replace(s, text="") for s in reading.sources), reading.passages)
    prepared = prepare(reading.sources, extractions, tables, doubts)
    return Parcel(
        reading.file,
        gathered.problems,
        tuple(replace(one, later=NOTHING) for one in prepared),
        tuple(dumps(one.later) if one.later != NOTHING else b"" for one in prepared),
        tuple(
            sketch(source.text, (p for p in reading.passages if p.source == source.id))
            for source in reading.sources
        ),
        tuple(source.text.encode("utf-8", "surrogatepass") for source in reading.sources),
        dumps(without),
        tuple(_spoken(source, reading) for source in reading.sources) if ahead else (),
        kept,
    )


def _spoken(source: Source, reading: Reading) -> bytes:
    from reltui.store.indexed import spoken

    passages = sorted((p for p in reading.passages if p.source == source.id), key=lambda p: p.start)
    return pickle.dumps([spoken(source.text[p.start : p.end]) for p in passages], pickle.HIGHEST_PROTOCOL)


def rest(later: bytes) -> Later:
    """Return what is asked for later out of a parcel."""
    found: Later = pickle.loads(later) if later else NOTHING
    return found


def packed(gathered: Gathered) -> bytes:
    """Return what is kept of a file."""
    from reltui.corpus.codec import pack

    return zlib.compress(pack(gathered), 1)


def unpacked(content: bytes) -> Gathered:
    """Return what a file yields out of what is kept of it. Raises ValueError and zlib.error where that is harmed."""
    from reltui.corpus.codec import unpack

    return unpack(zlib.decompress(content), Gathered)


def opened(reading: bytes, texts: Iterator[str]) -> Reading:
    """Return a reading out of a parcel, with its texts."""
    found: Reading = pickle.loads(reading)
    return Reading(found.file, tuple(replace(s, text=next(texts)) for s in found.sources), found.passages)
