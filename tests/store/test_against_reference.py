"""The store answers every query as the slow reference does: passages, events, lists and places in them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reltui.query import parse
from reltui.store import Reader, write
from tests.conftest import meta
from tests.store.corpora import Asked, Text, answers, corpus, queries, texts


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, st.lists(queries, min_size=3, max_size=3))
def test_queries_find_what_the_reference_finds(made: list[Text], asked: list[Asked]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "c.db"
        write(path, *corpus(made), meta())
        with Reader(path) as reader:
            for one in asked:
                _check(reader, made, one)


def _check(reader: Reader, made: list[Text], asked: Asked) -> None:
    query = parse(asked.text())
    assert query.problems == ()
    passages = {f"s{n}" for n, text in enumerate(made) if answers(asked, n, text, False)}
    events = {f"e{n}" for n, text in enumerate(made) if text.event and answers(asked, n, text, True)}
    for order in ("relevance", "date"):
        hits = reader.search(query, limit=100, order=order)
        assert {hit.source for hit in hits if hit.kind == "passage"} == passages, (asked.text(), order)
        assert {hit.id for hit in hits if hit.kind == "event"} == events, (asked.text(), order)
        # at each key there may be less, but nothing else, and nothing where a rest would find something
        hasty = reader.search(query, limit=100, order=order, hasty=True)
        assert {hit.source for hit in hasty if hit.kind == "passage"} <= passages, (asked.text(), order)
        assert bool([hit for hit in hasty if hit.kind == "passage"]) == bool(passages), (asked.text(), order)
    assert reader.count(query)["passages"] == len(passages), asked.text()
    assert reader.count(query)["events"] == len(events), asked.text()
    window = reader.events(query)
    rows = window.rows(0, len(window))
    assert {row.id for row in rows} == events
    assert [window.index_of(row.id) for row in rows] == list(range(len(rows)))
    assert {row.id for row in reader.sources(query).rows(0, 100)} == passages
