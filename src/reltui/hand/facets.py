"""Facets of a large corpus by the user's hand: nobody is counted twice for a passage that names them twice over."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from reltui.store.rows import Facet, Facets

Distinct = Callable[[Sequence[str]], int]
"""Gives how many passages name at least one of those whom the corpus knows under these ids."""

MANY = 1_000  # actors of several ids for whom the corpus is asked for more than are shown


def together(
    base: Facets, own: Facets | None, shown: Callable[[Facet], Facet], distinct: Distinct, limit: int
) -> Facets:
    """Return the facets of a corpus, and of what was laid out anew of it, as one, with at most `limit` actors.

    No passage is counted in both. `shown` says under which id and name an actor goes now.
    """
    others = (own,) if own is not None else ()
    return Facets(
        passages=base.passages + sum(found.passages for found in others),
        exact=base.exact and all(found.exact for found in others),
        actors=_actors(base, own, shown, distinct, limit),
        years=tuple(sorted(_added(chain(base.years, *(found.years for found in others))), key=_by_value)),
        types=_most(chain(base.types, *(found.types for found in others))),
        kinds=_most(chain(base.kinds, *(found.kinds for found in others))),
    )


def _actors(
    base: Facets, own: Facets | None, shown: Callable[[Facet], Facet], distinct: Distinct, limit: int
) -> tuple[Facet, ...]:
    """Return the actors; passages that name one of several ids are counted for those alone who may be shown."""
    ids: dict[str, list[str]] = {}
    for facet in base.actors:
        ids.setdefault(shown(facet).value, []).append(facet.value)
    found = _most(map(shown, chain(base.actors, own.actors if own is not None else ())))
    kept: list[Facet] = []
    extra = {facet.value: facet.count for facet in own.actors} if own is not None else {}
    # by counts that are too high, if anything: who has less than the last one kept is not shown
    for facet in found:
        if len(kept) >= limit and facet.count <= kept[limit - 1].count:
            break
        under = ids.get(facet.value, [])
        count = distinct(under) + extra.get(facet.value, 0) if len(under) > 1 else facet.count
        insort(kept, Facet(facet.field, facet.value, facet.label, count), key=lambda one: -one.count)
    return tuple(kept[:limit])


def _added(facets: Iterable[Facet]) -> list[Facet]:
    found: dict[str, Facet] = {}
    for facet in facets:
        count = facet.count + (found[facet.value].count if facet.value in found else 0)
        found[facet.value] = Facet(facet.field, facet.value, facet.label, count)
    return list(found.values())


def _most(facets: Iterable[Facet]) -> tuple[Facet, ...]:
    return tuple(sorted(_added(facets), key=lambda facet: -facet.count))


def _by_value(facet: Facet) -> str:
    return facet.value
