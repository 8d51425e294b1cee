"""Who a quotation belongs to: the words of saying before it, behind it, or in the paragraph above."""

from __future__ import annotations

import re

from reltui.extract.statements.lexicon import WORD, Lexicon, Verb
from reltui.extract.statements.quotes import Quote
from reltui.extract.statements.speakers import Cast

_SENTENCE_END = re.compile(r"[.!?…](?:\s|$)|\n")
#: Behind a quotation an attribution begins at once: a comma, a dash or nothing, then words.
_ATTACHED = re.compile(r"[\s,–—-]*(?=[^\W\d_])")
_BEHIND = 200
_BEFORE = 300
_MEMORY = 4000
_WORDS_TO_VERB = 14
_WORDS_TO_QUOTE = 10


def behind(text: str, quote: Quote, end: int, cast: Cast, lexicon: Lexicon) -> int | None:
    """Return the spot named as speaker behind a quotation ("…,” said X."), None where none is."""
    inside = text[quote.start : quote.end].rstrip()
    last = inside[-1:]
    after = text[quote.outer[1] : quote.outer[1] + 1]
    if last not in ",.?!…–—-" and after not in ",.?!…–—":
        return None
    attached = _ATTACHED.match(text, quote.outer[1], end)
    if attached is None or after in ".?!…":
        return None
    begin = attached.end()
    over = _SENTENCE_END.search(text, begin, min(end, begin + _BEHIND))
    stop = over.start() if over else min(end, begin + _BEHIND)
    verbs = lexicon.verbs(text, begin, stop)
    if not verbs:
        return None
    verb = verbs[0]
    if len(WORD.findall(text, begin, verb.start)) > _WORDS_TO_VERB or '"' in text[begin : verb.start]:
        return None
    if last in ".…" and after not in ",–—" and not _only_says(text, verb, stop, lexicon):
        return None  # a new sentence of its own
    if lexicon.has("letter", _word_before(text, verb.start)):
        return sender(text, _word_before(text, verb.start), verb.start, cast)
    if verb.row.pattern == "clause":
        named = cast.between(verb.end, stop)
        return named[0] if named else None
    return cast.subject(verb, begin, stop)


def before(text: str, quote: Quote, start: int, cast: Cast, lexicon: Lexicon) -> int | None:
    """Return the spot named as speaker before a quotation ("X said: “…"), None where none is.

    `start` is where the sentence or the stretch between two quotations begins.
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
            return named[-1]  # X: “…”
    verbs = lexicon.verbs(text, low, stop)
    if not verbs:
        return None
    verb = verbs[-1]
    between = text[verb.end : stop]
    words = [m.group() for m in WORD.finditer(between)]
    if len(words) > _WORDS_TO_QUOTE:
        return None
    if lead[-1] not in ",:" and not _fragment(text, quote, verb, words, lexicon):
        return None
    if verb.row.pattern == "clause":
        named = cast.between(verb.end, stop)
        return named[0] if named else None
    return cast.subject(verb, low, stop)


def sender(text: str, noun: str, at: int, cast: Cast) -> int | None:
    """Return who sent "the message" of offset `at`: the first one named in the sentence that tells of it."""
    low = max(0, at - _MEMORY)
    first = text[low:at].lower().find(noun.lower())
    if first < 0:
        return None
    first += low
    begin = max((m.end() for m in _SENTENCE_END.finditer(text, max(0, first - _BEFORE), first)), default=0)
    named = cast.between(begin, first) or cast.persons(low, at)
    return named[0] if named else None


def _only_says(text: str, verb: Verb, stop: int, lexicon: Lexicon) -> bool:
    """Return whether nothing is told behind the verb, so that it can only belong to the quotation."""
    words = [m.group() for m in WORD.finditer(text, verb.end, stop)]
    return len(words) <= 8 and not any(lexicon.has("connector", w) for w in words)


def _fragment(text: str, quote: Quote, verb: Verb, words: list[str], lexicon: Lexicon) -> bool:
    """Return whether a quotation without comma or colon before it is what the verb says, not a title in it."""
    if len(words) > 6 or verb.row.strength < 2:
        return False
    following = text[quote.outer[1] : quote.outer[1] + 2].strip()
    if words and lexicon.has("connector", words[-1]):
        return True
    if any(lexicon.has("connector", w) for w in words):
        return False  # a quotation within words told: these are one statement
    return not words or following[:1] in ("", ".", ",", ";", "!", "?") or not following[:1].isalpha()


def _word_before(text: str, at: int) -> str:
    words = WORD.findall(text, max(0, at - 40), at)
    return words[-1] if words else ""
