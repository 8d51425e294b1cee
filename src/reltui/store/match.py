"""Where in a text the words of a query stand: for highlighting, and to check what the finder cannot.

A word of the query stands for a word of the text if both fold to the same letters, or if the text's
word may be a name and both may sound alike. The indexes follow the same rule (`indexed`, `compile`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from reltui.query import Words
from reltui.query.tokens import folded, is_name_like, sound_beginnings, sounds, tokens, words

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


class _Verdicts(dict[str, bool]):
    """Remembers for each word of the texts whether it is the one that the query means."""

    def __init__(self, judge: Callable[[str], bool]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, word: str) -> bool:
        if len(self) > 20_000:
            self.clear()
        verdict = self[word] = self._judge(word)
        return verdict


@lru_cache(maxsize=32)
def _verdicts(leaf: Words) -> tuple[_Verdicts, ...]:
    """Return what to think of any word, for each word of the query."""
    if leaf.exact:
        return tuple(_Verdicts(_exactly(word)) for word in leaf.words)
    last = len(leaf.words) - 1
    return tuple(
        _Verdicts(_alike(word, leaf.prefix and place == last)) for place, word in enumerate(leaf.words)
    )


def _alike(asked: str, open_end: bool) -> Callable[[str], bool]:
    letters, keys = folded(asked), frozenset(sounds(asked))
    beginnings = sound_beginnings(asked) if open_end else ()

    def judge(word: str) -> bool:
        handle = word.startswith("@")
        bare = word[1:] if handle else word
        plain = folded(bare)
        if letters and (plain == letters or (open_end and plain.startswith(letters))):
            return True
        if not (keys or beginnings) or not (handle or is_name_like(bare)):
            return False
        heard = sounds(bare)
        return not keys.isdisjoint(heard) or (open_end and any(key.startswith(beginnings) for key in heard))

    return judge


def _exactly(asked: str) -> Callable[[str], bool]:
    wanted = _plain(asked)
    if wanted == wanted.lower():
        return lambda word: _plain(word.removeprefix("@")).lower() == wanted
    return lambda word: _plain(word.removeprefix("@")) == wanted


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word.replace("\u00ad", ""))


def spoken(text: str) -> list[str]:
    """Return the words of a text without their places, a handle with its @; cheaper than `look`."""
    return [word for _, _, word in look(text)] if "@" in text else words(text)


def stands(leaf: Words, said: list[str]) -> bool:
    """Whether a word, a phrase or a neighbourhood stands in a text of these words."""
    verdicts = _verdicts(leaf)
    if not all(any(map(means.__getitem__, said)) for means in verdicts):
        return False
    if len(verdicts) == 1:
        return True
    return bool(occurrences(leaf, [(place, place + 1, word) for place, word in enumerate(said)]))


def occurrences(leaf: Words, seen: Seen) -> list[Span]:
    """Return the spans of a text where a word, a phrase or a neighbourhood stands."""
    verdicts = _verdicts(leaf)
    if len(verdicts) == 1:
        means = verdicts[0]
        return [(start, end) for start, end, word in seen if means[word]]
    if leaf.near:
        return _near(verdicts, seen, leaf.near)
    first, width = verdicts[0], len(verdicts)
    return [
        (start, seen[place + width - 1][1])
        for place, (start, _, word) in enumerate(seen[: len(seen) - width + 1])
        if first[word] and all(means[seen[place + step][2]] for step, means in enumerate(verdicts))
    ]


def _near(verdicts: Sequence[_Verdicts], seen: Seen, most: int) -> list[Span]:
    """Return the words that stand together in any order with at most `most` others between them."""
    places = [[place for place, (_, _, word) in enumerate(seen) if means[word]] for means in verdicts]
    reach = len(verdicts) + most
    chosen: set[int] = set()
    for begin in sorted({place for some in places for place in some}):
        inside = [[place for place in some if begin <= place < begin + reach] for some in places]
        if _distinct(inside):
            chosen.update(place for some in inside for place in some)
    return [seen[place][:2] for place in sorted(chosen)]


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


def spans(leaves: Iterable[Words], text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return where any of the leaves stands in text[start:end], in order, overlapping ones joined."""
    seen = look(text, start, end)
    return joined(span for leaf in leaves for span in occurrences(leaf, seen))


def joined(found: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that overlap as one."""
    result: list[Span] = []
    for start, end in sorted(set(found)):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
