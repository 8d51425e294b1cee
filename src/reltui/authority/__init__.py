"""The tables of `data/` and the user's own: states, places, bodies, people, titles, words of events.

    tables = load()                       # or load(Path("my-tables")); nothing is read before it is used
    tables.states.by_name("Србије").id    # "serbia"
    tables.offices["Foreign Minister en"].office
    for hit in tables.gazetteer.scan(text):
        hit.start, hit.end, hit.entries   # Entry(kind, id, how, ambiguous), see `gazetteer`
    for hit in tables.trigger_phrases.scan(text): hit.entries[0].type

Columns and sources of every table: docs/data.md.
"""

from reltui.authority.tables import Tables, load, load_beside
from reltui.authority.tsv import BadTable

__all__ = ["BadTable", "Tables", "load", "load_beside"]
