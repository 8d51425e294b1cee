"""The JSON Schema that ships: it is one, the export keeps it, and its closed lists are the model's."""

from __future__ import annotations

import io
import json
from typing import get_args

import jsonschema

from reltui.export import export
from reltui.export.checks import schema
from reltui.model import vocab

from .corpora import EMPTY, FULL


def written(corpus) -> str:
    out = io.StringIO()
    export(corpus, "json", out)
    return out.getvalue()


def test_the_schema_is_a_schema_and_the_export_keeps_it():
    jsonschema.Draft202012Validator.check_schema(schema())
    for corpus in (FULL, EMPTY):
        jsonschema.Draft202012Validator(schema()).validate(json.loads(written(corpus)))


def test_the_closed_lists_of_the_schema_are_those_of_the_model():
    parts = schema()["$defs"]

    def values(part: str, field: str) -> tuple[str, ...]:
        known = parts[part]["properties"][field]
        return tuple(known.get("enum") or known["anyOf"][0]["enum"])

    assert values("source", "kind") == vocab.SOURCE_KINDS
    assert values("actor", "kind") == vocab.ACTOR_KINDS
    assert values("actor", "origin") == get_args(vocab.Origin)
    assert values("event", "type") == vocab.EVENT_TYPES
    assert values("event", "status") == values("report", "status") == vocab.STATUSES
    assert values("event", "precision") == vocab.PRECISIONS
    assert values("event", "basis") == values("source", "published_basis") == get_args(vocab.Basis)
    assert values("statement", "mode") == vocab.MODES
    assert values("discrepancy", "kind") == vocab.DOUBT_KINDS
    assert values("discrepancy", "severity") == vocab.SEVERITIES
    roles = parts["event"]["properties"]["participants"]["items"]["properties"]["role"]["enum"]
    assert tuple(roles) == vocab.ROLES
