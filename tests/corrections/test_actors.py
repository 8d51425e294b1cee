"""The same person, another one, a better name: and everything that hangs on a name follows it."""

from __future__ import annotations

from reltui.corrections import (
    ActorRef,
    Alias,
    DropMention,
    MergeActors,
    NewActor,
    RenameActor,
    SplitActor,
    Undo,
    overlay,
)
from reltui.model import Facts, Name
from tests.corrections.world import SOURCES, actor, event, facts, laws, log, made, mention, ref, spot

KNOWN = facts()


def participants(known: Facts, ident: str) -> dict[str, str]:
    return {p.actor: p.role for p in event(known, ident).participants}


def named(known: Facts, ident: str) -> list[tuple[str, int]]:
    return [(m.source, m.start) for m in known.mentions if m.actor == ident]


def speakers(known: Facts) -> dict[str, str | None]:
    return {s.id: s.speaker for s in known.statements}


# -- the same person ------------------------------------------------------------------------------------


def test_two_are_one():
    corrected = overlay(KNOWN, SOURCES, log(MergeActors(ref(KNOWN, "vulin"), ref(KNOWN, "djuric"))))
    laws(corrected.facts)
    assert corrected.orphans == ()
    assert "vulin" not in {a.id for a in corrected.facts.actors}
    assert corrected.ids == {"vulin": "djuric"}
    assert corrected.by == {("actor", "djuric"): ("e1",)}
    one = actor(corrected.facts, "djuric")
    assert (one.name, one.origin, one.kind) == ("Marko Đurić", "authority", "person")
    assert {n.text for n in one.names} == {n.text for i in ("djuric", "vulin") for n in actor(KNOWN, i).names}
    assert [o.title for o in one.offices] == ["Minister of the Interior"]
    assert sorted(named(corrected.facts, "djuric")) == sorted(named(KNOWN, "djuric") + named(KNOWN, "vulin"))
    assert participants(corrected.facts, "meet-vulin") == {"lavrov": "host", "djuric": "guest"}
    assert event(corrected.facts, "meet-vulin").title == "Lavrov – Đurić"
    why = {m.why for m in corrected.facts.mentions if (m.source, m.start) in named(KNOWN, "vulin")}
    assert why == {"same sound in every script; Aleksandar Vulin is the same by correction e1"}


def test_the_parties_of_one_event_that_are_one_are_one_party():
    corrected = overlay(KNOWN, SOURCES, log(MergeActors(ref(KNOWN, "vulin"), ref(KNOWN, "lavrov"))))
    laws(corrected.facts)
    assert participants(corrected.facts, "meet-vulin") == {"lavrov": "host"}
    assert participants(corrected.facts, "forum") == {"putin": "host", "lavrov": "guest"}


def test_three_are_one_in_whatever_order_it_was_said():
    ab, bc = (
        MergeActors(ref(KNOWN, a), ref(KNOWN, b)) for a, b in (("vulin", "djuric"), ("djuric", "vucic"))
    )
    one, other = (overlay(KNOWN, SOURCES, log(*order)) for order in ((ab, bc), (bc, ab)))
    assert one.facts.mentions[0].actor == "vucic"
    assert {m.actor for m in one.facts.mentions} == {m.actor for m in other.facts.mentions}
    assert one.ids == other.ids == {"vulin": "vucic", "djuric": "vucic"}
    assert [a.id for a in one.facts.actors] == [a.id for a in other.facts.actors]


def test_speakers_follow():
    corrected = overlay(KNOWN, SOURCES, log(MergeActors(ref(KNOWN, "djuric"), ref(KNOWN, "vucic"))))
    assert speakers(corrected.facts) == {
        "st-1": "vucic",
        "st-2": "vucic",
        "st-3": "vucic",
        "st-4": None,
        "st-5": "lavrov",
    }


def test_said_the_other_way_round_later_the_later_one_keeps_its_id():
    there, back = (
        MergeActors(ref(KNOWN, "vulin"), ref(KNOWN, "djuric")),
        MergeActors(ref(KNOWN, "djuric"), ref(KNOWN, "vulin")),
    )
    assert overlay(KNOWN, SOURCES, log(there, back)).ids == {"djuric": "vulin"}


# -- somebody else --------------------------------------------------------------------------------------


