"""The nouns: plain data without input or output. Everything else is built from these."""

from reltui.model.facts import (
    Actor,
    Discrepancy,
    Event,
    Evidence,
    Facts,
    Figure,
    Mention,
    Name,
    Office,
    Participant,
    Report,
    Statement,
)
from reltui.model.text import Block, File, Passage, Source, Stretch

__all__ = [
    "Actor",
    "Block",
    "Discrepancy",
    "Event",
    "Evidence",
    "Facts",
    "Figure",
    "File",
    "Mention",
    "Name",
    "Office",
    "Participant",
    "Passage",
    "Report",
    "Source",
    "Statement",
    "Stretch",
]
