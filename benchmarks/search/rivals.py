"""Others on the same passages: a bare FTS5 table, tantivy, ripgrep. Each is left out if it is not there.

What they need is made once beside the corpus and kept. They have the text alone: no spellings and scripts, no
actors, events, fields or copies; they are asked for the 50 best (ripgrep: the first 50 lines).
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

Search = Callable[[str], object]


def passages(db: Path) -> Iterator[tuple[int, str]]:
    """Yield the number and the text of every passage."""
    connection = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    sql = (
        'SELECT p.key, substr(s.text, p.start + 1, p."end" - p.start) FROM sources s '
        "JOIN passages p ON p.source = s.key ORDER BY s.key"
    )
    yield from connection.execute(sql)
    connection.close()


def bare_fts5(db: Path, folder: Path) -> tuple[Search, Search]:
    """Return a search by relevance and one for the newest, over SQLite's own tokenizer and nothing else."""
    path = folder / "bare.db"
    if not path.exists():
        made = path.with_suffix(".new")
        made.unlink(missing_ok=True)
        connection = sqlite3.connect(made)
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute(
            "CREATE VIRTUAL TABLE plain USING fts5(text, tokenize='unicode61 remove_diacritics 2')"
        )
        connection.executemany("INSERT INTO plain (rowid, text) VALUES (?, ?)", passages(db))
        connection.commit()
        connection.close()
        made.rename(path)
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)

    def ask(order: str) -> Search:
        sql = (
            "SELECT rowid, snippet(plain, 0, '[', ']', '…', 16) FROM plain WHERE plain MATCH ? "
            f"ORDER BY {order} LIMIT 50"
        )
        return lambda text: connection.execute(sql, (_quoted(text),)).fetchall()

    return ask("rank"), ask("rowid DESC")


def _quoted(text: str) -> str:
    *whole, last = text.replace('"', "").split() or [""]
    return " ".join([*(f'"{word}"' for word in whole), f'"{last}" *'])


def tantivy(db: Path, folder: Path) -> Search:
    """Return a search by relevance; raises ImportError where tantivy is not installed."""
    engine: Any = import_module("tantivy")  # optional: requirements.txt beside this file
    builder = engine.SchemaBuilder()
    builder.add_text_field("text", stored=True)
    builder.add_unsigned_field("key", stored=True)
    schema = builder.build()
    place = folder / "tantivy"
    if not (place / "whole").exists():
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        index = engine.Index(schema, path=str(place))
        writer = index.writer(heap_size=200_000_000, num_threads=1)
        for key, text in passages(db):
            writer.add_document(engine.Document(key=key, text=text))
        writer.commit()
        writer.wait_merging_threads()
        (place / "whole").touch()
    index = engine.Index.open(str(place))
    index.reload()
    searcher = index.searcher()

    def search(text: str) -> object:
        words = " AND ".join(f'"{word}"' for word in text.replace('"', "").split())
        query = index.parse_query(words, ["text"])
        return [searcher.doc(address) for _, address in searcher.search(query, 50).hits]

    return search


def ripgrep(db: Path, folder: Path) -> Search:
    """Return a search of a file with a passage a line; raises FileNotFoundError without `rg`."""
    if shutil.which("rg") is None:
        raise FileNotFoundError("rg")
    path = folder / "passages.txt"
    if not path.exists():
        made = path.with_suffix(".new")
        with made.open("w", encoding="utf-8") as out:
            for _, text in passages(db):
                out.write(text.replace("\n", " ") + "\n")
        made.rename(path)

    def search(text: str) -> object:
        first, *others = text.replace('"', "").split()
        command = ["rg", "--ignore-case", "--fixed-strings", "--max-count", "50" if not others else "100000"]
        found = subprocess.run([*command, first, str(path)], capture_output=True, check=False).stdout
        for word in others:
            found = subprocess.run([*command[:3], word], input=found, capture_output=True, check=False).stdout
        return found.splitlines()[:50]

    return search
