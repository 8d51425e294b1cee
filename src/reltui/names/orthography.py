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

Lattice = list[tuple[str, ...]]

_DOUBLE = re.compile(r"([a-z])\1+")
_GLIDE = re.compile(r"(?<=[aeou])ie|(?<=i)e(?=i)")


class Orthography:
    """How one script or language writes sounds; built once, used for every word."""

    def __init__(self, table: Mapping[str, str], prepare: Callable[[str], str] | None = None) -> None:
        """Take a table from letter groups to readings parted by `|`, and what to do to a word before."""
        self.table = {group: tuple(readings.split("|")) for group, readings in table.items()}
        groups = sorted(self.table, key=len, reverse=True)
        self._segment = re.compile("|".join(map(re.escape, groups)) + r"|[\s\S]").findall
        self._prepare = prepare
        #: every beginning of a group -> first sounds that a word may have there
        self.beginnings: dict[str, tuple[str, ...]] = {}
        for group, readings in self.table.items():
            plain = group.strip("^$")
            for cut in range(1, len(plain)):
                known = self.beginnings.get(plain[:cut], ())
                firsts = tuple(dict.fromkeys(reading[:1] for reading in readings if reading))
                self.beginnings[plain[:cut]] = tuple(dict.fromkeys(known + firsts))

    def lattice(self, word: str, whole: bool = True) -> Lattice:
        """Return the segments of a word, each with its readings; `whole` is false for a mere beginning."""
        if self._prepare is not None:
            word = self._prepare(word)
        table = self.table
        found: Lattice = []
        for segment in self._segment(f"^{word}$" if whole else f"^{word}"):
            readings = table.get(segment)
            if readings is not None:
                found.append(readings)
            elif segment not in "^$":
                found.append((segment if "0" <= segment <= "9" or "a" <= segment <= "z" else "",))
        return found


def combine(lattice: Lattice, limit: int) -> list[str]:
    """Return up to `limit` readings of a whole word, the likeliest first, smoothed and without repeats."""
    beam = [(0, "")]
    for readings in lattice:
        if len(readings) == 1:
            only = readings[0]
            beam = [(cost, text + only) for cost, text in beam]
        else:
            beam = [(cost + i, text + r) for cost, text in beam for i, r in enumerate(readings)]
            if len(beam) > limit:
                beam.sort(key=_cost)
                del beam[limit:]
    if len(beam) > 1:
        beam.sort(key=_cost)
        return list(dict.fromkeys(smooth(text) for _, text in beam))
    return [smooth(beam[0][1])]


def _cost(entry: tuple[int, str]) -> int:
    return entry[0]


def smooth(sounds: str) -> str:
    """Return sounds without doubled letters and without the glide between a vowel and e."""
    return _DOUBLE.sub(r"\1", _GLIDE.sub("e", _DOUBLE.sub(r"\1", sounds)))
