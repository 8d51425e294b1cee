#!/usr/bin/env python3
"""What each rule of the matcher is worth: the benchmark's pairs again, with one rule at a time left out.

`python benchmarks/names/ablation.py [WORD…]` runs all rules, or those whose name has one of the words.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from typing import Any
from unittest.mock import patch

from common import runner

from reltui import names
from reltui.names import align, alike, compare, parse, sounds

Patch = Callable[[], AbstractContextManager[Any]]

_READINGS = sounds.readings


def without(module: object, function: str, answer: object) -> Patch:
    """Return a patch by which a function gives the same answer to everything."""
    return lambda: patch.object(module, function, lambda *_: answer)


def constant(module: object, name: str, value: object) -> Patch:
    """Return a patch that sets a constant of a module."""
    return lambda: patch.object(module, name, value)


def unset(attribute: str, value: object) -> Patch:
    """Return a patch by which an attribute of every word has one value."""
    return lambda: patch.dict(parse._MAKERS, {attribute: lambda word: setattr(word, attribute, value)})


_NO_BASE = without(parse, "given_base", "")
_CHINESE = "reltui.names.scripts.chinese"

#: rule → the patches that leave it out
RULES: dict[str, list[Patch]] = {
    "(all rules)": [],
    "several readings of a spelling": [constant(parse, "readings", lambda word: _READINGS(word)[:1])],
    "distance by sounds (letters instead)": [constant(parse, "tight", str), constant(parse, "loose", str)],
    "loose shapes for scripts without vowels": [constant(parse, "LOOSE", frozenset())],
    "the weakest pair (plain mean)": [constant(compare, "_WEAKEST", 0.0)],
    "given-name variants": [without(parse, "groups_of", frozenset()), without(compare, "given_alone", False)],
    "case endings": [without(parse, "stems", ()), without(parse, "loose_stems", ()), _NO_BASE],
    "English and French pronunciation": [unset("spoken", ())],
    "typing errors": [without(alike, "_typed", 0.0)],
    "a patronymic is not the name": [unset("fathers", False)],
    "initials": [without(alike, "_initial", 0.0)],
    "differing middle initials": [without(compare, "middle_initials", False)],
    "words joined (Ki Nam, Kinam)": [constant(align, "_joined_in", lambda long, short: (long, short))],
    "Arabic compounds (Abd al-, -ullah)": [constant(parse, "parted", lambda word: (word,))],
    "Chinese and Korean by syllable": [without(align, "syllables", ())],
    "Korean and overseas readings": [
        lambda: patch(f"{_CHINESE}._korean", lambda _: ()),
        lambda: patch(f"{_CHINESE}._overseas", lambda _: ()),
    ],
    "allowance for Chinese characters": [constant(alike, "_HAN", 1.0)],
    "particles and titles apart": [constant(align, "core", lambda words: words)],
    "stricter where there is one word": [constant(compare, "_SINGLE", 0.0)],
    "words left over cost": [constant(compare, "_LEFT", 0.0)],
}


class Ours:
    """The adapter that the runner wants, scores only."""

    score = staticmethod(names.similarity)


def main() -> None:
    """Print a line a rule: what the figures are without it."""
    run = runner()
    must = run.tsv("must.tsv")
    print(f"{'without':42s} {'F1':>6s} {'AUC-PR':>7s} {'slavic':>7s} {'shared':>7s} {'must':>5s}")
    for rule, patches in RULES.items():
        if sys.argv[1:] and not any(word in rule for word in sys.argv[1:]):
            continue
        with ExitStack() as stack:
            for make in patches:
                stack.enter_context(make())
            names.forget()
            _READINGS.cache_clear()
            result, _, _ = run.pairs(Ours, "all")
            held = sum((Ours.score(row[1], row[2]) >= result["thr"]) == (row[0] == "1") for row in must)
            print(
                f"{rule:42s} {result['F1']:6.4f} {result['AP']:7.4f} {result['slav']['bestF1']:7.4f} "
                f"{result['fpr']['shared-token']:7.4f} {held:5d}",
                flush=True,
            )
    names.forget()


if __name__ == "__main__":
    main()
