"""Reading a name index: from what was typed to the nearest names."""

from __future__ import annotations

import heapq
import sqlite3
from array import array
from math import log
from pathlib import Path
from types import TracebackType
from typing import Self

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from reltui.names.align import core
from reltui.names.compare import similarity
from reltui.names.index.build import APPLICATION, VERSION
from reltui.names.index.held import Held
from reltui.names.index.marks import far_marks, near_marks
from reltui.names.parse import Word, parse, syllables
from reltui.names.soundkeys import keys, prefix_keys

#: Words of the index that are followed for one word of the query, and names that are scored exactly.
_WORDS = 48
_NAMES = 24
#: How many readings of a word of the query are compared, and how like the best must be to look no further.
_SHAPES, _NEAR = 5, 0.9
#: Words less like than this, or by so much less like than the best, are not followed.
_LEAST, _SPAN = 0.4, 0.35
#: Postings longer than this only add to names that another word has found.
_COMMON = 4000
#: Words of the index that a beginning may stand for.
_BEGINNINGS = 400


class BadIndex(RuntimeError):
    """A name index that cannot be read; the message says which and what to do."""

    def __init__(self, path: Path, reason: str) -> None:
        """Keep the path and the reason, and say both in a sentence."""
        super().__init__(f"{path}: {reason}; build the name index again")
        self.path, self.reason = path, reason


