"""What happened when, where, and whether at all; and what is noted beside it."""

from __future__ import annotations

from dataclasses import replace

from reltui.corrections import (
    ActorRef,
    DropEvent,
    DropMention,
    EventRef,
    MergeActors,
    MergeEvents,
    Remark,
    SetEvent,
    SplitActor,
    overlay,
)
from reltui.dates import inferred_part
from reltui.model import Discrepancy, Facts
from tests import factory
from tests.corrections.world import (
    BY_ID,
    SOURCES,
    event,
    facts,
    laws,
    log,
    made,
    mention,
    ref,
    spot,
    told,
    words,
)

KNOWN = facts()


def statement(known: Facts, ident: str):
    return next(s for s in known.statements if s.id == ident)


def test_another_date():
    entry = made(
        1, SetEvent(told(KNOWN, "say-nov"), "date", "2021-11-23"), "the  day before,\nsays the archive"
    )
    corrected = overlay(KNOWN, SOURCES, [entry])
    laws(corrected.facts)
    now, then = event(corrected.facts, "say-nov"), event(KNOWN, "say-nov")
    assert (now.date, now.precision, now.basis) == ("2021-11-23", "day", "inferred")
    assert now.why == "set by hand (correction e1): the day before, says the archive"
    assert inferred_part(now.basis, now.why) == "all", "shown as no word of the source"
    assert now.reports == then.reports, "what the sources tell stays as they tell it"
    assert now.id == then.id
    assert corrected.by == {("event", "say-nov"): ("e1",)}
    assert [statement(corrected.facts, i).date for i in ("st-1", "st-2")] == ["2021-11-23"] * 2
    assert statement(corrected.facts, "st-3") == statement(KNOWN, "st-3")


def test_a_statement_with_a_day_of_its_own_keeps_it():
    own = tuple(replace(s, date="2021-11-20", venue="Niš") if s.id == "st-1" else s for s in KNOWN.statements)
    known = replace(KNOWN, statements=own)
    say = told(known, "say-nov")
    corrected = overlay(
        known, SOURCES, log(SetEvent(say, "date", "2021-11-23"), SetEvent(say, "place", "Užice"))
    )
    assert statement(corrected.facts, "st-1") == own[0]
    assert statement(corrected.facts, "st-2").date == "2021-11-23"


def test_a_span_and_no_date_at_all():
    corrected = overlay(KNOWN, SOURCES, log(
        SetEvent(told(KNOWN, "forum"), "date", "2024-09-03/2024-09-06"), SetEvent(told(KNOWN, "group"), "date", None),
    ))  # fmt: skip
    assert (event(corrected.facts, "forum").date, event(corrected.facts, "forum").precision) == (
        "2024-09-03/2024-09-06",
        "span",
    )
    assert (event(corrected.facts, "group").date, event(corrected.facts, "group").precision) == (
        None,
        "unknown",
    )


def test_type_status_and_place():
    corrected = overlay(KNOWN, SOURCES, log(
        SetEvent(told(KNOWN, "say-nov"), "place", "Niš"), SetEvent(told(KNOWN, "say-nov"), "type", "press_conference"),
        SetEvent(told(KNOWN, "visit-djuric"), "status", "cancelled"), SetEvent(told(KNOWN, "forum"), "place", None),
    ))  # fmt: skip
    one = event(corrected.facts, "say-nov")
    assert (one.place, one.type, one.date) == ("Niš", "press_conference", "2021-11-24")
    assert one.reports[0].place == "Belgrade"
    assert statement(corrected.facts, "st-1").venue == "Niš"
    assert event(corrected.facts, "visit-djuric").status == "cancelled"
    assert event(corrected.facts, "visit-djuric").reports[0].status == "planned"
    assert event(corrected.facts, "forum").place is None


def test_the_later_date_holds():
    both = log(
        SetEvent(told(KNOWN, "forum"), "date", "2024-09-04"),
        SetEvent(told(KNOWN, "forum"), "date", "2024-09-05"),
    )
    corrected = overlay(KNOWN, SOURCES, both)
    assert event(corrected.facts, "forum").date == "2024-09-05"
    assert [(o.entry, o.by, o.what) for o in corrected.overruled] == [
        ("e1", "e2", "A later correction, e2, gives the date 2024-09-05.")
    ]
    agreeing = log(
        SetEvent(told(KNOWN, "forum"), "date", "2024-09-04"),
        SetEvent(told(KNOWN, "forum"), "date", "2024-09-04"),
    )
    assert overlay(KNOWN, SOURCES, agreeing).overruled == ()


