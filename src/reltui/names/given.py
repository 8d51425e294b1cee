"""Given names that stand for one another: the table in `data/names/given.tsv` and what users add to it.

A line of the table is a group: `Aleksandar, Alexander | Sasha, Saša`. Before the bar stand the forms of
one name in different languages, after it short and pet forms. Names are looked up by a rough spelling
that costs little to make, so that reading the table does not slow the start.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from reltui.names.folding import plain_letters
from reltui.names.text import name_words
from reltui.resources import shipped


class TableError(ValueError):
    """A table of names that cannot be used; the message says where and what to do."""


_extra: list[Path] = []
_DOUBLE = re.compile(r"([a-z])\1")
_UNEVEN = re.compile(r"[yjw]|k[sh]|([a-z])\1").search
_ROUGH = str.maketrans({"y": "i", "j": "i", "w": "v"})


def extend_given(path: Path | str) -> None:
    """Add a user's own table of the same form; its groups join those of the shipped table.

    Raises `TableError` where the file cannot be read or a line is not of that form.
    """
    path = Path(path)
    _parse(path)
    if path not in _extra:
        _extra.append(path)
    from reltui.names import forget

    forget()


def _parse(path: Path) -> list[tuple[list[str], list[str]]]:
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


def rough(word: str) -> str:
    """Return a rough spelling of a word in normal form by which the table is looked up."""
    plain = word if word.isascii() else plain_letters(word)
    if _UNEVEN(plain) is None:
        return plain
    plain = plain.translate(_ROUGH).replace("ks", "x").replace("kh", "h")
    return _DOUBLE.sub(r"\1", plain)


@lru_cache(maxsize=1)
def _groups() -> tuple[dict[str, frozenset[int]], dict[str, str]]:
    """Return rough spelling → groups, and rough spelling of a full form → the key of its group."""
    groups: dict[str, set[int]] = {}
    heads: dict[str, str] = {}
    number = 0
    for path in [shipped("data") / "names" / "given.tsv", *_extra]:
        for forms, pets in _parse(path):
            number += 1
            head = ""
            for place, name in enumerate((*forms, *pets)):
                spelling = rough(name.lower() if name.isalpha() else "".join(name_words(name)))
                head = head or spelling
                groups.setdefault(spelling, set()).add(number)
                if place < len(forms):
                    heads.setdefault(spelling, head)
    shared: dict[frozenset[int], frozenset[int]] = {}
    frozen = {spelling: frozenset(found) for spelling, found in groups.items()}
    return {spelling: shared.setdefault(found, found) for spelling, found in frozen.items()}, heads


_NONE: frozenset[int] = frozenset()


def groups_of(word: str) -> frozenset[int]:
    """Return the numbers of the groups that a word in normal form belongs to."""
    return _groups()[0].get(rough(word), _NONE)


def group_head(word: str) -> str:
    """Return the first name, roughly spelt, of the group of which a word is a full form, or nothing."""
    return _groups()[1].get(rough(word), "")
