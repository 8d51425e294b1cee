"""JSON, format `reltui/1`: one object, a line for each thing in it.

Every part is held against the schema and the law that no fact is without its words before the first
character is written. Parts are made twice, once to check and once to write, so that a large corpus need
not be in memory a second time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from reltui import __version__
from reltui.export.checks import Checker
from reltui.export.forms import Corpus, Out
from reltui.export.items import Items
from reltui.export.order import ordered

FORMAT = "reltui/1"

Item = dict[str, Any]


def write(corpus: Corpus, out: Out) -> None:
    """Write the corpus; raises `BadExport` before anything is written."""
    sources, facts = ordered(*corpus.everything())
    items = Items(facts)
    sections: list[tuple[str, Callable[[], Iterator[Item]]]] = [
        ("sources", lambda: map(items.source, sources)),
        ("actors", lambda: map(items.actor, facts.actors)),
        ("mentions", lambda: map(items.mention, facts.mentions)),
        ("events", lambda: map(items.event, facts.events)),
        ("statements", lambda: map(items.statement, facts.statements)),
        ("figures", lambda: map(items.figure, facts.figures)),
        ("discrepancies", lambda: map(items.discrepancy, facts.discrepancies)),
    ]
    head = {"format": FORMAT, "generator": f"reltui {__version__}"}
    checker = Checker({source.id: source.text for source in sources}, {actor.id for actor in facts.actors})
    checker.head(head)
    for name, section in sections:
        for item in section():
            checker.item(name, item)
    checker.end()

    out.write(_line(head)[:-1])
    for name, section in sections:
        out.write(f',\n"{name}": [')
        before = "\n"
        for item in section():
            out.write(before + _line(item))
            before = ",\n"
        out.write("\n]" if before != "\n" else "]")
    out.write("}\n")


def _line(item: Item) -> str:
    """Return an item as JSON on one line, in readable UTF-8; a lone surrogate, which it has not, escaped."""
    text = json.dumps(item, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(item, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return text