def test_one_happening_told_as_two():
    corrected = overlay(KNOWN, SOURCES, log(MergeEvents(told(KNOWN, "visit-djuric"), told(KNOWN, "session"))))
    laws(corrected.facts)
    assert corrected.ids == {"visit-djuric": "session"}
    one = event(corrected.facts, "session")
    first, second = event(KNOWN, "session"), event(KNOWN, "visit-djuric")
    assert one.reports == (*first.reports, *second.reports)
    assert [p.actor for p in one.participants] == ["vulin", "djuric", "lavrov"]
    assert (one.title, one.type, one.place) == (first.title, first.type, first.place)
    assert (one.date, one.basis, one.why) == (second.date, second.basis, second.why), "it had none of its own"
    assert one.status == "occurred"
    other_way = overlay(KNOWN, SOURCES, log(MergeEvents(told(KNOWN, "session"), told(KNOWN, "visit-djuric"))))
    assert event(other_way.facts, "visit-djuric").status == "occurred"


def test_statements_follow_a_joining_and_stay_when_their_event_is_dropped():
    joined = overlay(KNOWN, SOURCES, log(MergeEvents(told(KNOWN, "say-nov"), told(KNOWN, "may-day"))))
    assert {statement(joined.facts, i).event for i in ("st-1", "st-2")} == {"may-day"}
    assert statement(joined.facts, "st-1").date == "2021-11-24"
    dropped = overlay(KNOWN, SOURCES, log(DropEvent(told(KNOWN, "say-nov"))))
    laws(dropped.facts)
    assert "say-nov" not in {e.id for e in dropped.facts.events}
    assert statement(dropped.facts, "st-1") == replace(statement(KNOWN, "st-1"), event=None)


def test_what_was_doubted_of_a_dropped_event_is_gone():
    first = event(KNOWN, "may-day")
    doubts = (
        Discrepancy(
            "d-x",
            "status",
            "note",
            f"{first.title}: announced, and no source tells that it took place.",
            first.evidence,
        ),
        Discrepancy("d-y", "date", "doubt", "Perhaps only the month is known.", first.evidence),
        Discrepancy(
            "d-z", "status", "note", f"{first.title}: told elsewhere.", event(KNOWN, "forum").evidence
        ),
    )
    known = replace(KNOWN, discrepancies=doubts)
    assert overlay(known, SOURCES, log(DropEvent(told(KNOWN, "may-day")))).facts.discrepancies == doubts[1:]
    assert overlay(known, SOURCES, log(DropEvent(told(KNOWN, "forum")))).facts.discrepancies == doubts


def test_dropping_what_was_joined_drops_it_whole():
    corrected = overlay(KNOWN, SOURCES, log(
        MergeEvents(told(KNOWN, "say-nov"), told(KNOWN, "may-day")), DropEvent(told(KNOWN, "say-nov")),
    ))  # fmt: skip
    assert {"say-nov", "may-day"}.isdisjoint(e.id for e in corrected.facts.events)


def test_what_is_said_of_a_dropped_event_afterwards_is_an_orphan():
    forum = told(KNOWN, "forum")
    entries = log(DropEvent(forum), SetEvent(forum, "place", "Sochi"), DropEvent(forum))
    corrected = overlay(KNOWN, SOURCES, entries)
    assert [(o.entry.id, o.reason) for o in corrected.orphans] == [
        ("e2", "The event forum is dropped by e1.")
    ]


def test_an_event_with_the_id_of_another_is_not_taken_for_it():
    """Of two meetings of one day one is gone after a rebuild, and the other has its id now."""
    entry = log(SetEvent(told(KNOWN, "call-dec"), "date", "2024-12-22"), DropEvent(told(KNOWN, "call-dec")))
    rebuilt = replace(
        KNOWN,
        events=tuple(
            replace(e, id="call-dec") if e.id == "call-oct" else e for e in KNOWN.events if e.id != "call-dec"
        ),
    )
    corrected = overlay(rebuilt, SOURCES, entry)
    assert corrected.facts == rebuilt
    assert {o.reason for o in corrected.orphans} == {"The words it was made on do not tell of call-dec now."}


def test_an_event_under_a_new_id_is_found_by_its_words_kind_people_and_time():
    entry = log(SetEvent(told(KNOWN, "call-dec"), "place", "Moscow"))

    def rebuilt(**changes: object) -> Facts:
        new = (replace(e, id="new", **changes) if e.id == "call-dec" else e for e in KNOWN.events)  # type: ignore[arg-type]
        return replace(KNOWN, events=tuple(new), statements=())

    assert event(overlay(rebuilt(), SOURCES, entry).facts, "new").place == "Moscow"
    assert event(overlay(rebuilt(date="2024-12"), SOURCES, entry).facts, "new").place == "Moscow"
    for other in ({"type": "visit"}, {"date": "2023-12-23"}, {"participants": ()}):
        corrected = overlay(rebuilt(**other), SOURCES, entry)
        assert corrected.facts == rebuilt(**other)
        assert [o.reason for o in corrected.orphans] == [
            "There is no event call-dec, and no words lead to one like it."
        ]


