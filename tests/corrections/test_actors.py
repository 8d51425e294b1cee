"""The same person, another one, a better name: and everything that hangs on a name follows it."""

from __future__ import annotations

from dataclasses import replace

from reltui.corrections import (
    Alias,
    DropMention,
    MergeActors,
    NewActor,
    Remark,
    RenameActor,
    SplitActor,
    overlay,
)
from reltui.corrections.entries import Body
from reltui.model import Facts, Name
from tests.corrections.world import SOURCES, actor, event, facts, laws, log, mention, ref, spot

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
    assert [m for m in KNOWN.mentions if m != doubtful] == [m for m in corrected.facts.mentions if m != moved]


def test_a_spelling_that_still_names_the_actor_elsewhere_stays():
    known = KNOWN
    split = SplitActor(
        ref(known, "vulin"), (spot(mention(known, "profile", "Vulin", 2)),), NewActor("Petar Vulin")
    )
    corrected = overlay(known, SOURCES, log(split))
    assert actor(corrected.facts, "vulin").names == actor(known, "vulin").names
    assert "Vulin" in {n.text for n in actor(corrected.facts, "petar-vulin-e1").names}


def test_what_one_lacks_is_taken_from_the_other():
    corrected = overlay(KNOWN, SOURCES, log(MergeActors(ref(KNOWN, "nis"), ref(KNOWN, "rosatom"))))
    one = actor(corrected.facts, "rosatom")
    assert (one.native_name, one.wikidata, one.country) == ("НИС", "Q1460264", "RU")
    bare = replace(
        KNOWN, actors=tuple(replace(a, country=None) if a.id == "rosatom" else a for a in KNOWN.actors)
    )
    merged = overlay(bare, SOURCES, log(MergeActors(ref(bare, "nis"), ref(bare, "rosatom"))))
    assert actor(merged.facts, "rosatom").country == "RS"


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


def test_with_the_tables_doubts_are_found_anew():
    from reltui.authority import load

    def said(*bodies: Body) -> list[str]:
        facts_now = overlay(KNOWN, SOURCES, log(*bodies), load()).facts
        return [d.what for d in facts_now.discrepancies if d.kind == "name"]

    rename = RenameActor(ref(KNOWN, "djuric"), "Pera Perić")
    split = SplitActor(
        ref(KNOWN, "djuric"), (spot(mention(KNOWN, "profile", "Джурич")),), NewActor("Stefan Đurić")
    )
    assert "“Джурич” is taken for Pera Perić: only the surname stands here" in said(rename)
    assert not [what for what in said(rename, split) if "Джурич" in what]
    note = overlay(KNOWN, SOURCES, log(Remark("note", ref(KNOWN, "djuric"), "x")), load())
    assert note.facts == KNOWN, "a note is no reason to look again"
