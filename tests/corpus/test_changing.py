"""A corpus changed in place is the corpus that would be built of the same files."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from reltui import corpus
from reltui.corpus import quick
from reltui.dates import Edtf
from reltui.model import Facts
from reltui.store import Reader
from reltui.store.numbers import Runs
from reltui.store.rowsaid import RowsSaid

PEOPLE = (
    "Sergey Lavrov", "Ivica Dačić", "Ana Brnabić", "Vladimir Putin", "Aleksandar Vučić", "Marko Đurić",
    "Nebojša Stefanović", "Sergei Shoigu", "Maria Zakharova", "Zorana Mihajlović",
)  # fmt: skip
PLACES = ("Moscow", "Belgrade", "Sochi", "Niš", "Vienna")
KINDS = {
    "passage": "passages", "event": "events", "actor": "actors", "statement": "statements",
    "figure": "figures", "doubt": "discrepancies",
}  # fmt: skip


def text(chance: random.Random) -> str:
    """A short text of its own about some of the people on some day."""
    one, two, three = chance.sample(PEOPLE, 3)
    day = (
        f"{chance.randint(1, 28)} {chance.choice(('March', 'May', 'October'))} {chance.choice((2022, 2023))}"
    )
    place = chance.choice(PLACES)
    number = chance.randint(10, 999)
    return chance.choice(
        (
            f"{place}, {day} (TASS): {one} met {two} in {place} on {day}. They discussed trade of {number} million "
            f"dollars.\n\n“We will go on with contract {number},” {two.split()[-1]} said.\n",
            f"{one} spoke by telephone with {two} on {day}.\n\n{three} was informed of it. Note {number} follows.\n",
            f"{one} visited {place} on {day}. It is visit number {number}.\n",
            f"Nothing of note happened in {place} this week, says bulletin {number}, but prices rose by 3 percent.\n",
            f"{three} said on {day} that {one} will meet {two} in {place}. Source {number}.\n",
        )
    )


def state(db: Path) -> tuple[object, ...]:
    """Everything in a corpus that is not a row number or an order among equals."""
    with Reader(db) as reader:
        sources, facts = reader.everything()
        counts = {k: v for k, v in reader.meta.counts.items() if k not in ("untraced", "reasons")}
        actors = {row.id: (row.mentions, row.events) for row in reader.actors().rows(0, 10_000)}
        doubted = {row.id: row.doubt for row in reader.events().rows(0, 10_000)}
        dates = [Edtf.try_parse(row.date) for row in reader.events().rows(0, 10_000)]
        order = [date.lower or date.upper or "" for date in dates if date.known]
        assert order == sorted(order)
    connection = sqlite3.connect(db)
    vocabulary = set(connection.execute("SELECT term, passages, events FROM vocabulary"))
    connection.close()
    return (
        {s.id: s for s in sources}, actors, doubted, vocabulary, counts, *normal(facts),
    )  # fmt: skip


def normal(facts: Facts) -> tuple[object, ...]:
    actors = {
        a.id: (a.kind, a.name, a.native_name, a.country, a.origin, set(a.names), set(a.offices))
        for a in facts.actors
    }
    events = {
        e.id: (
            e.type,
            e.title,
            e.date,
            e.basis,
            e.why,
            e.status,
            e.place,
            set(e.participants),
            set(e.reports),
        )
        for e in facts.events
    }
    return (
        actors, events, set(facts.mentions), set(facts.statements), set(facts.figures),
        {d.id: (d.kind, d.what, set(d.evidence)) for d in facts.discrepancies}, set(facts.copies),
    )  # fmt: skip


def consistent(db: Path) -> None:
    """The indexes say what the tables say, and the runs which rows there are."""
    connection = sqlite3.connect(db)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    said = RowsSaid(connection)
    for kind, table in KINDS.items():
        keys = [key for (key,) in connection.execute(f"SELECT key FROM {table} ORDER BY key")]
        assert list(Runs.read(connection, table)) == keys
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.v_{kind} USING fts5vocab(main, {kind}_finder, instance)"
        )
        held: dict[int, set[str]] = {}
        for term, doc in connection.execute(f"SELECT term, doc FROM temp.v_{kind}"):
            held.setdefault(doc, set()).add(term)
        told = {key: said.of(kind, key) for key in keys}
        assert held == {key: set(row.finder(kind).split()) for key, row in told.items() if row is not None}
        if kind == "passage":
            connection.execute(
                "CREATE VIRTUAL TABLE temp.v_words USING fts5vocab(main, passage_phrases, instance)"
            )
            spoken: dict[int, list[str]] = {}
            for term, doc in connection.execute("SELECT term, doc FROM temp.v_words ORDER BY doc, offset"):
                spoken.setdefault(doc, []).append(term)
            assert spoken == {key: row.words for key, row in told.items() if row is not None and row.words}
    connection.close()


@pytest.fixture
def always_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "SMALL", 0)
    monkeypatch.setattr("reltui.corpus.kept.machinery_sign", lambda _: "the same")  # while somebody edits it

    def build(*_: object, **__: object) -> None:
        pytest.fail("it was built anew")

    monkeypatch.setattr("reltui.corpus.changing.build", build)


@pytest.mark.parametrize("seed", range(4))
def test_one_by_one_is_as_all_at_once(seed: int, tmp_path: Path, always_quick: None) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(text(chance), encoding="utf-8")
    db, again = tmp_path / "c" / "corpus.db", tmp_path / "again" / "corpus.db"
    corpus.build([folder], db, title="texts")
    for step in range(8):
        there = sorted(folder.iterdir())
        what = chance.choice(("add", "add", "change", "remove"))
        if what == "add":
            path = folder / f"{chance.randint(0, 99)}-new{step}.txt"
            path.write_text(text(chance), encoding="utf-8")
            corpus.add([path], db)
        elif what == "change":
            chance.choice(there).write_text(text(chance), encoding="utf-8")
            corpus.update(db)
        else:
            chance.choice(there).unlink()
            corpus.update(db)
        consistent(db)
        corpus.build([folder], again, title="texts")
        assert state(db) == state(again), f"after step {step}: {what}"


def test_a_removed_file_comes_back(tmp_path: Path, always_quick: None) -> None:
    chance = random.Random(99)
    folder = tmp_path / "texts"
    (folder / "deep").mkdir(parents=True)
    for number in range(5):
        (folder / "deep" / f"{number}.txt").write_text(text(chance), encoding="utf-8")
    db = tmp_path / "corpus.db"
    corpus.build([folder], db)
    before = state(db)
    report = corpus.remove([folder / "deep" / "2.txt"], db)
    assert report.counts["sources"] == 4
    consistent(db)
    assert corpus.fresh([folder], db)
    corpus.add([folder / "deep" / "2.txt"], db)
    consistent(db)
    assert state(db) == before
    with Reader(db) as reader:
        assert reader.meta.inputs == (str(folder),)
        assert reader.meta.left_out == ()


def test_a_file_that_cannot_be_read_changes_nothing_else(
    tmp_path: Path, always_quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    chance = random.Random(5)
    for number in range(4):
        (folder / f"{number}.txt").write_text(text(chance), encoding="utf-8")
    db = tmp_path / "corpus.db"
    corpus.build([folder], db)
    before = state(db)
    (folder / "bad.txt").write_text("  \n")
    report = corpus.add([folder / "bad.txt"], db)
    assert dict(report.unreadable) == {"bad.txt": "there is no text in it"}
    assert state(db) == before
    for number in range(20):  # many that cannot be read are no change each time
        (folder / f"{number}.pdf").write_bytes(b"%PDF-1.4 and nothing of the kind")
    monkeypatch.setattr(quick, "FEW", 99)
    assert len(corpus.update(db).unreadable) == 21
    monkeypatch.setattr(quick, "FEW", 1)
    (folder / "bad.txt").write_text(text(chance), encoding="utf-8")
    report = corpus.update(db)
    assert len(report.unreadable) == 20
    assert report.counts["sources"] == 5
    consistent(db)


def test_a_reader_sees_the_old_or_the_new(tmp_path: Path, always_quick: None) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    chance = random.Random(6)
    for number in range(4):
        (folder / f"{number}.txt").write_text(text(chance), encoding="utf-8")
    db = tmp_path / "corpus.db"
    corpus.build([folder], db)
    with Reader(db) as reader:
        seen: list[int] = []

        def look(stage: str, done: int, total: int) -> None:
            seen.append(len(reader.sources().rows(0, 99)))

        (folder / "new.txt").write_text(text(chance), encoding="utf-8")
        corpus.update(db, look)
        assert set(seen[:-1]) == {4}
        assert len(reader.sources().rows(0, 99)) == 5