def test_dropped_already():
    """The program no longer makes an event of the words: just what the user wanted."""
    entry = log(DropEvent(told(KNOWN, "call-dec")))
    rebuilt = replace(KNOWN, events=tuple(e for e in KNOWN.events if e.id != "call-dec"))
    assert overlay(rebuilt, SOURCES, entry).orphans == ()
    gone = [s for s in SOURCES if s.id != "brief"]
    assert overlay(rebuilt, gone, entry).orphans[0].reason == (
        "No file of the corpus is briefing.txt that it was made on."
    )


# -- notes, labels, marks -------------------------------------------------------------------------------


def test_remarks_come_back_where_they_belong():
    corrected = overlay(KNOWN, SOURCES, log(
        Remark("note", ref(KNOWN, "vulin"), "ask\nagain"),
        Remark("label", told(KNOWN, "forum"), "energy"),
        Remark("mark", words("article", "рекао је Ђурић")),
    ))  # fmt: skip
    assert corrected.facts == KNOWN
    piece = factory.piece("article", "рекао је Ђурић")
    assert [(n.entry, n.kind, n.on, n.id, n.text, n.start, n.end) for n in corrected.notes] == [
        ("e1", "note", "actor", "vulin", "ask\nagain", 0, 0),
        ("e2", "label", "event", "forum", "energy", 0, 0),
        ("e3", "mark", "source", "article", "", piece.start, piece.end),
    ]
    assert corrected.applied == ("e1", "e2", "e3")


def test_remarks_go_with_what_is_joined_and_are_orphans_when_it_is_gone():
    corrected = overlay(KNOWN, SOURCES, log(
        Remark("note", ref(KNOWN, "vulin"), "a"), MergeActors(ref(KNOWN, "vulin"), ref(KNOWN, "djuric")),
        Remark("note", told(KNOWN, "forum"), "b"), MergeEvents(told(KNOWN, "forum"), told(KNOWN, "session")),
        Remark("note", told(KNOWN, "group"), "c"), DropEvent(told(KNOWN, "group")),
        Remark("note", ref(KNOWN, "rosatom"), "d"),
        DropMention(ref(KNOWN, "rosatom"), spot(mention(KNOWN, "profile", "Rosatom"))),
    ))  # fmt: skip
    assert [(n.text, n.id) for n in corrected.notes] == [("a", "djuric"), ("b", "session")]
    assert [(o.entry.id, o.reason) for o in corrected.orphans] == [
        ("e5", "Another correction leaves nothing of the event that it is on."),
        ("e7", "Another correction leaves nothing of the actor that it is on."),
    ]
    assert {"e5", "e7"}.isdisjoint(corrected.applied)


def test_remarks_alike_are_shown_once():
    mark = Remark("mark", words("article", "рекао је Ђурић"))
    assert [
        n.entry for n in overlay(KNOWN, SOURCES, log(mark, mark, Remark("note", mark.on, "x"))).notes
    ] == ["e1", "e3"]


def test_remarks_are_not_moved_to_a_lookalike():
    """The passage is gone from a file that was written again; the same words stand further down."""
    quoted = words("post-1", "The sides discussed energy")
    new = replace(
        BY_ID["post-1"], id="new", sha256="f" * 64, units=1,
        text=BY_ID["post-1"].text.replace("The sides discussed energy", "Nobody said what about")
        + "\n\nMuch later, after all. The sides discussed energy and were content, as the papers said.",
    )  # fmt: skip
    known = Facts()
    corrected = overlay(known, [new], log(Remark("note", quoted, "mine")))
    assert corrected.notes == ()
    orphan = corrected.orphans[0]
    assert orphan.near is not None
    assert new.text[orphan.near.start : orphan.near.end] == "The sides discussed energy"


def test_ids_alone_by_hand():
    corrected = overlay(KNOWN, SOURCES, log(
        DropEvent(EventRef("forum")), MergeEvents(EventRef("group"), EventRef("session")),
        MergeActors(ActorRef("vulin"), ActorRef("djuric")),
        SplitActor(ActorRef("lavrov"), (words("post-2", "Sergey Lavrov"),), ActorRef("putin")),
    ))  # fmt: skip
    laws(corrected.facts)
    assert corrected.orphans == ()
    assert corrected.ids == {"group": "session", "vulin": "djuric"}
