"""Places that are found again: made from a span of a source, looked for in the sources of a later build.

In the unchanged file (same SHA-256, wherever it lies now) the place is where it was. In a changed file the
words are looked for with what stands around them, the way the W3C's TextQuoteSelector means it. What a
place had in common with no other one when the anchor was made (`Anchor.settle`) must be there in full, once:
a lookalike elsewhere, or two places between which nothing decides, are no match, and the entry is an orphan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reltui.corrections.entries import Anchor, Settle
from reltui.corrections.texts import Text, collapse
from reltui.model import Source

_AROUND = 64  # code points kept on each side, and the least that may settle a place alone
_FAR = (_AROUND, 128, 256)
_SHOWN = 40

_Cut = Callable[[int], str]
_Joined = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a source."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lost:
    """Why something is not found, a clause; `near` is the one place where the same words stand otherwise."""

    reason: str
    near: Place | None = None


def first_loss(places: Iterable[Place | Lost]) -> Lost | None:
    """Return why words are not found, where none of them is."""
    found = list(places)
    lost = [place for place in found if isinstance(place, Lost)]
    return lost[0] if lost and len(lost) == len(found) else None


def anchor(source: Source, start: int, end: int, siblings: Iterable[Source] = ()) -> Anchor:
    """Return an anchor for a span of a source; white space at its ends is left out.

    `siblings` are the other sources of the same file, in which the words might stand as well; where some are
    not given, one side alone is not trusted. Raises ValueError for a span without words.
    """
    words = source.text[start:end]
    if not words.strip():
        raise ValueError(f"there are no words from {start} to {end} that could be found again")
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    exact = source.text[start:end]
    texts = [Text(source), *(Text(one) for one in siblings if one.id != source.id)]
    sure = len(texts) >= source.units
    before = _side(texts, lambda n: source.text[max(0, start - n) : start], lambda side: side + exact, sure)
    after = _side(texts, lambda n: source.text[end : end + n], lambda side: exact + side, sure)
    settle = _settle(texts, exact, before, after)
    if settle == "place":  # perhaps both sides together, as far as they are kept at all
        far = _FAR[-1]
        before = (source.text[max(0, start - far) : start], False)
        after = (source.text[end : end + far], False)
        settle = _settle(texts, exact, before, after)
    return Anchor(
        source.sha256, source.path, exact, before[0], after[0], source.id, texts[0].file_offset(start), settle
    )


_Side = tuple[str, bool]  # what stands on one side, and whether the words with it stand nowhere else


def _side(texts: list[Text], cut: _Cut, joined: _Joined, sure: bool) -> _Side:
    for far in _FAR if sure else ():
        side = cut(far)
        if len(side) >= _AROUND and _times(texts, joined(side)) == 1:
            return side, True
    return cut(_AROUND), False


def _settle(texts: list[Text], exact: str, before: _Side, after: _Side) -> Settle:
    if before[1] and after[1]:
        return "either"
    if before[1] or after[1]:
        return "prefix" if before[1] else "suffix"
    return "both" if _times(texts, before[0] + exact + after[0]) == 1 else "place"


def _times(texts: list[Text], words: str) -> int:
    plain = collapse(words)
    return sum(text.count(plain) for text in texts)


class Finder:
    """Finds anchors in the sources of a corpus."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._by_file: dict[str, list[Source]] = defaultdict(list)
        self._by_path: dict[str, list[Source]] = defaultdict(list)
        self._texts: dict[str, Text] = {}
        self._found: dict[Anchor, Place | Lost] = {}
        for source in sources:
            self._by_file[source.sha256].append(source)
            self._by_path[source.path].append(source)

    def find(self, sought: Anchor) -> Place | Lost:
        """Return where the anchored words stand now, or why that cannot be said."""
        if sought not in self._found:
            self._found[sought] = self._find(sought)
        return self._found[sought]

    def _find(self, sought: Anchor) -> Place | Lost:
        same = self._by_file.get(sought.file, []) if sought.file else []
        # another file with the very same bytes may lie elsewhere; the words were read in this one
        same = [source for source in same if source.path == sought.path] or same
        texts = [self._text(source) for source in same or self._by_path.get(sought.path, [])]
        if not texts:
            return Lost(f"no file of the corpus is {sought.path or 'the one'} that it was made on")
        alone = [(t, span) for t in texts for span in t.find("", sought.exact, "")]
        if same and sought.at >= 0:
            there = [(t, span) for t, span in alone if t.file_offset(span[0]) == sought.at]
            if len(there) == 1:
                return _place(*there[0])
        if not alone:
            return Lost(f"“{_short(sought.exact)}” no longer stands in {texts[0].source.path}")
        near = _place(*alone[0]) if len(alone) == 1 else None
        places = self._around(sought, texts)
        if len(places) == 1:
            return places.pop()
        path = texts[0].source.path
        if places:
            say = f"“{_short(sought.exact)}” stands in {path} at several places that cannot be told apart"
            return Lost(say, near)
        return Lost(f"“{_short(sought.exact)}” in {path} does not stand among the words it stood among", near)

    def _around(self, sought: Anchor, texts: list[Text]) -> set[Place]:
        """Return the places that have around them what settled the place when the anchor was made."""
        if sought.settle == "place":
            return set()
        whole = self._with(texts, sought.prefix, sought.exact, sought.suffix)
        if whole:
            return whole
        found: set[Place] = set()
        if sought.settle in ("either", "prefix") and len(sought.prefix) >= _AROUND:
            found |= self._with(texts, sought.prefix, sought.exact, "")
        if sought.settle in ("either", "suffix") and len(sought.suffix) >= _AROUND:
            found |= self._with(texts, "", sought.exact, sought.suffix)
        return found

    def _with(self, texts: list[Text], before: str, exact: str, after: str) -> set[Place]:
        plain = collapse(before + exact + after)
        if len(plain) < _AROUND:  # a text so short is known only by being all there is
            texts = [text for text in texts if text.is_all(plain)]
        return {_place(text, span) for text in texts for span in text.find(before, exact, after)}

    def _text(self, source: Source) -> Text:
        if source.id not in self._texts:
            self._texts[source.id] = Text(source)
        return self._texts[source.id]


def _place(text: Text, span: tuple[int, int]) -> Place:
    return Place(text.source.id, *span)


def _short(words: str) -> str:
    plain = collapse(words)
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1].rstrip()}…"
