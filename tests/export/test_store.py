"""What the store gives back is exported just as what was put into it; real texts export as well."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import jsonschema

from reltui.export import export
from reltui.export.checks import schema
from reltui.model import Facts, File, Passage
from reltui.read import Reading, discover, read
from reltui.resources import shipped
from reltui.store import Meta, Reader, write

from .corpora import FACTS, TEXT, Corpus, source

META = Meta("a corpus", "2026-01-01T00:00:00Z", "reltui", 0, "", {})


def exported(corpus) -> str:
    out = io.StringIO()
    export(corpus, "json", out)
    return out.getvalue()


def test_the_store_gives_back_all_that_is_exported(tmp_path: Path):
    of = source()
    facts = replace(FACTS, published=())
    file = File(of.path, of.sha256, "text", "utf-8")
    readings = [Reading(file, (of,), (Passage(of.id, 1, 0, len(TEXT)),))]
    write(tmp_path / "corpus.db", readings, facts, META)
    with Reader(tmp_path / "corpus.db") as reader:
        stored = json.loads(exported(reader))
    direct = json.loads(exported(Corpus([of], facts)))
    for section, items in direct.items():
        assert stored[section] == items, section


def test_the_shipped_texts_export_as_they_were_read(tmp_path: Path):
    readings = [read(found) for found in discover([shipped("seeds")])]
    write(tmp_path / "seeds.db", readings, Facts(), META)
    with Reader(tmp_path / "seeds.db") as reader:
        found = json.loads(exported(reader))
    jsonschema.Draft202012Validator(schema()).validate(found)
    texts = {s.id: s.text for reading in readings for s in reading.sources}
    assert {s["id"]: s["text"] for s in found["sources"]} == texts
    assert len(texts) == sum(len(reading.sources) for reading in readings) > 5
