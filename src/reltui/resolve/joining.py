"""Which tellings are of one happening.

Two tellings join where their kinds agree (a visit with talks at the same place, day and parties is one
event; a press conference and a call are others), their dates can be the same, and their parties overlap
enough. What is dated exactly is joined first; a telling without a date joins the one happening of its
parties that its source's time allows, and only if there is no other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reltui.resolve.tellings import Telling, bounds

_FAMILY = {"visit": "contact", "meeting": "contact", "session": "session", "ceremony": "ceremony"}
_LOOSE = {
    frozenset(("contact", "session")),
    frozenset(("contact", "ceremony")),
    frozenset(("session", "ceremony")),
}


def join(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Return the groups of tellings that are one event each, in the order of their first telling.

    Only groups that share an actor and a time with a telling are looked at, for one without a date those of its
    source and those of the very same people: so the work does not grow with the square of the corpus.
    """
    groups = _Groups()
    days = {id(t): _days(t) for t in tellings}
    exact = [t for t in tellings if days[id(t)] == 1]
    spans = [t for t in tellings if days[id(t)] not in (0, 1)]
    for telling in (*exact, *sorted(spans, key=lambda t: days[id(t)])):
        fitting = [g for g in groups.at_the_time(telling) if all(_same(telling, other) for other in g)]
        groups.put(telling, max(fitting, key=lambda g: _closeness(telling, g)) if fitting else None)
    for telling in (t for t in tellings if days[id(t)] == 0):
        fitting = [g for g in groups.of_the_same(telling) if any(_could_be(telling, other) for other in g)]
        sure = len(fitting) == 1 or (fitting and any(o.source == telling.source for o in fitting[0]))
        groups.put(telling, fitting[0] if sure else None)
    return groups.all


_ALWAYS = ""  # in place of a month: of a group whose time is too long to tell all its months
_MONTHS = 14  # at the most that are told


class _Groups:
    """Groups in the order of their making, found by the actors in them and the months of the first telling."""

    def __init__(self) -> None:
        self.all: list[list[Telling]] = []
        self._numbers: dict[int, int] = {}
        self._months: list[list[str]] = []  # of each group
        self._of: dict[tuple[str, str], set[int]] = defaultdict(set)  # by actor and month
        self._long: dict[str, set[int]] = defaultdict(set)  # by actor: groups of whatever time
        self._told_in: dict[str, set[int]] = defaultdict(set)  # by source
        self._people: dict[tuple[frozenset[str], str], set[int]] = defaultdict(set)  # by who met, and where

    def at_the_time(self, telling: Telling) -> list[list[Telling]]:
        """Return the groups that have one of the telling's actors and may be of its time, oldest first."""
        found: set[int] = set()
        months = _months(telling)
        for actor in telling.people or telling.actors:
            if months == [_ALWAYS]:
                found |= self._long[actor]
                continue
            for month in (*months, _ALWAYS):
                found |= self._of.get((actor, month), set())
        return self._in_order(found)

    def of_the_same(self, telling: Telling) -> list[list[Telling]]:
        """Return the groups told in the telling's source or of just its people, oldest first.

        A lone visitor is known by the place alone, so a group that tells of another place is not looked at.
        """
        if not telling.people:
            return []  # nothing is said of people: it stays by itself
        found = set(self._told_in.get(telling.source, ()))
        for place in _where(telling) if len(telling.people) == 1 else ("",):
            found |= self._people.get((telling.people, place), set())
        return self._in_order(found)

    def _in_order(self, found: set[int]) -> list[list[Telling]]:
        return [self.all[number] for number in sorted(found)]

    def put(self, telling: Telling, group: list[Telling] | None) -> None:
        """Add the telling to a group, or begin a new one with it."""
        if group is None:
            group = []
            self._numbers[id(group)] = len(self.all)
            self.all.append(group)
            self._months.append(_months(telling))
        group.append(telling)
        number = self._numbers[id(group)]
        for actor in telling.actors:
            self._long[actor].add(number)
            for month in self._months[number]:
                self._of[actor, month].add(number)
        self._told_in[telling.source].add(number)
        for place in (*_where(telling), ""):
            self._people[telling.people, place].add(number)


def _where(telling: Telling) -> Iterable[str]:
    """The cities and the states in which a telling may be, each under a name that is not the other's."""
    return (*(f"city {city}" for city in telling.cities), *(f"state {state}" for state in telling.states))


