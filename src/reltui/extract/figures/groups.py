"""Totals and their parts: "total trade amounted to A, of which exports amounted to B and imports to C"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from reltui.extract.figures.grammar import Clause, Grammar

Part = Literal["total", "part"]


class Amount(NamedTuple):
    """A figure as far as a sum is concerned: where it stands in the text, its value and its unit."""

    start: int
    end: int
    value: float
    unit: str


def sums(clause: Clause, grammar: Grammar, amounts: Sequence[Amount]) -> list[dict[int, Part]]:
    """Return the sums told in a sentence, one for each unit: index of the amount → "total" or "part".

    A sum has one total before words such as "of which" and two parts or more behind them, all of one unit.
    Where only one part is told, nothing is said to add up.
    """
    words = clause.words
    if len(amounts) < 3 or not grammar.occurs(words, "parts"):
        return []
    cue = next((i for i in range(len(words)) if grammar.starting(words, i, "parts")), None)
    if cue is None:
        return []
    at, over = clause.tokens[cue].start, _over(clause, cue)
    found: list[dict[int, Part]] = []
    for unit in dict.fromkeys(amount.unit for amount in amounts):
        if unit == "%":
            continue  # shares add up to a hundred, not to a stated total
        same = [i for i, amount in enumerate(amounts) if amount.unit == unit]
        ahead = [i for i in same if amounts[i].end <= at]
        behind = [i for i in same if at <= amounts[i].start < over]
        if not ahead or len(behind) < 2:
            continue
        members: dict[int, Part] = {ahead[-1]: "total"}
        members.update(dict.fromkeys(behind, "part"))
        found.append(members)
    return found


def _over(clause: Clause, cue: int) -> int:
    """Return where the parts end: with the bracket that the cue stands in, else with the clause."""
    depth = 0
    for token in clause.tokens[cue:]:
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            depth -= 1
            if depth < 0:
                return token.start
    return clause.tokens[-1].end
