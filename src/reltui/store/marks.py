"""What stands where in a source."""

from __future__ import annotations

import sqlite3

from reltui.store.rows import Mark

_SQL = """
    SELECT m.start, m."end", 'mention', a.id, r.doubt IS NOT NULL
    FROM mentions m JOIN actors a ON a.key = m.actor JOIN readings r ON r.key = m.reading WHERE m.source = ?1
    UNION SELECT v.start, v."end", 'event', e.id, e.doubt IS NOT NULL
    FROM evidence v JOIN reports r ON r.key = v.report JOIN events e ON e.key = r.event WHERE v.source = ?1
    UNION SELECT v.start, v."end", 'statement', t.id, 0
    FROM evidence v JOIN statements t ON t.key = v.statement WHERE v.source = ?1
    UNION SELECT v.start, v."end", 'figure', f.id, 0
    FROM evidence v JOIN figures f ON f.key = v.figure WHERE v.source = ?1
    UNION SELECT v.start, v."end", 'doubt', d.id, 1
    FROM evidence v JOIN discrepancies d ON d.key = v.discrepancy WHERE v.source = ?1
    ORDER BY 1, 2 DESC, 3, 4
"""


def marks(connection: sqlite3.Connection, source: int) -> list[Mark]:
    """Return the marks of a source by place, of those that begin together the longest first."""
    rows = connection.execute(_SQL, (source,))
    return [Mark(start, end, kind, ident, bool(doubt)) for start, end, kind, ident, doubt in rows]
