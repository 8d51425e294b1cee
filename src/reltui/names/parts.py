"""A name as it stands in a text, taken apart: title, given names, particles, surname, initials, handle."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reltui.names.text import APOSTROPHES, name_words
from reltui.names.wordlists import particle, title_kind

_HANDLE = re.compile(r"^[@＠](\w{2,})$")
_CAMEL = re.compile(r"(?<=[a-zа-я0-9])(?=[A-ZА-Я])|[_\d]+")
_POSSESSIVE = re.compile(rf"(?:[{APOSTROPHES}]s|(?<=s)[{APOSTROPHES}])$", re.IGNORECASE)
_INITIAL = re.compile(r"^(?:\w\.)+$|^\w$")
_SUFFIXES = frozenset(
    {"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "mp", "obe", "cbe", "мл", "ст", "младший", "старший"}
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart, every part as it was written.

    `given` are given names and patronymics, `particles` stand before the surname (von, de, al),
    `initials` are single letters without dots, `title` is what stood before the name ("President of
    Serbia"), `handle` the account without @ where the name was one. Parts that are not there are empty.
    """

    given: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    surname: str = ""
    initials: tuple[str, ...] = ()
    title: str = ""
    handle: str = ""

    @property
    def name(self) -> str:
        """The name without title and handle, in the usual order."""
        return " ".join(
            (*(f"{i}." for i in self.initials if not self.given), *self.given, *self.particles, self.surname)
        ).strip()


def split(name: str) -> Parts:
    """Return the parts of a name in any script; "Kissinger, Henry A." is put in the usual order."""
    text = " ".join(name.split())
    handle = _HANDLE.match(text)
    if handle:
        words = [word for word in _CAMEL.split(handle[1]) if word]
        return Parts(tuple(words[:-1]), (), words[-1] if words else "", handle=handle[1])
    text = _POSSESSIVE.sub("", text)
    before, comma, after = text.partition(",")
    words, title = _untitled(before.split())
    if comma and after.strip() and "".join(name_words(after)) not in _SUFFIXES:
        behind, title_behind = _untitled(after.split())
        words, title = behind + words, title or title_behind
        surname_length = len(words) - len(behind)
    else:
        surname_length = 1
    while len(words) > 1 and "".join(name_words(words[-1])) in _SUFFIXES:
        words.pop()
    if not words:
        return Parts(title=" ".join(title))
    return _arrange(words, max(1, surname_length), " ".join(title))


def _arrange(words: list[str], surname_length: int, title: str) -> Parts:
    head, tail = words[: len(words) - surname_length], words[len(words) - surname_length :]
    particles: list[str] = []
    while head and particle("".join(name_words(head[-1]))) and not head[-1].endswith("."):
        particles.insert(0, head.pop())
    while len(tail) > 1 and particle("".join(name_words(tail[0]))):
        particles.append(tail.pop(0))
    given = tuple(word for word in head if not _INITIAL.match(word))
    initials = tuple(letter for word in head if _INITIAL.match(word) for letter in word if letter != ".")
    return Parts(given, tuple(particles), " ".join(tail), initials, title)


def _untitled(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the words of the name and the words of office and courtesy before it."""
    place = 0
    while place < len(words):
        kind = title_kind("".join(name_words(words[place])))
        if kind in ("honorific", "office", "part"):
            place += 1
        elif place and (
            kind == "link" or (words[place][:1].islower() and not particle("".join(name_words(words[place]))))
        ):
            place += 1
            # what an office is of: "of the Republic of Serbia Aleksandar Vucic"
            if (
                kind == "link"
                and place < len(words)
                and len(words) - place > 1
                and not title_kind("".join(name_words(words[place])))
            ):
                place += 1
        else:
            break
    if place >= len(words):
        return [], words
    return words[place:], words[:place]
