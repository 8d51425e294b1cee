"""Correcting events: when, what, whether and where it was, what is the same, what is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reltui.tui.hand.dealing import decide
from reltui.tui.hand.targets import Target
from reltui.tui.ours import ours
from reltui.tui.words import dated, day

if TYPE_CHECKING:
    from reltui.corrections.entries import Body, EventField
    from reltui.model import Event
    from reltui.store import Reader
    from reltui.store.rows import EventRow
    from reltui.tui.hand.form import Filled
    from reltui.tui.screens.menu import Choice
    from reltui.tui.screens.room import Room

_UNKNOWN = ("unknown", "n.d.", "?", "-")  # what one may type for a date or place that nobody knows


def _read(room: Room, target: Target, then: Callable[[Event, list[str]], None]) -> None:
    """Read an event and what its sources tell of it, then go on."""

    def job(reader: Reader) -> tuple[Event, list[str]]:
        event = reader.event(target.id)
        return event, [_told(reader, event, number) for number in range(len(event.reports))]

    def gone(error: Exception) -> None:
        room.say(
            "This event is no longer in the corpus." if isinstance(error, KeyError) else str(error),
            problem=True,
        )

    room.reading.ask(room, "correct", job, lambda found: then(*found), gone)


def _told(reader: Reader, event: Event, number: int) -> str:
    report = event.reports[number]
    source = reader.source(report.source)
    who = source.publisher or source.title or source.path
    why = f" ({report.why})" if report.why else ""
    return f"{who}: {dated(report.date, report.basis, report.why)}{why}, {report.place or 'no place'}, {report.status}"


def _set(
    room: Room, target: Target, field: EventField, value: str | None, why: str, again: Callable[[], None]
) -> None:
    def make(reader: Reader) -> Sequence[Body]:
        from reltui.corrections import SetEvent
        from reltui.hand import event_of

        return [SetEvent(event_of(reader, target.id), field, value)]

    decide(room, make, why, again)


def date(room: Room, target: Target, filled: Filled | None = None) -> None:
    """Ask for the date, with what the sources tell of it above."""
    from reltui.tui.hand.form import Filled, Form

    def ask(event: Event, told: list[str]) -> None:
        def take(done: Filled | None) -> None:
            if done is not None:
                value = None if done.text in _UNKNOWN else done.text
                _set(room, target, "date", value, done.why, lambda: date(room, target, done))

        lines = [
            f"now: {dated(event.date, event.basis, event.why)}{f' ({event.why})' if event.why else ''}",
            *told,
        ]
        placeholder = "2024-05-06, 2024-05, 2021-11-24/2021-11-25, 2024~, or unknown"
        before = filled or Filled(event.date or "", "")
        ours(room).push_screen(
            Form(f"Date of {event.title}", lines, placeholder, before, no_date, _shown_date), take
        )

    _read(room, target, ask)


def no_date(value: str) -> str:
    """What is wrong with a date; nothing where it is one, or says that none is known."""
    from reltui.dates import Edtf

    if value in _UNKNOWN:
        return ""
    if not value:
        return "Type a date such as 2024-05-06, or “unknown”."
    try:
        Edtf.parse(value)
    except ValueError as error:
        text = str(error).rstrip(".")
        return f"{text[:1].upper()}{text[1:]}."
    return ""


def _shown_date(value: str) -> str:
    from reltui.dates import display

    return "not known" if value in _UNKNOWN else display(value, style="long")


def place(room: Room, target: Target, filled: Filled | None = None) -> None:
    """Ask for the place."""
    from reltui.tui.hand.form import Filled, Form

    def ask(event: Event, told: list[str]) -> None:
        def take(done: Filled | None) -> None:
            if done is not None:
                value = None if done.text in (*_UNKNOWN, "") else done.text
                _set(room, target, "place", value, done.why, lambda: place(room, target, done))

        before = filled or Filled(event.place or "", "")
        form = Form(f"Place of {event.title}", told, "a place, or unknown", before, _no_place)
        ours(room).push_screen(form, take)

    _read(room, target, ask)


def _no_place(value: str) -> str:
    if value in _UNKNOWN or any(character.isalnum() for character in value):
        return ""
    return "Type a place, or “unknown”."


def type_(room: Room, target: Target) -> None:
    """Ask what kind of event it was."""
    from reltui.model.vocab import EVENT_TYPES

    _one_of(room, target, "type", EVENT_TYPES)


def status(room: Room, target: Target) -> None:
    """Ask what became of it."""
    from reltui.model.vocab import STATUSES

    _one_of(room, target, "status", STATUSES)


def _one_of(room: Room, target: Target, field: EventField, words: Sequence[str]) -> None:
    from reltui.tui.screens.menu import Choice, Menu

    def ask(event: Event, told: list[str]) -> None:
        now = str(event.type if field == "type" else event.status)
        taken: set[str] = set()
        choices: list[Choice] = []
        for word in words:
            letter = next((one for one in word if one.isalpha() and one not in taken), "")
            taken.add(letter)
            choices.append(
                Choice(word, word.replace("_", " "), "as it is now" if word == now else "", letter)
            )

        def take(chosen: str | None) -> None:
            if chosen is not None and chosen != now:
                reason(
                    room,
                    f"{event.title}: {chosen.replace('_', ' ')}",
                    told,
                    done=lambda why: keep(chosen, why),
                )

        def keep(chosen: str, why: str) -> None:
            _set(room, target, field, chosen, why, lambda: _one_of(room, target, field, words))

        ours(room).push_screen(Menu(f"{field.capitalize()} of {event.title}", choices, now), take)

    _read(room, target, ask)


def reason(room: Room, title: str, told: Sequence[str], done: Callable[[str], None]) -> None:
    """Ask for the reason of what was chosen; an empty one will do."""
    from reltui.tui.hand.form import Form

    def take(filled: Filled | None) -> None:
        if filled is not None:
            done(filled.why)

    ours(room).push_screen(Form(title, told, hint="Enter keeps it · Esc leaves all as it was"), take)


def drop(room: Room, target: Target) -> None:
    """Say that it is no event, after what the sources tell of it was shown once more."""

    def ask(event: Event, told: list[str]) -> None:
        def keep(why: str) -> None:
            def make(reader: Reader) -> Sequence[Body]:
                from reltui.corrections import DropEvent
                from reltui.hand import event_of

                return [DropEvent(event_of(reader, target.id))]

            decide(room, make, why, lambda: drop(room, target))

        reason(room, f"Drop {event.title}, {day(event.date)}", told, keep)

    _read(room, target, ask)


def same(room: Room, target: Target) -> None:
    """Say that it is the same happening as another event, which is chosen by typing."""
    from reltui.tui.hand.chooser import Chooser

    def take(other: str | None) -> None:
        if other is None:
            return

        def keep(why: str) -> None:
            def make(reader: Reader) -> Sequence[Body]:
                from reltui.corrections import MergeEvents
                from reltui.hand import event_of

                return [MergeEvents(event_of(reader, target.id), event_of(reader, other))]

            decide(room, make, why)

        told = ["Both will be shown as one, with the reports of both; what you chose goes first."]
        reason(room, "One happening", told, keep)

    title = f"{target.name} is the same happening as …"
    near: Callable[[Reader], Sequence[Choice]] = lambda reader: alike(reader, target.id)  # noqa: E731  typed here
    ours(room).push_screen(Chooser(room.reading, title, "event", target.id, near), take)


def alike(reader: Reader, ident: str) -> list[Choice]:
    """The events that share a party or the time with one, those that share most first."""
    from reltui.dates import Edtf
    from reltui.query import parse
    from reltui.tui.hand.chooser import event_choice

    event = reader.event(ident)
    when = Edtf.try_parse(event.date)
    shared: dict[str, int] = {}
    rows: dict[str, EventRow] = {}
    queries = [f'with:"{party.actor}"' for party in event.participants]
    if when.known and event.date:
        queries.append(f'date:"{event.date[:7]}"')
    for query in queries:
        for row in reader.events(parse(query)).rows(0, 200):
            if row.id != ident:
                rows[row.id] = row
                near = when.known and Edtf.try_parse(row.date).overlaps(when)
                shared[row.id] = shared.get(row.id, 0) + 1 + (2 if near else 0) + (row.type == event.type)
    best = sorted(rows, key=lambda one: (-shared[one], rows[one].lower or ""))
    return [event_choice(rows[one]) for one in best[:30]]
