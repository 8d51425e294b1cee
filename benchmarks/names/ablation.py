#!/usr/bin/env python3
"""What each rule of the matcher is worth: the benchmark's pairs again, with one rule at a time left out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack
from unittest.mock import patch

from common import runner
from rapidfuzz.distance import Levenshtein

from reltui import names
from reltui.names import align, alike, compare, parse, shapes, sounds


def _first_reading(word: str) -> tuple[str, ...]:
    return _READINGS(word)[:1]


_READINGS = sounds.readings
_NONE: frozenset[int] = frozenset()


def _maker(name: str, value: object) -> Callable[[], object]:
    return lambda: patch.dict(parse._MAKERS, {name: lambda word: value})


#: rule → the patches that leave it out
RULES: dict[str, list[Callable[[], object]]] = {
    "all rules": [],
    "several readings of a spelling": [lambda: patch.object(parse, "readings", _first_reading)],
    "distance by sounds (plain letters instead)": [
        lambda: patch.object(parse, "tight", str), lambda: patch.object(parse, "loose", str),
    ],
    "loose shapes for scripts without vowels": [lambda: patch.object(parse, "LOOSE", _NONE)],
    "the weakest pair (plain mean)": [lambda: patch.object(compare, "_WEAKEST", 0.0)],
    "given-name variants": [_maker("groups", _NONE), lambda: patch.object(compare, "given_alone", lambda a: False)],
    "case endings": [_maker("stems", ())],
    "English and French pronunciation": [_maker("spoken", ())],
    "typing errors": [lambda: patch.object(alike, "_typed", lambda a, b: 0.0)],
    "patronymic is not the name": [_maker("fathers", False)],
    "initials": [lambda: patch.object(alike, "_initial", lambda a, b: 0.0)],
    "differing middle initials": [lambda: patch.object(compare, "middle_initials", lambda a: False)],
    "words joined (Ki Nam, Kinam)": [lambda: patch.object(align, "_joined_in", lambda long, short: (long, short))],
    "Arabic compounds (Abd al-, -ullah, -uddin)": [lambda: patch.object(parse, "parted", lambda word: (word,))],
    "Chinese and Korean by syllable": [lambda: patch.object(align, "syllables", lambda words: ())],
    "Korean and overseas readings of characters": [
        lambda: patch("reltui.names.scripts.chinese._korean", lambda c: ()),
        lambda: patch("reltui.names.scripts.chinese._overseas", lambda c: ()),
    ],
    "particles and titles apart": [lambda: patch.object(align, "core", lambda words: words)],
    "stricter where there is one word": [lambda: patch.object(compare, "_SINGLE", 0.0)],
    "words left over cost": [lambda: patch.object(compare, "_LEFT", 0.0)],
}  # fmt: skip


def main() -> None:
    """Print a line a rule: F1, average precision, Slavic F1, false matches with a shared token, cases that must hold."""
    run = runner()
    assert Levenshtein and shapes

    class Ours:
        score = staticmethod(names.similarity)

    must = run.tsv("must.tsv")
    only = sys.argv[1:]
    print(f"{'without':46s} {'F1':>6s} {'AP':>6s} {'slavic':>7s} {'shared':>7s} {'must':>5s}")
    for rule, patches in RULES.items():
        if only and not any(word in rule for word in only):
            continue
        with ExitStack() as stack:
            for make in patches:
                stack.enter_context(make())
            names.forget()
            _READINGS.cache_clear()
            result, _, _ = run.pairs(Ours, "all")
            threshold = result["thr"]
            held = sum((names.similarity(row[1], row[2]) >= threshold) == (row[0] == "1") for row in must)
            print(
                f"{rule:46s} {result['F1']:6.4f} {result['AP']:6.4f} {result['slav']['bestF1']:7.4f} "
                f"{result['fpr']['shared-token']:7.4f} {held:5d}",
                flush=True,
            )
    names.forget()


if __name__ == "__main__":
    main()
