"""What the full-text index is told of a text: its words, the sounds of its names, and its tags.

`words` holds the folded words in order, so that phrases work; `_` parts what must not make a phrase.
`names` holds each sound key of the name-like words once. `tags` holds what fields ask for; each begins
with `_`, which no word does. All three follow from the texts, so a row can be taken out of the
contentless index by computing them again.
"""

from __future__ import annotations

from collections.abc import Iterable

from reltui.query.tokens import folded, is_name_like, sounds, tokens

EVERYTHING = "_x"
"""The tag of every row, for queries that only say what must not be there."""


def columns(texts: Iterable[str], tags: Iterable[str]) -> tuple[str, str, str]:
    """Return the three columns of the index for one row made of these texts."""
    words: list[str] = []
    heard: dict[str, None] = {}
    for text in texts:
        if words:
            words.append("_")
        for start, end in tokens(text):
            word = text[start:end]
            words += folded(word)
            if is_name_like(text, start, word):
                heard.update(dict.fromkeys(sounds(word)))
    return " ".join(words), " ".join(heard), " ".join((EVERYTHING, *dict.fromkeys(tags)))


def actor_tag(key: int) -> str:
    """Return the tag of what names an actor."""
    return f"_a{key}"


def party_tag(key: int) -> str:
    """Return the tag of events in which an actor takes part."""
    return f"_w{key}"


def speaker_tag(key: int) -> str:
    """Return the tag of what an actor says."""
    return f"_v{key}"


def source_tag(key: int) -> str:
    """Return the tag of what stands in a source."""
    return f"_i{key}"


_LETTERS = {"type": "t", "status": "s", "kind": "k", "lang": "l", "has": "h"}


def value_tag(field: str, value: str) -> str:
    """Return the tag of a value of one of the closed fields: type, status, kind, lang, has."""
    return f"_{_LETTERS[field]}{value.lower().replace('-', '')}"


def place_tags(place: str) -> list[str]:
    """Return the tags of a place: its words, and how they sound."""
    return _word_tags("_p", place) + [f"_q{key}" for word in _words(place) for key in sounds(word)]


def source_tags(text: str) -> list[str]:
    """Return the tags of the words of a source's title, publisher or path."""
    return _word_tags("_o", text)


def _word_tags(letter: str, text: str) -> list[str]:
    return [f"{letter}{part}" for word in _words(text) for part in folded(word)]


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokens(text)]
