"""The sources of a corpus as resolving holds them: prepared, the places of all in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reltui.extract.drafts import Spot
from reltui.model import Source
from reltui.resolve.dates import Reference
from reltui.resolve.places import Places
from reltui.resolve.prepared import Later, Prepared, ToldReport

if TYPE_CHECKING:
    from reltui.authority import Tables


@dataclass(slots=True)
class Part:
    """A prepared source, and the numbers of the places where it names somebody."""

    source: Source
    reference: Reference
    published: str | None
    places: range
    brackets: tuple[tuple[Spot, Spot], ...]
    reports: tuple[ToldReport, ...]
    later: Callable[[], Later]


class Parts:
    """Makes parts out of what was prepared, and holds their places."""

    def __init__(self, tables: Tables) -> None:
        self.places = Places(tables)

    def of(
        self, prepared: Sequence[Prepared], later: Iterable[Callable[[], Later]] | None = None
    ) -> list[Part]:
        """Return the parts of the sources of a file; `later` says where the rest of each is, if not with it."""
        if later is None:
            later = [partial(_rest, one) for one in prepared]
        return [self._part(one, rest) for one, rest in zip(prepared, later, strict=True)]

    def _part(self, one: Prepared, later: Callable[[], Later]) -> Part:
        places = self.places.take(one.source.id, one.spots)
        spot = self.places.spot
        return Part(
            one.source, one.reference, one.published, places,
            tuple((spot(places[name]), spot(places[acronym])) for name, acronym in one.brackets),
            one.reports, later,
        )  # fmt: skip


def _rest(one: Prepared) -> Later:
    return one.later
