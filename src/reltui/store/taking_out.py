"""Take sources out of a database, with all that stands on them alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reltui.store.hand import TABLES, Hand
from reltui.store.numbers import freed

if TYPE_CHECKING:
    from reltui.store.change import Change


class TakingOut:
    """Takes out what a change names."""

    def __init__(self, hand: Hand, wanted: Change) -> None:
        self.hand, self.wanted = hand, wanted

    def run(self) -> None:
        """Take out the facts, then the texts."""
        wanted = self.wanted
        gone = self.hand.keys("sources", wanted.gone)
        scope = self.hand.keys("sources", wanted.scope)
        statements = self.hand.column(
            "SELECT DISTINCT statement FROM evidence WHERE statement IS NOT NULL AND source IN {}",
            [*gone, *scope],
        )
        figures = self.hand.column(
            "SELECT DISTINCT figure FROM evidence WHERE figure IS NOT NULL AND source IN {}", gone
        )
        doubts = self.hand.keys("discrepancies", wanted.doubts)
        doubts += self.hand.column(
            "SELECT DISTINCT discrepancy FROM evidence WHERE discrepancy IS NOT NULL AND source IN {}", gone
        )
        events = self.hand.keys("events", wanted.events)
        reports = self.hand.column("SELECT key FROM reports WHERE event IN {}", events)
        self.hand.touch_statements(self.hand.old, statements)
        self.hand.doubted.update(self.hand.events_near(self.hand.old, doubts))
        for owner, keys in (
            ("statement", statements), ("figure", figures), ("discrepancy", doubts), ("report", reports),
        ):  # fmt: skip
            self.hand.touched["passage"].update(
                self.hand.column(
                    f"SELECT passage FROM evidence WHERE passage IS NOT NULL AND {owner} IN {{}}", keys
                )
            )
            self.hand.run(f"DELETE FROM evidence WHERE {owner} IN {{}}", keys)
        self.hand.run("DELETE FROM reports WHERE key IN {}", reports)
        self.hand.run("DELETE FROM participants WHERE event IN {}", events)
        for kind, keys in (
            ("event", events),
            ("statement", statements),
            ("figure", figures),
            ("doubt", doubts),
        ):
            self._delete(kind, keys)
        self._sources_out(gone)

    def _sources_out(self, gone: Sequence[int]) -> None:
        spelled: Counter[tuple[int, str]] = Counter()
        for source in gone:
            text: str = self.hand.do("SELECT text FROM sources WHERE key = ?", (source,)).fetchone()[0]
            named = self.hand.do('SELECT actor, start, "end" FROM mentions WHERE source = ?', (source,))
            spelled.update((actor, text[start:end]) for actor, start, end in named)
        self.hand.count_names(spelled, -1)
        offices = self.hand.column(
            "SELECT DISTINCT office FROM evidence WHERE office IS NOT NULL AND source IN {}", gone
        )
        self.hand.run("DELETE FROM mentions WHERE source IN {}", gone)
        self.hand.run("DELETE FROM evidence WHERE source IN {}", gone)
        bare = [
            key for key in offices
            if self.hand.do("SELECT 1 FROM evidence WHERE office = ? LIMIT 1", (key,)).fetchone() is None
        ]  # fmt: skip
        self.hand.run("DELETE FROM offices WHERE key IN {}", bare)
        passages = self.hand.column("SELECT key FROM passages WHERE source IN {}", gone)
        # headings stay: others may stand under the same, and they are few
        self.hand.run("UPDATE passages SET copy_of = NULL WHERE copy_of IN {}", passages)
        self._delete("passage", passages)
        files = self.hand.column("SELECT DISTINCT file FROM sources WHERE key IN {}", gone)
        self.hand.run("DELETE FROM sources WHERE key IN {}", gone)
        for key in gone:
            freed(self.hand.new, "sources", key)
        empty = [
            key for key in files
            if self.hand.do("SELECT 1 FROM sources WHERE file = ? LIMIT 1", (key,)).fetchone() is None
        ]  # fmt: skip
        self.hand.run("DELETE FROM files WHERE key IN {}", empty)

    def _delete(self, kind: str, keys: Iterable[int]) -> None:
        keys = list(keys)
        self.hand.touched[kind].update(keys)
        self.hand.run(f"DELETE FROM {TABLES[kind]} WHERE key IN {{}}", keys)
        for key in keys:
            freed(self.hand.new, TABLES[kind], key)

    def actors_gone(self) -> None:
        """Take out the actors that nothing names any more."""
        for key in list(self.hand.touched["actor"]):
            row = self.hand.do("SELECT mentions FROM actors WHERE key = ?", (key,)).fetchone()
            used = (
                "SELECT 1 FROM participants WHERE actor = ?1 UNION ALL SELECT 1 FROM statements WHERE speaker = ?1 "
                "LIMIT 1"
            )
            if row is None or row[0] > 0 or self.hand.do(used, (key,)).fetchone():
                continue
            self.hand.do(
                "DELETE FROM evidence WHERE office IN (SELECT key FROM offices WHERE actor = ?)", (key,)
            )
            self.hand.do("DELETE FROM offices WHERE actor = ?", (key,))
            self.hand.do("DELETE FROM names WHERE actor = ?", (key,))
            self._delete("actor", [key])
