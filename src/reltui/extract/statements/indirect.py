"""Words told without quotation marks: "X said that …", "According to X, …", "X stated this"."""

from __future__ import annotations

import re
from typing import NamedTuple

from reltui.extract.document import Sentence
from reltui.extract.statements.frames import by_clause
from reltui.extract.statements.lexicon import WORD, Lexicon, Verb
from reltui.extract.statements.speakers import Cast

_WORDS_TO_CONNECTOR = 10
_LEAST_WORDS = 3
_MARKS = '"“”„«»'
_BREAKS = frozenset(";:()–—" + _MARKS)
#: Verbs that take the person told before what is told ("told reporters that").
_TO_SOMEBODY = frozenset(
    ["tell", "inform", "assure", "reassure", "remind", "warn", "caution", "advise", "notify", "promise"]
)


class Told(NamedTuple):
    """Words told at [start, end) by the spot `speaker`."""

    start: int
    end: int
    speaker: int


def told(
    text: str,
    sentence: Sentence,
    verbs: list[Verb],
    previous: Sentence | None,
    cast: Cast,
    lexicon: Lexicon,
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
    text: str,
    sentence: Sentence,
    verb: Verb,
    previous: Sentence | None,
    cast: Cast,
    lexicon: Lexicon,
) -> Told | None:
    if verb.row.pattern == "clause":
        told = _according(text, sentence, verb, cast, lexicon)
        if told is not None or verb.row.language != "en":
            return told
    if verb.row.mode == "direct" or _unfinished(verb):
        return None
    start = _complement(text, sentence, verb, cast, lexicon)
    about = start is None and previous is not None and _about_sentence(text, sentence, verb, lexicon)
    if start is None and not about:
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


def _unfinished(verb: Verb) -> bool:
    """Return whether an English form is no verb of a main clause by itself: "say", "saying"."""
    row = verb.row
    return (
        row.language == "en"
        and row.pattern == "verb"
        and (verb.word == row.lemma.split()[0] or verb.word.endswith("ing"))
    )


def _complement(text: str, sentence: Sentence, verb: Verb, cast: Cast, lexicon: Lexicon) -> int | None:
    """Return where the words told begin: at once behind a plain "said", else behind "that"."""
    first = WORD.search(text, verb.end, sentence.end)
    if first is None:
        return None
    language = verb.row.language
    if (
        language == "en"
        and lexicon.has("skip", first.group(), "en")
        and not text[verb.end : first.start()].strip()
    ):
        second = WORD.search(text, first.end(), sentence.end)  # "said Sunday he will not attend"
        if second is not None and _plainly(text, sentence, verb, second, first.end(), cast, lexicon):
            return second.start()
    if _plainly(text, sentence, verb, first, verb.end, cast, lexicon):
        return first.start()
    if lexicon.has("connector", verb.last, language):  # "dodao da" is listed as one
        return _skip(text, verb.end, sentence.end)
    word: re.Match[str] | None = first
    for distance in range(_WORDS_TO_CONNECTOR):
        if word is None or not _BREAKS.isdisjoint(text[verb.end : word.start()]):
            return None
        if lexicon.has("connector", word.group(), language):
            near = _near(verb, first, distance, lexicon) or language != "en" or verb.row.lemma in _TO_SOMEBODY
            if not near and (verb.row.strength < 2 or not _aside(first, distance, lexicon)):
                return None  # "urged both sides to consider steps that …"
            return _skip(text, word.end(), sentence.end)
        word = WORD.search(text, word.end(), sentence.end)
    return None


def _near(verb: Verb, first: re.Match[str], distance: int, lexicon: Lexicon) -> bool:
    """Return whether "that" follows at once, or behind one noun ("expressed hope that")."""
    return distance == 0 or (distance == 1 and not lexicon.has("govern", first.group(), verb.row.language))


def _aside(first: re.Match[str], distance: int, lexicon: Lexicon) -> bool:
    """Return whether only time, place or manner stands before "that" ("said on Monday that")."""
    word = first.group()
    if word.endswith("ly"):
        return distance <= 2
    return lexicon.has("govern", word, "en") or lexicon.has("skip", word, "en")


