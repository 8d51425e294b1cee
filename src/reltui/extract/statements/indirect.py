"""Words told without quotation marks: "X said that …", "X said he is proud", "According to X, …", "X stated this"."""

from __future__ import annotations

import re
from typing import NamedTuple

from reltui.extract.document import Sentence
from reltui.extract.statements.lexicon import WORD, Lexicon, Verb
from reltui.extract.statements.speakers import Cast

_WORDS_TO_CONNECTOR = 12
_LEAST_WORDS = 3
_MARKS = '"“”„«»'


class Told(NamedTuple):
    """Words told at [start, end) by the spot `speaker`."""

    start: int
    end: int
    speaker: int


def told(
    text: str, sentence: Sentence, verbs: list[Verb], previous: Sentence | None, cast: Cast, lexicon: Lexicon
) -> list[Told]:
    """Return what is told indirectly in a sentence; `verbs` are its verbs of saying outside quotations.

    `previous` is the sentence before it in the same paragraph: it is what "Lavrov stated this" is about.
    """
    found: list[Told] = []
    position = sentence.start
    for verb in verbs:
        if verb.start < position:
            continue
        one = _one(text, sentence, verb, previous, cast, lexicon)
        if one is not None:
            found.append(one)
            cast.last = one.speaker
            position = max(position, one.end)
    return found


def _one(
    text: str, sentence: Sentence, verb: Verb, previous: Sentence | None, cast: Cast, lexicon: Lexicon
) -> Told | None:
    if verb.row.pattern == "clause":
        return _according(text, sentence, verb, cast)
    if verb.row.mode == "direct" and verb.row.strength < 3:
        return None
    start = _complement(text, sentence, verb, lexicon)
    if start is None and not _about_sentence(text, sentence, verb, lexicon):
        return _trailing(text, sentence, verb, cast, lexicon)
    speaker = cast.subject(verb, sentence.start, sentence.end)
    if speaker is None:
        return None
    if start is None:
        return Told(previous.start, previous.end, speaker) if previous is not None else None
    if text[start : start + 1] in _MARKS and text[start : sentence.end].rstrip(".")[-1:] in _MARKS:
        return None  # all of it is quoted: that is direct speech
    end = _end(text, start, sentence.end)
    return Told(start, end, speaker) if len(WORD.findall(text, start, end)) >= _LEAST_WORDS else None


def _complement(text: str, sentence: Sentence, verb: Verb, lexicon: Lexicon) -> int | None:
    """Return where the words told begin: at once behind a plain "said", else behind "that"."""
    first = WORD.search(text, verb.end, sentence.end)
    if first is not None and _plainly(text, sentence, verb, first, lexicon):
        return first.start()
    word, at = first, 0
    while word is not None and at < _WORDS_TO_CONNECTOR:
        gap = text[verb.end : word.start()]
        if any(c in ";:()–—" + _MARKS for c in gap):
            break
        if lexicon.has("connector", word.group()):
            start = word.end()
            while start < sentence.end and text[start] in " ,\n\u00a0":
                start += 1
            return start
        word, at = WORD.search(text, word.end(), sentence.end), at + 1
    return None


def _plainly(text: str, sentence: Sentence, verb: Verb, first: re.Match[str], lexicon: Lexicon) -> bool:
    """Return whether words told begin at once: "said he is proud", "said the talks were good"."""
    if verb.row.strength < 3 or verb.row.language != "en" or text[verb.end : first.start()].strip():
        return False
    word = first.group()
    rest = WORD.findall(text, first.end(), sentence.end)
    if len(rest) < _LEAST_WORDS:
        return False
    if lexicon.has("anaphor", word) and lexicon.has("govern", rest[0]):
        return False  # "said this during the talks"
    return lexicon.has("plain", word) or (word[0].isupper() and len(rest) > 4)


def _about_sentence(text: str, sentence: Sentence, verb: Verb, lexicon: Lexicon) -> bool:
    """Return whether the verb tells of the sentence before: "stated this during …", «Об этом заявил …»."""
    following = WORD.search(text, verb.end, sentence.end)
    if following is not None and not text[verb.end : following.start()].strip():
        after = _next(text, following.end(), sentence.end)
        if lexicon.has("anaphor", following.group()) and (not after or lexicon.has("govern", after)):
            return True
    lead = WORD.findall(text, sentence.start, verb.start)[:2]
    return not sentence.text[:1].isascii() and any(lexicon.has("anaphor", word) for word in lead)


def _according(text: str, sentence: Sentence, verb: Verb, cast: Cast) -> Told | None:
    """Read "According to X, words" and "words, according to X"."""
    named = [
        i
        for i in cast.between(verb.end, min(sentence.end, verb.end + 100))
        if "," not in text[verb.end : cast.lead(i)]
    ]
    if not named:
        return None
    end = cast.tail(named[0])
    comma = text.find(",", end, min(sentence.end, end + 120))
    if verb.start - sentence.start < 4 and comma >= 0:
        start = comma + 1
        while start < sentence.end and text[start].isspace():
            start += 1
        return Told(start, _end(text, start, sentence.end), named[0])
    lead = text[sentence.start : verb.start].rstrip()
    if lead.endswith(",") and len(WORD.findall(lead)) > _LEAST_WORDS:
        return Told(sentence.start, sentence.start + len(lead) - 1, named[0])
    return None


def _trailing(text: str, sentence: Sentence, verb: Verb, cast: Cast, lexicon: Lexicon) -> Told | None:
    """Read "Words, X said." and "Words, said X.": the sentence ends with its attribution."""
    if verb.row.strength < 3 or any(mark in sentence.text for mark in _MARKS):
        return None
    if not sentence.text.rstrip().endswith((".", "!", "?")):
        return None
    speaker = cast.subject(verb, sentence.start, sentence.end)
    if speaker is None:
        return None
    first = min(cast.lead(speaker), verb.start)
    if first < sentence.start:  # "he said": the pronoun stands right before the verb
        words = [m for m in WORD.finditer(text, max(sentence.start, verb.start - 20), verb.start)]
        first = words[-1].start() if words else verb.start
    stop = max(cast.tail(speaker), verb.end) if cast.lead(speaker) >= sentence.start else verb.end
    lead = text[sentence.start : first].rstrip()
    rest = WORD.findall(text, stop, sentence.end)
    if not lead.endswith(",") or len(rest) > 6 or len(WORD.findall(lead)) <= _LEAST_WORDS:
        return None
    if any(lexicon.has("connector", w) for w in rest):
        return None
    return Told(sentence.start, sentence.start + len(lead) - 1, speaker)


def _end(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in '"”»'):
        end -= 1
    return end


def _next(text: str, start: int, end: int) -> str:
    word = WORD.search(text, start, end)
    return word.group() if word else ""
