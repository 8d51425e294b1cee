"""The checks that an export passes before it is written: the schema, and what no schema can say."""

from __future__ import annotations

import json
import math
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any, cast

from reltui.export.errors import BadExport

Item = dict[str, Any]


@cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the format `reltui/1`, as it ships."""
    path = files("reltui.export") / "schema" / "reltui-1.json"
    return json.loads(path.read_text(encoding="utf-8"))


class Checker:
    """Checks a document part by part. `texts` are the sources' texts by id, `actors` the ids of actors."""

    def __init__(self, texts: dict[str, str], actors: set[str]) -> None:
        from jsonschema import Draft202012Validator  # slow to import, and only exports need it

        whole = schema()
        definitions = whole["$defs"]
        self._head = Draft202012Validator({**whole, "required": ["format", "generator"]})
        self._items = {
            name: Draft202012Validator(_inlined(definition["items"], definitions))
            for name, definition in whole["properties"].items()
            if "items" in definition
        }
        self._shapes: set[tuple[str, Any]] = set()
        self._texts = texts
        self._actors = actors
        self._ids: set[tuple[str, str]] = set()
        self._referred: list[tuple[str, str, str]] = []

    def head(self, item: Item) -> None:
        """Check the fields outside the lists."""
        _hold(self._head, "the document", item)

    def item(self, section: str, item: Item) -> None:
        """Check one item: its fields, that its id is its own, its evidence, and the actors it names."""
        where = f"{section}: {item.get('id') or item.get('surface')!r}"
        shape = (section, _shape(item))
        if shape not in self._shapes:  # what looks alike field by field is not looked at twice
            _hold(self._items[section], where, item)
            self._shapes.add(shape)
        if not math.isfinite(item.get("score") or 0) or not math.isfinite(item.get("value") or 0):
            raise BadExport(f"{where}: a number is not finite, which JSON cannot hold")
        if "id" in item:
            if (section, item["id"]) in self._ids:
                raise BadExport(f"{where}: another of its kind has the same id")
            self._ids.add((section, item["id"]))
        if section == "mentions":
            self._span(where, item["source"], item["start"], item["end"], item["surface"])
        for evidence in _spans(item):
            self._span(where, evidence["source"], evidence["start"], evidence["end"], evidence["text"])
        for actor in _actors(section, item):
            if actor not in self._actors:
                raise BadExport(f"{where}: it names the actor {actor!r}, who is not there")
        for kind in ("event", "embedded_in"):
            if item.get(kind):
                self._referred.append(("events" if kind == "event" else "sources", item[kind], where))

    def end(self) -> None:
        """Check what could refer to things that come later."""
        for section, ident, where in self._referred:
            if (section, ident) not in self._ids:
                raise BadExport(f"{where}: it refers to {ident!r} among the {section}, which is not there")

    def _span(self, where: str, source: str, start: int, end: int, text: str) -> None:
        """The first law: the words are there."""
        if source not in self._texts:
            raise BadExport(f"{where}: its evidence is in the source {source!r}, which is not there")
        if self._texts[source][start:end] != text:
            raise BadExport(f"{where}: other words stand at {start}–{end} of source {source!r} than it says")


def _hold(validator: Any, where: str, item: Item) -> None:
    if validator.is_valid(item):
        return
    best_match: Any = getattr(import_module("jsonschema.exceptions"), "best_match")  # noqa: B009  partly untyped
    if error := best_match(validator.iter_errors(item)):
        path = ".".join(str(part) for part in error.absolute_path) or "all of it"
        raise BadExport(f"{where}: {path} is not what the schema asks for: {error.message[:200]}")


def _inlined(part: Any, definitions: dict[str, Any]) -> Any:
    """Return a schema with its references to `$defs` filled in: looking them up each time is slow."""
    if isinstance(part, list):
        return [_inlined(one, definitions) for one in cast("list[Any]", part)]
    if not isinstance(part, dict):
        return part
    known = cast("dict[str, Any]", part)
    if "$ref" in known:
        return _inlined(definitions[known["$ref"].rpartition("/")[2]], definitions)
    return {key: _inlined(value, definitions) for key, value in known.items()}


# fields of free text: the schema only asks whether they are empty
_FREE = frozenset((
    "actor", "source", "surface", "title", "why", "doubt", "text", "what", "verbatim", "unit",
    "qualifier", "venue", "place", "office", "id",
))  # fmt: skip


def _shape(value: Any, field: str = "") -> Any:
    """Return all of a value that the schema looks at: types, and words where they are not free text."""
    if isinstance(value, dict):
        return tuple((key, _shape(one, key)) for key, one in cast("Item", value).items())
    if isinstance(value, list):
        # how many there are only matters where they are none, or numbers in a row
        shapes = [_shape(one, field) for one in cast("list[Any]", value)]
        return (
            "list",
            len(shapes) if field == "spans" or field == "repeats" else bool(shapes),
            frozenset(shapes),
        )
    if isinstance(value, str):
        return ("text", bool(value)) if field in _FREE else value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return (type(value).__name__, value >= 0, value <= 1)
    return value


def _spans(item: Item) -> list[Item]:
    """Return all evidence of an item, that of its reports and offices included."""
    found = list(item.get("evidence", ()))
    for part in (*item.get("reports", ()), *item.get("offices", ())):
        found += part["evidence"]
    return found


def _actors(section: str, item: Item) -> list[str]:
    if section == "mentions":
        return [item["actor"]]
    named = [participant["actor"] for participant in item.get("participants", ())]
    return [*named, item["speaker"]] if item.get("speaker") else named
