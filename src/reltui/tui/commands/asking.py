"""Asking the corpus: search, filter, order, views, the profile of an actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reltui.tui.commands.registry import command
from reltui.tui.ours import ours
from reltui.tui.views.registry import VIEWS

if TYPE_CHECKING:
    from reltui.tui.screens.room import Room


@command("search")
def search(room: Room) -> None:
    """Open the search, with the cursor in the line to type in."""
    if room.state.view != "hits":
        room.remember()
    room.show_view("hits")
    room.fill_view()
    if room.hits is not None:
        room.hits.ask()


@command("filter")
def filter_(room: Room) -> None:
    """Ask for a filter."""
    from reltui.tui.screens.ask import Ask

    def take(text: str | None) -> None:
        if text is not None:
            set_filter(room, text)

    hint = "narrows every pane · Enter takes it, empty clears it · Esc leaves"
    ours(room).push_screen(Ask("Filter", room.state.filter, "actor:putin date:2024 type:call", hint), take)


@command("clear_filter")
def clear_filter(room: Room) -> None:
    """Clear the filter."""
    if room.state.filter:
        set_filter(room, "")
    else:
        room.say("There is no filter.")


def set_filter(room: Room, text: str) -> None:
    """Narrow all panes to what a query keeps."""
    from reltui.query import parse

    room.remember()
    room.state.filter = text.strip()
    for problem in parse(room.state.filter).problems[:1]:
        room.say(problem, problem=True)
    room.fill("step" if room.state.view else "shown")
    room.fill_view()


@command("order")
def order(room: Room) -> None:
    """Choose the order of the list that has the focus."""
    from reltui.tui.screens.menu import Choice, Menu

    hits, place = room.hits, room.place
    if hits is not None and place != "source":
        title, now = "Order of hits", hits.order
        choices = (
            Choice("relevance", "by relevance", "", "r"),
            Choice("date", "by date", "newest first", "d"),
        )
    elif room.view is not None:
        room.say("This view has one order.")
        return
    elif place == "actors":
        title, now = "Order of actors", room.state.actor_order
        choices = (
            Choice("mentions", "by mentions", "the most named first", "m"),
            Choice("name", "by name", "", "n"),
        )
    else:
        title, now = "Order of events", room.state.event_order
        choices = (
            Choice("date", "by date", "the earliest first", "d"),
            Choice("newest", "newest first", "", "n"),
        )

    def take(chosen: str | None) -> None:
        if chosen and hits is not None:
            hits.order = "date" if chosen == "date" else "relevance"
            hits.fill(hits.asked)
        elif chosen in ("mentions", "name"):
            room.state.actor_order = "name" if chosen == "name" else "mentions"
            room.fill("step")
        elif chosen in ("date", "newest"):
            room.state.event_order = "newest" if chosen == "newest" else "date"
            room.fill("step")

    ours(room).push_screen(Menu(title, choices, now), take)


@command("reload")
def reload(room: Room) -> None:
    """Read the corpus again; where one is, and what stands in a line that one types in, stays."""
    if not ours(room).stamp():  # what is open would be closed, and could not be opened again
        from reltui.tui.screens.room import GONE

        room.say(GONE, problem=True)
        return
    place, focused = room.here(), room.focused
    if (ledger := ours(room).ledger) is not None:
        ledger.anew()
    room.source.forget()
    room.restore(place)
    if focused is not None:
        focused.focus()
    room.say("The corpus was read again.")


@command("views")
def views(room: Room) -> None:
    """Choose a view."""
    from reltui.tui.screens.menu import Choice, Menu

    choices = [Choice(entry.id, entry.title, entry.help, entry.key) for entry in VIEWS.values()]
    choices.append(Choice("", "Chronology", "Actors and chronology again", "c"))

    def take(chosen: str | None) -> None:
        if chosen is not None:
            open_view(room, chosen)

    ours(room).push_screen(Menu("Views", choices, room.state.view), take)


def open_view(room: Room, name: str, within: str = "") -> None:
    """Open a view by name, narrowed to a query or whole; an empty name goes back to the chronology."""
    if name == "hits":
        search(room)
    elif name == "profile":
        profile(room)
    elif name == "reports":
        reports(room)
    elif name:
        room.remember()
        room.state.within = within
        if name == "pair":
            _choose_pair(room)
        room.show_view(name)
        room.fill_view()
        room.focus_on("view")
    else:
        room.focus_on("chronology")


def _choose_pair(room: Room) -> None:
    """The chosen actor and the one under the cursor; where no one is chosen, the other is chosen in the view."""
    at_hand = room.actor_at_hand()
    room.state.other = at_hand if room.state.actor and at_hand != room.state.actor else ""
    if not room.state.actor:
        room.state.actor = at_hand
        room.fill("step")


@command("reports")
def reports(room: Room) -> None:
    """Put the reports of the event at hand side by side."""
    event = room.event_at_hand()
    if not event:
        room.say(f"Choose an event first: {room.keys.first('pane_chronology')} goes to the chronology.")
        return
    room.remember()
    room.state.event = event
    room.show_view("reports")
    room.fill_view()
    room.focus_on("view")


@command("close_view")
def close_view(room: Room) -> None:
    """Leave the view."""
    room.focus_on("chronology")


@command("profile")
def profile(room: Room) -> None:
    """Show the profile of the actor who is selected: under the cursor, chosen, or named where one reads."""
    actor = room.actor_at_hand()
    if not actor:
        room.say(f"Choose an actor first: {room.keys.first('pane_actors')} goes to the actors.")
        return
    room.remember()
    if actor != room.state.actor:
        room.state.actor = actor
        room.fill("step")
    room.show_view("profile")
    room.fill_view()
    room.focus_on("view")
