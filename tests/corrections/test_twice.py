"""Lines that contradict each other, laid over facts that hold them already: sequences that once changed something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reltui.corrections import (
    DropEvent,
    DropMention,
    Entry,
    MergeActors,
    MergeEvents,
    NewActor,
    RenameActor,
    SetEvent,
    SplitActor,
    overlay,
)
from reltui.model import Facts
from tests.corrections.world import (
    SOURCES,
    actor,
    event,
    facts,
    laws,
    log,
    made,
    mention,
    ref,
    spot,
    told,
    under,
)

KNOWN = facts()


def both(known: Facts, *entries: Entry) -> Facts:
    """Lay entries on once; a second time nothing changes."""
    once = overlay(known, SOURCES, entries).facts
    laws(once)
    assert overlay(once, SOURCES, entries).facts == once
    return once


def lines(*bodies: object) -> tuple[Entry, ...]:
    return log(*bodies).entries  # type: ignore[arg-type]  # bodies of entries


def who(known: Facts, source: str, surface: str) -> str:
    return mention(known, source, surface).actor


NIS = spot(mention(KNOWN, "post-2", "NIS"))
LAVROV = spot(mention(KNOWN, "post-2", "Sergey Lavrov"))


def test_words_given_twice_after_a_joining_that_the_second_giving_contradicts():
    nis, lavrov = ref(KNOWN, "nis"), ref(KNOWN, "lavrov")
    entries = lines(
        MergeActors(lavrov, nis), SplitActor(nis, (NIS,), NewActor("X")), SplitActor(nis, (NIS,), lavrov)
    )
    once = both(KNOWN, *entries)
    assert who(once, "post-2", "NIS") == "lavrov"
    assert "x-e2" not in {a.id for a in once.actors}


def test_whom_words_were_joined_to_gets_them_after_somebody_new_had_them():
    known = facts("corpus")
    lavrov, vulin = ref(known, "lavrov"), ref(known, "vulin")
    once = both(
        known,
        *lines(
            MergeActors(lavrov, vulin),
            SplitActor(lavrov, (LAVROV,), NewActor("Mia")),
            SplitActor(lavrov, (LAVROV,), vulin),
        ),
    )
    assert who(once, "post-2", "Sergey Lavrov") == "vulin"
    assert who(once, "brief", "Sergey Lavrov") == "lavrov", "the joining is taken back by the last line"


@pytest.mark.parametrize("origin", ["authority", "corpus"])
def test_a_chain_of_joinings_of_which_a_splitting_takes_back_one(origin: str):
    known = facts(origin)
    words = (spot(mention(known, "brief", "Marko Djuric")),)
    djuric, lavrov, vulin = (ref(known, ident) for ident in ("djuric", "lavrov", "vulin"))
    once = both(
        known,
        *lines(MergeActors(djuric, lavrov), MergeActors(lavrov, vulin), SplitActor(djuric, words, vulin)),
    )
    assert who(once, "brief", "Marko Djuric") == "vulin"
    assert {who(once, "article", "Ђурић"), who(once, "brief", "Sergey Lavrov")} == {"lavrov"}


@pytest.mark.parametrize("origin", ["authority", "corpus"])
def test_all_words_of_one_given_to_whom_it_was_joined_to(origin: str):
    known = facts(origin)
    nis, lavrov, djuric = (ref(known, ident) for ident in ("nis", "lavrov", "djuric"))
    every = tuple(spot(m) for m in known.mentions if m.actor == "nis")
    once = both(
        known, *lines(MergeActors(lavrov, nis), MergeActors(nis, djuric), SplitActor(nis, every, lavrov))
    )
    assert {m.actor for m in once.mentions if m.surface == "NIS"} == {"lavrov"}
    assert "nis" not in {a.id for a in once.actors}


@pytest.mark.parametrize("first", ["lavrov", "vulin"])
def test_two_joinings_of_one_of_which_one_is_contradicted(first: str):
    second = "vulin" if first == "lavrov" else "lavrov"
    djuric = ref(KNOWN, "djuric")
    entries = lines(
        MergeActors(djuric, ref(KNOWN, first)),
        MergeActors(djuric, ref(KNOWN, second)),
        SplitActor(djuric, (spot(mention(KNOWN, "brief", "Marko Djuric")),), ref(KNOWN, "vulin")),
    )
    assert overlay(KNOWN, SOURCES, entries).ids == {"djuric": "lavrov"}
    assert {m.actor for m in both(KNOWN, *entries).mentions if m.surface == "Marko Djuric"} == {"vulin"}


def test_words_that_name_nobody_and_then_somebody_with_whom_their_actor_is_one():
    nis, vulin = ref(KNOWN, "nis"), ref(KNOWN, "vulin")
    once = both(KNOWN, *lines(DropMention(nis, NIS), SplitActor(nis, (NIS,), vulin), MergeActors(nis, vulin)))
    assert who(once, "post-2", "NIS") == "vulin"


def test_words_that_name_somebody_and_then_nobody():
    once = both(
        KNOWN,
        *lines(
            SplitActor(ref(KNOWN, "nis"), (NIS,), ref(KNOWN, "vulin")), DropMention(ref(KNOWN, "nis"), NIS)
        ),
    )
    assert (NIS.path, "NIS") not in {(m.source, m.surface) for m in once.mentions if m.actor == "vulin"}
    assert len(once.mentions) == len(KNOWN.mentions) - 1


def test_a_line_made_on_words_that_another_line_gives_to_the_actor():
    """Somebody named them when the second line was made, and does so again once the first is laid on."""
    known = facts("corpus")
    words = spot(mention(known, "article", "Марко Ђурић"))
    first = made(1, SplitActor(ref(known, "djuric"), (words,), ref(known, "nis")))
    nis = replace(ref(known, "nis"), words=(words,))
    vulin = spot(mention(known, "post-2", "Alexander Vulin"))
    once = both(known, first, made(2, SplitActor(ref(known, "vulin"), (vulin,), nis)))
    assert who(once, "post-2", "Alexander Vulin") == "nis"


def test_words_split_from_a_joined_pair_do_not_lead_to_whom_they_went():
    merge = made(1, MergeActors(ref(KNOWN, "lavrov"), ref(KNOWN, "djuric")))
    after = overlay(KNOWN, SOURCES, [merge]).facts
    first = spot(mention(KNOWN, "brief", "Sergey Lavrov"))
    split = made(2, SplitActor(ref(after, "djuric"), (first,), NewActor("Petar Petrović")))
    once = both(KNOWN, merge, split, made(3, RenameActor(ref(KNOWN, "lavrov"), "Sergej")))
    assert actor(once, "djuric").name == "Sergej"
    assert actor(once, "petar-petrovic-e2").name == "Petar Petrović"


def test_somebody_new_whom_no_words_name_gives_the_name_to_whom_it_is_joined():
    """All words of "mia" go to another by the last line; by its id it stands before the one it is joined to."""
    lavrov, nis = ref(KNOWN, "lavrov"), ref(KNOWN, "nis")
    splits = (
        made(1, SplitActor(nis, (NIS,), NewActor("Petar"))),
        made(2, SplitActor(lavrov, (LAVROV,), NewActor("Mia"))),
    )
    after = overlay(KNOWN, SOURCES, splits).facts
    merge = made(3, MergeActors(ref(after, "mia-e2"), ref(after, "petar-e1")))
    back = made(4, SplitActor(lavrov, (LAVROV,), ref(KNOWN, "vulin")))
    once = both(KNOWN, *splits, merge, back)
    assert [n.text for n in actor(once, "petar-e1").names] == ["Petar", "NIS", "Mia"]


def test_a_name_that_a_line_gives_is_no_reason_to_take_somebody_for_another():
    """Who was made by a line that is in no file leads to nobody, whatever others are called by now."""
    split = made(
        1, SplitActor(ref(KNOWN, "djuric"), (spot(mention(KNOWN, "profile", "Джурич")),), NewActor("Ана"))
    )
    after = overlay(KNOWN, SOURCES, [split]).facts
    entries = (
        made(2, RenameActor(ref(KNOWN, "djuric"), "Ана")),
        made(3, RenameActor(ref(after, "ana-e1"), "Ana B.")),
    )
    assert actor(both(KNOWN, *entries), "djuric").name == "Ана"


def test_joined_to_somebody_new_and_then_to_another():
    words = spot(mention(KNOWN, "profile", "Aleksandar Vulin"))
    split = made(1, SplitActor(ref(KNOWN, "vulin"), (words,), NewActor("Sergey")))
    after = overlay(KNOWN, SOURCES, [split]).facts
    first = made(2, MergeActors(ref(KNOWN, "lavrov"), ref(after, "sergey-e1")))
    second = made(3, MergeActors(ref(KNOWN, "lavrov"), ref(KNOWN, "djuric")))
    once = both(KNOWN, split, first, second)
    assert who(once, "brief", "Sergey Lavrov") == "djuric"
    assert "sergey-e1" not in {a.id for a in once.actors}


def test_a_joining_said_again_after_the_other_was_joined_to_somebody_new():
    split = made(1, SplitActor(ref(KNOWN, "nis"), (NIS,), NewActor("Ana")))
    after = overlay(KNOWN, SOURCES, [split]).facts
    lavrov, vulin = ref(KNOWN, "lavrov"), ref(KNOWN, "vulin")
    merges = (
        MergeActors(lavrov, vulin),
        MergeActors(vulin, ref(after, "ana-e1")),
        MergeActors(lavrov, vulin),
    )
    once = both(KNOWN, split, *(made(number, merge) for number, merge in enumerate(merges, 2)))
    assert who(once, "post-2", "NIS") == "vulin"


# -- after a rebuild that found somebody or something under another id ------------------------------------


def test_all_lines_about_somebody_with_a_new_id_are_about_that_one():
    """The last line was made on words that were not the actor's then, but by the line before."""
    known = facts("corpus")
    merge = made(1, MergeActors(ref(known, "lavrov"), ref(known, "nis")))
    nis = replace(ref(known, "nis"), words=(LAVROV,))
    once = both(under(known, "nis", "nis-2"), merge, made(2, RenameActor(nis, "Naftna")))
    assert actor(once, "nis-2").name == "Naftna"
    assert "lavrov" not in {a.id for a in once.actors}


