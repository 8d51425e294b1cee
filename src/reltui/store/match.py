"""Where in a text the words of a query stand: for highlighting, and to check what the finder cannot.

`meaning` says which words of a text a word of the query stands for.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from reltui.query import Words
from reltui.query.tokens import is_cjk, tokens, words
from reltui.store.meaning import Meaning, exact_letters, meanings, odd

Span = tuple[int, int]
Seen = list[tuple[int, int, str]]
"""The words of a text: (start, end, word), a handle with its @."""


def look(text: str, start: int = 0, end: int | None = None) -> Seen:
    """Return the words of text[start:end] in order."""
    if "@" not in text:
        return [(begin, stop, text[begin:stop]) for begin, stop in tokens(text, start, end)]
    return [
        (begin, stop, text[begin - 1 : stop] if begin and text[begin - 1] == "@" else text[begin:stop])
        for begin, stop in tokens(text, start, end)
    ]


def spoken(text: str) -> list[str]:
    """Return the words of a text without their places, a handle with its @; cheaper than `look`."""
    return [word for _, _, word in look(text)] if "@" in text else words(text)


def stands(leaf: Words, said: list[str]) -> bool:
    """Whether a word, a phrase or a neighbourhood stands in a text of these words."""
    wanted = meanings(leaf)
    if len(wanted) == 1:
        return bool(wanted[0].among(set(said)))
    if leaf.near:
        return bool(_near(wanted, said, leaf.near))
    return any(True for _ in _side_by_side(wanted, said))


def _side_by_side(wanted: Sequence[Meaning], said: Sequence[str]) -> Iterator[int]:
    """Yield where words stand one after the other; how one sounds is asked only where the others may stand by it."""
    different = set(said)
    unusual = odd(different)
    places: Iterable[int] = range(len(said) - len(wanted) + 1)
    for step, meaning in enumerate(wanted):
        possible = meaning.may(different, unusual)
        places = [place for place in places if said[place + step] in possible]
    for place in places:
        if all(meaning.means(said[place + step]) for step, meaning in enumerate(wanted)):
            yield place


def stands_in(leaf: Words, text: str, said: Callable[[], list[str]]) -> bool:
    """Whether words stand in a text; `said` cuts it into its words, which exact words seldom need."""
    if leaf.exact and (text.isascii() or ("\u00ad" not in text and unicodedata.is_normalized("NFC", text))):
        # letters are written in one way only
        certain = _exactly(leaf, text)
        if certain is not None:
            return certain
    return stands(leaf, said())


def _exactly(leaf: Words, text: str) -> bool | None:
    """Say whether exact words stand in a text of which the letters are written in one way; None if only words tell."""
    small = ""
    for word in leaf.words:
        asked = exact_letters(word)
        piece = text
        if asked == asked.lower():
            piece = small = small or text.lower()
            if "σ" in asked or "ς" in asked:  # small by where it stands
                return None
        if asked not in piece:
            return False
        if len(leaf.words) == 1:
            places = _found(piece, asked)
            return None if places is None else bool(places)
    return None


def occurrences(leaf: Words, seen: Seen) -> list[Span]:
    """Return the spans of a text where a word, a phrase or a neighbourhood stands."""
    said = [word for _, _, word in seen]
    wanted = meanings(leaf)
    if leaf.near:
        return [seen[place][:2] for place in _near(wanted, said, leaf.near)]
    last = len(wanted) - 1
    return [(seen[place][0], seen[place + last][1]) for place in _side_by_side(wanted, said)]


def _near(wanted: Sequence[Meaning], said: Sequence[str], most: int) -> list[int]:
    """Return the words that stand together in any order with at most `most` others between them."""
    different = set(said)
    meant: list[set[str]] = []
    for meaning in wanted:
        meant.append(meaning.among(different))
        if not meant[-1]:
            return []
    places = [[place for place, word in enumerate(said) if word in some] for some in meant]
    reach = len(wanted) + most
    chosen: set[int] = set()
    for begin in sorted({place for some in places for place in some}):
        inside = [[place for place in some if begin <= place < begin + reach] for some in places]
        if _distinct(inside):
            chosen.update(place for some in inside for place in some)
    return sorted(chosen)


def _distinct(choices: list[list[int]]) -> bool:
    """Whether one can choose a place for each word, no place twice (bipartite matching)."""
    taken: dict[int, int] = {}

    def settle(word: int, tried: set[int]) -> bool:
        for place in choices[word]:
            if place not in tried:
                tried.add(place)
                if place not in taken or settle(taken[place], tried):
                    taken[place] = word
                    return True
        return False

    return all(settle(word, set()) for word in range(len(choices)))


def spans(leaves: Sequence[Words], text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return where any of the leaves stands in text[start:end], in order, overlapping ones joined."""
    if _are_single(leaves, text, start, end):
        return _single([meanings(leaf)[0] for leaf in leaves], text, start, end)
    seen = look(text, start, end)
    return joined(span for leaf in leaves for span in occurrences(leaf, seen))


