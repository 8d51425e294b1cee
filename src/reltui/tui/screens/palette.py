"""The palette: type a few letters of an action, a view or an actor, and go there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Vertical

from reltui.present.actions import ACTIONS
from reltui.present.safe import safe
from reltui.tui.screens.dialog import Dialog
from reltui.tui.screens.menu import Choice, Choices
from reltui.tui.views.registry import VIEWS
from reltui.tui.widgets.lines import LineList
from reltui.tui.widgets.pages import Stock
from reltui.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from reltui.present.keys import Keys
    from reltui.store import Reader
    from reltui.tui.workers.desk import Desk

_ACTORS = 12


class Palette(Dialog[str]):
    """Answers with `action:…`, `view:…`, `actor:…` or `search:…` (a saved one's query), or None."""

    def __init__(self, desk: Desk, keys: Keys) -> None:
        super().__init__()
        self._desk = desk
        from reltui.present.searches import load

        places = {"room", "everywhere"}
        self._fixed = [
            *(Choice(f"view:{entry.id}", entry.title, entry.help) for entry in VIEWS.values()),
            *(Choice(f"search:{one.query}", safe(one.name), f"search {safe(one.query)}") for one in load()),
            *(
                Choice(f"action:{action.id}", action.label, f"{keys.shown(action.id)}  {action.help}")
                for action in ACTIONS
                if action.where in places and action.id not in ("palette", "escape")
            ),
        ]

    def compose(self) -> ComposeResult:
        """A line to type in above what fits."""
        box = Vertical(classes="box")
        box.border_title = Text("Go to")
        box.border_subtitle = Text("actions, views, actors, saved searches · Enter goes · Esc leaves")
        with box:
            yield Prompt("an action, a view, an actor", "line")
            yield Choices("choices")

    def on_mount(self) -> None:
        """Show everything at first."""
        lines = self.query_one(Choices)
        lines.styles.height = 14
        lines.label_cells = 24
        lines.can_focus = False
        self._show(self._fixed)
        self.query_one(Prompt).focus()

    def on_input_changed(self, event: Prompt.Changed) -> None:
        """Show what fits what was typed; actors as the desk finds them."""
        text = event.value.strip()
        fitting = [choice for choice in self._fixed if _fits(choice, text)]
        self._show(fitting)
        if not text:
            self._desk.drop("palette")
            return

        def job(reader: Reader) -> list[Choice]:
            from reltui.query import parse

            hits = reader.search(parse(text), limit=_ACTORS, typing=True)
            return [
                Choice(f"actor:{hit.id}", safe(hit.label), "the actor's events")
                for hit in hits
                if hit.kind == "actor"
            ]

        self._desk.ask(self, "palette", job, lambda actors: self._show([*fitting, *actors]))

    def on_input_submitted(self) -> None:
        """Go to what the cursor is on."""
        row = self.query_one(Choices).current()
        if row is not None:
            self.dismiss(row.id)

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Go to what was clicked."""
        if isinstance(event.row, Choice):
            self.dismiss(event.row.id)

    def on_key(self, event: events.Key) -> None:
        """Move among what fits without leaving the line one types in."""
        moves = {"down": "down", "up": "up", "pagedown": "page_down", "pageup": "page_up"}
        if event.key in moves:
            event.stop()
            event.prevent_default()
            self.query_one(Choices).action_do(moves[event.key])

    def _show(self, choices: list[Choice]) -> None:
        if self.is_current:  # an answer may come when one has chosen and gone already
            self.query_one(Choices).show(Stock(choices))


def _fits(choice: Choice, text: str) -> bool:
    """Whether every word that was typed begins a word of the choice."""
    words = f"{choice.label} {choice.help}".casefold().split()
    return all(any(word.startswith(part) for word in words) for part in text.casefold().split())
