"""The one table of actions: what one can do, where, with which keys, and what help says of it.

The footer, the help screen, the palette, `docs/keys.md`, the man page and the settings file are all
made from `ACTIONS`. A key is written as one types it (`"c"`, `"G"`, `"/"`) or by name (`"enter"`,
`"ctrl+p"`). Every action has a key that is not a function key and needs neither alt nor ctrl,
because terminals, multiplexers and keyboards take those for themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, get_args

Where = Literal["everywhere", "room", "moving", "actors", "chronology", "source", "timeline", "views"]
PLACES: tuple[Where, ...] = get_args(Where)

# What each place is called in help and documentation, in the order in which they are explained.
HEADINGS: dict[Where, str] = {
    "room": "In the reading room",
    "moving": "Moving in any list or text",
    "actors": "Actors",
    "chronology": "Chronology",
    "source": "Source",
    "timeline": "Timeline of the plots",
    "views": "Hits, statements, figures, doubts and other views",
    "everywhere": "Everywhere",
}


class Action(NamedTuple):
    """One thing the user can do.

    `id` names it in the settings file; `label` is the word in the footer; `help` is one sentence;
    `where` says in which place its keys work; `footer` is its rank there (0: not shown).
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    where: Where
    footer: int = 0


# id, keys, word in the footer, rank there (0: not shown), help
_ROWS: dict[Where, tuple[tuple[str, str, str, int, str], ...]] = {
    "room": (
        (
            "search",
            "/",
            "search",
            1,
            "Search passages, actors and events as you type, in any script or spelling.",
        ),
        ("filter", "f", "filter", 6, "Narrow every pane to what a query keeps, until the filter is cleared."),
        ("clear_filter", "F", "clear filter", 0, "Clear the filter."),
        (
            "narrow",
            "i",
            "narrow",
            0,
            "Narrow the search, else everything, by actor, year, type of event or kind of source.",
        ),
        (
            "explain",
            "E f2",
            "explain",
            0,
            "Say how the search or the filter was understood, part by part; F2 while you type.",
        ),
        ("searches", "S", "searches", 0, "Saved searches: keep this one; run, filter by or forget one."),
        (
            "order",
            "s",
            "order",
            0,
            "Choose the order of the list: by mentions or name, by date, by relevance.",
        ),
        ("cite", "c", "cite", 2, "Copy a citation of the words that are selected."),
        ("form", "C", "form", 0, "Choose the form of citations: Chicago, APA, MLA, BibTeX and others."),
        ("quote", "y", "quote", 3, "Copy the selected words as a quotation with its citation."),
        ("copied", "Y", "copied", 0, "Show what was copied last, by which way, and the file that holds it."),
        (
            "views",
            "v",
            "views",
            4,
            "Choose a view: hits, statements, figures, doubts, sources, a pair, plots, a profile.",
        ),
        ("profile", "p", "profile", 5, "Show the profile of the selected actor, every line with its words."),
        ("reports", "=", "compare", 0, "Put the reports of this event side by side: where they disagree."),
        ("back", "b", "back", 0, "Go back to what you looked at before."),
        ("forward", "B", "forward", 0, "Go forward again."),
        (
            "why",
            "w",
            "why",
            0,
            "Say why: how a name was matched, how a date was found, what is doubtful here.",
        ),
        ("mark", "m", "mark", 0, "Mark what is selected: an actor, an event, a paragraph; again to unmark."),
        ("note", "M", "note", 0, "Write a note on what is selected."),
        (
            "correct",
            "e",
            "correct",
            0,
            "Correct what is selected: who is the same, a name, a date, no event; or label it.",
        ),
        ("undo", "u", "undo", 0, "Take back the last correction, note or mark."),
        ("redo", "U", "redo", 0, "Do again what was taken back."),
        (
            "export",
            "x",
            "export",
            0,
            "Export everything, what the filter keeps or what is selected to a file.",
        ),
        ("original", "o", "original", 0, "Say where the original is, and open it if it has an address."),
        ("pane_actors", "1", "actors", 0, "Go to the actors."),
        ("pane_chronology", "2", "chronology", 0, "Go to the chronology."),
        ("pane_source", "3", "source", 0, "Go to the source."),
        ("next_pane", "tab", "next pane", 0, "Go to the next pane."),
        ("previous_pane", "shift+tab backtab", "previous pane", 0, "Go to the previous pane."),
        ("next", "n", "next", 0, "Go to the next hit, or the next words that bear on the selection."),
        ("previous", "N", "previous", 0, "Go to the previous hit."),
        ("theme", "t", "theme", 0, "Change between the dark and the light theme."),
        ("reload", "R", "reload", 0, "Read the corpus again, after it was built anew by another program."),
        ("tour", "T", "tour", 0, "Show again what one needs to know first, in five steps."),
        ("reset", "X", "start afresh", 0, "Forget place, filter and search, and start from the beginning."),
    ),
    "moving": (
        ("down", "j down", "down", 0, "One line down."),
        ("up", "k up", "up", 0, "One line up."),
        ("page_down", "space pagedown", "page down", 0, "One page down."),
        ("page_up", "- pageup", "page up", 0, "One page up."),
        ("top", "g home", "top", 0, "To the first line."),
        ("bottom", "G end", "bottom", 0, "To the last line."),
        (
            "open",
            "enter",
            "open",
            1,
            "Open what the cursor is on: an actor's events, an event's words, a hit.",
        ),
    ),
    "actors": (("everyone", "a", "everyone", 4, "Show the events of all actors again."),),
    "chronology": (
        ("month_back", "h left", "month", 7, "To the month before."),
        ("month_on", "l right", "month", 7, "To the next month with events."),
        ("year_back", "H", "year", 0, "To the year before."),
        ("year_on", "L", "year", 0, "To the next year with events."),
        ("report", "r", "report", 5, "Show the next source that reports this event."),
    ),
    "source": (
        ("next_paragraph", "} l right", "paragraph", 0, "To the next paragraph."),
        ("previous_paragraph", "{ h left", "paragraph", 0, "To the paragraph before."),
    ),
    "timeline": (
        ("bar_back", "h left", "bar", 7, "To the bar before."),
        ("bar_on", "l right", "bar", 7, "To the next bar."),
        ("bars_back", "H", "year", 0, "A year back."),
        ("bars_on", "L", "year", 0, "A year on."),
        ("bar_first", "g home", "first bar", 0, "To the first bar."),
        ("bar_last", "G end", "last bar", 0, "To the last bar."),
        ("brush", "space", "begin span", 2, "Begin a span of time here; again to let it go."),
        ("take_brush", "enter", "narrow to it", 1, "Narrow everything to the bar or the span."),
        ("leave_bars", "j down", "below", 6, "Go on to what stands below the timeline."),
    ),
    "views": (("close_view", "V", "close", 6, "Leave the view and go back to actors and chronology."),),
    "everywhere": (
        ("help", "?", "help", 8, "Show the keys for what has the focus."),
        ("palette", ": ctrl+p", "palette", 0, "Find any action, actor or view by typing its name."),
        ("escape", "escape", "back", 0, "Leave what is open: a dialog, a search, a view, a chosen actor."),
        ("quit", "q", "quit", 9, "Leave reltui; place and filter come back at the next start."),
    ),
}

ACTIONS: tuple[Action, ...] = tuple(
    Action(id_, tuple(keys.split()), label, help_, where, footer)
    for where, rows in _ROWS.items()
    for id_, keys, label, footer, help_ in rows
)
BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}


def at(*places: Where) -> tuple[Action, ...]:
    """The actions of these places, in the order of the table."""
    return tuple(action for action in ACTIONS if action.where in places)


def reach(place: Where) -> tuple[Where, ...]:
    """The places whose keys work while the focus is in `place`, the nearest first."""
    if place == "everywhere":
        return ("everywhere",)
    if place == "timeline":
        return ("timeline", "room", "everywhere")
    if place in ("room", "moving"):
        return ("moving", "room", "everywhere") if place == "moving" else ("room", "everywhere")
    return (place, "moving", "room", "everywhere")


def in_footer(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Those of the actions that the footer shows, by rank; of two with one rank and label, the first."""
    ranked = sorted((action for action in actions if action.footer), key=lambda action: action.footer)
    seen: set[str] = set()
    kept: list[Action] = []
    for action in ranked:
        if action.label not in seen:
            seen.add(action.label)
            kept.append(action)
    return tuple(kept)
