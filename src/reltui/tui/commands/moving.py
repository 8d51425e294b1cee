"""Going about the room: panes, back and forward, hits, dialogs, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reltui.present.session import Place
from reltui.present.settings import DARK, LIGHT
from reltui.tui.commands.registry import command
from reltui.tui.ours import ours

if TYPE_CHECKING:
    from reltui.tui.screens.room import Room
    from reltui.tui.views.hits import Hits


@command("pane_actors")
def pane_actors(room: Room) -> None:
    """Go to the actors."""
    room.focus_on("actors")


@command("pane_chronology")
def pane_chronology(room: Room) -> None:
    """Go to the chronology."""
    room.focus_on("chronology")


@command("pane_source")
def pane_source(room: Room) -> None:
    """Go to the source."""
    room.focus_on("source")


def _cycle(room: Room, way: int) -> None:
    panes = ["view", "source"] if room.state.view else ["actors", "chronology", "source"]
    if (view := room.view) is not None and view.target is not view.lines:
        panes.insert(1, "lines")
    places = {"actors": "actors", "chronology": "chronology", "source": "source", "views": panes[-2]}
    here = places.get(room.place, panes[0])
    to = panes[(panes.index(here) + way) % len(panes)]
    room.focus_on("view" if to == "lines" else to)
    if to == "lines" and view is not None:
        view.lines.focus()


@command("next_pane")
def next_pane(room: Room) -> None:
    """Go to the next pane."""
    _cycle(room, 1)


@command("previous_pane")
def previous_pane(room: Room) -> None:
    """Go to the previous pane."""
    _cycle(room, -1)


@command("back")
def back(room: Room) -> None:
    """Go back to what one looked at before."""
    place = room.trail.back(room.here())
    if place is None:
        room.say("This is where you began.")
    else:
        room.restore(place)


@command("forward")
def forward(room: Room) -> None:
    """Go forward again."""
    place = room.trail.forward(room.here())
    if place is None:
        room.say("There is nothing to go forward to.")
    else:
        room.restore(place)


@command("next")
def next_(room: Room) -> None:
    """Go to the next hit, place or naming."""
    _step(room, True)


@command("previous")
def previous(room: Room) -> None:
    """Go to the previous one."""
    _step(room, False)


def _step(room: Room, forward: bool) -> None:
    view, sheet = room.view, room.source.sheet
    if view is not None and view.step(forward):
        return
    in_text = room.place == "source"
    if view is not None and not in_text:
        view.lines.go(view.lines.cursor + (1 if forward else -1))
        return
    hits = sheet.spans_of("hit")
    if hits:
        beyond = hits.after(sheet.at) if forward else hits.before(sheet.at)
        if beyond is None and room.hits is not None and _other_source(room, room.hits, forward):
            return
        sheet.step("hit", forward)
        place = hits.number(sheet.at)
        room.entitle(room.source, "Source", f"hit {place} of {len(hits.spans)}")
    elif sheet.step("chosen", forward) is None and sheet.step("evidence", forward) is None:
        room.say("Nothing is highlighted here: search with /, or choose an actor or an event.")


def _other_source(room: Room, view: Hits, forward: bool) -> bool:
    """Go on to the next hit that stands in another source; whether there is one."""
    here = room.source.folio.source.id if room.source.folio is not None else ""
    lines, way = view.hits, 1 if forward else -1
    row = lines.cursor + way
    while lines.pages is not None and 0 <= row < lines.pages.count:
        hit = lines.pages.row(row)
        if hit is not None and hit.source not in (None, here):
            lines.go(row)
            return True
        row += way
    return False


@command("escape")
def escape(room: Room) -> None:
    """Leave what is open, the nearest first."""
    view = room.view
    if room.place == "source":
        room.focus_on("view" if view is not None else "chronology")
    elif room.led_by(room.state.view) is not None:
        room.state.within = ""
        known = "hits" in room.views
        room.show_view("hits")
        if not known:
            room.fill_view()
        room.focus_on("view")
    elif view is not None:
        room.focus_on(room.state.pane if room.state.pane != "source" else "chronology")
    elif room.state.actor:
        room.choose_actor("")
        room.focus_on("actors")
    elif room.state.filter:
        room.say(f"The filter stays until {room.keys.first('clear_filter')} clears it.")


@command("theme")
def theme(room: Room) -> None:
    """Change between dark and light."""
    ours(room).theme = DARK if not ours(room).current_theme.dark else LIGHT


@command("reset")
def reset(room: Room) -> None:
    """Forget place, filter and search."""
    room.remember()
    room.restore(Place(form=room.state.form))
    room.say(f"Started afresh; {room.keys.first('back')} goes back.")


@command("help")
def help_(room: Room) -> None:
    """Show the keys for what has the focus."""
    from reltui.tui.screens.help import HelpDialog

    ours(room).push_screen(HelpDialog(room.keys, room.place))


@command("tour")
def tour(room: Room) -> None:
    """Show what one needs to know first."""
    from reltui.tui.screens.tour import Tour

    ours(room).push_screen(Tour(room.keys))


@command("palette")
def palette(room: Room) -> None:
    """Find any action, actor or view."""
    from reltui.tui.screens.palette import Palette

    def take(chosen: str | None) -> None:
        if chosen:
            room.do_chosen(chosen)

    ours(room).push_screen(Palette(room.searching, room.keys), take)


@command("quit")
def quit_(room: Room) -> None:
    """Keep the place, and leave."""
    room.leave()
