"""Write files, sources and passages, and remember under which row numbers."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reltui.dates import Edtf
from reltui.model import Facts, Passage, Source
from reltui.store.days import EARLIEST, LATEST
from reltui.store.halves import any_halves, whole
from reltui.store.numbers import Numbers, write_runs
from reltui.store.packed import squeezed
from reltui.store.shelf import Shelf

if TYPE_CHECKING:
    from reltui.model import File
    from reltui.store.write import Reading

_CACHED = 64  # texts at hand: facts come nearly in the order of the sources


class Stretch(NamedTuple):
    """A passage: its row number, and where it begins and ends."""

    key: int
    start: int
    end: int


@dataclass(slots=True)
class Text:
    """A source's row number, its date to sort by, and where its passages are; not its words."""

    key: int
    id: str
    date: Edtf
    first: int  # row number of its first passage; the others follow
    starts: array[int]
    ends: array[int]

    @property
    def passages(self) -> Iterator[Stretch]:
        """Its passages in order."""
        return map(Stretch, range(self.first, self.first + len(self.starts)), self.starts, self.ends)

    def passage_at(self, offset: int) -> int | None:
        """Return the row number of the passage at an offset, or of the last one before it."""
        place = bisect_right(self.starts, offset) - 1
        return self.first + max(place, 0) if len(self.starts) else None

    def passage_around(self, offset: int) -> int | None:
        """Return the row number of the passage in which an offset lies."""
        place = bisect_right(self.starts, offset) - 1
        return self.first + place if place >= 0 and offset < self.ends[place] else None


class Texts(dict[str, Text]):
    """Sources by id, in the order of their row numbers (oldest first); their words are in the database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__()

        @lru_cache(maxsize=_CACHED)
        def text_of(key: int) -> str:
            return connection.execute("SELECT text FROM sources WHERE key = ?", (key,)).fetchone()[0]

        self._text_of = text_of

    def words(self, ident: str) -> str:
        """Return the text of a source; raises KeyError for one that is not there."""
        return self._text_of(self[ident].key)


@dataclass(slots=True)
class Light:
    """What is known of a source while its text waits on the shelf."""

    id: str
    published: str | None
    file: int
    unit: int
    size: int  # bytes of text
    parent: str | None
    starts: array[int]
    ends: array[int]


@dataclass(slots=True)
class Read:
    """Files and sources that wait to be written; `broken` where halves of characters were replaced."""

    files: list[File]
    sources: list[Light]
    broken: bool = False


def read_texts(readings: Iterable[Reading], shelf: Shelf) -> Read:
    """Put all texts on the shelf and return what must be known of them."""
    read = Read([], [])
    for key, reading in enumerate(readings, 1):
        if any_halves(reading.sources):
            reading, read.broken = whole(reading), True
        read.files.append(reading.file)
        cut: dict[str, list[Passage]] = {}
        for passage in reading.passages:
            cut.setdefault(passage.source, []).append(passage)
        for source in reading.sources:
            passages = sorted(cut.get(source.id, ()), key=lambda p: p.start)
            shelf.put(source, passages)
            read.sources.append(_light(source, passages, key))
    return read


def _light(source: Source, passages: list[Passage], file: int) -> Light:
    starts, ends = array("q", [p.start for p in passages]), array("q", [p.end for p in passages])
    size = len(source.text) if source.text.isascii() else len(source.text.encode())
    return Light(source.id, source.published, file, source.unit, size, source.embedded_in, starts, ends)


def write_texts(
    connection: sqlite3.Connection,
    read: Read,
    shelf: Shelf,
    facts: Facts,
    progress: Callable[[str, int, int], None],
) -> Texts:
    """Write all texts."""
    connection.executemany(
        "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (key, f.path, f.sha256, f.format, f.encoding, f.size, f.note)
            for key, f in enumerate(read.files, 1)
        ),
    )
    learnt = {source: (date, why) for source, date, why in facts.published}
    dates = [Edtf.try_parse(learnt[s.id][0] if s.id in learnt else s.published) for s in read.sources]
    lights = read.sources
    order = sorted(range(len(lights)), key=lambda n: (day(dates[n]) or "", lights[n].file, lights[n].unit))
    texts = Texts(connection)
    numbers, passage_numbers = Numbers(), Numbers()
    for n in order:
        light, on = lights[n], day(dates[n])
        first = passage_numbers.take(on, len(light.starts))
        texts[light.id] = Text(numbers.take(on), light.id, dates[n], first, light.starts, light.ends)
    for table, given in (("sources", numbers), ("passages", passage_numbers)):
        given.close()
        write_runs(connection, table, given.runs)
    copies = {(source, ordinal): (of, nth) for source, ordinal, of, nth in facts.copies}
    copied: list[tuple[int, tuple[str, int]]] = []
    headings: dict[str, int] = {}  # of several passages, and of many sources
    for done, n in enumerate(order, 1):
        light = lights[n]
        text = texts[light.id]
        columns, passages = shelf.take(n)
        parent = texts.get(light.parent or "")
        _insert_source(connection, text, light, columns, learnt.get(light.id), parent.key if parent else None)
        for place, (ordinal, start, end, heading, of) in enumerate(passages):
            key = text.first + place
            original = copies.get((light.id, ordinal), of)
            if original:
                copied.append((key, original))
            connection.execute(
                "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, NULL)",
                (
                    key, text.key, ordinal, start, end,
                    None if heading is None else headings.setdefault(heading, len(headings) + 1),
                ),
            )  # fmt: skip
        progress("store", done, len(order))
    connection.executemany("INSERT INTO headings (text, key) VALUES (?, ?)", headings.items())
    _link_copies(connection, texts, copied)
    return texts


def _link_copies(
    connection: sqlite3.Connection, texts: Texts, copied: list[tuple[int, tuple[str, int]]]
) -> None:
    """Say of copies what they are copies of, now that every passage has its number."""
    for key, (source, ordinal) in copied:
        if source in texts:
            connection.execute(
                "UPDATE passages SET copy_of = (SELECT p.key FROM passages p WHERE p.key BETWEEN ? AND ? "
                "AND p.ordinal = ?) WHERE key = ?",
                (texts[source].first, texts[source].first + len(texts[source].starts) - 1, ordinal, key),
            )


def _insert_source(
    connection: sqlite3.Connection,
    text: Text,
    light: Light,
    columns: tuple[object, ...],
    learnt: tuple[str, str] | None,
    parent: int | None,
) -> None:
    (
        ident, unit, units, kind, title, publisher, author, published, basis, why, language, script, url,
        forwarded, translated, words, spans, rest,
    ) = columns  # fmt: skip
    if learnt is not None:
        published, basis, why = learnt[0], "inferred", learnt[1]
    repeats, _, blocks = str(rest).partition("|")
    connection.execute(
        f"INSERT INTO sources VALUES ({', '.join('?' * 25)})",
        (
            text.key, ident, light.file, unit, units, kind, title, publisher, author, published, basis, why,
            language, script, url, forwarded, parent, translated, day(text.date), *bounds(text.date), words,
            *map(squeezed, (str(spans), repeats, blocks)),
        ),
    )  # fmt: skip


def day(date: Edtf) -> str | None:
    """Return the ISO day a date is sorted by: its first, or its last where the first is open."""
    return date.lower or date.upper


def bounds(date: Edtf) -> tuple[str | None, str | None]:
    """Return the first and last ISO day that a date may mean, to compare with; None where it is unknown.

    An open side is as early or as late as can be.
    """
    if not date.known:
        return None, None
    return date.lower or EARLIEST, date.upper or LATEST
