"""Corrections that contradict each other, and ids that have come to mean somebody else."""

from __future__ import annotations

from dataclasses import replace

from reltui.corrections import (
    ActorRef,
    Alias,
    MergeActors,
    NewActor,
    RenameActor,
    SplitActor,
    Undo,
    overlay,
)
from reltui.model import Facts
from tests.corrections.world import SOURCES, actor, facts, laws, log, made, mention, ref, spot

KNOWN = facts()


def named(known: Facts, ident: str) -> list[tuple[str, int]]:
    return [(m.source, m.start) for m in known.mentions if m.actor == ident]


# -- contradictions -------------------------------------------------------------------------------------


def test_a_later_joining_overrules_a_splitting():
    doubtful = spot(mention(KNOWN, "profile", "Джурич"))
    split = made(1, SplitActor(ref(KNOWN, "djuric"), (doubtful,), NewActor("Stefan Đurić")))
    after = overlay(KNOWN, SOURCES, [split]).facts
    merge = made(2, MergeActors(ref(after, "stefan-djuric-e1"), ref(after, "djuric")))
    corrected = overlay(KNOWN, SOURCES, [split, merge])
    laws(corrected.facts)
    assert named(corrected.facts, "djuric") == named(KNOWN, "djuric")
    assert corrected.ids == {"stefan-djuric-e1": "djuric"}
    assert [(o.entry, o.by) for o in corrected.overruled] == [("e1", "e2")]


def test_a_later_splitting_holds_two_apart_that_were_joined():
    merge = MergeActors(ref(KNOWN, "vulin"), ref(KNOWN, "djuric"))
    words = spot(mention(KNOWN, "profile", "Вулин"))
    corrected = overlay(
        KNOWN, SOURCES, log(merge, SplitActor(ref(KNOWN, "djuric"), (words,), ref(KNOWN, "vulin")))
    )
    laws(corrected.facts)
    assert named(corrected.facts, "vulin") == named(KNOWN, "vulin")
    assert corrected.overruled[0].what == "djuric and vulin are held apart by e2, which came later."


def test_words_given_to_two_go_to_the_later_one():
    words = (spot(mention(KNOWN, "tweet", "Марко Ђурић")),)
    first, second = (SplitActor(ref(KNOWN, "djuric"), words, ref(KNOWN, i)) for i in ("vucic", "vulin"))
    corrected = overlay(KNOWN, SOURCES, log(first, second))
    assert mention(corrected.facts, "tweet", "Марко Ђурић").actor == "vulin"
    assert [(o.entry, o.by) for o in corrected.overruled] == [("e1", "e2")]


# -- who is meant ---------------------------------------------------------------------------------------


def renumbered(gone: str, into: str) -> Facts:
    """A rebuild in which one namesake has left the corpus and the other took over the id."""
    known = facts("corpus")
    return replace(
        known,
        actors=tuple(replace(a, id=into, name="Namesake") if a.id == gone else a for a in known.actors if a.id != into),
        mentions=tuple(replace(m, actor=into) if m.actor == gone else m for m in known.mentions if m.actor != into),
        events=(), statements=(),
    )  # fmt: skip


def test_an_id_that_means_somebody_else_now_is_not_believed():
    known = facts("corpus")
    rename = log(RenameActor(ref(known, "vucic"), "Aca"))
    assert overlay(known, SOURCES, rename).applied == ("e1",)
    corrected = overlay(renumbered("vulin", "vucic"), SOURCES, rename)
    assert corrected.facts == renumbered("vulin", "vucic")
    assert [o.reason for o in corrected.orphans] == [
        "The words it was made on name nobody now, so vucic is not sure."
    ]
    swapped = renumbered("vulin", "vucic")
    old = tuple(replace(m, actor="putin") for m in known.mentions if m.actor == "vucic")
    corrected = overlay(replace(swapped, mentions=(*swapped.mentions, *old)), SOURCES, rename)
    assert corrected.orphans[0].reason == "The words it was made on now name Vladimir Putin, and not vucic."


