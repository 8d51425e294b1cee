"""One word for a body and for a place: "NIS" the company beside "Nis" the city."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reltui import names
from reltui.model import Discrepancy, Evidence, Facts, Mention
from reltui.model.ids import digest

if TYPE_CHECKING:
    from reltui.authority import Tables

_LEAST = 3  # letters of an acronym: shorter ones are words of many places


def find(texts: Iterable[tuple[str, str]], facts: Facts, tables: Tables) -> list[Discrepancy]:
    """Return a note for each acronym of a body that the sources also use, in small letters, for a town.

    Only acronyms that are a town's name in the tables are looked for in the texts.
    """
    bodies = {a.id: a for a in facts.actors if a.kind == "organisation"}
    letters: dict[str, Mention] = {}
    for mention in facts.mentions:
        word = mention.surface
        if mention.actor in bodies and word.isalpha() and word.isupper() and len(word) >= _LEAST:
            letters.setdefault(names.fold(word), mention)
    if not letters:
        return []
    towns: dict[str, set[str]] = {}
    for place in tables.places:
        for name in (place.name, *place.aliases):
            if name.isalpha() and (key := names.fold(name)) in letters:
                towns.setdefault(key, set()).add(name)
    found: list[Discrepancy] = []
    for key, spellings in sorted(towns.items()):
        used = _used(texts, spellings)
        if used is not None:
            mention = letters[key]
            body = bodies[mention.actor]
            found.append(
                Discrepancy(
                    f"d{digest('homonym', body.id, key)}",
                    "name",
                    "note",
                    f"Two things are called so: “{mention.surface}” is {body.name}, “{used.text}” is a place.",
                    (Evidence(mention.source, mention.start, mention.end, mention.surface), used),
                )
            )
    return found


def _used(texts: Iterable[tuple[str, str]], spellings: set[str]) -> Evidence | None:
    """Where one of the spellings stands as a place's name, not in capitals."""
    pattern = re.compile(
        rf"\b(?:in|at|to|from|near|of|u|iz|у|из|в)\s({'|'.join(map(re.escape, sorted(spellings)))})\b"
    )
    for source, text in texts:
        match = pattern.search(text)
        if match is not None:
            return Evidence(source, match.start(1), match.end(1), match.group(1))
    return None
