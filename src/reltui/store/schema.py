"""The tables, views and indexes of a corpus: the one place that defines them (docs/store.md).

`key` is the row's number inside this file; `id` comes from content and holds over rebuilds. Sources,
passages, events and statements are numbered by date, the earliest first, so that their newest rows are the
last ones without sorting and a stretch of days is a range of numbers (see `days`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reltui.store.version import APPLICATION_ID, SCHEMA

if TYPE_CHECKING:
    from sqlite_utils import Database

_Columns = dict[str, type]
_Keys = list[tuple[str, str, str]]

_TABLES: dict[str, tuple[_Columns, _Keys, set[str]]] = {
    # table: columns, foreign keys (column, table, column), columns that are never empty
    "files": (
        {"path": str, "sha256": str, "format": str, "encoding": str, "size": int, "note": str},
        [],
        {"path", "sha256"},
    ),
    "sources": (
        {
            "id": str, "file": int, "unit": int, "units": int, "kind": str, "title": str, "publisher": str,
            "author": str, "published": str, "published_basis": str, "published_why": str, "language": str,
            "script": str, "url": str, "forwarded_from": str, "embedded_in": int, "translated": int,
            "day": str, "lower": str, "upper": str,
            "text": str, "spans": bytes, "repeats": bytes, "blocks": bytes,
        },
        [("file", "files", "key"), ("embedded_in", "sources", "key")],
        {"id", "file", "kind", "text"},
    ),
    "headings": ({"text": str}, [], {"text"}),
    "passages": (
        {"source": int, "ordinal": int, "start": int, "end": int, "heading": int, "copy_of": int},
        [("source", "sources", "key"), ("heading", "headings", "key"), ("copy_of", "passages", "key")],
        {"source", "ordinal", "start", "end"},
    ),
    "actors": (
        {
            "id": str, "kind": str, "name": str, "native_name": str, "country": str, "wikidata": str,
            "origin": str, "mentions": int, "events": int, "doubt": str,
        },
        [],
        {"id", "kind", "name"},
    ),
    "names": (
        {"actor": int, "text": str, "script": str, "origin": str, "mentions": int},
        [("actor", "actors", "key")],
        {"actor", "text"},
    ),
    "offices": (
        {"actor": int, "title": str, "of": str, "at": str},
        [("actor", "actors", "key")],
        {"actor", "title"},
    ),
    "reasons": ({"text": str}, [], {"text"}),
    "readings": (
        {"why": int, "title": str, "score": float, "doubt": str},
        [("why", "reasons", "key")],
        {"why", "score"},
    ),
    "events": (
        {
            "id": str, "type": str, "date": str, "precision": str, "basis": str, "status": str,
            "place": str, "day": str, "lower": str, "upper": str, "title": str, "why": int, "doubt": str,
        },
        [("why", "reasons", "key")],
        {"id", "type", "title", "status"},
    ),
    "participants": (
        {"event": int, "actor": int, "role": str, "office": str},
        [("event", "events", "key"), ("actor", "actors", "key")],
        {"event", "actor", "role"},
    ),
    "reports": (
        {
            "id": str, "event": int, "source": int, "date": str, "basis": str, "why": int, "status": str,
            "place": str,
        },
        [("event", "events", "key"), ("source", "sources", "key"), ("why", "reasons", "key")],
        {"id", "event", "source"},
    ),
    "statements": (
        {
            "id": str, "speaker": int, "mode": str, "date": str, "venue": str, "event": int,
            "day": str, "lower": str, "upper": str, "text": str,
        },
        [("speaker", "actors", "key"), ("event", "events", "key")],
        {"id", "mode"},
    ),
    "figures": (
        {
            "id": str, "what": str, "value": float, "unit": str, "period": str, "qualifier": str,
            "verbatim": str, "lower": str, "upper": str, "passage": int,
        },
        [("passage", "passages", "key")],
        {"id", "what", "value", "unit"},
    ),
    "discrepancies": ({"id": str, "kind": str, "severity": str, "what": str}, [], {"id", "kind", "what"}),
    "evidence": (
        {
            "source": int, "start": int, "end": int, "passage": int, "office": int, "report": int,
            "statement": int, "figure": int, "discrepancy": int,
        },
        [
            ("source", "sources", "key"), ("passage", "passages", "key"), ("office", "offices", "key"),
            ("report", "reports", "key"), ("statement", "statements", "key"), ("figure", "figures", "key"),
            ("discrepancy", "discrepancies", "key"),
        ],
        {"source", "start", "end"},
    ),
}  # fmt: skip

TABLES = (*_TABLES, "mentions")
"""The tables of nouns, but for `mentions` each after those it points to."""

# There are more mentions than anything else. Kept by where they stand they need no number of their own, the
# words are those that stand there, the passage is the one at that place, and what is said of a reading is said
# alike of many.
_MENTIONS = """
    CREATE TABLE mentions (
        source INTEGER NOT NULL REFERENCES sources (key), start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        actor INTEGER NOT NULL REFERENCES actors (key), reading INTEGER NOT NULL REFERENCES readings (key),
        PRIMARY KEY (source, start, "end", actor)
    ) WITHOUT ROWID
