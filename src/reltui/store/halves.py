"""Halves of characters (lone surrogates), which no database keeps: replaced one for one, so offsets hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, cast

from reltui.model import Source

_HALVES = re.compile("[\ud800-\udfff]")

Noun = TypeVar("Noun")


def any_halves(sources: Iterable[Source]) -> bool:
    """Whether a text has any; facts have theirs from the texts."""
    return any(_HALVES.search(source.text) for source in sources)


def whole(noun: Noun) -> Noun:
    """Return a noun, with all it consists of, in which U+FFFD stands for each half of a character."""
    if isinstance(noun, str):
        return cast(Noun, _HALVES.sub("\ufffd", noun))
    if isinstance(noun, tuple):
        items = cast(tuple[Any, ...], noun)
        return cast(Noun, tuple(whole(item) for item in items))
    if is_dataclass(noun) and not isinstance(noun, type):
        values = {part.name: whole(getattr(noun, part.name)) for part in fields(noun)}
        return cast(Noun, type(noun)(**values))
    return noun
