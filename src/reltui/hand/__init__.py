"""The user's hand over a built corpus: what the file of corrections comes to, at once and for each reader.

keeper = Keeper(db)                              # for one thread
hand = keeper.look()                             # what the file holds, laid over the corpus
hand = keeper.keep(MergeActors(...))             # a line more; raises BadEntry, CannotKeep
hand.reader()                                    # reads the corpus as it is by the user's hand
hand.of("actor", id)                             # the user's notes, marks and labels on it

Importing this package is cheap; what needs more is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reltui.hand.keeper import Keeper
    from reltui.hand.making import actor_of, event_of, mention_of, place_of
    from reltui.hand.opening import opened
    from reltui.hand.saying import said
    from reltui.hand.state import NOTHING, Hand

__all__ = [
    "NOTHING", "Hand", "Keeper", "actor_of", "event_of", "mention_of", "opened", "place_of", "said",
]  # fmt: skip

_HOMES = {
    "keeper": "Keeper",
    "making": "actor_of event_of mention_of place_of",
    "opening": "opened",
    "saying": "said",
    "state": "NOTHING Hand",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """Load a public name from its module when it is first asked for."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