@pytest.mark.parametrize("origin", ["authority", "corpus"])
def test_somebody_who_is_merged_and_whose_words_a_later_build_does_not_find(origin: str):
    """The tables keep their ids, so there no words are needed; else the line is an orphan, once and twice."""
    known = facts(origin)
    given = spot(mention(known, "profile", "Вулин"))
    vulin = replace(ref(known, "vulin"), words=ref(known, "vulin").words[:1])
    entries = lines(
        MergeActors(vulin, ref(known, "nis")),
        MergeActors(ref(known, "djuric"), ref(known, "nis")),
        SplitActor(vulin, (given,), ref(known, "djuric")),
    )
    first = vulin.words[0]
    later = replace(
        known, mentions=tuple(m for m in known.mentions if m.actor != "vulin" or m.surface != first.exact)
    )
    assert len(later.mentions) < len(known.mentions)
    once = both(later, *entries)
    assert who(once, "profile", "Вулин") == ("djuric" if origin == "authority" else "vulin")


def test_an_event_with_a_new_id_is_found_whoever_its_people_are_by_other_lines():
    split = SplitActor(
        ref(KNOWN, "vulin"), (spot(mention(KNOWN, "post-2", "Alexander Vulin")),), NewActor("Ana")
    )
    after = overlay(KNOWN, SOURCES, lines(split)).facts
    status = made(2, SetEvent(told(after, "meet-vulin"), "status", "cancelled"))
    events = tuple(replace(e, id=f"{e.id}-2") if e.id == "meet-vulin" else e for e in KNOWN.events)
    said = tuple(replace(s, event="meet-vulin-2") if s.event == "meet-vulin" else s for s in KNOWN.statements)
    once = both(replace(KNOWN, events=events, statements=said), *lines(split), status)
    assert event(once, "meet-vulin-2").status == "cancelled"