"""

_INDEXES = (
    *(
        f"CREATE UNIQUE INDEX {table}_id ON {table} (id)"
        for table in ("sources", "actors", "events", "statements", "figures", "discrepancies")
    ),
    "CREATE UNIQUE INDEX passages_source ON passages (source, ordinal)",
    "CREATE INDEX passages_copy_of ON passages (copy_of) WHERE copy_of IS NOT NULL",
    "CREATE INDEX files_path ON files (substr(path, -16))",
    "CREATE INDEX sources_file ON sources (file)",
    "CREATE INDEX sources_day ON sources (day)",
    "CREATE INDEX sources_wide ON sources (upper, lower) WHERE upper > lower",
    "CREATE INDEX actors_mentions ON actors (mentions DESC)",
    "CREATE INDEX names_actor ON names (actor)",
    "CREATE INDEX offices_actor ON offices (actor)",
    "CREATE INDEX readings_why ON readings (why)",
    "CREATE INDEX events_day ON events (day)",
    "CREATE INDEX events_wide ON events (upper, lower) WHERE upper > lower",
    "CREATE INDEX participants_event ON participants (event)",
    "CREATE INDEX participants_actor ON participants (actor)",
    "CREATE INDEX reports_event ON reports (event)",
    "CREATE INDEX reports_source ON reports (source)",
    "CREATE INDEX statements_day ON statements (day)",
    "CREATE INDEX statements_wide ON statements (upper, lower) WHERE upper > lower",
    "CREATE INDEX statements_speaker ON statements (speaker)",
    "CREATE INDEX statements_event ON statements (event) WHERE event IS NOT NULL",
    "CREATE INDEX figures_passage ON figures (passage)",
    "CREATE INDEX evidence_source ON evidence (source, start)",
    "CREATE INDEX evidence_passage ON evidence (passage) WHERE report IS NOT NULL",
    *(
        f"CREATE INDEX evidence_{owner} ON evidence ({owner}) WHERE {owner} IS NOT NULL"
        for owner in ("office", "report", "statement", "figure", "discrepancy")
    ),
)

_VIEWS = {
    "passage_texts": """
        SELECT p.key, s.id AS source, p.ordinal, h.text AS heading, s.title, s.publisher, s.published,
               substr(s.text, p.start + 1, p.end - p.start) AS text
        FROM passages p JOIN sources s ON s.key = p.source LEFT JOIN headings h ON h.key = p.heading""",
    "chronology": """
        SELECT e.key, e.id, e.date, e.basis, e.type, e.status, e.title, e.place,
               (SELECT group_concat(a.name, '; ') FROM participants p JOIN actors a ON a.key = p.actor
                WHERE p.event = e.key) AS parties,
               (SELECT count(*) FROM reports r WHERE r.event = e.key) AS reports,
               w.text AS why, e.doubt
        FROM events e JOIN reasons w ON w.key = e.why""",
    "quotations": """
        SELECT v.key, coalesce('report ' || r.id, 'statement ' || t.id, 'figure ' || f.id,
                               'discrepancy ' || d.id, 'office ' || v.office) AS proves,
               s.id AS source, v.start, v.end, substr(s.text, v.start + 1, v.end - v.start) AS text
        FROM evidence v JOIN sources s ON s.key = v.source
        LEFT JOIN reports r ON r.key = v.report LEFT JOIN statements t ON t.key = v.statement
        LEFT JOIN figures f ON f.key = v.figure LEFT JOIN discrepancies d ON d.key = v.discrepancy""",
    "spoken": """
        SELECT t.key, t.id, a.name AS speaker, t.mode, t.date, t.venue, e.title AS event,
               (SELECT group_concat(substr(s.text, v.start + 1, v.end - v.start), char(10))
                FROM evidence v JOIN sources s ON s.key = v.source WHERE v.statement = t.key) AS text
        FROM statements t LEFT JOIN actors a ON a.key = t.speaker LEFT JOIN events e ON e.key = t.event""",
    "mentions_in_context": """
        SELECT a.name AS actor, s.id AS source, m.start, m.end,
               substr(s.text, m.start + 1, m.end - m.start) AS surface, t.title, t.score, r.text AS why, t.doubt,
               substr(s.text, max(m.start - 40, 0) + 1, m.end - m.start + 80) AS context
        FROM mentions m JOIN actors a ON a.key = m.actor JOIN sources s ON s.key = m.source
        JOIN readings t ON t.key = m.reading JOIN reasons r ON r.key = t.why""",
}

FOUND = ("passage", "event", "actor", "statement", "figure", "doubt")
"""What can be searched: each has a full-text index of its tokens, `passage_finder` and so on."""

FULL_TEXT = (*(f"{kind}_finder" for kind in FOUND), "passage_phrases")
"""The full-text indexes: those, and the one of the phrases of passages."""

_FTS = "content='', columnsize=0, tokenize=\"ascii tokenchars '_~'\""  # the words come folded to ASCII


def create(db: Database) -> None:
    """Make the empty tables, the full-text indexes and the views in an empty database."""
    db.table("meta").create({"name": str, "value": str}, pk="name")
    for name, (columns, foreign_keys, filled) in _TABLES.items():
        table = db.table(name)
        table.create({"key": int, **columns}, pk="key", foreign_keys=foreign_keys, not_null=filled)
    _run(db, _MENTIONS)
    _run(
        db, "CREATE TABLE vocabulary (term TEXT PRIMARY KEY, passages INTEGER, events INTEGER) WITHOUT ROWID"
    )
    _run(
        db,
        "CREATE TABLE runs (name TEXT, first INTEGER, last INTEGER, PRIMARY KEY (name, first)) WITHOUT ROWID",
    )
    for kind in FOUND:
        _run(db, f"CREATE VIRTUAL TABLE {kind}_finder USING fts5(tokens, detail=none, {_FTS})")
    _run(db, f"CREATE VIRTUAL TABLE passage_phrases USING fts5(words, {_FTS})")
    for name, select in _VIEWS.items():
        db.create_view(name, select)
    _run(db, f"PRAGMA application_id = {APPLICATION_ID}")
    _run(db, f"PRAGMA user_version = {SCHEMA}")


def index(db: Database) -> None:
    """Make the ordinary indexes; after the rows, which is faster."""
    for statement in _INDEXES:
        _run(db, statement)


def _run(db: Database, statement: str) -> None:
    db.conn.execute(statement)
