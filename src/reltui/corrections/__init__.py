"""The user's hand: corrections, notes and marks in one plain file of the corpus, laid over what was extracted.

path = beside(db)                                # corrections.jsonl in the folder of the database
log = load(path)                                 # never raises; log.problems says what could not be used
corrected = overlay(facts, sources, log)         # corrected.facts, .orphans, .notes, .overruled, .ids, .by
append(path, entry(RenameActor(actor_ref(...), "Ana Brnabić"), why="as she spells it"))
append(path, entry(Undo(log.to_undo.id)))        # undo; redo is the same of log.to_redo

Importing this package is cheap; what needs more is loaded when it is first used (docs/corrections.md).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reltui.corrections.anchors import Finder, Lost, Place, anchor
    from reltui.corrections.decoding import KINDS, decode
    from reltui.corrections.encoding import encode, what_of
    from reltui.corrections.entries import (
        ActorRef,
        Alias,
        Anchor,
        DropEvent,
        DropMention,
        Entry,
        EventRef,
        MergeActors,
        MergeEvents,
        NewActor,
        Remark,
        RenameActor,
        SetEvent,
        SplitActor,
        Undo,
        Unknown,
        made_id,
    )
    from reltui.corrections.errors import BadEntry, CannotKeep, Problem
    from reltui.corrections.home import beside, correct
    from reltui.corrections.journal import append, load, parse
    from reltui.corrections.laying import overlay
    from reltui.corrections.log import Log
    from reltui.corrections.making import actor_ref, entry, event_ref
    from reltui.corrections.parts import part, siblings
    from reltui.corrections.plan import Plan
    from reltui.corrections.results import Corrected, Note, Orphan, Overruled

_HOMES = {
    "anchors": "Finder Lost Place anchor",
    "decoding": "KINDS decode",
    "encoding": "encode what_of",
    "entries": "ActorRef Alias Anchor DropEvent DropMention Entry EventRef MergeActors MergeEvents NewActor "
    "Remark RenameActor SetEvent SplitActor Undo Unknown made_id",
    "errors": "BadEntry CannotKeep Problem",
    "home": "beside correct",
    "journal": "append load parse",
    "log": "Log",
    "making": "actor_ref entry event_ref",
    "laying": "overlay",
    "parts": "part siblings",
    "plan": "Plan",
    "results": "Corrected Note Orphan Overruled",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "KINDS", "ActorRef", "Alias", "Anchor", "BadEntry", "CannotKeep", "Corrected", "DropEvent", "DropMention",
    "Entry", "EventRef", "Finder", "Log", "Lost", "MergeActors", "MergeEvents", "NewActor", "Note", "Orphan",
    "Overruled", "Place", "Plan", "Problem", "Remark", "RenameActor", "SetEvent", "SplitActor", "Undo",
    "Unknown", "actor_ref", "anchor", "append", "beside", "correct", "decode", "encode", "entry", "event_ref", "load",
    "made_id", "overlay", "parse", "part", "siblings", "what_of",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load a public name from its module when it is first asked for."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value