# -- events ---------------------------------------------------------------------------------------------


def test_what_was_dropped_takes_nothing_with_it():
    forum, session = told(KNOWN, "forum"), told(KNOWN, "session")
    entries = lines(SetEvent(forum, "date", "2024-09-04"), DropEvent(forum), MergeEvents(forum, session))
    assert [o.entry.id for o in overlay(KNOWN, SOURCES, entries).orphans] == ["e3"]
    assert event(both(KNOWN, *entries), "session") == event(KNOWN, "session")


def test_what_was_dropped_with_another_one_takes_nothing_with_it_either():
    forum, group, postponed = (told(KNOWN, ident) for ident in ("forum", "group", "postponed"))
    once = both(
        KNOWN,
        *lines(
            SetEvent(group, "date", "2024-01/2024-02"),
            MergeEvents(forum, group),
            DropEvent(forum),
            MergeEvents(group, postponed),
        ),
    )
    assert event(once, "postponed") == event(KNOWN, "postponed")
    assert not {"forum", "group"} & {e.id for e in once.events}


def test_of_two_events_to_which_one_is_joined_the_first_keeps_what_it_was_given():
    meet, postponed, group = (told(KNOWN, ident) for ident in ("meet-vulin", "postponed", "group"))
    once = both(
        KNOWN,
        *lines(
            SetEvent(meet, "type", "call"),
            SetEvent(postponed, "type", "visit"),
            MergeEvents(meet, postponed),
            MergeEvents(meet, group),
        ),
    )
    assert event(once, "group").type == "visit"


def test_dropped_by_two():
    twice = lines(DropEvent(told(KNOWN, "forum")), DropEvent(told(KNOWN, "forum")))
    assert overlay(KNOWN, SOURCES, twice).orphans == ()
    assert "forum" not in {e.id for e in both(KNOWN, *twice).events}
