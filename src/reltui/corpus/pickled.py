"""Pickles of nouns by what their constructors take: half the time of what frozen dataclasses do by themselves."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
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
        values = _values(kind)
        return (kind, values(obj)) if values is not None else NotImplemented


@cache
def _values(kind: type) -> Callable[[object], tuple[object, ...]] | None:
    """Return what gives all that the constructor takes; None for what is no such class."""
    if not is_dataclass(kind) or not all(field.init for field in fields(kind)):
        return None
    names = [field.name for field in fields(kind)]
    if not names:
        return None
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda noun: (get(noun),)