def first_spans(leaves: Sequence[Words], text: str, start: int, end: int) -> list[Span]:
    """Return where the leaves stand just as they were typed or, if not all do, where they stand in any way.

    For a line of results while one types: most passages have the very letters, and to judge every word
    of a passage takes ten times as long.
    """
    piece = text[start:end].lower()
    if len(piece) == end - start:  # small letters may be more than the capitals were
        found: list[Span] = []
        for leaf in leaves:
            places = None if leaf.exact or leaf.near else _found(piece, _typed(leaf), leaf.prefix)
            if not places:
                break
            found += places
        else:
            return joined((start + begin, start + after) for begin, after in found)
    return spans(leaves, text, start, end)


@lru_cache(maxsize=64)
def _typed(leaf: Words) -> str:
    return " ".join(leaf.words).lower()


def _are_single(leaves: Sequence[Words], text: str, start: int, end: int | None) -> bool:
    return text.find("@", max(start - 1, 0), end) < 0 and all(len(leaf.words) == 1 for leaf in leaves)


def _single(wanted: Sequence[Meaning], text: str, start: int, end: int | None) -> list[Span]:
    """Return where words stand that need no look at their neighbours; each different word is judged once."""
    stop = len(text) if end is None else end
    piece = text[start:stop]
    different = set(words(piece))
    meant = set[str]().union(*(meaning.among(different) for meaning in wanted))
    found: list[Span] = []
    for word in meant:
        places = _found(piece, word)
        if places is None:
            return [
                (begin, after) for begin, after in tokens(text, start, stop) if text[begin:after] in meant
            ]
        found += places
    return sorted((start + begin, start + after) for begin, after in found)


def _found(piece: str, word: str, open_end: bool = False) -> list[Span] | None:
    """Return where a word stands by itself, None where only a look at all words would tell.

    With `open_end` it may be the beginning of a word, whose letters and digits are then included.
    """
    if is_cjk(word[0]):
        return None  # a character is a word wherever it stands
    found: list[Span] = []
    at = piece.find(word)
    while at >= 0:
        after = at + len(word)
        begins, ends = _parts(piece[at - 1 : at] if at else ""), _parts(piece[after : after + 1])
        if begins is None or (ends is None and not open_end):
            return None
        if begins and (ends or open_end):
            while open_end and piece[after : after + 1].isalnum() and not is_cjk(piece[after]):
                after += 1
            found.append((at, after))
        at = piece.find(word, after)
    return found


def _parts(sign: str) -> bool | None:
    """Say whether a character, or the end of a text, parts words for certain; None if that depends."""
    if not sign.isascii():
        return None
    return not sign.isalnum()


def joined(found: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that overlap as one."""
    result: list[Span] = []
    for start, end in sorted(set(found)):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
