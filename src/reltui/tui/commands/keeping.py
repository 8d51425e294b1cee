"""Narrowing a search by what was found, and keeping searches for another day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reltui.tui.commands.asking import search, set_filter
from reltui.tui.commands.registry import command
from reltui.tui.ours import ours

if TYPE_CHECKING:
    from reltui.present.searches import Saved
    from reltui.store import Reader
    from reltui.store.rows import Facets
    from reltui.tui.screens.room import Room
    from reltui.tui.screens.saved import Wish


@command("narrow")
def narrow(room: Room) -> None:
    """Narrow the search that is open, else everything, by actor, year, type of event or kind of source."""
    from reltui.query import EMPTY, parse

    typed = room.hits.prompt.value if room.hits is not None else ""
    query = (room.query_now() if room.state.filter else EMPTY) & parse(typed)

    def job(reader: Reader) -> Facets:
        return reader.facets(query, typing=bool(typed))

    def choose(facets: Facets) -> None:
        from reltui.tui.screens.narrow import Narrow

        ours(room).push_screen(Narrow(facets), take)

    def take(chosen: str | None) -> None:
        if chosen and room.hits is not None and typed:
            room.hits.prompt.value = f"{typed} {chosen}"
            room.focus_on("view")
        elif chosen:
            set_filter(room, f"{room.state.filter} {chosen}")

    room.searching.ask(room, "facets", job, choose, room.report)


@command("searches")
def searches(room: Room) -> None:
    """Show the saved searches, to run, filter by or forget one, or to keep the one at hand."""
    from reltui.present.searches import load
    from reltui.tui.screens.saved import SavedDialog

    typed = room.hits.prompt.value.strip() if room.hits is not None else ""
    ours(room).push_screen(SavedDialog(load(), typed or room.state.filter), lambda wish: _do(room, wish))


def _do(room: Room, wish: Wish | None) -> None:
    if wish is None:
        return
    if wish.what == "run":
        run(room, wish.saved.query)
    elif wish.what == "filter":
        set_filter(room, wish.saved.query)
    elif wish.what == "keep":
        _keep(room, wish.saved.query)
    else:
        _forget(room, wish.saved)


def run(room: Room, query: str) -> None:
    """Search for a query, with the focus on what is found."""
    search(room)
    if (hits := room.hits) is not None:
        hits.take_up(query)


def _keep(room: Room, query: str) -> None:
    from reltui.present.searches import save, searches_file
    from reltui.tui.screens.ask import Ask

    def take(name: str | None) -> None:
        if name is None:
            return
        try:
            saved = save(name, query)
        except ValueError as error:
            room.say(f"Not kept: {error}.", problem=True)
        except OSError as error:
            room.say(f"Not kept: {searches_file()} cannot be written ({error.strerror}).", problem=True)
        else:
            key = room.keys.first("searches")
            room.say(f"Kept as “{saved.name}” in {searches_file()}", more=f"{key} shows all" if key else "")

    ours(room).push_screen(Ask("Keep this search as", query, "a name", "Enter keeps it · Esc leaves"), take)


def _forget(room: Room, saved: Saved) -> None:
    from reltui.present.searches import delete, searches_file

    try:
        delete(saved.name)
    except OSError as error:
        room.say(f"Not forgotten: {searches_file()} cannot be written ({error.strerror}).", problem=True)
    else:
        room.say(f"Forgotten: {saved.name} = {saved.query}")
        searches(room)
