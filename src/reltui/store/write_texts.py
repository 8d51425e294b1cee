"""Write files, sources and passages, and remember under which row numbers."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reltui.dates import Edtf
from reltui.model import Facts, Passage, Source
from reltui.store.days import EARLIEST, LATEST
from reltui.store.packed import pack_blocks, pack_pairs, pack_spans

if TYPE_CHECKING:
    from reltui.store.write import Reading


@dataclass(slots=True)
class Text:
    """A source with its row number, its dates to sort by, and its passages with theirs."""

    key: int
    source: Source
    date: Edtf
    passages: list[tuple[int, Passage]] = field(default_factory=list[tuple[int, Passage]])
    starts: list[int] = field(default_factory=list[int])

    def passage_at(self, offset: int) -> int | None:
        """Return the row number of the passage at an offset, or of the last one before it."""
        place = bisect_right(self.starts, offset) - 1
        return self.passages[place][0] if place >= 0 else (self.passages[0][0] if self.passages else None)


def write_texts(
    connection: sqlite3.Connection,
    readings: Sequence[Reading],
    facts: Facts,
    progress: Callable[[str, int, int], None],
) -> dict[str, Text]:
    """Write all texts; return them by source id, in the order of their row numbers (oldest first)."""
    found: list[tuple[Edtf, int, Source]] = []
    learnt = {source: (date, why) for source, date, why in facts.published}
    passages: dict[str, list[Passage]] = {}
    for file_key, reading in enumerate(readings, 1):
        file = reading.file
        connection.execute(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?)",
            (file_key, file.path, file.sha256, file.format, file.encoding, file.size, file.note),
        )
        for source in reading.sources:
            if source.id in learnt:
                date, why = learnt[source.id]
                source = replace(source, published=date, published_basis="inferred", published_why=why)
            found.append((Edtf.try_parse(source.published), file_key, source))
        for passage in reading.passages:
            passages.setdefault(passage.source, []).append(passage)
    found.sort(key=lambda entry: (day(entry[0]) or "", entry[1], entry[2].unit))
    number = 0
    texts: dict[str, Text] = {}
    files: dict[str, int] = {}
    for key, (date, file_key, source) in enumerate(found, 1):
        text = Text(key, source, date)
        for passage in sorted(passages.get(source.id, ()), key=lambda p: p.start):
            number += 1
            text.passages.append((number, passage))
            text.starts.append(passage.start)
        texts[source.id] = text
        files[source.id] = file_key
    for done, text in enumerate(texts.values(), 1):
        _insert_source(connection, text, files[text.source.id], texts)
        progress("store", done, len(texts))
    _insert_passages(connection, texts, facts)
    return texts


def _insert_source(connection: sqlite3.Connection, text: Text, file_key: int, texts: dict[str, Text]) -> None:
    s = text.source
    parent = texts.get(s.embedded_in or "")
    connection.execute(
        f"INSERT INTO sources VALUES ({', '.join('?' * 25)})",
        (
            text.key, s.id, file_key, s.unit, s.units, s.kind, s.title, s.publisher, s.author, s.published,
            s.published_basis, s.published_why, s.language, s.script, s.url, s.forwarded_from,
            parent.key if parent else None, int(s.translated), day(text.date), *bounds(text.date),
            s.text,
            pack_spans(s.spans), pack_pairs(s.repeats), pack_blocks(s.blocks),
        ),
    )  # fmt: skip


def _insert_passages(connection: sqlite3.Connection, texts: dict[str, Text], facts: Facts) -> None:
    keys = {(text.source.id, p.ordinal): key for text in texts.values() for key, p in text.passages}
    copies = {(source, ordinal): (of, number) for source, ordinal, of, number in facts.copies}
    for text in texts.values():
        for key, passage in text.passages:
            original = copies.get((passage.source, passage.ordinal), passage.copy_of)
            connection.execute(
                "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    key, text.key, passage.ordinal, passage.start, passage.end, passage.heading,
                    keys.get(original) if original else None,
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
