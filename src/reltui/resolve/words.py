"""Statements and figures with their ids, speakers, dates and events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reltui.extract.drafts import Extraction, StatementDraft
from reltui.model import Event, Evidence, Figure, Source, Statement
from reltui.model.ids import digest
from reltui.resolve.dates import complete

if TYPE_CHECKING:
    from reltui.resolve.parts import Part
    from reltui.resolve.places import Places
    from reltui.resolve.prepared import Words

_VENUES = ("press_conference", "meeting", "call", "visit", "session", "ceremony", "statement")


def statements_of(
    part: Part, drafts: Iterable[tuple[StatementDraft, Words]], places: Places, events: Sequence[Event]
) -> list[Statement]:
    """Return the source's statements; one whose speaker nobody knows is left out unless it is a question or post.

    `drafts` are its statements with the words of their spans, `events` those that the source tells of.
    """
    source, reference = part.source, part.reference
    found: list[Statement] = []
    here = [(e, r) for e in events for r in e.reports if r.source == source.id]
    for draft, pieces in drafts:
        speaker = places.actor(part.places[draft.speaker]) if draft.speaker is not None else None
        if speaker is None and draft.mode not in ("question", "post"):
            continue
        event = _event(draft, speaker, here)
        told = complete(draft.when, reference, "occurred").edtf if draft.when is not None else None
        written = reference.day.isoformat() if reference.day else None
        text = " ".join(pieces)
        found.append(
            Statement(
                f"st{digest('statement', source.id, draft.spans[0][0], text)}",
                speaker,
                draft.mode,
                text,
                told or (event.date if event else None) or written,
                draft.venue or (event.place if event else None),
                event.id if event else None,
                tuple(
                    Evidence(source.id, a, b, words)
                    for (a, b), words in zip(draft.spans, pieces, strict=True)
                ),
            )
        )
    return found


def _event(draft: StatementDraft, speaker: str | None, here: Sequence[tuple[Event, object]]) -> Event | None:
    """The event of the source at which these words were said: of the kinds at which one speaks, with the speaker."""
    fitting = [
        e
        for e, _ in here
        if e.status == "occurred"
        and e.type in _VENUES
        and (speaker is None or any(p.actor == speaker for p in e.participants))
    ]
    if draft.mode == "indirect" and speaker is None:
        return None
    return min(fitting, key=lambda e: _VENUES.index(e.type), default=None)


def figures_of(source: Source, extraction: Extraction) -> list[Figure]:
    """Return the source's figures."""
    found: list[Figure] = []
    for draft in extraction.figures:
        words = source.text[draft.start : draft.end]
        found.append(
            Figure(
                f"f{digest('figure', source.id, draft.start, words)}",
                draft.what,
                draft.value,
                draft.unit,
                draft.period,
                draft.qualifier,
                words,
                (Evidence(source.id, draft.start, draft.end, words),),
            )
        )
    return found