class Reader:
    """An open name index; not to be shared between threads."""

    def __init__(self, path: Path) -> None:
        """Open the index; raises `BadIndex` where it cannot be read."""
        self.path = path
        if not path.is_file():
            raise BadIndex(path, "there is no such file")
        try:
            self._database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
            application = self._database.execute("PRAGMA application_id").fetchone()[0]
            version = self._database.execute("PRAGMA user_version").fetchone()[0]
            if application != APPLICATION:
                raise BadIndex(path, "this is not a name index")
            if version != VERSION:
                raise BadIndex(path, f"this index is of version {version}, not {VERSION}")
            self._held = Held(self._database)
            self._size: int = self._database.execute("SELECT max(id) + 1 FROM name").fetchone()[0] or 0
        except (sqlite3.DatabaseError, ValueError) as error:
            raise BadIndex(path, f"the file cannot be read ({error})") from error

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return self._size

    def query(self, text: str, limit: int = 10, prefix: bool = False) -> list[tuple[str, float]]:
        """Return up to `limit` pairs (id, score) of the names nearest to `text`, the best first.

        An id comes once, with the best of its names. With `prefix` the last word may be a mere beginning.
        Raises `BadIndex` where the file turns out to be damaged.
        """
        whole = parse(text)
        words = list(core(whole)) + ([] if prefix else list(syllables(whole)))
        if not words or limit < 1:
            return []
        try:
            return self._query(text, words, limit, prefix)
        except sqlite3.DatabaseError as error:
            raise BadIndex(self.path, f"the file is damaged ({error})") from error

    def _query(self, text: str, words: list[Word], limit: int, prefix: bool) -> list[tuple[str, float]]:
        open_end = words.pop() if prefix else None
        found = self._names(words)
        if open_end is not None:
            self._add_beginnings(found, open_end, alone=not words)
        best = heapq.nlargest(max(_NAMES, 2 * limit), found.items(), key=lambda entry: (entry[1], -entry[0]))
        scored: dict[str, float] = {}
        for number, rank in best:
            row = self._database.execute("SELECT ident, text FROM name WHERE id = ?", (number,)).fetchone()
            if row is None:
                continue
            ident, name = row
            value = self._score(text, words, open_end, name) + rank * 1e-6
            if value > scored.get(ident, 0.0):
                scored[ident] = value
        ordered = sorted(scored.items(), key=lambda entry: (-entry[1], entry[0]))
        return [(ident, min(1.0, value)) for ident, value in ordered[:limit]]

    def _score(self, text: str, words: list[Word], open_end: Word | None, name: str) -> float:
        if open_end is None:
            return similarity(text, name)
        beginnings = prefix_keys(open_end.text)
        others = [word.text for word in parse(name)]
        fits = [w for w in others if any(key.startswith(p) for key in keys(w) for p in beginnings)]
        if not fits:
            return 0.5 * similarity(text, name)
        if not words:
            return 1.0 - 0.02 * (len(others) - 1) - 0.001 * min(50, len(fits[0]) - len(open_end.text))
        rest = " ".join(word.text for word in words)
        without = list(others)
        without.remove(fits[-1])
        return similarity(rest, " ".join(without)) if without else 0.3

    def _names(self, words: list[Word]) -> dict[int, float]:
        """Return number of a name → weight, for the names that have words like those of the query."""
        postings: list[tuple[float, bytes]] = []
        for word in words:
            if word.kind != "initial" or len(words) == 1:
                postings += self._postings(word)
        postings.sort(key=lambda entry: len(entry[1]))
        found: dict[int, float] = {}
        get = found.get
        for weight, blob in postings:
            numbers = array("I", blob)
            if len(numbers) > _COMMON and found:
                for number in found.keys() & set(numbers):
                    found[number] += weight
            else:
                for number in numbers:
                    found[number] = get(number, 0.0) + weight
        return found

    def _postings(self, word: Word) -> list[tuple[float, bytes]]:
        """Return (weight, names) for the words of the index that are like a word of the query."""
        near = self._filed(near_marks(word))
        ranked = self._ranked(word, near)
        if not ranked or ranked[0][0] < _NEAR:
            far = self._filed(far_marks(word)) - near
            ranked = heapq.nlargest(_WORDS, ranked + self._ranked(word, far))
        found: list[tuple[float, bytes]] = []
        least = max(_LEAST, ranked[0][0] - _SPAN) if ranked else 0.0
        for value, number in ranked:
            if value >= least:
                row = self._database.execute("SELECT names FROM posting WHERE word = ?", (number,)).fetchone()
                found.append((value**3 * log(1 + self._size / self._held.count[number]), row[0]))
        return found

    def _filed(self, marks: list[str]) -> set[int]:
        found: set[int] = set()
        for mark in dict.fromkeys(marks):
            row = self._database.execute("SELECT words FROM mark WHERE mark = ?", (mark,)).fetchone()
            if row is not None:
                found.update(array("I", row[0]))
        return found

    def _ranked(self, word: Word, numbers: set[int]) -> list[tuple[float, int]]:
        """Return (likeness, number) of the words of the index most like a word, the best first."""
        if not numbers:
            return []
        shapes = self._held.shapes(numbers, word.loose)
        best: dict[int, float] = {}
        for own in (word.loose_shapes if word.loose else word.shapes)[:_SHAPES]:
            for _, value, number in process.extract(
                own, shapes, scorer=Levenshtein.normalized_similarity, limit=_WORDS
            ):
                if value > best.get(number, 0.0):
                    best[number] = value
        return heapq.nlargest(_WORDS, [(value, number) for number, value in best.items()])

    def _add_beginnings(self, found: dict[int, float], word: Word, alone: bool) -> None:
        """Add the names with a word that begins so; of names found already, raise those that have one."""
        numbers: set[int] = set()
        for key in prefix_keys(word.text):
            for (blob,) in self._database.execute(
                "SELECT words FROM mark WHERE mark >= ? AND mark < ? LIMIT ?",
                ("f" + key, "f" + key + "\x7f", _BEGINNINGS),
            ):
                numbers.update(array("I", blob))
            if len(numbers) > _BEGINNINGS * 4:
                break
        often = heapq.nlargest(_BEGINNINGS, [(self._held.count[number], number) for number in numbers])
        for count, number in often:
            row = self._database.execute("SELECT names FROM posting WHERE word = ?", (number,)).fetchone()
            names = array("I", row[0])
            if alone:
                for name in names[:50]:
                    found[name] = found.get(name, 0.0) + log(1 + count)
            else:
                for name in found.keys() & set(names):
                    found[name] += 10.0
