"""The places where somebody is named, in columns: there are as many as names in all texts, so each takes few bytes."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import eq
from typing import TYPE_CHECKING, NamedTuple, cast, overload

from reltui.extract.drafts import Spot
from reltui.model import Mention
from reltui.resolve.offices import office_key

if TYPE_CHECKING:
    from reltui.authority import Tables

_NOBODY = -1
_NOWHERE = -1


class Said(NamedTuple):
    """What very many places say in common. The offsets of the spot are those of the first of them."""

    spot: Spot
    office: str  # the normalised office its title gives, with the state: "foreign-minister russia"


class Verdict(NamedTuple):
    """How sure it is who is meant by a place (0 to 1), why, and what speaks against it."""

    score: float
    why: str
    doubt: str | None = None


class Places:
    """All places of a corpus, known by number; what is equal in many of them is held once."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.sources: list[str] = []  # their ids, by number
        self.said: list[Said] = []
        self._said_numbers: dict[tuple[object, ...], int] = {}
        self._verdicts: list[Verdict] = []
        self._verdict_numbers: dict[Verdict, int] = {}
        self._actors: list[str] = []
        self._actor_numbers: dict[str, int] = {}
        self._firsts = array("i")  # the first place of each source
        self.source_of = array("i")
        self.said_of = array("i")
        self._starts, self._ends = array("i"), array("i")
        self._titles = array("i"), array("i")  # where the words of the title begin and end
        self._actor_of, self._verdict_of = array("i"), array("i")

    def take(self, source: str, spots: Sequence[Spot]) -> range:
        """Take in the spots of a source; return their numbers."""
        first = len(self._starts)
        number = len(self.sources)
        self._firsts.append(first)
        self.sources.append(source)
        for s in spots:
            title = s.title_span or (_NOWHERE, _NOWHERE)
            for column, value in (
                (self.source_of, number), (self.said_of, self._number(s)), (self._starts, s.start),
                (self._ends, s.end), (self._titles[0], title[0]), (self._titles[1], title[1]),
                (self._actor_of, _NOBODY), (self._verdict_of, _NOWHERE),
            ):  # fmt: skip
                column.append(value)
        return range(first, len(self._starts))

    def _number(self, s: Spot) -> int:
        key = (
            s.surface, s.kind, s.title, s.office_of, s.known, s.adjective, s.stands_for, s.sure, s.author, s.handle,
            s.by,
        )  # fmt: skip
        number = self._said_numbers.get(key)
        if number is None:
            number = self._said_numbers[key] = len(self.said)
            self.said.append(Said(s, office_key(s, self._tables)))
        return number

    def spot(self, number: int) -> Spot:
        """Return what a place says."""
        return self.said[self.said_of[number]].spot

    def office(self, number: int) -> str:
        """Return the normalised office that its title gives, empty where it gives none."""
        return self.said[self.said_of[number]].office

    def source(self, number: int) -> str:
        """Return the id of the source in which it is."""
        return self.sources[self.source_of[number]]

    def title_span(self, number: int) -> tuple[int, int] | None:
        """Return where its title stands."""
        start = self._titles[0][number]
        return None if start == _NOWHERE else (start, self._titles[1][number])

    def judge(self, number: int, verdict: Verdict) -> None:
        """Note how sure it is who is meant."""
        known = self._verdict_numbers.get(verdict)
        if known is None:
            known = self._verdict_numbers[verdict] = len(self._verdicts)
            self._verdicts.append(verdict)
        self._verdict_of[number] = known

    def verdict(self, number: int) -> Verdict:
        """Return how sure it is; only of a place that was judged."""
        return self._verdicts[self._verdict_of[number]]

    def mean(self, numbers: Iterable[int], actor: str) -> None:
        """Note who is meant by places."""
        known = self._actor_numbers.setdefault(actor, len(self._actors))
        if known == len(self._actors):
            self._actors.append(actor)
        for number in numbers:
            self._actor_of[number] = known

    def actor(self, number: int) -> str | None:
        """Return who is meant, None where nobody is."""
        known = self._actor_of[number]
        return None if known == _NOBODY else self._actors[known]

    def mentions(self) -> Mentions:
        """Return the places by which somebody is meant, in the order of the sources' ids and of their places."""
        persons = [said.spot.kind == "person" for said in self.said]
        firsts = [*self._firsts, len(self._starts)]
        found = array("i")
        in_order = sorted(range(len(self.sources)), key=self.sources.__getitem__)
        for _, some in groupby(in_order, self.sources.__getitem__):
            # of two that begin at one letter the person is first
            meant = [
                (self._starts[n], not persons[self.said_of[n]], n)
                for source in some
                for n in range(firsts[source], firsts[source + 1])
                if self._actor_of[n] != _NOBODY
            ]
            found.extend(number for *_, number in sorted(meant))
        self._titles = array("i"), array("i")  # the offices are known by now
        self._said_numbers, self._verdict_numbers = {}, {}
        return Mentions(self, found)

    def mention(self, number: int) -> Mention:
        """Return a place as a mention of whom it means."""
        spot = self.said[self.said_of[number]].spot
        score, why, doubt = self._verdicts[self._verdict_of[number]]
        return Mention(
            self._actors[self._actor_of[number]],
            self.sources[self.source_of[number]],
            self._starts[number],
            self._ends[number],
            spot.surface,
            spot.title if spot.kind == "person" else None,
            score,
            f"{why}; taken for a name by the model {spot.by}" if spot.by else why,
            doubt,
        )


class Mentions(Sequence[Mention]):
    """Mentions that are made when they are asked for."""

    def __init__(self, places: Places, numbers: array[int]) -> None:
        self._places = places
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> Mention: ...
    @overload
    def __getitem__(self, index: slice) -> Mentions: ...
    def __getitem__(self, index: int | slice) -> Mention | Mentions:
        if isinstance(index, slice):
            return Mentions(self._places, self._numbers[index])
        return self._places.mention(self._numbers[index])

    def __iter__(self) -> Iterator[Mention]:
        return map(self._places.mention, self._numbers)

    def __eq__(self, other: object) -> bool:
        """Whether the other sequence has equal mentions in the same order, whatever its kind."""
        if not isinstance(other, Sequence):
            return NotImplemented
        others = cast("Sequence[object]", other)
        return self is other or (len(self) == len(others) and all(map(eq, self, others)))
