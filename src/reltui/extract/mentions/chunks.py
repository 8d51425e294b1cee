"""A sentence as a row of chunks, each with a class letter, so that names and titles are regular expressions.

T office   t office that is also a common word   M modifier ("deputy")   P portfolio ("foreign affairs")
H honorific   S state   A adjective of a state   K capital or seat of a state   L place   l place, also a word
O organisation   W word that heads organisations' names   Z known person   @ handle
G given name   g given name, also a word   N capitalised word   n the same at a sentence's start
U all capitals   I initial   p particle ("von")   f of, for, the   i in, at, to, on, by   c and   d number
x other word
, ( ) : " . and other signs as they are
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from reltui.authority import Tables
from reltui.authority.memo import Memo
from reltui.authority.phrases import Tokens, tokens
from reltui.extract.mentions.classes import Phrase, finders, letter_of, phrases_in
from reltui.extract.mentions.tokens import JOINT, Part, owns, parts
from reltui.model.noun import noun


class Chunk(NamedTuple):
    """One word or a phrase of the tables; `entries` are the table rows it may stand for."""

    cls: str
    start: int
    end: int
    text: str
    initial: bool = False  # "A.", or a phrase that begins so
    entries: tuple[Any, ...] = ()
    owner: bool = False

    @property
    def low(self) -> str:
        """The text in lower case."""
        return self.text.casefold()


@noun
class Row:
    """The chunks of one sentence and their class letters as one string."""

    chunks: tuple[Chunk, ...]
    letters: str
    words: Tokens  # the same sentence as the tables' phrase finders cut it
    title_case: bool = False  # a headline: capitals mean nothing


#: `Chunk(...)` without the call in between that names its arguments.
# typeshed leaves open what items `tuple.__new__` takes
_chunk: Callable[[type[Chunk], tuple[str, int, int, str, bool, tuple[Any, ...], bool]], Chunk] = tuple.__new__  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]


_FAR = 1 << 60  # an offset behind every text
_NO_DATE = (_FAR, _FAR)


class _Shape(NamedTuple):
    """What a word tells wherever it stands: its letter, and its letter at the beginning of a sentence."""

    letter: str
    opening: str
    word: bool  # not a number or a sign
    special: bool  # an apostrophe, or a word that may be more or less than one: see `parts`


class Chunker:
    """Cuts sentences into rows of chunks with the tables; see `chunker_of`."""

    def __init__(self, tables: Tables, language: str = "en") -> None:
        self._tables = tables
        self._language = language
        self._finders = finders(tables)
        self._shapes = Memo(self._shape)
        self._alike: dict[_Shape, _Shape] = {}  # few shapes, many words

    def row(
        self,
        text: str,
        start: int,
        end: int,
        dates: Sequence[tuple[int, int]] = (),
        *,
        words: Tokens | None = None,
        headline: bool = False,
    ) -> Row:
        """Return the chunks of text[start:end]; words inside the spans `dates`, in order, are of class d.

        `words` are the tokens of that stretch, where it was cut before.
        """
        words = tokens(text, start, end) if words is None else words
        phrases = phrases_in(text, words, self._finders, self._language)
        phrase: Phrase | None = None
        head, closing = 0, _FAR  # where the chunks of that phrase begin, and where it ends
        chunks: list[Chunk] = []
        seen: list[str] = []
        first, over = True, start
        spans = iter(dates)
        dated, undated = next(spans, _NO_DATE)
        # this is done for every word of a corpus: it calls and looks up as little as can be
        add, shapes = chunks.append, self._shapes
        joints = {match.start() for match in JOINT.finditer(text, start, end)}
        for token, begin, stop, shape in zip(
            words.texts, words.starts, words.ends, map(shapes.__getitem__, words.texts), strict=True
        ):
            if begin < over:
                continue  # it was part of the token before
            letter, opening, word, special = shape
            owner = False
            more: Sequence[Part] = ()
            if special or (joints and word and stop in joints):
                if token == "'":
                    token = text[begin]
                    _owning(chunks, text, begin)
                else:
                    more, over = parts(text, begin, end, phrases)
                    if not more:
                        continue
                    begin, stop, owner = more[0]
                    token = text[begin:stop]
                    letter, opening, word, _ = shapes[token]
            k = 0
            while True:  # once, but for "F16" and "Russia-US"
                if begin >= closing and phrase is not None:
                    _close(chunks, head, phrase, text)
                    phrase, closing = None, _FAR
                if begin in phrases:
                    phrase, head = phrases[begin], len(chunks)
                    closing = phrase.end
                initial = letter == "I"
                if word:
                    if first:
                        letter, first = opening, False
                    while undated <= begin:
                        dated, undated = next(spans, _NO_DATE)
                    if dated <= begin:
                        letter = "d"
                    if headline:
                        seen.append(token)
                add(_chunk(Chunk, (letter, begin, stop, token, initial, (), owner)))
                k += 1
                if not more or k == len(more):
                    break
                begin, stop, owner = more[k]
                token = text[begin:stop]
                letter, opening, word, _ = shapes[token]
        _owning(chunks, text, end)
        if phrase is not None:
            _close(chunks, head, phrase, text)
        letters = "".join([chunk[0] for chunk in chunks])
        return Row(tuple(chunks), letters, words, headline and _title_case(seen))

    def _shape(self, token: str) -> _Shape:
        letter = letter_of(token, False, self._tables, self._language)
        opening = letter_of(token, True, self._tables, self._language)
        letters = token.isalpha()
        # digits go on over points and commas, a single capital over its full stop, a handle over what it names
        single = token in "@'" if len(token) == 1 and not token.isalnum() else not letters
        shape = _Shape(
            letter,
            opening,
            token[0].isalpha() or token[0] == "@",
            single or (len(token) == 1 and token.isupper()),
        )
        return self._alike.setdefault(shape, shape)


_known: WeakKeyDictionary[Tables, dict[str, Chunker]] = WeakKeyDictionary()


def chunker_of(tables: Tables, language: str | None) -> Chunker:
    """Return what cuts texts of a language (BCP 47; None: English); made once for each that makes a difference."""
    shelf = _known.setdefault(tables, {})
    key = language if language in ("sr", "ru") else "en" if language in (None, "", "en") else "-"
    if key not in shelf:
        shelf[key] = Chunker(tables, key)
    return shelf[key]


def _close(chunks: list[Chunk], head: int, phrase: Phrase, text: str) -> None:
    """Make one chunk of those from `head` on, which the phrase covers.

    A phrase never ends inside a word ("Serb" in "Serbs"), the full stop of an initial apart.
    """
    begin, last = chunks[head], chunks[-1]
    if last.end == phrase.end or (last.end > phrase.end and last.initial):
        covered = text[begin.start : last.end]
        chunks[head:] = [
            Chunk(phrase.cls, begin.start, last.end, covered, begin.initial, phrase.entries, last.owner)
        ]


def _owning(chunks: list[Chunk], text: str, at: int) -> None:
    """Let the word before an apostrophe own something: "the Ministers’ talks"."""
    if chunks and chunks[-1].end == at and chunks[-1].text[0].isalpha() and owns(text, at):
        chunks[-1] = chunks[-1]._replace(owner=True)


def _title_case(words: Sequence[str]) -> bool:
    """Whether most words longer than three letters have capitals."""
    long = [word for word in words if len(word) > 3]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.75 * len(long)
