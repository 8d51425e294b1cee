"""All that a build has gathered: what must be at hand in memory, the texts in a file without a name.

Memory grows with what is told of whom, not with the texts. The file is gone with the process, however that ends.
"""

from __future__ import annotations

import os
import pickle
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any

from reltui.corpus.aside import Aside
from reltui.corpus.parcel import Parcel, opened, rest
from reltui.resolve.parts import Part, Parts

if TYPE_CHECKING:
    from reltui.authority import Tables
    from reltui.model import File, Source
    from reltui.read import Reading
    from reltui.resolve.places import Places
    from reltui.resolve.prepared import Later
    from reltui.store.indexed import Spoken

_IN_MEMORY = 16 << 20  # bytes of texts that stay there
_AT_HAND = 64  # texts that were asked for last


@dataclass(slots=True)
class _Held:
    file: File | None
    problems: tuple[tuple[str, str], ...]
    parts: list[Part]
    sketches: tuple[array[int], ...]
    places: array[int]  # where the reading and then each text begins in the file, and how long it is


class Stock:
    """What the files of a corpus yield, by their number; a context manager. They may come in any order.

    Raises OSError where the folder of the corpus has no room for the texts.
    """

    def __init__(self, folder: Path, tables: Tables) -> None:
        self._making = Parts(tables)
        self._file = SpooledTemporaryFile(_IN_MEMORY, dir=os.fspath(folder))  # noqa: SIM115 — closed in __exit__
        self._end = 0
        self._held: dict[int, _Held] = {}
        self._spoken: dict[str, tuple[int, int]] = {}  # where it is, by source

    def __enter__(self) -> Stock:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    @property
    def small(self) -> bool:
        """Whether all of it is so little that it may as well be held in memory."""
        return self._end < _IN_MEMORY

    def take(self, number: int, parcel: Parcel) -> None:
        """Take in what a file yields."""
        places = array("q")
        for data in (parcel.reading, *parcel.texts):
            places.extend((self._write(data), len(data)))
        later = [partial(self._rest, self._write(data), len(data)) for data in parcel.later]
        parts = self._making.of(parcel.prepared, later)
        self._held[number] = _Held(parcel.file, parcel.problems, parts, parcel.sketches, places)
        for part, data in zip(parts, parcel.spoken, strict=bool(parcel.spoken)):  # of none or of all
            self._spoken[part.source.id] = self._write(data), len(data)

    def aside(self) -> Aside[Any]:
        """Return an empty sequence of nouns whose place is the same file."""
        return Aside(self._write, self._read)

    def sort(self) -> None:
        """Put the files in the order of their numbers."""
        self._held = dict(sorted(self._held.items()))

    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return (path, reason) of all that failed."""
        return tuple(problem for held in self._held.values() for problem in held.problems)

    def files(self) -> list[File]:
        """Return the files that could be read."""
        return [held.file for held in self._held.values() if held.file is not None]

    def parts(self) -> list[Part]:
        """Return the sources as resolving wants them, and do not hold them any more."""
        found = [part for held in self._held.values() for part in held.parts]
        for held in self._held.values():
            held.parts = []
        return found

    @property
    def places(self) -> Places:
        """Where somebody is named, in all parts."""
        return self._making.places

    def sketches(self) -> list[tuple[str, array[int]]]:
        """Return what is known of the passages of each source, to find copies."""
        return [
            (part.source.id, sketch)
            for held in self._held.values()
            for part, sketch in zip(held.parts, held.sketches, strict=True)
        ]

    def texts(self) -> Mapping[str, str]:
        """Return the text of each source by its id, as long as the parts are held: they are read when asked for."""
        places = {
            part.source.id: (held.places[2 + 2 * n], held.places[3 + 2 * n])
            for held in self._held.values()
            for n, part in enumerate(held.parts)
        }
        return _Texts(places, self._read)

    def words_of(self, source: str) -> Sequence[Spoken]:
        """Return what the words of a source's passages decide, nothing where nobody worked that out."""
        place = self._spoken.get(source)
        found: list[Spoken] = [] if place is None else pickle.loads(self._read(*place))
        return found

    def readings(self) -> Iterator[Reading]:
        """Yield what was read of each file, with its texts."""
        for held in self._held.values():
            if held.file is not None:
                of = iter(held.places)
                reading, *texts = (self._read(begin, length) for begin, length in zip(of, of, strict=True))
                yield opened(reading, map(_text, texts))

    def _rest(self, begin: int, length: int) -> Later:
        return rest(self._read(begin, length))

    def _write(self, data: bytes) -> int:
        begin = self._end
        self._file.seek(begin)
        self._file.write(data)
        self._end += len(data)
        return begin

    def _read(self, begin: int, length: int) -> bytes:
        self._file.seek(begin)
        return self._file.read(length)


class Sources(Iterable["Source"]):
    """All sources with their texts, read anew each time that they are gone through."""

    def __init__(self, stock: Stock) -> None:
        self._stock = stock

    def __iter__(self) -> Iterator[Source]:
        return (source for reading in self._stock.readings() for source in reading.sources)


class _Texts(Mapping[str, str]):
    """Texts in a file; those that were asked for last are at hand."""

    def __init__(self, places: Mapping[str, tuple[int, int]], read: Callable[[int, int], bytes]) -> None:
        @lru_cache(maxsize=_AT_HAND)
        def text_of(ident: str) -> str:
            return _text(read(*places[ident]))

        self._places = places
        self._text_of = text_of

    def __getitem__(self, ident: str) -> str:
        return self._text_of(ident)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")