def _plainly(
    text: str,
    sentence: Sentence,
    verb: Verb,
    first: re.Match[str],
    at: int,
    cast: Cast,
    lexicon: Lexicon,
) -> bool:
    """Return whether words told begin at once: "said he is proud", "said the talks were good"."""
    if verb.row.strength < 3 or verb.row.language != "en" or text[at : first.start()].strip():
        return False
    word = first.group()
    rest = WORD.findall(text, first.end(), sentence.end)
    if len(rest) < _LEAST_WORDS:
        return False
    if lexicon.has("anaphor", word, "en") and lexicon.has("govern", rest[0], "en"):
        return False  # "said this during the talks"
    if lexicon.has("plain", word, "en"):
        return True
    # a capital may begin a name or title that is the subject: "…, said Foreign Minister X, who …"
    return word[0].isupper() and len(rest) > 4 and bool(cast.between(sentence.start, verb.start))


def _about_sentence(text: str, sentence: Sentence, verb: Verb, lexicon: Lexicon) -> bool:
    """Return whether the verb tells of the sentence before: "stated this during …", «Об этом заявил …»."""
    language = verb.row.language
    following = WORD.search(text, verb.end, sentence.end)
    if following is not None and not text[verb.end : following.start()].strip():
        after = WORD.search(text, following.end(), sentence.end)
        if lexicon.has("anaphor", following.group(), language) and (
            after is None or lexicon.has("govern", after.group(), language)
        ):
            return True
    lead = WORD.findall(text, sentence.start, verb.start)[:2]
    return language != "en" and any(lexicon.has("anaphor", word, language) for word in lead)


def _according(text: str, sentence: Sentence, verb: Verb, cast: Cast, lexicon: Lexicon) -> Told | None:
    """Read "According to X, words", "words, according to X" and «По его словам, …»."""
    speaker = by_clause(text, verb, sentence.end, cast)
    end = cast.tail(speaker) if speaker is not None else verb.end
    if speaker is None:
        his = any(lexicon.has("his", w, verb.row.language) for w in WORD.findall(text, verb.start, verb.end))
        dropped = verb.row.language != "en" and text[verb.end : verb.end + 1] == ","
        speaker = cast.pronoun(verb.start) if his or dropped else None
    if speaker is None:
        return None
    comma = text.find(",", end, min(sentence.end, end + 120))
    if verb.start - sentence.start < 4 and comma >= 0:
        start = _skip(text, comma + 1, sentence.end)
        return Told(start, _end(text, start, sentence.end), speaker)
    lead = text[sentence.start : verb.start].rstrip()
    if lead.endswith(",") and len(WORD.findall(lead)) > _LEAST_WORDS:
        return Told(sentence.start, sentence.start + len(lead) - 1, speaker)
    return None


def _trailing(text: str, sentence: Sentence, verb: Verb, cast: Cast, lexicon: Lexicon) -> Told | None:
    """Read "Words, X said." and "Words, said X.": the sentence ends with its attribution."""
    if verb.row.strength < 2 or not _BREAKS.isdisjoint(sentence.text):
        return None
    if not sentence.text.rstrip().endswith((".", "!", "?")):
        return None
    rest = WORD.findall(text, verb.end, sentence.end)
    if len(rest) > 8 or any(lexicon.has("connector", w, verb.row.language) for w in rest):
        return None
    comma = text.rfind(",", sentence.start, verb.start)
    if comma < 0 or len(WORD.findall(text, sentence.start, comma)) <= _LEAST_WORDS:
        return None
    speaker = cast.subject(verb, comma + 1, sentence.end)
    if speaker is None:
        return None
    named = comma < cast.lead(speaker) < verb.start
    own = cast.lead(speaker), cast.tail(speaker)
    others = [
        m.group()
        for m in WORD.finditer(text, comma, verb.start)
        if not (named and own[0] <= m.start() < own[1])
        and not lexicon.has("skip", m.group(), verb.row.language)
    ]
    # between comma and verb stands the speaker alone: "…, which is why he continues" tells nothing
    return Told(sentence.start, comma, speaker) if len(others) <= (0 if named else 2) else None


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " ,\n\u00a0":
        start += 1
    return start


def _end(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in '"”»'):
        end -= 1
    return end
