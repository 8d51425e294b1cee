"""From the user's line in a file to what a built corpus shows, through real files, builds and the store."""

from __future__ import annotations

from pathlib import Path

import pytest

from reltui import corpus
from reltui.corrections import (
    Alias,
    DropEvent,
    Finder,
    MergeActors,
    NewActor,
    Place,
    Remark,
    RenameActor,
    SetEvent,
    SplitActor,
    Undo,
    actor_ref,
    anchor,
    append,
    beside,
    correct,
    entry,
    event_ref,
    load,
    overlay,
    part,
    siblings,
)
from reltui.model import Facts, Source
from reltui.store import Reader

RELEASE = """On the visit of the Foreign Minister

Belgrade, 3 March 2025. On March 5, Foreign Minister Petar Zidarević will pay a visit to Vienna for talks \
with Chancellor Hans Obermeier.

On February 20, 2025, Petar Zidarević met with Minister Olga Tkalenko in Kyiv. Tkalenko said that the \
talks had been good.
"""
POSTS = """Forwarded from Ministry
On May 6, 2024, Foreign Minister Petar Zidarević spoke over the phone with Hans Obermeier.
The sides discussed energy.

Forwarded from Ministry
On June 7, 2024, President Pavle Stojković received Hans Obermeier in Belgrade.
The sides discussed energy.
"""


class Corpus:
    """Files in a folder, the database made of them, and what stands in it."""

    def __init__(self, folder: Path) -> None:
        self.texts = folder / "texts"
        self.db = folder / "data" / "corpus.db"
        self.texts.mkdir()
        (self.texts / "release.txt").write_text(RELEASE, encoding="utf-8")
        (self.texts / "posts.txt").write_text(POSTS, encoding="utf-8")
        self.build()

    def build(self) -> corpus.Report:
        report = corpus.build([self.texts], self.db)
        self.read()
        return report

    def read(self) -> None:
        with Reader(self.db) as reader:
            self.sources, self.facts = reader.everything()
            self.siblings = {s.id: siblings(reader, s) for s in self.sources}
        self.by_id = {s.id: s for s in self.sources}

    @property
    def fresh(self) -> bool:
        return corpus.fresh([self.texts], self.db)

    def keep(self, body: object, ident: str) -> None:
        append(beside(self.db), entry(body, ident=ident))  # type: ignore[arg-type]  # a Body

    def actor(self, name: str):
        one = next(a for a in self.facts.actors if a.name == name)
        return actor_ref(one, self.facts.mentions, self.by_id, self.siblings)

    def event(self, *people: str):
        ids = {self.actor(name).id for name in people}
        one = next(e for e in self.facts.events if ids <= {p.actor for p in e.participants})
        return event_ref(one, self.by_id, self.siblings)

    def words(self, text: str, where: str = ""):
        source = next(s for s in self.sources if text in s.text and where in s.text)
        start = source.text.index(text)
        return anchor(source, start, start + len(text), self.siblings[source.id])

    def names(self) -> set[str]:
        return {a.name for a in self.facts.actors}


@pytest.fixture
def built(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path)


def test_a_correction_outlives_builds_edits_and_moves(built: Corpus):
    assert {"Petar Zidarević", "Hans Obermeier", "Olga Tkalenko", "Pavle Stojković"} <= built.names()
    before = built.facts
    assert built.fresh
    call = built.event("Petar Zidarević", "Hans Obermeier")
    built.keep(RenameActor(built.actor("Olga Tkalenko"), "Olha Tkalenko"), "c1")
    built.keep(SetEvent(call, "date", "2024-05-07"), "c2")
    built.keep(MergeActors(built.actor("Pavle Stojković"), built.actor("Petar Zidarević")), "c3")
    assert not built.fresh, "a build would show something else now"

    assert built.build().unreadable == ()
    assert built.fresh
    assert "Olha Tkalenko" in built.names()
    assert "Pavle Stojković" not in built.names()
    assert next(e for e in built.facts.events if e.id == call.id).date == "2024-05-07"
    shown = built.facts
    assert overlay(shown, built.sources, load(beside(built.db))).facts == shown

    # text before and after, lines broken otherwise, a file elsewhere
    release = RELEASE.replace("Kyiv. Tkalenko said", "Kyiv.\nTkalenko said")
    (built.texts / "release.txt").write_text(f"PRESS SERVICE\n\n{release}\nThe end.\n", encoding="utf-8")
    (built.texts / "2024").mkdir()
    (built.texts / "posts.txt").rename(built.texts / "2024" / "dump.txt")
    built.build()
    assert "Olha Tkalenko" in built.names()
    assert "Pavle Stojković" not in built.names()
    assert next(e for e in built.facts.events if e.id == call.id).date == "2024-05-07"

    # and all taken back, in the first files
    (built.texts / "2024" / "dump.txt").rename(built.texts / "posts.txt")
    (built.texts / "2024").rmdir()
    (built.texts / "release.txt").write_text(RELEASE, encoding="utf-8")
    for ident in ("c1", "c2", "c3"):
        built.keep(Undo(ident), f"u{ident}")
    built.build()
    assert built.facts == before


