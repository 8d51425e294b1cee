"""Which tellings are of one happening.

Two tellings join where their kinds agree (a visit with talks at the same place, day and parties is one
event; a press conference and a call are others), their dates can be the same, and their parties overlap
enough. What is dated exactly is joined first; a telling without a date joins the one happening of its
parties that its source's time allows, and only if there is no other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reltui.resolve.tellings import Telling, bounds

_FAMILY = {"visit": "contact", "meeting": "contact", "session": "session", "ceremony": "ceremony"}
_LOOSE = {
    frozenset(("contact", "session")),
    frozenset(("contact", "ceremony")),
    frozenset(("session", "ceremony")),
}


def join(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Return the groups of tellings that are one event each, in the order of their first telling.

    Only groups that share an actor with a telling are looked at, so that the work grows with what is told of
    an actor, not with the square of the corpus.
    """
    groups = _Groups()
    exact = [t for t in tellings if _days(t) == 1]
    spans = [t for t in tellings if _days(t) not in (0, 1)]
    for telling in (*exact, *sorted(spans, key=_days)):
        fitting = [g for g in groups.near(telling) if all(_same(telling, other) for other in g)]
        groups.put(telling, max(fitting, key=lambda g: _closeness(telling, g)) if fitting else None)
    for telling in (t for t in tellings if _days(t) == 0):
        fitting = [g for g in groups.near(telling) if any(_could_be(telling, other) for other in g)]
        sure = len(fitting) == 1 or (fitting and any(o.source == telling.source for o in fitting[0]))
        groups.put(telling, fitting[0] if sure else None)
    return groups.all


class _Groups:
    """Groups in the order of their making, found by the actors in them."""

    def __init__(self) -> None:
        self.all: list[list[Telling]] = []
        self._numbers: dict[int, int] = {}
        self._of: dict[str, set[int]] = defaultdict(set)

    def near(self, telling: Telling) -> list[list[Telling]]:
        """Return the groups that have one of the telling's actors, oldest first."""
        found = {number for actor in telling.people or telling.actors for number in self._of[actor]}
        return [self.all[number] for number in sorted(found)]

    def put(self, telling: Telling, group: list[Telling] | None) -> None:
        """Add the telling to a group, or begin a new one with it."""
        if group is None:
            group = []
            self._numbers[id(group)] = len(self.all)
            self.all.append(group)
        group.append(telling)
        for actor in telling.actors:
            self._of[actor].add(self._numbers[id(group)])


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
