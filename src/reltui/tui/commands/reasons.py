"""Saying why: how a name was matched, a date inferred, a doubt raised; and where the original is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reltui.tui.commands.registry import command
from reltui.tui.hand.signs import noted, yours
from reltui.tui.ours import ours
from reltui.tui.words import dated

if TYPE_CHECKING:
    from reltui.store import Reader
    from reltui.tui.screens.room import Room


@command("why")
def why(room: Room) -> None:
    """Show the reasons of what is selected."""
    from reltui.tui.screens.reader import TextDialog

    folio, event_id = room.source.folio, room.state.event
    sheet = room.source.sheet
    line = sheet.lines.span(sheet.cursor)
    source_id = folio.source.id if folio is not None else ""
    row = room.chronology.current()
    doubt = row.doubt if row is not None and row.id == event_id else None
    chosen = room.actors.current() if room.focused is room.actors else None
    hand = ours(room).hand

    def job(reader: Reader) -> str:
        if chosen is not None:
            return "\n".join([*_actor(reader, chosen.id, chosen.doubt), *yours(hand, "actor", chosen.id)])
        parts: list[str] = []
        if event_id:
            parts += [*_event(reader, event_id, doubt), *yours(hand, "event", event_id), ""]
        if source_id:
            parts += [*_source(reader, source_id, line), *noted(hand, source_id, *line)]
        return "\n".join(parts) or "Nothing is selected that has a reason."

    room.reading.ask(
        room, "why", job, lambda text: ours(room).push_screen(TextDialog("Why", text)) and None, room.report
    )  # fmt: skip


def _actor(reader: Reader, actor_id: str, doubt: str | None) -> list[str]:
    """Each spelling that was taken for the actor, and what joins it to the usual name."""
    from reltui.names import score

    actor = reader.actor(actor_id)
    parts = [f"{actor.name}: {len(actor.names)} spellings" if len(actor.names) != 1 else actor.name]
    for name in actor.names:
        reasons = "; ".join(score(name.text, actor.name).reasons) if actor.kind == "person" else ""
        parts.append(f"  “{name.text}”" + (f": {reasons}" if reasons and name.text != actor.name else ""))
    if doubt:
        parts.append(f"  doubtful: {doubt}")
    return parts


def _event(reader: Reader, event_id: str, doubt: str | None) -> list[str]:
    try:
        event = reader.event(event_id)
    except KeyError:
        return []
    parts = [f"{event.title}", f"  date: {dated(event.date, event.basis, event.why)}"]
    if event.why:
        parts.append(f"  because: {event.why}")
    if doubt:
        parts.append(f"  doubtful: {doubt}")
    for number, report in enumerate(event.reports, start=1):
        parts.append(
            f"  report {number}: {dated(report.date, report.basis, report.why)}, {report.status}, "
            f"{report.place or 'no place'}"
        )
        if report.why and report.why != event.why:
            parts.append(f"    because: {report.why}")
    return parts


def _source(reader: Reader, source_id: str, line: tuple[int, int]) -> list[str]:
    source = reader.source(source_id)
    parts = [f"This source: {dated(source.published, source.published_basis, source.published_why)}"]
    if source.published_why:
        parts.append(f"  because: {source.published_why}")
    start, end = line
    named = [mention for mention in reader.mentions(source_id) if mention.start < end and mention.end > start]
    if named:
        parts += ["", "Named on this line:"]
    for mention in named:
        actor = reader.actor(mention.actor)
        parts.append(
            f"  “{mention.surface}” is {actor.name} ({mention.score:.0%}): {mention.why or 'the same name'}"
        )
        if mention.doubt:
            parts.append(f"    doubtful: {mention.doubt}")
    return parts


@command("explain")
def explain(room: Room) -> None:
    """Show how the search, or else what narrows the view and the filter, was understood."""
    from reltui.query import EMPTY, parse
    from reltui.tui.screens.understood import Understood

    hits, state = room.hits, room.state
    # what is searched for as one types has a beginning for its last word, also after Enter
    typed = hits.asked.search if hits is not None else ""
    rest = typed if hits is not None else state.within if state.view else ""
    filter_ = room.query_now() if state.filter else EMPTY
    query = filter_ & parse(rest)
    if not query and not query.problems:
        room.say(room.keys.told("Nothing is searched for yet: {search} searches, {filter} filters."))
        return
    asked = " ".join(filter(None, (state.filter, rest)))
    room.reading.ask(
        room, "explain", lambda reader: reader.explain(query, typing=bool(typed)),
        lambda lines: ours(room).push_screen(Understood(asked, lines)) and None, room.report,
    )  # fmt: skip


@command("original")
def original(room: Room) -> None:
    """Open the address of the source, or say where its file is."""
    folio = room.source.folio
    if folio is None:
        room.say("No source is open.")
        return
    url = folio.source.url or ""
    if url.startswith(("https://", "http://")) and url.isprintable():
        ours(room).open_url(url)
        room.say(f"Opened {url}")
    else:
        unit = (
            f", {folio.source.kind} {folio.source.unit} of {folio.source.units}"
            if folio.source.units > 1
            else ""
        )
        room.say(f"File: {folio.source.path}{unit}")
