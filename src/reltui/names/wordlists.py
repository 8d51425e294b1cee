"""The small tables of `data/names`: particles inside names and words before them."""

from __future__ import annotations

from functools import cache

from reltui.names.text import name_words
from reltui.resources import shipped


@cache
def table(name: str) -> dict[str, str]:
    """Return word in normal form → its kind, from `data/names/NAME.tsv`.

    Raises `ValueError` with file and line where a line is not a word and a kind parted by a tab.
    """
    path = shipped("data") / "names" / f"{name}.tsv"
    found: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        word, tab, kind = line.partition("\t")
        if not tab:
            raise ValueError(f"{path}, line {number}: expected a word, a tab and its kind")
        found["".join(name_words(word))] = kind.strip()
    return found


def particle(word: str) -> str:
    """Return `family`, `article` or `kin` for a particle in normal form, else an empty string."""
    return table("particles").get(word, "")


def title_kind(word: str) -> str:
    """Return `honorific`, `office`, `part`, `link` or `suffix` for a word about a name, else nothing."""
    return table("titles").get(word, "")
