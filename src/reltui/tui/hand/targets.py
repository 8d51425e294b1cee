"""What a mark, a note or a correction would be on: what the cursor is on, wherever the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from reltui.store.rows import ActorRow, EventRow, Hit
    from reltui.tui.screens.room import Room


class Target(NamedTuple):
    """An actor or event by its id, or words: text[start:end] of the source `id`; `name` is what to call it.

    `words` are where the actor is named, if that is how it was reached: (source, start, end).
    """

    kind: Literal["actor", "event", "source"]
    id: str
    name: str
    start: int = 0
    end: int = 0
    words: tuple[str, int, int] | None = None


def targets(room: Room) -> list[Target]:
    """What is selected, the most likely first; nothing where there is nothing."""
    place = room.place
    if place == "actors":
        row = room.actors.current()
        return [_actor(row)] if row is not None else []
    if place == "chronology":
        event = room.chronology.current()
        return [_event(event)] if event is not None else []
    if place == "source":
        return _in_source(room)
    if room.view is not None:
        return _in_view(room)
    return []


def _actor(row: ActorRow) -> Target:
    return Target("actor", row.id, row.name)


def _event(row: EventRow) -> Target:
    return Target("event", row.id, f"{row.title}, {row.date or 'n.d.'}")


def _in_source(room: Room) -> list[Target]:
    """The words that are selected, else the paragraph; then the event and the actors on the line."""
    folio, sheet = room.source.folio, room.source.sheet
    if folio is None:
        return []
    selection = sheet.text_selection
    start, end = sheet.span_of(selection) if selection is not None else (0, 0)
    chosen = start < end
    if not chosen:
        passage = folio.passage_at(sheet.at)
        start, end = (passage.start, passage.end) if passage is not None else (0, len(folio.text))
    found = [Target("source", folio.source.id, _short(folio.text[start:end]), start, end)]
    line = (start, end) if chosen else sheet.lines.span(sheet.cursor)
    for event in folio.standing.facts_at(*line, "event"):
        row = room.chronology.current()
        name = _event(row).name if row is not None and row.id == event else event
        found.append(Target("event", event, name))
    for actor, span in folio.standing.named_at(*line):
        words = _short(folio.text[span[0] : span[1]])
        found.append(Target("actor", actor, words, words=(folio.source.id, *span)))
    return found


def _in_view(room: Room) -> list[Target]:
    view = room.view
    row: object = view.lines.current() if view is not None else None
    if view is None or row is None:
        return []
    if room.hits is not None:
        from reltui.tui.views.leads import Lead

        if isinstance(row, Lead):
            return []  # it leads on to what can be marked, and is nothing itself
        hit: Hit = row  # pyright: ignore[reportAssignmentType]  the rows of this view
        if hit.kind in ("actor", "event"):
            return [Target("actor" if hit.kind == "actor" else "event", hit.id, hit.label)]
        return [Target("source", hit.source or "", _short(hit.match + hit.after), hit.start, hit.end)]
    goes, spot = str(getattr(row, "goes", "")), view.lead(row)
    if goes.startswith("actor:"):
        return [Target("actor", goes.removeprefix("actor:"), str(getattr(row, "text", "")))]
    ident = str(getattr(row, "id", ""))
    text = _short(str(getattr(row, "text", "") or getattr(row, "what", "") or getattr(row, "label", "")))
    if room.state.view in ("profile", "pair", "yours") and spot is not None and ident == f"e{spot.fact}":
        return [Target("event", spot.fact, text)]
    if room.state.view == "profile" and room.state.actor and (spot is None or spot.start >= spot.end):
        return [Target("actor", room.state.actor, room.state.actor_name)]
    if spot is None or spot.start >= spot.end:
        return []
    return [Target("source", spot.source, text, spot.start, spot.end)]


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 60 else f"{plain[:59].rstrip()}…"
