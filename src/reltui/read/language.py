"""Language and script of a text, by simple means: letters, then frequent words (`data/languages`)."""

from __future__ import annotations

import re
from functools import cache

from reltui.read.tables import rows

_SAMPLE = 1200  # characters: enough to tell, and the same for every length of text
#: ISO 15924 code -> a class of its letters. Han is asked after Kana, which settles Japanese.
_SCRIPTS = {
    "Latn": re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    "Cyrl": re.compile(r"[\u0400-\u052f]"),
    "Grek": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"),
    "Arab": re.compile(r"[\u0600-\u06ff\u0750-\u077f]"),
    "Hebr": re.compile(r"[\u0590-\u05ff]"),
    "Armn": re.compile(r"[\u0530-\u058f]"),
    "Geor": re.compile(r"[\u10a0-\u10ff]"),
    "Deva": re.compile(r"[\u0900-\u097f]"),
    "Thai": re.compile(r"[\u0e00-\u0e7f]"),
    "Hang": re.compile(r"[\uac00-\ud7af]"),
    "Kana": re.compile(r"[\u3040-\u30ff]"),
    "Hani": re.compile(r"[\u3400-\u9fff]"),
}
_ALONE = {
    "Grek": "el", "Hebr": "he", "Armn": "hy", "Geor": "ka", "Deva": "hi", "Thai": "th", "Hang": "ko",
    "Hani": "zh",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_ASCII_LETTER = re.compile("[A-Za-z]")
_FOREIGN = re.compile("[^\\x00-\\x7f]")


def script_of(text: str) -> str | None:
    """Return the ISO 15924 code of the script that most letters of a text are in, or None without letters."""
    sample = text[:_SAMPLE]
    plain = len(sample.encode("ascii", "ignore"))
    if (len(sample) - plain) * 3 < plain and _ASCII_LETTER.search(sample):
        return "Latn"  # most texts; quotation marks and a few foreign names do not make another script
    counts = {code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS.items()}
    if counts["Kana"] * 10 > counts["Hani"] and counts["Kana"]:
        return "Jpan"
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else None


@cache
def _words(script: str) -> dict[str, tuple[tuple[str, float], ...]]:
    """Return word -> (language, weight): a word that many languages share says less."""
    owners: dict[str, list[str]] = {}
    for language, of, words in rows("languages/stopwords"):
        if of == script:
            for word in words.split():
                owners.setdefault(word, []).append(language)
    return {word: tuple((one, 1 / len(langs)) for one in langs) for word, langs in owners.items()}


@cache
def _letters(script: str) -> dict[str, tuple[tuple[str, float], ...]]:
    """Return letter -> (language, weight): a language with few letters of its own shows them more rarely."""
    owners: dict[str, list[tuple[str, float]]] = {}
    for language, of, letters in rows("languages/letters"):
        if of == script:
            for letter in letters:
                owners.setdefault(letter, []).append((language, 1 / len(letters)))
    return {letter: tuple(found) for letter, found in owners.items()}


def _scores(sample: str, script: str) -> dict[str, float]:
    """Return how much the words and letters of a sample speak for each language of its script."""
    scores: dict[str, float] = {}
    words, letters = _words(script), _letters(script)
    for word in filter(words.__contains__, _WORD.findall(sample)):
        for language, weight in words[word]:
            scores[language] = scores.get(language, 0.0) + weight
    for letter in _FOREIGN.findall(sample):
        if letter in letters:
            for language, weight in letters[letter]:
                scores[language] = scores.get(language, 0.0) + weight
    return scores


def certainty(text: str) -> float:
    """Return how surely a text is in one of the known languages; to compare readings of the same bytes."""
    script = script_of(text)
    scores = _scores(text[:_SAMPLE].lower(), script) if script else {}
    return max(scores.values(), default=0.0)


def detect(text: str) -> tuple[str | None, str | None]:
    """Return language (BCP 47) and script (ISO 15924) of a text; None where it does not tell."""
    script = script_of(text)
    if script is None:
        return None, None
    sample = text[:_SAMPLE].lower()
    if script == "Jpan":
        return "ja", script
    if script == "Arab":
        return ("fa" if any(letter in sample for letter in "پچژگ") else "ar"), script
    if script in _ALONE:
        return _ALONE[script], script
    scores = _scores(sample, script)
    if not scores:
        return None, script
    best = max(scores, key=lambda language: scores[language])
    return (best if scores[best] >= 1.5 else None), script


@cache
def _related() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("languages/read_as")}


def read_as(language: str | None) -> str | None:
    """Return the language whose tables serve a language as well: those of Serbian serve Croatian (BCP 47)."""
    base = language.split("-")[0] if language else None
    return _related().get(base, language) if base else None
