"""A copy of a generated corpus in which every event stands several times: a list of a million events.

    python -m benchmarks.search.million CORPUS COPY TIMES

Only what lists of events show is multiplied: events, parties, reports and their evidence. The rows are numbered
anew by day.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from pathlib import Path

_STEPS = (
    "CREATE TEMP TABLE times (n INTEGER)",
    "CREATE TEMP TABLE numbered AS SELECT row_number() OVER (ORDER BY e.day, e.key, t.n) AS new, e.key AS old, t.n "
    "FROM events e CROSS JOIN times t",
    "CREATE TEMP TABLE told AS SELECT * FROM events",
    "CREATE TEMP TABLE parties AS SELECT * FROM participants",
    "CREATE TEMP TABLE reported AS SELECT * FROM reports",
    "CREATE TEMP TABLE proofs AS SELECT v.*, r.id AS told FROM evidence v JOIN reports r ON r.key = v.report",
    "CREATE INDEX temp.by_event ON parties (event)",
    "CREATE INDEX temp.by_report ON reported (event)",
    "DELETE FROM participants",
    "DELETE FROM evidence WHERE report IS NOT NULL",
    "DELETE FROM reports",
    "DELETE FROM events",
    "INSERT INTO events SELECT m.new, e.id || '-' || m.n, e.type, e.date, e.precision, e.basis, e.status, e.place, "
    "e.day, e.lower, e.upper, e.title, e.why, e.doubt FROM numbered m JOIN told e ON e.key = m.old ORDER BY m.new",
    "INSERT INTO participants (event, actor, role, office) "
    "SELECT m.new, p.actor, p.role, p.office FROM numbered m JOIN parties p ON p.event = m.old",
    "INSERT INTO reports (id, event, source, date, basis, why, status, place) SELECT r.id || '-' || m.n, m.new, "
    "r.source, r.date, r.basis, r.why, r.status, r.place FROM numbered m JOIN reported r ON r.event = m.old",
    "CREATE INDEX by_id ON reports (id)",
    'INSERT INTO evidence (source, start, "end", passage, report) SELECT p.source, p.start, p."end", p.passage, r.key '
    "FROM proofs p CROSS JOIN times t JOIN reports r ON r.id = p.told || '-' || t.n",
    "DROP INDEX by_id",
    "DELETE FROM runs WHERE name = 'events'",
    "INSERT INTO runs SELECT 'events', 1, count(*) FROM events",
    "UPDATE meta SET value = json_set(value, '$.events', (SELECT count(*) FROM events)) WHERE name = 'counts'",
)


def multiply(corpus: Path, copy: Path, times: int) -> None:
    """Write the copy; its indexes for searching still speak of the events as they were."""
    made = copy.with_suffix(".new")
    shutil.copyfile(corpus, made)
    connection = sqlite3.connect(made, isolation_level=None)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -200000")
    connection.execute("BEGIN")
    for step in _STEPS:
        connection.execute(step)
        if "TABLE times" in step:
            connection.executemany("INSERT INTO times VALUES (?)", [(n,) for n in range(times)])
    connection.execute("COMMIT")
    connection.close()
    made.rename(copy)


if __name__ == "__main__":
    multiply(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