def test_an_actor_under_a_new_id_is_found_by_the_words():
    known = facts("corpus")
    rename = log(RenameActor(ref(known, "vulin"), "Aca"))
    other = replace(
        known,
        actors=tuple(replace(a, id="vulin-aleksandar") if a.id == "vulin" else a for a in known.actors),
        mentions=tuple(replace(m, actor="vulin-aleksandar") if m.actor == "vulin" else m for m in known.mentions),
        events=(), statements=(),
    )  # fmt: skip
    corrected = overlay(other, SOURCES, rename)
    assert actor(corrected.facts, "vulin-aleksandar").name == "Aca"
    assert corrected.ids == {"vulin": "vulin-aleksandar"}
    named = {"name": "Петар Петровић", "native_name": None, "names": ()}
    stranger = replace(
        other, actors=tuple(replace(a, **named) if a.id == "vulin-aleksandar" else a for a in other.actors)
    )
    corrected = overlay(stranger, SOURCES, rename)
    assert corrected.facts == stranger
    assert "there is no actor vulin" in corrected.orphans[0].reason.lower()


def test_who_was_made_by_a_correction_that_is_taken_back_is_nobody():
    doubtful = spot(mention(KNOWN, "profile", "Джурич"))
    split = made(1, SplitActor(ref(KNOWN, "djuric"), (doubtful,), NewActor("Marko Đurić")))
    after = overlay(KNOWN, SOURCES, [split]).facts
    rename = made(2, RenameActor(ref(after, "marko-djuric-e1"), "Pera"))
    both = overlay(KNOWN, SOURCES, [split, rename])
    assert actor(both.facts, "marko-djuric-e1").name == "Pera"
    corrected = overlay(KNOWN, SOURCES, [split, rename, made(3, Undo("e1"))])
    assert corrected.facts == KNOWN
    assert [o.entry.id for o in corrected.orphans] == ["e2"]
    assert "is made by e1, which is not in force" in corrected.orphans[0].reason
    assert overlay(KNOWN, SOURCES, [split, rename, made(3, Undo("e1")), made(4, Undo("e3"))]) == both


def test_words_that_are_no_name_any_more():
    words = spot(mention(KNOWN, "tweet", "Марко Ђурић"))
    known = replace(KNOWN, mentions=tuple(m for m in KNOWN.mentions if m.source != "tweet"))
    split = SplitActor(
        ActorRef("djuric"), (words, spot(mention(KNOWN, "profile", "Джурич"))), ActorRef("vucic")
    )
    corrected = overlay(known, SOURCES, log(split))
    assert [o.reason for o in corrected.orphans] == ["“Марко Ђурић” is no name now."]
    assert mention(corrected.facts, "profile", "Джурич").actor == "vucic", "the words that are found count"
    assert corrected.applied == ("e1",)
    other = overlay(KNOWN, SOURCES, log(SplitActor(ActorRef("putin"), (words,), ActorRef("vucic"))))
    assert [o.reason for o in other.orphans] == ["“Марко Ђурић” names Marko Đurić now, not putin."]
    assert other.facts == KNOWN


def test_an_id_alone_is_enough_where_a_person_wrote_it():
    corrected = overlay(facts("corpus"), SOURCES, log(Alias(ActorRef("nis"), "Oil Industry")))
    assert "Oil Industry" in {n.text for n in actor(corrected.facts, "nis").names}
    assert overlay(KNOWN, SOURCES, log(Alias(ActorRef("nobody"), "Oil Industry"))).orphans[0].reason == (
        "There is no actor nobody, and no words lead to one of that name."
    )


def test_no_corrections_no_work():
    assert overlay(KNOWN, [], []).facts is KNOWN


def test_who_was_made_by_nobody_is_not_whom_it_was_joined_to():
    split = made(
        1, SplitActor(ref(KNOWN, "djuric"), (spot(mention(KNOWN, "profile", "Джурич")),), NewActor("Pera"))
    )
    after = overlay(KNOWN, SOURCES, [split]).facts
    pera = ref(after, "pera-e1")
    entries = [split, made(2, RenameActor(pera, "Petar")), made(3, MergeActors(pera, ref(after, "djuric")))]
    assert actor(overlay(KNOWN, SOURCES, entries).facts, "djuric").name == "Petar"
    corrected = overlay(KNOWN, SOURCES, [*entries, made(4, Undo("e1"))])
    assert corrected.facts == KNOWN
    assert [o.entry.id for o in corrected.orphans] == ["e2", "e3"]
