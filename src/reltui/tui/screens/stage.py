"""The stage of the reading room: what is written around the panes."""

from __future__ import annotations

from rich.text import Text
from textual.widget import Widget

from reltui.present.actions import BY_ID, at, in_footer, reach
from reltui.present.counting import plural
from reltui.present.keys import shown
from reltui.present.safe import safe
from reltui.tui.look import look_of
from reltui.tui.screens.frame import Frame
from reltui.tui.widgets.bars import Bar, KeyBar
from reltui.tui.widgets.pieces import Piece, cut
from reltui.tui.widgets.spark import span_of_years, spark

_PROMPT_KEYS = (("", "Enter", "first hit"), ("", "↑ ↓", "hits"), ("escape", "Esc", "leave"))
_NOTICE_SECONDS = 12.0


class Stage(Frame):
    """Frame, titles, what is said, and the keys that do something."""

    _notice: tuple[list[Piece], list[Piece]] | None = None

    def on_descendant_focus(self) -> None:
        """Follow the focus, wherever it came from."""
        place = self.place
        if place in ("actors", "chronology", "source"):
            self.lay(place)
        elif self.view is not None and self.focused is not None and self.view in self.focused.ancestors:
            self.lay("view")
        self.write_keys()

    def entitle(self, widget: Widget, text: str, more: str = "") -> None:
        """Write a pane's title on its border; text of sources is not parsed as markup."""
        widget.border_title = Text(safe(text))
        widget.border_subtitle = Text(safe(more)) if more else None

    def write_top(self) -> None:
        """Write what is open, and the filter where there is one."""
        look = look_of(self)
        left: list[Piece] = [(" reltui ", look.key)]
        if self.meta is not None:
            counts = self.meta.counts
            left.append((f" {cut(safe(self.meta.title), 24 if self.state.filter else 48)} ", look.strong))
            parts = [
                plural(counts.get("sources", 0), "source"),
                plural(counts.get("actors", 0), "actor"),
                plural(counts.get("events", 0), "event"),
            ]
            if not self.state.filter:
                left.append((" · ".join(["", *parts]), look.dim))
        if self.state.filter:
            left += [
                ("  filter ", look.key),
                (safe(self.state.filter), look.strong),
                (f"  {self.keys.first('clear_filter')} clears", look.dim),
            ]
        right: list[Piece] = []
        for name in ("search", "help"):
            if key := self.keys.first(name):
                right += [(f"{key} ", look.key), (f"{BY_ID[name].label}  ", look.dim)]
        self.query_one("#top", Bar).put(left, right)

    def write_keys(self) -> None:
        """Write the keys that do something where the focus is."""
        focused = self.focused
        if focused is not None and self.place == "room" and focused.id == "ask":
            # a letter is typed there: only another key does something
            explain = [("explain", shown(key), "explain") for key in self.keys.of["explain"] if len(key) > 1]
            self.query_one("#keys", KeyBar).put_keys([*_PROMPT_KEYS, *explain[:1]])
            return
        keys: list[tuple[str, str, str]] = []
        for action in in_footer(at(*reach(self.place))):
            same = [
                other.id
                for other in at(action.where)
                if (other.label, other.footer) == (action.label, action.footer)
            ]
            key = " ".join(filter(None, (self.keys.first(id_) for id_ in same)))
            if key:
                keys.append((action.id, key, action.label))
        self.query_one("#keys", KeyBar).put_keys(keys)

    def say(self, text: str, problem: bool = False, more: str = "") -> None:
        """Say a sentence below the panes for a while; `more` stands at the right, and is not cut off."""
        look = look_of(self)
        sign, style = ("! ", look.doubt) if problem else ("", look.notice)
        notice = self._notice = ([(f" {sign}{safe(text)}", style)], [(f"{more} ", look.key)] if more else [])
        self.write_said()
        self.set_timer(_NOTICE_SECONDS, lambda: self._unsay(notice))

    def _unsay(self, notice: object) -> None:
        if self._notice is notice:
            self._notice = None
            self.write_said()

    def write_said(self) -> None:
        """Write the notice, else the years as a line of bars."""
        self.set_class(self._notice is not None, "-saying")
        self.query_one("#said", Bar).put(*(self._notice or (self._spark(), [])))

    def _spark(self) -> list[Piece]:
        years = span_of_years(self.years)
        cells = self.size.width - 16
        if len(years) < 2 or cells < 20:
            return []
        look = look_of(self)
        first, last = str(years[0][0]), str(years[-1][0])
        drawn = spark([count for _, count in years], min(cells, max(len(years), 34)), self.settings.flat)
        return [(f" {first} ", look.dim), (drawn, look.bar), (f" {last}", look.dim)]

    def report(self, error: Exception) -> None:
        """Say what went wrong; errors of the store are sentences already."""
        self.say(str(error) or type(error).__name__, problem=True)

    def write_titles(self) -> None:
        """Write the titles of the panes."""
        state = self.state
        actors = self.actors.pages
        events = self.chronology.pages
        self.entitle(self.actors, "Actors", f"by {state.actor_order}" if actors and actors.count > 1 else "")
        of = f" · {state.actor_name}" if state.actor and state.actor_name else ""
        newest = ", newest first" if state.event_order == "newest" else ""
        self.entitle(
            self.chronology, f"Chronology{of}", f"{plural(events.count, 'event')}{newest}" if events else ""
        )
        self.write_place()

    def write_place(self) -> None:
        """Name on the pane of the source the paragraph that the cursor stands in, which `c` would cite."""
        folio = self.source.folio
        here = folio.passage_at(self.source.sheet.at) if folio is not None else None
        where = f"¶ {here.ordinal} of {len(folio.passages)}" if folio is not None and here is not None else ""
        self.entitle(self.source, "Source", where)
