"""A name as it stands in a text, taken apart: title, given names, particles, surname, initials, handle."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reltui.names.given import group_head, groups_of
from reltui.names.text import APOSTROPHES, name_words, script_of
from reltui.names.wordlists import particle, title_kind

_HANDLE = re.compile(r"^[@＠](\w{2,})$")
_CAMEL = re.compile(r"(?<=[^\W\d_A-ZА-ЯЁЂЈЉЊЋЏ])(?=[A-ZА-ЯЁЂЈЉЊЋЏ])|(?<=^[A-Z])(?=[A-Z][a-z]{3})|[_\d]+")
_POSSESSIVE = re.compile(rf"(?:[{APOSTROPHES}]s|(?<=s)[{APOSTROPHES}])$", re.IGNORECASE)
_INITIAL = re.compile(r"^(?:\w\.-?)+$|^\w$")
#: The shortest given name and surname that a handle is cut into.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart, every part as it was written.

    `given` are given names and patronymics, `particles` stand before the surname (von, de, al-),
    `initials` are single letters without dots, `title` is what stood before the name ("President of
    Serbia"), `suffix` what stood behind it (Jr), `handle` the account without @ where the name was one.
    Parts that are not there are empty.
    """

    given: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    surname: str = ""
    initials: tuple[str, ...] = ()
    title: str = ""
    handle: str = ""
    suffix: str = ""

    @property
    def name(self) -> str:
        """The name without title, suffix and handle, in the usual order."""
        if self.surname and script_of(self.surname[0]) in ("han", "hangul"):
            return self.surname + "".join(self.given)
        words = [*self.given, *(f"{initial}." for initial in self.initials), *self.particles, self.surname]
        return " ".join(words).strip().replace("- ", "-")


def split(name: str) -> Parts:
    """Return the parts of a name in any script; "Kissinger, Henry A." is put in the usual order.

    A surname is the last word, or the first where it alone is in capitals (KIM Jong Un), where a comma
    follows it, or where a Chinese or Korean name is written as one word.
    """
    text = " ".join(name.split())
    handle = _HANDLE.match(text)
    if handle:
        return _handle(handle[1])
    before, comma, after = _POSSESSIVE.sub("", text).partition(",")
    words, title = _untitled(before.split())
    suffix: list[str] = []
    surname_length = 1
    behind = after.split()
    if comma and behind and not all(title_kind(_plain(word)) == "suffix" for word in behind):
        behind, title_behind = _untitled(behind)
        behind, suffix = _unsuffixed(behind)
        surname_length = len(words)
        words, title = behind + words, title or title_behind
    else:
        words, suffix = _unsuffixed(words + behind)
        words, surname_length = _surname_last(words)
    if not words:
        return Parts(title=" ".join(title), suffix=" ".join(suffix))
    return _arrange(words, max(1, surname_length), " ".join(title), " ".join(suffix))


def _plain(word: str) -> str:
    return "".join(name_words(word))


def _handle(account: str) -> Parts:
    """Return the parts of an account's name: by capitals and signs, else by the given name it begins with."""
    words = [word for word in _CAMEL.split(account) if word]
    if len(words) == 1:
        word = words[0]
        for cut in range(len(word) - _SHORTEST, _SHORTEST - 1, -1):
            if group_head(word[:cut].lower()):
                words = [word[:cut], word[cut:]]
                break
    return Parts(tuple(words[:-1]), (), words[-1] if words else account, handle=account)


def _surname_last(words: list[str]) -> tuple[list[str], int]:
    """Return the words with the surname last, and of how many words it is."""
    if len(words) == 1 and 2 <= len(words[0]) <= 4 and script_of(words[0][0]) in ("han", "hangul"):
        length = 2 if len(words[0]) == 4 else 1
        return [words[0][length:], words[0][:length]], 1
    capitals = 0
    while capitals < len(words) and len(words[capitals]) > 1 and words[capitals].isupper():
        if "." in words[capitals]:
            break
        capitals += 1
    if 0 < capitals < len(words) and not any(word.isupper() and len(word) > 2 for word in words[capitals:]):
        return words[capitals:] + words[:capitals], capitals
    return words, 1


def _arrange(words: list[str], surname_length: int, title: str, suffix: str) -> Parts:
    head, tail = words[: len(words) - surname_length], words[len(words) - surname_length :]
    particles: list[str] = []
    while head and particle(_plain(head[-1])) and not head[-1].endswith("."):
        particles.insert(0, head.pop())
    while len(tail) > 1 and particle(_plain(tail[0])):
        particles.append(tail.pop(0))
    article, hyphen, rest = tail[0].partition("-")
    if hyphen and rest and particle(_plain(article)) == "article":
        particles.append(article + hyphen)
        tail[0] = rest
    given = tuple(word for word in head if not _INITIAL.match(word))
    initials = tuple(letter for word in head if _INITIAL.match(word) for letter in word if letter.isalnum())
    return Parts(given, tuple(particles), " ".join(tail), initials, title, suffix=suffix)


def _unsuffixed(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the words of the name and what follows it (Jr, младший)."""
    end = len(words)
    while end > 1 and title_kind(_plain(words[end - 1])) == "suffix":
        end -= 1
    return words[:end], words[end:]


def _untitled(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the words of the name and the words of office and courtesy before it."""
    place = 0
    while place < len(words):
        word = _plain(words[place])
        kind = title_kind(word)
        if kind in ("honorific", "office", "part"):
            place += 1
        elif place and (kind == "link" or (words[place][:1].islower() and not particle(word))):
            place += 1
            # what an office is of: "of the Republic of Serbia Aleksandar Vucic"
            if kind == "link" and len(words) - place > 1 and not title_kind(_plain(words[place])):
                place += 1
        else:
            break
    if place == len(words):
        # a name that is nothing but such words: "King", "Major"
        last = title_kind(_plain(words[-1])) if words else ""
        return (words[-1:], words[:-1]) if last == "part" else ([], words)
    # "Министар спољних послова Србије Марко Ђурић": what the office is of, without a word that says so
    if place and len(words) - place > 2 and not group_head(_plain(words[place])):
        place += bool(groups_of(_plain(words[place + 1])))
    return words[place:], words[:place]
