"""Given names that stand for one another: the table in `data/names/given.tsv` and what users add to it.

A line of the table is a group: `Aleksandar, Alexander, Александр | Sasha, Саша`. Before the bar stand
the forms of one name in different languages, after it short and pet forms.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from reltui.names.sounds import readings
from reltui.names.text import name_words
from reltui.resources import shipped


class TableError(ValueError):
    """A table of names that cannot be used; the message says where and what to do."""


_extra: list[Path] = []


def extend(path: Path | str) -> None:
    """Add a user's own table of the same form; its groups join those of the shipped table.

    Raises `TableError` where the file cannot be read or a line is not of that form.
    """
    path = Path(path)
    _parse(path)
    _extra.append(path)
    _groups.cache_clear()
    _clear_dependants()


def _clear_dependants() -> None:
    from reltui.names import soundkeys

    soundkeys.keys.cache_clear()


def _parse(path: Path) -> list[tuple[list[str], list[str]]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(f"{path}: the table of given names cannot be read ({error})") from None
    found: list[tuple[list[str], list[str]]] = []
    for number, line in enumerate(text.splitlines(), 1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        forms, bar, pets = line.partition("|")
        names = [[n.strip() for n in part.split(",") if n.strip()] for part in (forms, pets)]
        if not names[0] or (bar and not names[1]) or len(names[0]) + len(names[1]) < 2:
            raise TableError(
                f"{path}, line {number}: expected 'Name, Name | pet form, pet form', two names at least"
            )
        found.append((names[0], names[1]))
    return found


@lru_cache(maxsize=1)
def _groups() -> tuple[dict[str, tuple[int, ...]], dict[str, str]]:
    """Return reading → groups, and reading of a full form → the key of its group."""
    groups: dict[str, set[int]] = {}
    heads: dict[str, str] = {}
    number = 0
    for path in [shipped("data") / "names" / "given.tsv", *_extra]:
        for forms, pets in _parse(path):
            number += 1
            head = ""
            for name in forms + pets:
                words = name_words(name)
                if len(words) != 1:
                    continue
                reading = readings(words[0])[0]
                head = head or reading
                groups.setdefault(reading, set()).add(number)
                if name in forms:
                    heads.setdefault(reading, head)
    return {reading: tuple(sorted(found)) for reading, found in groups.items()}, heads


def groups_of(word: str) -> frozenset[int]:
    """Return the numbers of the groups that a word in normal form belongs to."""
    table = _groups()[0]
    found: set[int] = set()
    for reading in readings(word):
        found.update(table.get(reading, ()))
    return frozenset(found)


def group_key(word: str) -> str:
    """Return the key of the group of which a word in normal form is a full form, or an empty string."""
    heads = _groups()[1]
    return next((heads[reading] for reading in readings(word) if reading in heads), "")
