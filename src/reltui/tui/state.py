"""What is chosen in the reading room, and the way one came."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from reltui.present.session import Place

ActorOrder = Literal["mentions", "name"]
EventOrder = Literal["date", "newest"]

_STEPS = 200  # places that `b` can go back through


@dataclass
class State:
    """What is chosen. Empty strings mean nothing is."""

    actor: str = ""
    actor_name: str = ""
    other: str = ""  # the other actor of a pair
    within: str = ""  # a query that narrows the view alone
    event: str = ""
    filter: str = ""
    search: str = ""
    view: str = ""
    pane: str = "chronology"
    actor_order: ActorOrder = "mentions"
    event_order: EventOrder = "date"
    form: str = "chicago-note"

    def take(self, place: Place) -> None:
        """Take up a place that was kept."""
        self.actor, self.event, self.other = place.actor, place.event, place.other
        self.filter, self.search, self.view = place.filter, place.search, place.view
        self.pane, self.within = place.pane, place.within
        self.actor_order = "name" if place.actor_order == "name" else "mentions"
        self.event_order = "newest" if place.event_order == "newest" else "date"
        self.form = place.form or self.form

    def place(self, source: str, offset: int, words: str, theme: str, row: str = "") -> Place:
        """The place one is at, with what the panes know of it."""
        return Place(
            self.actor, self.event, source, offset, words, self.filter, self.search, self.view,
            self.pane, self.actor_order, self.event_order, theme, self.form, row, self.other, self.within,
        )  # fmt: skip


@dataclass
class Trail:
    """The places one has been at: back and forward, as in a browser."""

    behind: list[Place] = field(default_factory=list[Place])
    ahead: list[Place] = field(default_factory=list[Place])

    def leave(self, place: Place) -> None:
        """Remember a place that one is about to leave for another."""
        if not self.behind or _same(self.behind[-1], place) is False:
            self.behind.append(place)
            del self.behind[:-_STEPS]
        self.ahead.clear()

    def back(self, here: Place) -> Place | None:
        """The place before this one, None at the beginning."""
        while self.behind:
            place = self.behind.pop()
            if not _same(place, here):
                self.ahead.append(here)
                return place
        return None

    def forward(self, here: Place) -> Place | None:
        """The place one went back from, None at the end."""
        while self.ahead:
            place = self.ahead.pop()
            if not _same(place, here):
                self.behind.append(here)
                return place
        return None


def _same(one: Place, other: Place) -> bool:
    """Whether two places show the same, whatever the theme."""
    return replace(one, theme="", words="") == replace(other, theme="", words="")