def test_a_source_that_is_gone_leaves_its_corrections_as_orphans(built: Corpus):
    built.keep(RenameActor(built.actor("Olga Tkalenko"), "Olha Tkalenko"), "c1")
    built.keep(Remark("note", built.words("The sides discussed energy"), "which?"), "c2")
    (built.texts / "release.txt").unlink()
    built.build()
    corrected, wrong = correct(built.db, built.facts, built.sources)
    assert wrong == ()
    assert [(o.entry.id, o.reason) for o in corrected.orphans] == [
        ("c1", "No file of the corpus is release.txt that it was made on.")
    ]
    note = corrected.notes[0]
    assert built.by_id[note.id].text[note.start : note.end] == "The sides discussed energy"


def test_a_post_that_is_gone_is_not_taken_for_the_one_like_it(built: Corpus):
    """Both posts close with the same words; the dump is published again without the first."""
    words = built.words("The sides discussed energy", where="On May 6")
    (built.texts / "posts.txt").write_text(POSTS[POSTS.index("Forwarded", 10) :], encoding="utf-8")
    built.build()
    found = Finder(built.sources).find(words)
    assert not isinstance(found, Place)
    grown = "Forwarded from Ministry\nOn May 1, 2024, President Pavle Stojković left for Graz.\n\n" + POSTS
    (built.texts / "posts.txt").write_text(grown, encoding="utf-8")
    built.build()
    found = Finder(built.sources).find(words)
    assert isinstance(found, Place)
    assert "On May 6" in built.by_id[found.source].text


def test_what_cannot_be_used_is_listed_with_the_build(built: Corpus):
    built.keep(RenameActor(built.actor("Olga Tkalenko"), "Olha Tkalenko"), "c1")
    with beside(built.db).open("a", encoding="utf-8") as file:
        file.write("{half\n")
    report = built.build()
    assert report.unreadable == (
        ("corrections.jsonl", "line 3: it cannot be read as JSON, at character 2; the line is left out"),
    )
    assert "Olha Tkalenko" in built.names()


def test_a_part_of_the_corpus_is_planned_as_the_whole(built: Corpus):
    """What the app does, which never holds all facts of a large corpus."""
    tkalenko = next(m for m in built.facts.mentions if m.surface == "Olga Tkalenko")
    built.keep(MergeActors(built.actor("Pavle Stojković"), built.actor("Petar Zidarević")), "c1")
    built.keep(
        SplitActor(
            built.actor("Olga Tkalenko"),
            (anchor(built.by_id[tkalenko.source], tkalenko.start, tkalenko.end),),
            NewActor("Oleh Tkalenko"),
        ),
        "c2",
    )
    built.keep(DropEvent(built.event("Pavle Stojković", "Hans Obermeier")), "c3")
    built.keep(Alias(built.actor("Hans Obermeier"), "Обермайер"), "c4")
    built.keep(Remark("mark", built.words("talks had been good")), "c5")
    log = load(beside(built.db))
    with Reader(built.db) as reader:
        some = part(reader, log)
    whole = overlay(built.facts, built.sources, log)
    shown = overlay(some[1], some[0], log, whole=False)
    assert (whole.orphans, shown.orphans) == ((), ())
    assert shown.plan == whole.plan
    assert shown.notes == whole.notes
    events = {e.id: e for e in whole.facts.events}
    assert all(events[e.id] == e for e in shown.facts.events)
    assert {m.actor for m in shown.facts.mentions} == {m.actor for m in whole.facts.mentions}


def test_nothing_is_asked_of_the_corpus_where_nothing_is_corrected(built: Corpus):
    with Reader(built.db) as reader:
        assert part(reader, []) == ([], Facts())


def test_other_posts_of_a_file_are_found_by_their_ids(built: Corpus):
    posts = [s for s in built.sources if s.path == "posts.txt"]
    assert len(posts) == 2
    for post in posts:
        assert [s.id for s in built.siblings[post.id]] == [o.id for o in posts if o.id != post.id]
    alone: list[Source] = [s for s in built.sources if s.units == 1]
    assert all(built.siblings[s.id] == [] for s in alone)
