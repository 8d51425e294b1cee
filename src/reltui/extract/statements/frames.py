"""Who a quotation belongs to: the words of saying before it or behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

from reltui.extract.statements.lexicon import WORD, Lexicon, Verb
from reltui.extract.statements.quotes import Quote
from reltui.extract.statements.speakers import Cast

#: A full stop that ends a sentence: not that of an initial or of a short title.
SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSt)(?<![A-ZА-Я])[.!?…](?:\s|$)|\n\s*\n"
)
_LINE_END = re.compile(r"[.!?…](?:\s|$)|\n")
#: Behind a quotation an attribution begins at once: a comma, a dash or nothing, then words.
_ATTACHED = re.compile(r"[\s,–—-]*(?=[^\W\d_])")
#: A dash between words, with the comma or stop before it.
_DASH = re.compile(r"[,.!?…]?[\s\u00a0]+[—–-][\s\u00a0]+")
#: A dash and then a name: the quotation is signed.
_SIGNED = re.compile(r"\s*[—–-]{1,2}\s*(?=[^\W\d_])")
_BEHIND = 200
_BEFORE = 300
_MEMORY = 4000
_WORDS_TO_VERB = 14
_WORDS_TO_QUOTE = 10
_WORDS_AFTER = 8
_VERBS = 3  # forms looked at: the nearest may be a noun ("the talks")
_CLAUSE_REACH = 100
_CLAUSE_WORDS = 7


class Frame(NamedTuple):
    """Who says a quotation, and where the verb stands that says so (-1: a colon does)."""

    speaker: int
    verb: int = -1


class Within(NamedTuple):
    """An attribution inside the marks, as Russian sets it: the spans of the words around it."""

    frame: Frame
    spans: tuple[tuple[int, int], ...]


def behind(text: str, quote: Quote, end: int, cast: Cast, lexicon: Lexicon) -> Frame | None:
    """Return who says a quotation by the words behind it ("…,” said X."), None where they do not tell."""
    signed = _SIGNED.match(text, quote.outer[1], end)
    if signed is not None:
        named = cast.between(signed.end(), min(end, signed.end() + 1))
        if named and not text[cast.tail(named[0]) : end].lstrip(" ")[:1].isalpha():
            return Frame(named[0])  # “…” – X, 2023
    last = text[quote.start : quote.end].rstrip()[-1:]
    after = text[quote.outer[1] : quote.outer[1] + 1]
    if after in tuple(".?!…") or (last not in ",.?!…–—-" and after not in tuple(",–—")):
        return None
    attached = _ATTACHED.match(text, quote.outer[1], end)
    if attached is None:
        return None
    begin = attached.end()
    over = SENTENCE_END.search(text, begin, min(end, begin + _BEHIND))
    stop = over.start() if over else min(end, begin + _BEHIND)
    for verb in lexicon.verbs(text, begin, stop)[:_VERBS]:
        if len(WORD.findall(text, begin, verb.start)) > _WORDS_TO_VERB or '"' in text[begin : verb.start]:
            return None
        if last in ".…" and after not in tuple(",–—") and not _only_says(text, verb, stop, lexicon):
            return None  # a new sentence of its own
        noun = _word_before(text, verb.start)
        sent = lexicon.has("letter", noun)
        speaker = _sender(text, noun, verb.start, cast) if sent else _who(text, verb, begin, stop, cast)
        if speaker is not None:
            return Frame(speaker, verb.start)
    return None


def before(text: str, quote: Quote, start: int, cast: Cast, lexicon: Lexicon) -> Frame | None:
    """Return who says a quotation by the words before it ("X said: “…"), None where they do not tell.

    `start` is where the sentence, or the stretch between two quotations, begins.
    """
    edge = quote.outer[0]
    low = max(start, edge - _BEFORE)
    lead = text[low:edge].rstrip()
    if not lead:
        return None
    stop = low + len(lead)
    if lead[-1] == ":":
        named = cast.between(low, stop)
        if named and not text[cast.tail(named[-1]) : stop].strip(" :"):
            return Frame(named[-1])  # X: “…”
    for verb in lexicon.verbs(text, low, stop)[: -_VERBS - 1 : -1]:
        words = [m.group() for m in WORD.finditer(text, verb.end, stop)]
        if len(words) > _WORDS_TO_QUOTE:
            return None
        if lead[-1] not in ",:" and not _fragment(text, quote, verb, words, lexicon):
            continue
        speaker = _who(text, verb, low, stop, cast)
        if speaker is not None:
            return Frame(speaker, verb.start)
    return None


def within(text: str, quote: Quote, cast: Cast, lexicon: Lexicon) -> Within | None:
    """Return the attribution set off by dashes inside a quotation («A, — сказал X, — B»), else None."""
    for dash in _DASH.finditer(text, quote.start, quote.end):
        begin = dash.end()
        over = _DASH.search(text, begin, min(quote.end, begin + _BEHIND))
        stop = over.start() if over else quote.end
        verbs = lexicon.verbs(text, begin, stop)
        if not verbs or stop - begin > _BEHIND or len(WORD.findall(text, begin, verbs[0].start)) > 3:
            continue
        speaker = _who(text, verbs[0], begin, stop, cast)
        if speaker is None or len(WORD.findall(text, verbs[0].end, stop)) > _WORDS_TO_VERB:
            continue
        spans = [(quote.start, dash.start())]
        if over and over.end() < quote.end:
            spans.append((over.end(), quote.end))
        return Within(Frame(speaker, verbs[0].start), tuple(spans))
    return None


def _who(text: str, verb: Verb, start: int, end: int, cast: Cast) -> int | None:
    by = by_clause(text, verb, end, cast)
    return by if by is not None else cast.subject(verb, start, end)


def by_clause(text: str, verb: Verb, stop: int, cast: Cast) -> int | None:
    """Return the spot that words such as "according to" name right behind them, None for other verbs."""
    if verb.row.pattern != "clause":
        return None
    for spot in cast.between(verb.end, min(stop, verb.end + _CLAUSE_REACH))[:1]:
        gap = text[verb.end : cast.lead(spot)]
        if not re.search(r"[,.;:()]", gap) and len(WORD.findall(gap)) <= _CLAUSE_WORDS:
            return spot
    return None


def _sender(text: str, noun: str, at: int, cast: Cast) -> int | None:
    """Return who sent "the message" of offset `at`: the first one named in the sentence that tells of it."""
    low = max(0, at - _MEMORY)
    first = text[low:at].lower().find(noun.lower())
    if first < 0:
        return None
    first += low
    begin = max((m.end() for m in _LINE_END.finditer(text, max(0, first - _BEFORE), first)), default=low)
    named = cast.between(begin, first) or cast.persons(low, at)
    return named[0] if named else None


def _only_says(text: str, verb: Verb, stop: int, lexicon: Lexicon) -> bool:
    """Return whether nothing is told behind the verb, so that it can only belong to the quotation."""
    words = [m.group() for m in WORD.finditer(text, verb.end, stop)]
    language = verb.row.language
    return len(words) <= _WORDS_AFTER and not any(lexicon.has("connector", w, language) for w in words)


def _fragment(text: str, quote: Quote, verb: Verb, words: list[str], lexicon: Lexicon) -> bool:
    """Return whether a quotation without comma or colon before it is what the verb says, not a title."""
    language = verb.row.language
    if words and len(words) <= _WORDS_TO_QUOTE and lexicon.has("as", words[-1], language):
        return True  # "described the talks as “very open”"
    if len(words) > 6 or verb.row.strength < 2:
        return False
    if words and lexicon.has("connector", words[-1], language):
        # "noting that the Minister’s declaration that “…”": the words are the Minister's
        return sum(lexicon.has("connector", w, language) for w in words) == 1
    if any(lexicon.has("connector", w, language) for w in words):
        return False  # a quotation within words told: these are one statement
    following = text[quote.outer[1] : quote.outer[1] + 2].strip()[:1]
    return not words or not following.isalpha()


def _word_before(text: str, at: int) -> str:
    words = WORD.findall(text, max(0, at - 40), at)
    return words[-1] if words else ""
