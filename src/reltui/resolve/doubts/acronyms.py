"""Doubts about acronyms: two for the same body, and ones that fit no name of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from reltui.model import Discrepancy, Evidence, Source
from reltui.model.ids import digest
from reltui.model.noun import noun

if TYPE_CHECKING:
    from reltui.authority import Tables

#: An acronym behind "the"; a look ahead, for what is found may itself be the "THE" before the next one.
_ACRONYM = re.compile(r"[Tt][Hh][Ee] (?=([A-ZА-ЯЂЈЉЊЋЏ]{3,7})(?![\w/]|[.-]\w))")
_THE = 4  # characters of "the "
_DEFINED = re.compile(r"\(\s*[“\"„«]?([A-ZА-ЯЂЈЉЊЋЏ]{2,8})[”\"“»]?\s*[),;]")
_WORD = re.compile(r"[^\W\d_]+")
#: The words before a bracket that may be its long form.
_LONG_FORM = re.compile(r"(?:(?:[^\W\d_][\w’'.-]*|&)[ \u00a0\n]+){1,12}\Z")
#: Behind half a name: "Commission on Artificial | Intelligence", "Expanding Americans | ’ Access".
_GOES_ON = re.compile(r"[’'-]?s?[ \u00a0\n-]+(?:of[ \u00a0\n]+)?[A-ZА-Я]")
_WRITTEN = frozenset(("paragraph", "item", "turn"))
_LETTERS = (("TS", "C"), ("KH", "H"), ("G", "H"))
_SAME_BODY = 1500  # characters within which two acronyms may stand for one body
_MAX_SHOUTING = 0.3
_CAPITALS, _SMALL = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"abcdefghijklmnopqrstuvwxyz"
_NOT_PLAIN = re.compile("[^\\x00-\\x7f]")


@noun
class _Place:
    """An acronym at [start, end) of a source; `bracket` is where that begins in which it is explained."""

    text: str
    start: int
    end: int
    block: int
    bracket: int = -1


def within(source: Source, tables: Tables) -> list[Discrepancy]:
    """Return the doubts about the acronyms of a source.

    Acronyms that the tables know, that the text spells out, or that fit the initials of some name in it
    are in order. Of the rest, those that look like a defined one or like a body named before are doubtful.
    """
    return _of_source(source, _known(tables)) if source.text else []


def _of_source(source: Source, known: _Known) -> list[Discrepancy]:
    text = source.text
    used: dict[str, _Place] = {}
    for number, block in enumerate(source.blocks):
        if block.kind in _WRITTEN:
            for match in _ACRONYM.finditer(text, max(0, block.start - _THE), block.end):
                if match.start(1) >= block.start and match[1] not in used:
                    used[match[1]] = _Place(match[1], *match.span(1), number)
    unknown = {a: place for a, place in used.items() if not _is_known(a, text, known)}
    if not unknown:
        return []  # as in most texts: the rest need not be looked for
    defined = _defined(source)
    explained = {place.text for place in defined}
    unknown = {a: place for a, place in unknown.items() if a not in explained}
    if not unknown or _shouts(text):
        return []
    initials = _initials(text)
    found: list[Discrepancy] = []
    for acronym, place in unknown.items():
        if _fits(acronym, initials):
            continue
        rival = next((d for d in reversed(defined) if _rivals(d, place)), None)
        if rival is not None:
            found.append(_two_for_one(source, rival, place))
            continue
        body = _body(source, place)
        if body is not None:
            found.append(_misfit(source, body, place))
    return found


def _defined(source: Source) -> list[_Place]:
    """Return the acronyms in brackets, which as a rule stand behind what they are short for."""
    return [
        _Place(match[1], *match.span(1), number, match.start())
        for number, block in enumerate(source.blocks)
        if block.kind in _WRITTEN
        for match in _DEFINED.finditer(source.text, block.start, block.end)
    ]


def _two_for_one(source: Source, rival: _Place, place: _Place) -> Discrepancy:
    text = source.text
    long_form = _long_form(text, source.blocks[rival.block].start, rival)
    start = long_form if long_form >= 0 else rival.start
    return Discrepancy(
        f"d{digest('acronym', source.id, rival.start, place.start, place.text)}",
        "acronym",
        "doubt",
        f"“{place.text}” is nowhere explained and may be the body that is called “{rival.text}” before.",
        (Evidence(source.id, start, rival.end, text[start : rival.end]), _evidence(source, place)),
    )


def _misfit(source: Source, body: tuple[int, int], place: _Place) -> Discrepancy:
    name = " ".join(source.text[body[0] : body[1]].split())
    return Discrepancy(
        f"d{digest('undefined', source.id, place.start, place.text)}",
        "acronym",
        "note",
        f"“{place.text}” is nowhere explained; the nearest name, “{name}”, does not fit its letters.",
        (Evidence(source.id, *body, source.text[body[0] : body[1]]), _evidence(source, place)),
    )


def _evidence(source: Source, place: _Place) -> Evidence:
    return Evidence(source.id, place.start, place.end, place.text)


def _rivals(defined: _Place, used: _Place) -> bool:
    """Return whether an unexplained acronym behind a defined one may be a second one for the same body."""
    if not 0 < used.start - defined.end <= _SAME_BODY or used.block - defined.block > 1:
        return False
    one, two = defined.text, used.text
    if one[0] != two[0] or one == two:
        return False
    if len(one) != len(two):  # РСГЦ is RSHC in English, RSGTS letter by letter
        one, two = _plain(one), _plain(two)
    return len(one) == len(two) and sum(a != b for a, b in zip(one, two, strict=True)) <= 1


def _plain(acronym: str) -> str:
    """Return an acronym with letters that stand for one Cyrillic letter as one: TS and C, KH, G and H."""
    for several, one in _LETTERS:
        acronym = acronym.replace(several, one)
    return acronym


def _body(source: Source, place: _Place) -> tuple[int, int] | None:
    """Return the name before an acronym, in its paragraph, that shares only its first and last letter."""
    block = source.blocks[place.block]
    best: tuple[int, int] | None = None
    for name in _names(source.text, block.start, place.start):
        for first in range(len(name) - 1):
            letters = "".join(
                word.group()[0] for word in name[first : first + 4] if word.group()[0].isupper()
            )
            for length in range(2, len(letters) + 1):
                short = letters[:length]
                if short[-1] == place.text[-1] and short[0] == place.text[0] and _within(short, place.text):
                    capitals = [word for word in name[first:] if word.group()[0].isupper()]
                    end = capitals[length - 1].end()
                    if not _GOES_ON.match(source.text, end):
                        best = capitals[0].start(), end
    return best


def _within(short: str, long: str) -> bool:
    """Return whether the letters of `short` stand in `long` in order, with one or two others between."""
    rest = iter(long)
    return 0 < len(long) - len(short) <= 2 and all(letter in rest for letter in short)


def _names(text: str, start: int, end: int) -> list[list[re.Match[str]]]:
    """Return runs of words that begin with capitals, small words between them taken along."""
    runs: list[list[re.Match[str]]] = []
    run: list[re.Match[str]] = []
    last = start
    for word in _WORD.finditer(text, start, end):
        letters = word.group()
        if run and text[last : word.start()].strip(" \u00a0\n-’'&"):
            runs.append(run)
            run = []
        last = word.end()
        if letters[0].isupper() and not (len(letters) > 2 and letters.isupper()):
            run.append(word)
        elif run and len(letters) > 3:
            runs.append(run)
            run = []
    return [r for r in [*runs, run] if len(r) >= 2]


def _long_form(text: str, start: int, place: _Place) -> int:
    """Return where the words before a bracket begin whose initials are in it, -1 where none fit."""
    lead = _LONG_FORM.search(text, max(start, place.bracket - 160), place.bracket)
    if lead is None:
        return -1
    words = list(_WORD.finditer(text, lead.start(), place.bracket))
    for count in range(2, len(words) + 1):
        tail = words[-count:]
        if _spells([w.group() for w in tail], place.text):
            return tail[0].start()
    return -1


def _spells(words: list[str], acronym: str) -> bool:
    capitals = "".join(w[0] for w in words if w[0].isupper())
    return capitals == acronym or "".join(w[0].upper() for w in words) == acronym


def _initials(text: str) -> tuple[str, ...]:
    """Return the initials of all runs of capitalised words, without and with their small words."""
    found: list[str] = []
    for run in _names(text, 0, len(text)):
        found.append("".join(word.group()[0] for word in run))
        words = _WORD.findall(text, run[0].start(), run[-1].end())
        found.append("".join(word[0].upper() for word in words))
    return tuple(found)


def _fits(acronym: str, initials: Sequence[str]) -> bool:
    return any(acronym in letters for letters in initials)


def _shouts(text: str) -> bool:
    """Return whether a text is largely in capitals, where acronyms cannot be told from words."""
    head = text[:4000]
    plain = head.encode("ascii", "ignore")  # nearly all of it, and counted at once
    others = list(filter(str.isalpha, _NOT_PLAIN.findall(head)))
    capitals = len(plain) - len(plain.translate(None, _CAPITALS)) + sum(map(str.isupper, others))
    small = len(plain) - len(plain.translate(None, _SMALL)) + len(others) - sum(map(str.isupper, others))
    return capitals > _MAX_SHOUTING * (capitals + small)


class _Known(NamedTuple):
    """Acronyms that need no explanation, and those of lesser bodies with the names that would explain them."""

    plain: frozenset[str]
    named: dict[str, tuple[str, ...]]


_tables: WeakKeyDictionary[Tables, _Known] = WeakKeyDictionary()


def _known(tables: Tables) -> _Known:
    """Return the acronyms that the tables know.

    Those of states and of international organisations are clear anywhere. Another body may share its acronym
    with one that only this text has: there its name must stand in the text as well.
    """
    found = _tables.get(tables)
    if found is None:
        plain = {name for s in tables.states for name in (s.name, *s.aliases) if name.isupper()}
        named: dict[str, list[str]] = {}
        for o in tables.organisations:
            acronyms = {a for a in (o.name, *o.acronyms, *o.aliases, *o.sr, *o.ru) if a.isupper()}
            if o.kind == "international" and not o.ambiguous:
                plain |= acronyms
            else:
                for acronym in acronyms:
                    named.setdefault(acronym, []).extend(n for n in (o.name, *o.aliases) if not n.isupper())
        found = _tables[tables] = _Known(frozenset(plain), {a: tuple(n) for a, n in named.items()})
    return found


def _is_known(acronym: str, text: str, known: _Known) -> bool:
    return acronym in known.plain or any(name in text for name in known.named.get(acronym, ()))
