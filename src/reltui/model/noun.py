"""How nouns are declared: as frozen dataclasses for whoever reads or checks the program, but made quickly.

A dataclass that is frozen when the program runs sets each field by a call, which takes six times as long; a build
makes hundreds of small nouns of a document and sends and holds them all. So nothing but the type checker keeps
them from being changed, and nothing in the program does: equal fields make equal nouns with equal hashes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar, dataclass_transform, overload

Kind = TypeVar("Kind")


@overload
def noun(kind: type[Kind], /) -> type[Kind]: ...
@overload
def noun(*, order: bool = False) -> Callable[[type[Kind]], type[Kind]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.Field, dataclasses.field))
def noun(kind: type[Any] | None = None, /, *, order: bool = False) -> Any:
    """Make a class with annotated fields a dataclass with slots; `order`: its nouns can be sorted by their fields."""
    made = dataclasses.dataclass(slots=True, unsafe_hash=True, order=order)
    return made if kind is None else made(kind)
