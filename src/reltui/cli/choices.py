"""Lists of what one may choose from: styles of citation, forms of export."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass

from reltui.cli.output import Column, write_rows


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen by its name."""

    name: str
    description: str


_COLUMNS: tuple[Column[Choice], ...] = (
    Column("name", lambda one: one.name, "bold", whole=True),
    Column("is", lambda one: one.description),
)


def write_choices(choices: Iterable[tuple[str, str]], options: argparse.Namespace) -> None:
    """Write names with their descriptions, in the form the options ask for."""
    write_rows([Choice(name, said) for name, said in choices], _COLUMNS, options)
