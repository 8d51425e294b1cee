"""Which views there are. A new one is a module here and a line in `VIEWS`."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from reltui.tui.views.view import View
    from reltui.tui.workers.desk import Desk


class Entry(NamedTuple):
    """A view: its name, the letter after `v`, its title, what it is, and the module that has it."""

    id: str
    key: str
    title: str
    help: str
    module: str

    def make(self, desk: Desk) -> View[Any]:
        """Make the view; its module is imported only now. The module's `make` takes the desk."""
        module = importlib.import_module(f"reltui.tui.views.{self.module}")
        return cast("Callable[[Desk], View[Any]]", module.make)(desk)


_ENTRIES = (
    Entry("hits", "h", "Hits", "What answers the search: passages, actors, events", "hits"),
    Entry("statements", "s", "Statements", "Who said what, in their words", "statements"),
    Entry("figures", "f", "Figures", "Quantities, with unit and period", "figures"),
    Entry("doubts", "d", "Doubts", "Where sources contradict each other or themselves", "doubts"),
    Entry("offices", "w", "Offices", "Who was what when, as the sources tell it", "offices"),
    Entry("sources", "o", "Sources", "What was read, by whom and from when", "sources"),
    Entry("reports", "r", "Reports", "One event as each source tells it, and where they disagree", "reports"),
    Entry("pair", "a", "Pair", "Two actors or states: contacts, planned and held, and the gaps", "pair"),
    Entry("plots", "l", "Plots", "Events by month to narrow everything to, and who met whom", "plots"),
    Entry("yours", "y", "Yours", "Your marks, notes, labels and corrections", "yours"),
    Entry("profile", "p", "Profile", "All about the selected actor, every line with its words", "profile"),
)

VIEWS: dict[str, Entry] = {entry.id: entry for entry in _ENTRIES}
