"""What is known of facts while they are written: their row numbers, and whether their evidence stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reltui.model import Evidence
from reltui.store.write_texts import Texts

Owner = str  # the column of `evidence` that says what a piece proves


class Inconsistent(ValueError):
    """Facts that point to an actor or a source which is not among them: a defect of the program."""


@dataclass(slots=True)
class Known:
    """Row numbers of what was written, by id, and what the index needs to know of it."""

    actors: dict[str, int] = field(default_factory=dict[str, int])
    events: dict[str, int] = field(default_factory=dict[str, int])
    statements: dict[str, int] = field(default_factory=dict[str, int])
    figures: dict[str, int] = field(default_factory=dict[str, int])
    discrepancies: dict[str, int] = field(default_factory=dict[str, int])
    reasons: dict[str, int] = field(default_factory=dict[str, int])  # few words, of much
    untraced: int = 0

    def reason(self, why: str) -> int:
        """Return the row number of a reason; all are written at the end."""
        return self.reasons.setdefault(why, len(self.reasons) + 1)

    def actor(self, ident: str) -> int:
        """Return the row number of an actor; raises `Inconsistent` for one that does not exist."""
        try:
            return self.actors[ident]
        except KeyError:
            raise Inconsistent(f"a fact names the actor '{ident}', who is not among the actors") from None


def traced(evidence: Evidence, texts: Texts) -> bool:
    """Whether the words stand in the source where the evidence says."""
    return (
        evidence.source in texts
        and 0 <= evidence.start <= evidence.end
        and texts.words(evidence.source)[evidence.start : evidence.end] == evidence.text
    )


def put_evidence(
    connection: sqlite3.Connection,
    texts: Texts,
    pieces: Sequence[Evidence],
    owner: Owner,
    key: int,
) -> None:
    """Write the pieces that prove something: `owner` says what kind of thing, `key` its row number."""
    for piece in pieces:
        text = texts[piece.source]
        connection.execute(
            f'INSERT INTO evidence (source, start, "end", passage, {owner}) VALUES (?, ?, ?, ?, ?)',
            (text.key, piece.start, piece.end, text.passage_at(piece.start), key),
        )


def provable(pieces: Iterable[Evidence], texts: Texts, known: Known) -> list[Evidence]:
    """Return the pieces that stand in the sources; the others are counted."""
    found: list[Evidence] = []
    for piece in pieces:
        if traced(piece, texts):
            found.append(piece)
        else:
            known.untraced += 1
    return found
