"""The user's notes, labels and marks as tags of what they are on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from reltui.store.indexed import label_tags, value_tag

if TYPE_CHECKING:
    from reltui.corrections.results import Note
    from reltui.store.known import Known
    from reltui.store.write_texts import Text

Tags = dict[int, list[str]]


class Noted:
    """Tags of passages, events and actors, by row number, for `has:note`, `has:mark` and `label:`."""

    def __init__(self, notes: Iterable[Note], texts: Mapping[str, Text], known: Known) -> None:
        self.passages: Tags = defaultdict(list)
        self.events: Tags = defaultdict(list)
        self.actors: Tags = defaultdict(list)
        for note in notes:
            tags = label_tags(note.text) if note.kind == "label" else [value_tag("has", note.kind)]
            if note.on == "source" and (text := texts.get(note.id)) is not None:
                for passage in text.passages:
                    if passage.start < note.end and note.start < passage.end:
                        self.passages[passage.key] += tags
            elif note.on == "event" and note.id in known.events:
                self.events[known.events[note.id]] += tags
            elif note.on == "actor" and note.id in known.actors:
                self.actors[known.actors[note.id]] += tags
