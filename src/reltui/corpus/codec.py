"""Plain data to JSON and back: dataclasses as lists of their fields, tuples as lists.

What is kept beside a corpus may come from somebody else's hand, so it is never pickled: reading it can
make nouns and nothing else.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Noun = TypeVar("Noun")


def pack(noun: object) -> bytes:
    """Return a noun (a dataclass, a tuple of them, plain values) as compact JSON."""
    return _ENCODER.encode(noun).encode("ascii")


def unpack(data: bytes, kind: type[Noun]) -> Noun:
    """Return the noun of type `kind` that was packed; raises ValueError where the data are none."""
    try:
        return _maker(kind)(json.loads(data))
    except (TypeError, KeyError, IndexError, AttributeError) as error:
        raise ValueError(f"this is no {kind.__name__}") from error


def _parts(noun: object) -> tuple[Any, ...]:
    """Return the fields of a dataclass: asked by the encoder for what JSON has no form for, which tuples have."""
    return _getter(type(noun))(noun)


#: Nouns hold no nouns that hold them, so nothing has to be looked for in circles.
_ENCODER = json.JSONEncoder(ensure_ascii=True, check_circular=False, separators=(",", ":"), default=_parts)


@cache
def _getter(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gives the fields of a dataclass as a tuple; TypeError for what is none."""
    names = _names(kind)
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda noun: (get(noun),)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    """Return what makes a value of a type out of its JSON."""
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass_maker(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _tuple_maker(arguments)
    if origin in (Union, types.UnionType):
        inner = [_maker(one) for one in arguments if one is not type(None)]
        make = inner[0] if len(inner) == 1 else _same
        return _same if make is _same else lambda value: None if value is None else make(value)
    return _same


def _dataclass_maker(kind: type) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    makers = [_maker(hints[name]) for name in _names(kind)]
    if all(make is _same for make in makers):
        count = len(makers)

        def plain(value: Any) -> Any:
            if len(value) != count:
                raise ValueError(f"this is no {kind.__name__}")
            return kind(*value)

        return plain
    return lambda value: kind(*(make(part) for make, part in zip(makers, value, strict=True)))


def _tuple_maker(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        make = _maker(arguments[0])
        return tuple if make is _same else lambda value: tuple(map(make, value))
    makers = [_maker(one) for one in arguments]
    if all(make is _same for make in makers):
        return tuple
    return lambda value: tuple(make(part) for make, part in zip(makers, value, strict=True))


def _same(value: Any) -> Any:
    return value