def _months(telling: Telling) -> list[str]:
    """The months that the telling's date touches, [_ALWAYS] where they are too many or not known."""
    found = bounds(_loosened(telling))
    if found is None:
        return [_ALWAYS]
    first, last = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in found)
    if last - first >= _MONTHS:
        return [_ALWAYS]
    return [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in range(first, last + 1)]


def _days(telling: Telling) -> int:
    """How many days the date leaves open; 0 where there is none."""
    found = bounds(_loosened(telling))
    if found is None:
        return 0
    if found[0] == found[1]:
        return 1
    return (
        2
        if found[0][:7] == found[1][:7] and found[0][8:] != "01"
        else 31
        if found[0][:7] == found[1][:7]
        else 366
    )


def _loosened(telling: Telling) -> str | None:
    """The date, a padded first of the month taken as its month."""
    edtf = telling.dated.edtf
    if edtf and telling.draft.when is not None and telling.draft.when.padded:
        return edtf[:7]
    return edtf


def _family(telling: Telling) -> str:
    return _FAMILY.get(telling.draft.type, telling.draft.type)


def _kinds_agree(a: Telling, b: Telling) -> bool:
    one, two = _family(a), _family(b)
    if one == two:
        return True
    return frozenset((one, two)) in _LOOSE and a.source != b.source


def _same(a: Telling, b: Telling) -> bool:
    if not _kinds_agree(a, b):
        return False
    one, two = bounds(_loosened(a)), bounds(_loosened(b))
    if one is None or two is None or one[0] > two[1] or two[0] > one[1]:
        return False
    exact = one[0] == one[1] and two[0] == two[1]
    if _days(a) > 31 or _days(b) > 31:
        return _parties_agree(a, b, strict=True) and a.source != b.source
    if not exact and a.source == b.source:
        # within one telling, several meetings of one trip share its span: only the same people at one place are one
        return a.people == b.people and a.actors == b.actors and _places_agree(a, b)
    return _parties_agree(a, b, strict=not exact)


def _parties_agree(a: Telling, b: Telling, *, strict: bool) -> bool:
    """People decide where both tell of people: one must contain the other; a lone common visitor needs the place."""
    if a.people and b.people:
        common = a.people & b.people
        if not common:
            return False
        if a.people <= b.people or b.people <= a.people:
            alone = len(common) == 1 and (len(a.people) == 1 or len(b.people) == 1)
            return not alone or (_places_meet(a, b) if strict else _places_agree(a, b))
        return len(common) * 2 > min(len(a.people), len(b.people)) and not strict
    common = a.actors & b.actors
    return bool(common) and (_places_agree(a, b) or a.actors == b.actors)


def _places_agree(a: Telling, b: Telling) -> bool:
    return not a.cities or not b.cities or _places_meet(a, b)


def _places_meet(a: Telling, b: Telling) -> bool:
    """Whether both name a place, and the same one: the Kremlin is in Moscow, and Moscow is in Russia."""
    return bool(a.cities & b.cities or ((a.country or b.country) and a.states & b.states))


def _could_be(undated: Telling, other: Telling) -> bool:
    if not _kinds_agree(undated, other) or not undated.people:
        return False
    if undated.source == other.source:
        next_to = (
            abs(undated.draft.order - other.draft.order) == 1 and undated.draft.status == other.draft.status
        )
        if next_to and other.people and other.people <= undated.people and _places_agree(undated, other):
            return True
        return undated.people <= other.people and _places_agree(undated, other)
    if undated.people != other.people or not _places_agree(undated, other):
        return False
    if len(undated.people) < 2 and not _places_meet(undated, other):
        return False  # a lone visitor is known by the place alone
    found = bounds(other.dated.edtf)
    if found is None:
        return False
    window = undated.window
    if (
        undated.draft.status == "occurred"
        and window.upper is not None
        and found[0] > window.upper.isoformat()
    ):
        return False
    return not (undated.news and window.lower is not None and found[1] < window.lower.isoformat())


def _closeness(telling: Telling, group: list[Telling]) -> tuple[int, int]:
    return (
        max(len(telling.people & other.people) for other in group),
        -min(abs(len(telling.people) - len(other.people)) for other in group),
    )