def test_words_that_name_somebody_else():
    doubtful = mention(KNOWN, "profile", "Джурич")
    split = SplitActor(ref(KNOWN, "djuric"), (spot(doubtful),), NewActor("Stefan Đurić"))
    corrected = overlay(KNOWN, SOURCES, log(split))
    laws(corrected.facts)
    new = actor(corrected.facts, "stefan-djuric-e1")
    assert (new.name, new.kind, new.origin) == ("Stefan Đurić", "person", "correction")
    assert new.names == (Name("Stefan Đurić", "Latn", "correction"), Name("Джурич", "Cyrl", "corpus"))
    assert "Джурич" not in {n.text for n in actor(corrected.facts, "djuric").names}
    moved = next(m for m in corrected.facts.mentions if m.actor == new.id)
    assert (moved.source, moved.start, moved.end) == (doubtful.source, doubtful.start, doubtful.end)
    assert (moved.why, moved.doubt, moved.score) == ("said so by correction e1", None, 1.0)
    assert len(named(corrected.facts, "djuric")) == len(named(KNOWN, "djuric")) - 1
    assert corrected.by[("actor", new.id)] == ("e1",)
    assert speakers(corrected.facts) == speakers(KNOWN)


def test_what_hangs_on_the_words_goes_with_them():
    """The post that tells of Vulin's reception is about another Vulin: event, office and speaker follow."""
    split = SplitActor(
        ref(KNOWN, "lavrov"),
        (spot(mention(KNOWN, "post-2", "Sergey Lavrov")),),
        NewActor("Sergey Lavrov Jr."),
    )
    corrected = overlay(KNOWN, SOURCES, log(split))
    laws(corrected.facts)
    new = "sergey-lavrov-jr-e1"
    assert participants(corrected.facts, "meet-vulin") == {new: "host", "vulin": "guest"}
    assert speakers(corrected.facts)["st-5"] == new
    assert participants(corrected.facts, "call-may") == {"lavrov": "party", "brnabic": "party"}
    first = mention(KNOWN, "profile", "Vulin", 2)
    away = SplitActor(ref(KNOWN, "vulin"), (spot(first),), ref(KNOWN, "putin"))
    corrected = overlay(KNOWN, SOURCES, log(away))
    laws(corrected.facts)
    assert participants(corrected.facts, "forum") == {"putin": "host"}
    assert actor(corrected.facts, "vulin").offices == actor(KNOWN, "vulin").offices
    nearest = SplitActor(
        ref(KNOWN, "vulin"), (spot(mention(KNOWN, "profile", "Vulin", 3)),), ref(KNOWN, "putin")
    )
    corrected = overlay(KNOWN, SOURCES, log(nearest))
    assert actor(corrected.facts, "vulin").offices == ()
    assert [o.title for o in actor(corrected.facts, "putin").offices] == ["Minister of the Interior"]


def test_reports_that_name_two_give_an_event_both():
    both = facts()
    split = SplitActor(
        ref(both, "vulin"), (spot(mention(both, "post-2", "Alexander Vulin")),), ref(both, "djuric")
    )
    corrected = overlay(both, SOURCES, log(split))
    # the session is told by a post where nobody else is named, and by the profile, whose Vulin stayed
    assert set(participants(corrected.facts, "session")) == {"vulin", "djuric"}
    assert set(participants(corrected.facts, "meet-vulin")) == {"lavrov", "djuric"}


def test_all_words_gone_the_actor_is_gone_and_its_id_leads_on():
    only = mention(KNOWN, "post-1", "Ana Brnabic")
    split = SplitActor(ref(KNOWN, "brnabic"), (spot(only),), NewActor("Ana Anić"))
    corrected = overlay(KNOWN, SOURCES, log(split))
    laws(corrected.facts)
    assert "brnabic" not in {a.id for a in corrected.facts.actors}
    assert corrected.ids == {"brnabic": "ana-anic-e1"}


def test_a_part_of_a_corpus_does_not_tell_that_nothing_is_left():
    split = SplitActor(
        ref(KNOWN, "brnabic"), (spot(mention(KNOWN, "post-1", "Ana Brnabic")),), NewActor("Ana Anić")
    )
    corrected = overlay(KNOWN, SOURCES, log(split), whole=False)
    assert actor(corrected.facts, "brnabic").names == actor(KNOWN, "brnabic").names
    assert corrected.ids == {}


