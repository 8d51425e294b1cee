"""What a figure counts, in the source's own words: the noun phrase before or behind it."""

from __future__ import annotations

from reltui.extract.figures.grammar import Clause, Grammar

_MAX = 14
_STOPS = frozenset(';:.!?–—()[]{}“”«»„"•|…')


def before(clause: Clause, grammar: Grammar, index: int) -> tuple[str, str]:
    """Return (the noun phrase before token `index`, what joins the two).

    The joint is "link" for a verb of amounting ("exports amounted to"), "behind" for a preposition
    ("a capacity of"), "bracket" for an opening bracket, else "".
    """
    words = clause.words
    stop, joint = index, ""
    at = index
    for _ in range(3):  # "amounted to", "rose by up to"
        taken = grammar.ending(words, at, "link")
        if taken:
            stop, joint = at - taken, "link"
            while stop and grammar.ending(words, stop, "link") and words[stop - 1] not in _STOPS:
                stop -= 1  # "has amounted", "were worth"
            break
        if not (at and grammar.ending(words, at, "small")):
            break
        at -= 1
    if not joint and index and words[index - 1] == "(":
        stop, joint = index - 1, "bracket"
    elif not joint and grammar.ending(words, index, "behind"):
        stop, joint = index - 1, "behind"
    return _back(clause, grammar, stop, narrow=joint == "behind"), joint


def after(clause: Clause, grammar: Grammar, index: int) -> str:
    """Return the words from token `index` on that say what is counted ("[of] its needs for gas")."""
    words = clause.words
    first = index + grammar.starting(words, index, "of")
    last = first
    while last < len(words) and last - first < _MAX:
        if _stops(clause, last) or (last > first and grammar.starting(words, last, "cut")):
            break
        if last > first and _new_sentence(clause, grammar, last):
            break
        last += 1
    return _trimmed(clause, grammar, first, last)


def _back(clause: Clause, grammar: Grammar, stop: int, *, narrow: bool) -> str:
    """Return the phrase that ends before token `stop`; where a comma stands there, what stands before it.

    `narrow`: only the noun at hand ("with a capacity of"), not the clause it is in.
    """
    for _ in range(2):
        while stop and _stops(clause, stop - 1):
            stop -= 1
        first = stop
        while first and stop - first < _MAX and not _stops(clause, first - 1):
            if narrow and first < stop and _ends_noun(clause, grammar, first):
                break
            if grammar.ending(clause.words, first, "joins"):
                break
            first -= 1
            if _new_sentence(clause, grammar, first):
                break
        phrase = _trimmed(clause, grammar, first, stop)
        if phrase:
            return phrase
        stop = first
    return ""


def _stops(clause: Clause, index: int) -> bool:
    """Return whether a sign ends a phrase; one in "2,500" or "St. Petersburg" does not."""
    sign = clause.words[index]
    if sign not in _STOPS and sign != ",":
        return False
    if sign in ",." and 0 < index < len(clause.words) - 1:
        one, here, two = clause.tokens[index - 1 : index + 2]
        if (
            one.end == here.start
            and here.end == two.start
            and one.text[-1].isdigit()
            and two.text[0].isdigit()
        ):
            return False
        if sign == "." and two.text[0].isupper() and len(one.text) <= 2 and one.text[0].isupper():
            return False
    return True


def _ends_noun(clause: Clause, grammar: Grammar, index: int) -> bool:
    """Return whether the word before token `index` is a verb or a preposition other than "of"."""
    words = clause.words
    if grammar.ending(words, index, "of"):
        return False
    return any(grammar.ending(words, index, use) > 0 for use in ("link", "behind", "cut"))


def _new_sentence(clause: Clause, grammar: Grammar, index: int) -> bool:
    """Return whether a small word in capitals begins a sentence whose forerunner lost its full stop."""
    return (
        0 < index < len(clause.words)
        and clause.tokens[index].text[0].isupper()
        and clause.tokens[index - 1].text[0].islower()
        and grammar.starting(clause.words, index, "small") > 0
    )


def _trimmed(clause: Clause, grammar: Grammar, first: int, last: int) -> str:
    """Return the phrase without small words, years and signs at its ends."""
    words = clause.words

    def idle(i: int) -> bool:
        return not words[i][0].isalnum() or (words[i].isdigit() and len(words[i]) == 4)

    while first < last:
        taken = grammar.starting(words, first, "small") or int(idle(first))
        if not taken:
            break
        first = min(last, first + taken)
    while first < last:
        taken = grammar.ending(words, last, "small") or int(idle(last - 1))
        if not taken:
            break
        last = max(first, last - taken)
    return clause.span(first, last)
