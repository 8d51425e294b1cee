"""Checks across tables: known states and places, no name of two states, patterns that compile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reltui.authority.table import Table
from reltui.authority.tables import Tables
from reltui.authority.tsv import BadTable

#: Attribute of `Tables` for each file that a user may add.
FILES = {
    f"{name}.tsv": name
    for name in [
        "states",
        "places",
        "organisations",
        "organisation_words",
        "people",
        "offices",
        "office_parts",
        "surname_hints",
        "common_words",
        "event_types",
        "event_triggers",
        "speech_verbs",
        "status_words",
        "sessions",
        "anniversaries",
        "units",
        "models",
        "model_labels",
    ]
} | {"given_names.tsv": "given"}


def problems(tables: Tables) -> Iterator[str]:
    """Yield one sentence for each mistake across tables; none for tables that are sound."""
    yield from _states(tables)
    for what, name, state in (
        *(("places.tsv", p.id, p.state) for p in tables.places),
        *(("organisations.tsv", o.id, o.state) for o in tables.organisations),
        *(("anniversaries.tsv", a.id, s) for a in tables.anniversaries for s in a.states),
    ):
        if state and state not in tables.states:
            yield f"{what}: '{name}' names the state '{state}', which states.tsv does not have."
    for row in tables.sessions:
        for pattern in row.patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                yield f"sessions.tsv: a pattern of '{row.id}' is not a regular expression ({error})."
        if row.place and row.place not in tables.places:
            yield f"sessions.tsv: '{row.id}' names the place '{row.place}', which places.tsv does not have."


def _states(tables: Tables) -> Iterator[str]:
    owner: dict[str, str] = {}
    for row in tables.states:
        for form in {row.name, *row.aliases, *row.sr, *row.ru}:
            other = owner.setdefault(form, row.id)
            if other != row.id:
                yield f"states.tsv: '{form}' names both '{other}' and '{row.id}'."


def check_extra(tables: Tables) -> None:
    """Read and check the tables of the user's folder; raises `BadTable` for the first mistake."""
    folder = tables.folders[-1]
    if not folder.is_dir():
        raise BadTable(folder, 0, "there is no such folder of tables.")
    present = [FILES[path.name] for path in sorted(folder.glob("*.tsv")) if path.name in FILES]
    for name in present:
        table = getattr(tables, name)
        assert isinstance(table, Table)
    if present:
        for problem in problems(tables):
            raise BadTable(_where(folder, problem), 0, problem)


def _where(folder: Path, problem: str) -> Path:
    return folder / problem.partition(":")[0]
