"""Small random corpora, random queries, and a slow way to answer them that shares nothing with the store.

The reference reads a query as the structure it was written from, never as text, and looks at every word
of every passage.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from hypothesis import strategies as st

from reltui.dates import Edtf
from reltui.model import (
    Actor,
    Event,
    Evidence,
    Facts,
    File,
    Mention,
    Name,
    Participant,
    Passage,
    Report,
    Source,
)
from reltui.names import fold, keys
from tests.factory import Reading

WORDS = (
    "Lavrov",
    "Лавров",
    "Лавровом",
    "lavrov",
    "Đurić",
    "Djuric",
    "Ђурић",
    "Джурич",
    "Niš",
    "NIS",
    "nis",
    "gas",
    "газ",
    "gasoline",
    "the",
    "The",
    "talks",
    "talk",
    "Moscow",
    "Москва",
    "2024",
    "20",
    "北",
    "京",
    "外",
    "ALL",
    "all",
)
DATES = (
    None,
    "2024",
    "2024-10",
    "2024-10-20",
    "2025-02-17",
    "../2024-08-14",
    "2025-01/..",
    "2021-11-24/2021-11-25",
)
ACTORS = ("anna", "boris")
TYPES = ("call", "meeting")


@dataclass(frozen=True)
class Text:
    """One source of one passage."""

    words: tuple[str, ...]
    date: str | None = None
    kind: str = "article"
    named: tuple[str, ...] = ()
    event: str | None = None  # its type

    @property
    def text(self) -> str:
        return " ".join(self.words)


texts = st.lists(
    st.builds(
        Text,
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(tuple),
        st.sampled_from(DATES),
        st.sampled_from(("article", "post")),
        st.lists(st.sampled_from(ACTORS), unique=True).map(tuple),
        st.sampled_from((None, *TYPES)),
    ),
    min_size=1,
    max_size=12,
)


def corpus(made: list[Text]) -> tuple[list[Reading], Facts]:
    """Return the readings and facts of these texts; source n is `s{n}`, its event `e{n}`."""
    readings: list[Reading] = []
    mentions: list[Mention] = []
    events: list[Event] = []
    for number, one in enumerate(made):
        ident, path = f"s{number}", f"{number}.txt"
        # actors are named by a word that no query asks for
        text = one.text + "".join(f" Qx{actor}" for actor in one.named)
        sha = hashlib.sha256(text.encode()).hexdigest()
        source = Source(ident, path, 1, 1, one.kind, text, sha, published=one.date)  # type: ignore[arg-type]
        readings.append(
            Reading(File(path, sha, "text", "utf-8"), (source,), (Passage(ident, 1, 0, len(text)),))
        )
        for actor in one.named:
            start = text.index(f"Qx{actor}")
            mentions.append(Mention(actor, ident, start, start + 2 + len(actor), f"Qx{actor}"))
        if one.event:
            proof = (Evidence(ident, 0, len(text), text),)
            report = Report(f"r{number}", ident, one.date, "explicit", "", "occurred", None, proof)
            people = tuple(Participant(actor, "party") for actor in one.named)
            date = Edtf.try_parse(one.date)
            events.append(
                Event(
                    f"e{number}",
                    one.event,
                    "-",
                    one.date,
                    date.precision,
                    "explicit",
                    "",
                    "occurred",
                    None,  # type: ignore[arg-type]
                    people,
                    (report,),
                )
            )
    actors = tuple(Actor(a, "person", f"Qx{a}", names=(Name(f"Qx{a}", "Latn", "corpus"),)) for a in ACTORS)
    return readings, Facts(actors=actors, mentions=tuple(mentions), events=tuple(events))


@dataclass(frozen=True)
class Asked:
    """A query as a structure: `op` is word, prefix, exact, phrase, opening, exactly, near, field, not, and, or.

    An opening is a phrase whose last word is only begun, exactly a phrase to the letter.
    """

    op: str
    words: tuple[str, ...] = ()
    parts: tuple[Asked, ...] = ()
    number: int = 0
    field_value: tuple[str, str] = field(default=("", ""))

    def text(self, inside: bool = False) -> str:
        """Write the query as somebody would type it."""
        if self.op == "word":
            return self.words[0]
        if self.op == "prefix":
            return f"{self.words[0]}*"
        if self.op == "exact":
            return f"={self.words[0]}"
        if self.op == "phrase":
            return f'"{" ".join(self.words)}"'
        if self.op == "opening":
            return f'"{" ".join(self.words)}*"'
        if self.op == "exactly":
            return f'="{" ".join(self.words)}"'
        if self.op == "near":
            return f'"{" ".join(self.words)}"~{self.number}'
        if self.op == "field":
            return ":".join(self.field_value)
        if self.op == "not":
            inner = self.parts[0].text(inside=True)
            return f"-({inner})" if self.parts[0].op == "not" else f"-{inner}"
        joined = (" OR " if self.op == "or" else " ").join(part.text(inside=True) for part in self.parts)
        return f"({joined})" if inside else joined


_word = st.sampled_from([*WORDS, "la", "ђу", "gaz", "absent"])
_leaves = st.one_of(
    st.builds(lambda w: Asked("word", (w,)), _word),
    st.builds(lambda w: Asked("prefix", (w,)), _word),
    st.builds(lambda w: Asked("exact", (w,)), _word),
    st.builds(lambda w: Asked("phrase", tuple(w)), st.lists(_word, min_size=2, max_size=3)),
    st.builds(lambda w: Asked("opening", tuple(w)), st.lists(_word, min_size=2, max_size=3)),
    st.builds(lambda w: Asked("exactly", tuple(w)), st.lists(_word, min_size=2, max_size=3)),
    st.builds(
        lambda w, n: Asked("near", tuple(w), number=n),
        st.lists(_word, min_size=2, max_size=3),
        st.integers(1, 3),
    ),
    st.builds(
        lambda f: Asked("field", field_value=f),
        st.sampled_from(
            [
                ("actor", "anna"),
                ("with", "boris"),
                ("kind", "post"),
                ("type", "call"),
                ("has", "event"),
                ("date", "2024"),
                ("date", "2024-10..2025-02"),
                ("after", "2024-11"),
                ("before", "2024-10-19"),
                ("source", "3"),
                ("lang", "en"),
            ]
        ),
    ),
)
queries = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        inner.map(lambda part: Asked("not", parts=(part,))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Asked("and", parts=tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Asked("or", parts=tuple(parts))),
    ),
    max_leaves=5,
)


def answers(asked: Asked, number: int, one: Text, event: bool) -> bool:
    """Whether text `number` (or its event) answers, by looking at every word."""
    if asked.op == "not":
        return not answers(asked.parts[0], number, one, event)
    if asked.op == "and":
        return all(answers(part, number, one, event) for part in asked.parts)
    if asked.op == "or":
        return any(answers(part, number, one, event) for part in asked.parts)
    if asked.op == "field":
        return _field(*asked.field_value, number, one)
    said = [*one.words, *(f"Qx{actor}" for actor in one.named)]
    if asked.op in ("word", "prefix", "exact"):
        return any(_same(asked.op, asked.words[0], word) for word in said)
    width = len(asked.words)
    if asked.op in ("phrase", "opening", "exactly"):
        ops = ["exact" if asked.op == "exactly" else "word"] * width
        if asked.op == "opening":
            ops[-1] = "prefix"
        return any(
            all(_same(op, a, w) for op, a, w in zip(ops, asked.words, said[at : at + width], strict=True))
            for at in range(len(said) - width + 1)
        )
    return any(max(places) - min(places) < width + asked.number for places in _placements(asked.words, said))


def _placements(
    words: tuple[str, ...], said: list[str], taken: tuple[int, ...] = ()
) -> Iterator[tuple[int, ...]]:
    """Yield every way to give each word a place of its own."""
    if not words:
        yield taken
        return
    for place, word in enumerate(said):
        if place not in taken and _same("word", words[0], word):
            yield from _placements(words[1:], said, (*taken, place))


def _same(op: str, asked: str, word: str) -> bool:
    if op == "exact":
        return asked == (word if asked != asked.lower() else word.lower())
    one, other = (asked, word) if asked[0] >= "一" or word[0] >= "一" else (fold(asked), fold(word))
    if one == other or (op == "prefix" and other.startswith(one)):
        return True
    if not word[0].isupper() or not asked[0].isalpha() or asked[0] >= "一":
        return False
    if not set(keys(asked)).isdisjoint(keys(word)):
        return True
    from reltui.names import prefix_keys

    return op == "prefix" and any(key.startswith(begin) for key in keys(word) for begin in prefix_keys(asked))


def _field(name: str, value: str, number: int, one: Text) -> bool:
    if name in ("actor", "with"):
        return value in one.named
    if name == "kind":
        return one.kind == value
    if name == "type":
        return one.event == value
    if name == "has":
        return one.event is not None
    if name == "source":
        return value in (f"s{number}", str(number))
    if name == "lang":
        return False
    spans = {
        ("date", "2024"): ("2024-01-01", "2024-12-31"),
        ("date", "2024-10..2025-02"): ("2024-10-01", "2025-02-28"),
        ("after", "2024-11"): ("2024-11-01", "9999-12-31"),
        ("before", "2024-10-19"): ("0001-01-01", "2024-10-19"),
    }
    first, last = spans[name, value]
    date = Edtf.try_parse(one.date)
    return date.known and (date.lower or "0001") <= last and first <= (date.upper or "9999")
