"""The words that tell of a happening: the trigger of a clause, chosen among those that the tables find."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, partial

from reltui.authority import Tables
from reltui.authority.memo import Memo
from reltui.authority.phrases import Token as Word
from reltui.authority.phrases import Tokens, index_at
from reltui.authority.triggers import Trigger
from reltui.model.noun import noun
from reltui.model.vocab import EventType
from reltui.read.tables import rows

_REACH = 7  # words: "acute near-term energy needs" counts hyphens too


@noun
class Telling:
    """A trigger at [start, end) of the text."""

    start: int
    end: int
    entry: Trigger

    @property
    def travels(self) -> bool:
        """Whether it tells of going or being welcomed somewhere, so that "to Moscow" is its place."""
        return self.entry.type == "visit" or self.entry.lemma in ("welcome", "host", "receive")


def tellings(
    words: Sequence[Word], tables: Tables, language: str = "en", *, headline: bool = False
) -> list[Telling]:
    """Return the triggers among a sentence's words in order; of a phrase's several entries the best ranked.

    Languages of another script or tongue do not match: a Serbian trigger tells nothing in English.
    """
    wanted = language if language in ("sr", "ru") else "en"
    whole = Tokens.of(words)
    kept = list(map(_kept[wanted].__getitem__, whole.texts))
    bare = whole if all(kept) else whole.only(kept)
    found: dict[tuple[int, int], Telling] = {}
    for row in (whole, bare) if bare is not whole else (whole,):
        for hit in tables.trigger_phrases.scan_tokens(row):
            entries = [e for e in hit.entries if e.language == wanted]
            if entries:
                at = index_at(row, hit.start)
                if not headline and _titled(row, at, hit.end):
                    entries = [e for e in entries if e.pos != "verb"]
                    if not entries:
                        continue
                noun = len({e.pos for e in entries}) > 1 and _is_noun(row, at)
                entry = min(entries, key=lambda e: ((e.pos == "noun") != noun, e.rank))
                if not _abstract(row, hit.end, entry.lemma):
                    found[hit.start, hit.end] = Telling(hit.start, hit.end, entry)
    told = list(found.values())
    if len(told) > 1:
        # what was found over adverbs counts where it is longer than what stands there without
        told = [t for t in told if not any(_inside(t, other) for other in told)]
        told.sort(key=lambda t: t.start)
    return told


_NOUN_AFTER = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "our",
        "my",
        "your",
        "their",
        "this",
        "that",
        "these",
        "those",
        "no",
        "any",
        "each",
        "every",
        "first",
        "second",
        "third",
        "last",
        "next",
        "official",
        "working",
        "state",
        "joint",
        "recent",
        "previous",
        "upcoming",
        "planned",
        "another",
        "of",
        "during",
        "ahead",
        "before",
        "after",
        "since",
        "until",
        "for",
        "on",
        "in",
        "by",
        "from",
        "with",
    ]
)
_VERB_AFTER = frozenset(
    [
        "to",
        "will",
        "would",
        "shall",
        "should",
        "may",
        "might",
        "must",
        "can",
        "could",
        "did",
        "does",
        "do",
        "not",
        "and",
        "or",
        "who",
        "they",
        "we",
        "you",
        "i",
    ]
)


_OPENS = frozenset((":", "-", "–", "—", "•", ";", '"', "“"))


def _titled(row: Tokens, at: int, end: int) -> bool:
    """Whether a single word inside a sentence has a capital: "the Task Force to *Address* …", "*Chair* Lina Khan"."""
    if at == 0 or row.ends[at] < end or row.texts[at - 1] in _OPENS:
        return False
    return row.texts[at][:1].isupper()


def _is_noun(row: Tokens, at: int) -> bool:
    """Whether a word that may be verb or noun ("visit", "meeting") is a noun here: what stands before it tells."""
    last = row.texts[at - 1] if at else ""
    if last.casefold() in _VERB_AFTER:
        return False
    return (
        not last
        or last.casefold() in _NOUN_AFTER
        or last[:1].isupper()
        or last in ("s", "’", "'")
        or last.isdigit()
    )


@cache
def _objects() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split("|")) for row in rows("events/abstract_objects")}


def _abstract(row: Tokens, end: int, lemma: str) -> bool:
    """Whether what follows makes it no happening: "to meet acute near-term energy needs"."""
    objects = _objects().get(lemma)
    if objects is None:
        return False
    at = index_at(row, end)
    after = [word.casefold() for word in row.texts[at : at + _REACH]]
    return not objects.isdisjoint(after)


def _inside(one: Telling, other: Telling) -> bool:
    """Whether one stands inside the other, longer one."""
    longer = other.end - other.start > one.end - one.start
    return longer and other.start <= one.start and one.end <= other.end


@cache
def _adverbs(language: str) -> frozenset[str]:
    return frozenset(row[1].casefold() for row in rows("events/adverbs") if row[0] == language)


def _tells(language: str, word: str) -> bool:
    """Whether a word is no adverb, which a phrase may have anywhere within."""
    low = word.casefold()
    return low not in _adverbs(language) and not (language == "en" and low.endswith("ly") and len(low) > 4)


_kept = {language: Memo(partial(_tells, language)) for language in ("en", "sr", "ru")}


_CIRCUMSTANCE = re.compile(
    r"(?:ahead of|before|prior to|following|after|since|until|during|within the framework of|on the occasion of|"
    r"anniversary of|"
    r"in preparation for|on the sidelines of|in connection with|результатам|после|перед|nakon|posle|pre|uoči|u okviru)"
    r"\s(?:\w+\s){0,4}$",
    re.IGNORECASE,
)


def circumstantial(text: str, telling: Telling) -> bool:
    """Whether the noun only says on what occasion something else happened ("ahead of the visit")."""
    return (
        telling.entry.pos == "noun"
        and _CIRCUMSTANCE.search(text, max(0, telling.start - 60), telling.start) is not None
    )


def best(text: str, found: list[Telling]) -> Telling | None:
    """Return the trigger that tells outright: the best rank, verbs above nouns, then the first.

    A noun that only names an occasion gives way to any other trigger.
    """
    if len(found) < 2:
        return found[0] if found else None
    order = {"verb": 0, "phrase": 0, "noun": 1}
    for telling in found:
        if (
            telling.entry.pos == "noun"
            and telling.entry.type == "statement"
            and text[telling.end : telling.end + 4] == " by "
        ):
            return telling  # "Statement by X on Y": whatever Y is about
    main = next((t for t in found if _is_main(text, t)), None)
    return min(
        found,
        key=lambda t: (
            circumstantial(text, t), main is not None and t.start > main.end and _aside(text, main, t),
            t.entry.rank, order.get(t.entry.pos, 2), t.start,
        ),
    )  # fmt: skip


_CONTACTS = frozenset(("meeting", "call", "visit"))
_PURPOSE = re.compile(
    r"(?:\bto|\bfor|,|\babout|\bfollowing|\bafter|\bthat|\bof|\bon)\s(?:\w+\s){0,6}$", re.IGNORECASE
)


_TO_DO = re.compile(r"\bto\s(?:\w+ly\s)?[a-z]|\b(?:about|regarding|amid)\s")


def _is_main(text: str, telling: Telling) -> bool:
    """Whether it is a finite verb of contact: "spoke with", not "to speak with" or "meeting"."""
    entry = telling.entry
    if entry.pos != "verb" or entry.type not in _CONTACTS or entry.rank > 3:
        return False
    first = text[telling.start : telling.end].split()[0]
    return not first.endswith("ing") and not text[max(0, telling.start - 3) : telling.start].endswith("to ")


def _aside(text: str, main: Telling, telling: Telling) -> bool:
    """Whether what stands behind the main verb is its purpose or subject: "spoke with X *to congratulate* him"."""
    return (
        _TO_DO.search(text, main.end, telling.start + 1) is not None
        or _PURPOSE.search(text, max(main.end, telling.start - 50), telling.start) is not None
    )


@cache
def _light() -> frozenset[str]:
    return frozenset(row[0] for row in rows("events/light_verbs"))


def kind_of(telling: Telling, found: Sequence[Telling]) -> EventType:
    """Return the type of happening; of a light verb ("attend", "host") that of the nearest noun beside it."""
    if telling.entry.lemma not in _light():
        return telling.entry.type
    nouns = [t for t in found if t.entry.pos == "noun" and t is not telling]
    nearest = min(nouns, key=lambda t: abs(t.start - telling.start), default=None)
    return nearest.entry.type if nearest is not None else telling.entry.type
