"""Given names that stand for one another: the table in `data/names/given.tsv` and what users add to it.

A line of the table is a group: `Aleksandar, Alexander | Sasha, Saša`. Before the bar stand the forms of
one name in different languages, after it short and pet forms. Names are looked up by a rough spelling
that costs little to make, so that reading the table does not slow the start.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from pathlib import Path

from reltui.names.endings import given_bases
from reltui.names.folding import plain_letters
from reltui.names.text import name_words
from reltui.resources import shipped


class TableError(ValueError):
    """A table of names that cannot be used; the message says where and what to do."""


#: So many letters begin few given names, and so many names are few.
_TELLING, _FEW = 4, 2

#: Tables of the user's own, in the order in which they were added.
extra: list[Path] = []
_DOUBLE = re.compile(r"([a-z])(?=\1)")
_UNEVEN = re.compile(r"[yjw]|k[sh]|([a-z])\1").search


def extend_given(path: Path | str) -> None:
    """Add a user's own table of the same form; its groups join those of the shipped table.

    Raises `TableError` where the file cannot be read or a line is not of that form.
    """
    path = Path(path)
    read(path)
    if path not in extra:
        extra.append(path)
    from reltui.names import forget

    forget()


def shipped_path() -> Path:
    """Return where the table that ships with reltui is."""
    return shipped("data") / "names" / "given.tsv"


def read(path: Path) -> list[tuple[list[str], list[str]]]:
    """Return the groups of a table, full forms and pet forms. Raises `TableError` as `extend_given` does."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"{path}: the table of given names cannot be read ({error})") from None
    found: list[tuple[list[str], list[str]]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line[:1] == "#" or not line.strip():
            continue
        forms, bar, pets = line.partition("|")
        names = [[n for n in map(str.strip, part.split(",")) if n] for part in (forms, pets)]
        if not names[0] or (bar and not names[1]) or len(names[0]) + len(names[1]) < 2:
            raise TableError(
                f"{path}, line {number}: expected 'Name, Name | pet form, pet form', two names at least"
            )
        found.append((names[0], names[1]))
    return found


def rough(text: str) -> str:
    """Return a rough spelling of a word in normal form, or of a whole table, by which names are looked up."""
    plain = text if text.isascii() else plain_letters(text).replace("׳", "")
    if _UNEVEN(plain) is None:
        return plain
    # letter by letter: of a whole table, which is not all ASCII, twenty times as fast as `translate`
    plain = plain.replace("y", "i").replace("j", "i").replace("w", "v").replace("ks", "x").replace("kh", "h")
    return _DOUBLE.sub("", plain)


@lru_cache(maxsize=1)
def _groups() -> tuple[dict[str, frozenset[int]], dict[str, str], list[str]]:
    """Return rough spelling → groups, rough spelling of a full form → first of its group, and all firsts."""
    groups: dict[str, frozenset[int]] = {}
    heads: dict[str, str] = {}
    firsts: list[str] = []
    for path in [shipped_path(), *extra]:
        table = read(path)
        # spelt roughly all at once: a third of the time of doing so name by name
        lines = rough("\n".join([",".join((*forms, *pets)) for forms, pets in table]).lower()).split("\n")
        for (forms, _), line in zip(table, lines, strict=True):
            first = "".join(name_words(forms[0]))
            own = frozenset((len(firsts),))
            for place, spelling in enumerate(line.split(",")):
                if not spelling.isalnum():
                    spelling = "".join([c for c in spelling if c.isalnum()])
                known = groups.get(spelling)
                groups[spelling] = own if known is None else known | own
                if place < len(forms):
                    heads.setdefault(spelling, first)
            firsts.append(first)
    return groups, heads, firsts


#: Letters with which a case ending ends.
_ENDS = frozenset("аеиоуыюямйјaeioumj")
_NONE: frozenset[int] = frozenset()


def groups_of(word: str) -> frozenset[int]:
    """Return the numbers of the groups that a word in normal form belongs to."""
    return _groups()[0].get(rough(word), _NONE)


def group_heads(word: str) -> list[str]:
    """Return the first name of each group that a word in normal form belongs to."""
    every = _groups()[2]
    return [every[number] for number in groups_of(word)]


def group_head(word: str) -> str:
    """Return the first name of the group of which a word is a full form, or nothing."""
    return _groups()[1].get(rough(word), "")


@lru_cache(maxsize=1)
def _sorted_forms() -> list[str]:
    return sorted(_groups()[1])


def heads_beginning(beginning: str) -> list[str]:
    """Return the first names of the groups with a full form that begins so, where those are few."""
    spelling = rough(beginning)
    if len(spelling) < _TELLING:
        return []
    forms, heads = _sorted_forms(), _groups()[1]
    found: dict[str, None] = {}
    for place in range(bisect_left(forms, spelling), len(forms)):
        if not forms[place].startswith(spelling) or len(found) > _FEW:
            break
        found[heads[forms[place]]] = None
    return list(found) if len(found) <= _FEW else []


def given_base(word: str) -> str:
    """Return the given name of the table of which a word is a Slavic case ("марком": "марко"), or nothing."""
    if word[-1:] in _ENDS and word[0] < "\u0530" and not "\u0370" <= word[0] < "\u0400":
        for base in given_bases(word):
            if base != word and groups_of(base):
                return base
    return ""