def test_a_name_that_is_none():
    corrected = overlay(
        KNOWN, SOURCES, log(DropMention(ref(KNOWN, "rosatom"), spot(mention(KNOWN, "profile", "Rosatom"))))
    )
    laws(corrected.facts)
    assert "rosatom" not in {a.id for a in corrected.facts.actors}
    assert participants(corrected.facts, "rosatom-talks") == {"vulin": "party"}
    assert corrected.orphans == ()


def test_a_doubt_that_the_user_has_settled_is_gone():
    from dataclasses import replace

    from reltui.model import Discrepancy, Evidence

    m = mention(KNOWN, "profile", "Джурич")
    piece = Evidence(m.source, m.start, m.end, m.surface)
    doubt = Discrepancy("d-x", "name", "conflict", f"“Джурич” is taken for Marko Đurić: {m.doubt}", (piece,))
    known = replace(KNOWN, discrepancies=(*KNOWN.discrepancies, doubt))
    split = SplitActor(ref(KNOWN, "djuric"), (spot(m),), NewActor("Stefan Đurić"))
    assert overlay(known, SOURCES, log(split)).facts.discrepancies == KNOWN.discrepancies
    elsewhere = DropMention(ref(KNOWN, "djuric"), spot(mention(KNOWN, "tweet", "Марко Ђурић")))
    assert doubt in overlay(known, SOURCES, log(elsewhere)).facts.discrepancies


# -- names ----------------------------------------------------------------------------------------------


def test_a_better_name():
    corrected = overlay(KNOWN, SOURCES, log(RenameActor(ref(KNOWN, "vulin"), "Vulin Aleksandar", "Вулин")))
    one = actor(corrected.facts, "vulin")
    assert (one.name, one.native_name, one.id) == ("Vulin Aleksandar", "Вулин", "vulin")
    assert Name("Vulin Aleksandar", "Latn", "correction") in one.names
    assert {n.text for n in actor(KNOWN, "vulin").names} < {n.text for n in one.names}
    assert named(corrected.facts, "vulin") == named(KNOWN, "vulin")


def test_titles_made_of_names_change_with_them_and_others_do_not():
    corrected = overlay(KNOWN, SOURCES, log(RenameActor(ref(KNOWN, "lavrov"), "Sergej Lavrow")))
    assert event(corrected.facts, "meet-vulin").title == "Lavrow – Vulin"
    assert event(corrected.facts, "group").title == "Lavrov – Vulin: consultation group".replace(
        "Lavrov", "Lavrow"
    )
    assert event(corrected.facts, "say-nov").title == "Đurić on sanctions"


def test_one_more_spelling():
    corrected = overlay(
        KNOWN,
        SOURCES,
        log(Alias(ref(KNOWN, "nis"), "Oil Industry of Serbia"), Alias(ref(KNOWN, "nis"), "NIS")),
    )
    assert actor(corrected.facts, "nis").names == (
        *actor(KNOWN, "nis").names, Name("Oil Industry of Serbia", "Latn", "correction"),
    )  # fmt: skip
    assert actor(corrected.facts, "nis").name == "NIS"


def test_of_two_names_the_later_one_holds_and_it_is_said():
    corrected = overlay(
        KNOWN, SOURCES, log(RenameActor(ref(KNOWN, "nis"), "A"), RenameActor(ref(KNOWN, "nis"), "B"))
    )
    assert actor(corrected.facts, "nis").name == "B"
    assert "A" not in {n.text for n in actor(corrected.facts, "nis").names}
    assert [(o.entry, o.by, o.what) for o in corrected.overruled] == [
        ("e1", "e2", "A later correction, e2, gives the name B.")
    ]


def test_a_name_given_before_the_joining_is_the_name_of_both():
    corrected = overlay(
        KNOWN,
        SOURCES,
        log(RenameActor(ref(KNOWN, "vulin"), "Aca"), MergeActors(ref(KNOWN, "vulin"), ref(KNOWN, "djuric"))),
    )
    assert actor(corrected.facts, "djuric").name == "Aca"


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
    from dataclasses import replace

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
    from dataclasses import replace

    old = tuple(replace(m, actor="putin") for m in known.mentions if m.actor == "vucic")
    corrected = overlay(replace(swapped, mentions=(*swapped.mentions, *old)), SOURCES, rename)
    assert corrected.orphans[0].reason == "The words it was made on now name Vladimir Putin, and not vucic."


def test_an_actor_under_a_new_id_is_found_by_the_words():
    from dataclasses import replace

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
    from dataclasses import replace

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
