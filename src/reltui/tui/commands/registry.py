"""The table from an action's name to the function that does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reltui.present.actions import BY_ID

if TYPE_CHECKING:
    from reltui.tui.screens.room import Room

Command = Callable[["Room"], None]
COMMANDS: dict[str, Command] = {}


def command(name: str) -> Callable[[Command], Command]:
    """Register a function as what the action `name` does; raises KeyError if there is no such action."""
    action = BY_ID[name]

    def register(function: Command) -> Command:
        COMMANDS[action.id] = function
        return function

    return register
