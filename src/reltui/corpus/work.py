"""What is done with one file on its own: read it, and find what each of its sources tells.

The same here, in a worker process and on somebody's executor; nothing of it knows of the rest of the corpus.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reltui.extract import Extraction
from reltui.model import Discrepancy
from reltui.read.reader import Reading

if TYPE_CHECKING:
    from reltui.authority import Tables
    from reltui.model import Source
    from reltui.read.discover import Found


@dataclass(frozen=True, slots=True)
class Told:
    """What one source tells by itself, and the doubts that it raises by itself."""

    extraction: Extraction
    doubts: tuple[Discrepancy, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """What one file yields: its reading (None where it cannot be read), and what each of its sources tells.

    `problems` are (path, reason) of what failed; of a source whose extraction failed nothing is told.
    """

    reading: Reading | None
    told: tuple[Told, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()


def gather(found: Found, tables: Tables) -> Gathered:
    """Read a file and extract its sources. Only a bad table of names raises (`authority.BadTable`)."""
    return extracted(read_file(found), tables)


def read_file(found: Found) -> Gathered:
    """Read a file, without extraction; whatever is wrong with it is among the problems."""
    import reltui.read as reader
    from reltui.read import Unreadable

    try:
        return Gathered(reader.read(found))
    except Unreadable as error:
        return Gathered(None, (), ((error.path, error.reason),))
    except Exception as error:  # one bad file never stops a build
        return Gathered(None, (), ((found.name, f"reltui failed on it ({type(error).__name__}: {error})"),))


def extracted(gathered: Gathered, tables: Tables) -> Gathered:
    """Return what was read together with what its sources tell."""
    reading = gathered.reading
    if reading is None:
        return gathered
    return joined(gathered, [facts_of(source, tables) for source in reading.sources])


def joined(gathered: Gathered, results: list[Told | str]) -> Gathered:
    """Return a reading with one result a source: what it tells, or why nothing."""
    reading = gathered.reading
    assert reading is not None
    pairs = list(zip(reading.sources, results, strict=True))
    failed = tuple((source.path, result) for source, result in pairs if isinstance(result, str))
    found = tuple(Told(Extraction(source.id)) if isinstance(r, str) else r for source, r in pairs)
    return Gathered(reading, found, (*gathered.problems, *dict.fromkeys(failed)))


def facts_of(source: Source, tables: Tables) -> Told | str:
    """Return what a source tells, or why that could not be found; its text is kept either way."""
    import reltui.extract
    from reltui.authority import BadTable
    from reltui.resolve.doubts import doubts_within
    from reltui.resolve.words import figures_of

    try:
        document = reltui.extract.document_of(source)
        extraction = reltui.extract.extract(source, tables, document)
        doubts = doubts_within(source, figures_of(source, extraction), tables, document)
        return Told(extraction, tuple(doubts))
    except BadTable:
        raise  # not the file's fault, and every other file would fail likewise
    except Exception as error:  # one bad file never stops a build
        return f"its facts could not be found ({type(error).__name__}: {error})"


@cache
def tables_of(folder: str | None) -> Tables:
    """Return the tables, with those of a user's folder; read once a process."""
    from pathlib import Path

    from reltui.authority import load

    return load(Path(folder)) if folder else load()


def remote(source: Source, folder: str | None) -> Told | str:
    """Do the same on an executor of any kind, which is sent no tables but where they are."""
    return facts_of(source, tables_of(folder))
