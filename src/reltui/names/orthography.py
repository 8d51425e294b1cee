"""Spellings into sounds: a table of letters and letter groups, each with its possible readings.

The sounds are written in a small alphabet that all scripts share:

    a e i o u            vowels; y and j as glides are `i`
    p b t d k g f v      w is `v`, ph `f`, th `t`
    s x z j              x is š (sh, sch, ш), j is ž (zh, ж)
    c q                  c is č, ć, ch and ts (ч, ц, ћ), q is dž, đ and English j (џ, ђ, дж)
    h m n l r            h is also kh, х, خ

Likelier readings stand first. A table may bind a group to the start or the end of a word with `^`
and `$`. Longer groups win over shorter ones, from the left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from operator import itemgetter

Lattice = list[tuple[str, ...]]

_DOUBLE = re.compile(r"([a-z])(?=\1)")
_ROUGH = re.compile(r"([a-z])\1|[aeou]ie|iei").search
_COST = itemgetter(0)
_GLIDE = re.compile(r"(?<=[aeou])ie|(?<=i)e(?=i)")


class _Singles(dict[int, str | None]):
    """What single letters with one reading become; every other sign becomes nothing."""

    def __missing__(self, key: int) -> None:
        return None


class Orthography:
    """How one script or language writes sounds; one for all its words."""

    def __init__(self, table: Mapping[str, str], prepare: Callable[[str], str] | None = None) -> None:
        """Take a table from letter groups to readings parted by `|`, and what to do to a word before."""
        self._written = table
        self._prepare = prepare

    # Made when a word of the script is met: most programs that read one script never meet the others.

    @cached_property
    def table(self) -> dict[str, tuple[str, ...]]:
        """The readings of each letter group."""
        return {group: tuple(readings.split("|")) for group, readings in self._written.items()}

    @cached_property
    def _singles(self) -> _Singles:
        singles = _Singles({ord(c): c for c in "abcdefghijklmnopqrstuvwxyz0123456789"})
        singles[ord("^")] = singles[ord("$")] = None
        for group, readings in self.table.items():
            if len(group) == 1 and len(readings) == 1:
                singles[ord(group)] = readings[0]
        return singles

    @cached_property
    def _cut(self) -> Callable[[str], list[str]]:
        special = [
            group for group, readings in self.table.items() if not (len(group) == 1 and len(readings) == 1)
        ]
        return re.compile(f"({_alternatives(special)})").split

    @cached_property
    def beginnings(self) -> dict[str, tuple[str, ...]]:
        """Every beginning of a group, with the first sounds that a word may have there."""
        found: dict[str, tuple[str, ...]] = {}
        for group, readings in self.table.items():
            plain = group.strip("^$")
            for cut in range(1, len(plain)):
                known = found.get(plain[:cut], ())
                firsts = tuple(dict.fromkeys(reading[:1] for reading in readings if reading))
                found[plain[:cut]] = tuple(dict.fromkeys(known + firsts))
        return found

    def lattice(self, word: str, whole: bool = True) -> Lattice:
        """Return the segments of a word, each with its readings; `whole` is false for a mere beginning."""
        if self._prepare is not None:
            word = self._prepare(word)
        parts = self._cut(f"^{word}$" if whole else f"^{word}")
        certain = parts[0].translate(self._singles)
        table, singles = self.table, self._singles
        found: Lattice = []
        for place in range(1, len(parts), 2):
            readings = table[parts[place]]
            if len(readings) == 1:
                certain += readings[0]
            else:
                if certain:
                    found.append((certain,))
                    certain = ""
                found.append(readings)
            rest = parts[place + 1]
            if rest:
                certain += rest.translate(singles)
        if certain or not found:
            found.append((certain,))
        return found


def _alternatives(groups: list[str]) -> str:
    """Return a pattern that matches any of the groups, the longest first, by first letter for speed."""
    by_first: dict[str, list[str]] = {}
    for group in sorted(groups, key=len, reverse=True):
        by_first.setdefault(group[0], []).append(re.escape(group[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_first.items())


def combine(lattice: Lattice, limit: int) -> list[str]:
    """Return up to `limit` readings of a whole word, the likeliest first, smoothed and without repeats.

    A group that comes twice reads the same both times: nobody writes c for k and for č in one word.
    """
    if len(lattice) == 1 and len(lattice[0]) == 1:
        return [smooth(lattice[0][0])]
    open_groups = [readings for readings in lattice if len(readings) > 1]
    if len(open_groups) == 1 and len(lattice) < 4:
        # the usual case: what is certain stands before and after
        place = lattice.index(open_groups[0])
        before = "".join([readings[0] for readings in lattice[:place]])
        after = "".join([readings[0] for readings in lattice[place + 1 :]])
        found = [before + reading + after for reading in open_groups[0][:limit]]
        return list(dict.fromkeys([_smoothed(text) if _ROUGH(text) else text for text in found]))
    if len(open_groups) != len(set(map(id, open_groups))):
        return _tied(lattice, limit)
    beam = [(0, "")]
    for readings in lattice:
        if len(readings) == 1:
            only = readings[0]
            beam = [(cost, text + only) for cost, text in beam]
        else:
            ranked = list(enumerate(readings))
            beam = [(cost + rank, text + reading) for cost, text in beam for rank, reading in ranked]
            if len(beam) > limit:
                beam.sort(key=_COST)
                del beam[limit:]
    beam.sort(key=_COST)
    return list(dict.fromkeys([_smoothed(text) if _ROUGH(text) else text for _, text in beam]))


def _tied(lattice: Lattice, limit: int) -> list[str]:
    """Return the readings of a word in which a group comes twice."""
    groups = list({id(readings): readings for readings in lattice if len(readings) > 1}.values())
    beam: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for readings in groups:
        ranked = list(enumerate(readings))
        beam = [(cost + rank, (*chosen, reading)) for cost, chosen in beam for rank, reading in ranked]
        beam.sort(key=_COST)
        del beam[limit:]
    found: dict[str, None] = {}
    for _, chosen in beam:
        reading_of = {id(group): reading for group, reading in zip(groups, chosen, strict=True)}
        found[smooth("".join([reading_of.get(id(readings), readings[0]) for readings in lattice]))] = None
    return list(found)


def smooth(sounds: str) -> str:
    """Return sounds without doubled letters and without the glide between a vowel and e."""
    return _smoothed(sounds) if _ROUGH(sounds) else sounds


def _smoothed(sounds: str) -> str:
    return _DOUBLE.sub("", _GLIDE.sub("e", _DOUBLE.sub("", sounds)))
