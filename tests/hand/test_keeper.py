"""The keeper: keeping, undoing, files that are changed by others, and readers for one question."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from reltui.corrections import BadEntry, MergeActors, RenameActor, SetEvent, beside
from reltui.corrections.entries import ActorRef, EventRef
from reltui.hand import Keeper, actor_of, opened, said
from reltui.query import parse
from reltui.store import Reader

PUTIN = ActorRef("vladimir-putin", "Vladimir Putin")


def names(reader: Reader) -> set[str]:
    return {row.name for row in reader.actors().rows(0, 999)}


@pytest.mark.parametrize("small", [None, 0], ids=["small", "large"])
def test_kept_taken_back_and_done_again(db: Path, small: int | None) -> None:
    keeper = Keeper(db, small)
    with keeper.keep(RenameActor(PUTIN, "V. V. Putin")).reader() as reader:
        assert "V. V. Putin" in names(reader)
        assert reader.actor("vladimir-putin").name == "V. V. Putin"
    hand, entry = keeper.undo()
    assert entry is not None
    assert said(entry.body) == "Vladimir Putin is called V. V. Putin"
    with hand.reader() as reader:
        assert "V. V. Putin" not in names(reader)
    hand, again = keeper.redo()
    assert again == entry
    with hand.reader() as reader:
        assert "V. V. Putin" in names(reader)
    assert keeper.redo()[1] is None
    keeper.close()


def test_a_bad_entry_is_refused_and_nothing_is_kept(db: Path) -> None:
    keeper = Keeper(db)
    with pytest.raises(BadEntry):
        keeper.keep(SetEvent(EventRef("2019-01-19-visit-putin"), "date", "soon"))
    assert not beside(db).exists()


def test_the_file_of_somebody_else_is_taken_up_and_damage_is_told(db: Path) -> None:
    keeper = Keeper(db)
    first = keeper.look()
    beside(db).write_text(
        '{"what": "alias", "actor": "vladimir-putin", "name": "Путина"}\n{"wh\n', encoding="utf-8"
    )
    hand = keeper.look()
    assert hand.stamp != first.stamp
    assert [problem.line for problem in hand.log.problems] == [2]
    with hand.reader() as reader:
        assert "Путина" in [name.text for name in reader.actor("vladimir-putin").names]
    keeper.close()


def test_nothing_is_written_where_nothing_is_changed(db: Path) -> None:
    before = set(Path(tempfile.gettempdir()).glob("reltui-hand-*"))
    assert Keeper(db).look().shown == db
    with opened(db) as reader:
        assert type(reader) is Reader
    assert set(Path(tempfile.gettempdir()).glob("reltui-hand-*")) == before


def test_what_was_written_goes_with_the_keeper_while_readers_go_on(db: Path) -> None:
    keeper = Keeper(db)
    hand = keeper.keep(RenameActor(PUTIN, "V. V. Putin"))
    reader = hand.reader()
    keeper.close()
    assert not hand.shown.exists()
    assert "V. V. Putin" in names(reader)
    reader.close()


def test_an_actor_is_led_to_by_words_of_the_source_one_looks_at(db: Path) -> None:
    with Reader(db) as reader:
        sources = [row.id for row in reader.sources().rows(0, 99)]
        naming = [s for s in sources if any(m.actor == "sergey-lavrov" for m in reader.mentions(s))]
        for near in naming:
            assert actor_of(reader, "sergey-lavrov", near).words[0].source == near


def test_a_large_corpus_counts_offices_and_facets_under_one_name(db: Path) -> None:
    with Reader(db) as reader:
        merge = MergeActors(actor_of(reader, "ivica-dacic"), actor_of(reader, "marko-djuric"))
        told = [row for row in reader.offices().rows(0, 99) if row.actor in ("ivica-dacic", "marko-djuric")]
        figures = len(reader.figures(parse("actor:marko-djuric")))
    keeper = Keeper(db, 0)
    with keeper.keep(merge, RenameActor(merge.into, "Neko")).reader() as reader:
        rows = reader.offices().rows(0, 99)
        assert sum(row.name == "Neko" for row in rows) == len(told)
        assert all(row.actor != "ivica-dacic" for row in rows)
        facets = reader.facets(parse("serbia"), actors=99).actors
        assert [one.label for one in facets if one.value == "marko-djuric"] == ["Neko"]
        assert len(reader.figures(parse("actor:neko"))) >= figures
    keeper.close()
