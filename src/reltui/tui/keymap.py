"""Bindings for Textual out of the one table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from reltui.present.actions import Where, at

if TYPE_CHECKING:
    from reltui.present.keys import Keys


def bindings(*places: Where) -> list[Binding]:
    """The bindings of these places: each calls `action_do` of the class with the action's name."""
    return [
        Binding(",".join(action.keys), f"do('{action.id}')", action.label, id=action.id, show=False)
        for action in at(*places)
    ]


def keymap(keys: Keys) -> dict[str, str]:
    """What `App.set_keymap` takes: the keys of the actions that the user has changed.

    An action without a key is given one that no keyboard has, since Textual has no empty binding.
    """
    return {id_: ",".join(changed) or "no_key" for id_, changed in keys.changed().items()}
