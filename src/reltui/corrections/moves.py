"""Whom words name by the lines in force: of several lines about the same words the last one holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reltui.corrections.anchors import Lost, Place
from reltui.corrections.entries import Entry
from reltui.corrections.lookup import Lookup, MentionKey, key_of
from reltui.corrections.plan import Fate
from reltui.corrections.results import Overruled
from reltui.corrections.ties import Move, Said, Ties

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Decided:
    """Where mentions go, what a later line overrules, the ids of entries that found a target, and what is lost."""

    fates: dict[MentionKey, Fate]
    overruled: list[Overruled]
    found: set[str]
    lost: list[tuple[Entry, Lost]]


def decide(
    moves: Sequence[Move], lookup: Lookup, said: Said, ties: Ties, can_bear: Callable[[str], bool]
) -> Decided:
    """Return where mentions go by what the lines say of their words.

    `ties` are those of the joinings that found their actors. `can_bear` says of an id whether words can name it.
    A move has a target where the words name somebody tied to its actor. It has none, and there is nothing
    to say about it, where nobody is named because a line says so.
    """
    about: dict[MentionKey, list[Move]] = defaultdict(list)
    keys = [[key_of(mention) for mention in lookup.named_at(move.place)] for move in moves]
    for move, there in zip(moves, keys, strict=True):
        for key in there:
            about[key].append(move)
    lost: list[tuple[Entry, Lost]] = []
    taken: dict[MentionKey, list[Move]] = defaultdict(list)
    for move, there in zip(moves, keys, strict=True):
        mine = [key for key in there if ties.tied(key[3], move.actor, about[key])]
        if move.into is not None and not can_bear(move.into):
            lost.append((move.entry, Lost(f"there is no actor {move.into} any more", move.place)))
        elif len({key[:3] for key in mine}) == 1:
            for key in mine:
                taken[key].append(move)
        elif there or not (move.into is None or said.dropped(move.place, move.actor)):
            lost.append((move.entry, Lost(_why(move, there, lookup, bool(mine)), move.place)))
    overruled: list[Overruled] = []
    for key, several in taken.items():
        overruled += _overruled(key, several, lookup)
    fates = {key: Fate(several[-1].into, several[-1].entry.id) for key, several in taken.items()}
    return Decided(fates, overruled, {move.entry.id for of in taken.values() for move in of}, lost)


def _overruled(key: MentionKey, several: Sequence[Move], lookup: Lookup) -> list[Overruled]:
    there = lookup.named_at(Place(key[0], key[1], key[2]))
    surface = next(mention.surface for mention in there if key_of(mention) == key)
    return [
        Overruled(
            before.entry.id, move.entry.id,
            f"Whom “{surface}” names was decided again by {move.entry.id}, which came later.",
        )
        for before, move in pairwise(several) if before.into != move.into
    ]  # fmt: skip


def _why(move: Move, there: Sequence[MentionKey], lookup: Lookup, several: bool) -> str:
    shown = f"“{' '.join(move.anchor.exact[:_SHOWN].split())}”"
    if several:
        return f"{shown} holds several names of {move.actor}, and it is not clear which one is meant"
    known = lookup.actors
    names = sorted({known[key[3]].name if key[3] in known else key[3] for key in there})
    return f"{shown} names {', '.join(names)} now, not {move.actor}" if names else f"{shown} is no name now"
