"""Whether a happening is told as planned, as having occurred or as cancelled: cues of its clause."""

from __future__ import annotations

import re

from reltui.authority import Tables
from reltui.authority.phrases import Tokens
from reltui.authority.triggers import Trigger
from reltui.model.vocab import Status

#: The Serbian future written as one word: "boraviće", "sastaće se".
_WILL = re.compile(r"\w(?:će|ćemo|će se|ће|ћемо)\b")


def status_of(
    text: str, words: Tokens, clause: tuple[int, int], trigger: tuple[int, int], entry: Trigger | None,
    tables: Tables,
) -> Status:  # fmt: skip
    """Return the status that the clause gives to the happening its trigger tells of; `words` are its tokens.

    The heaviest cue wins, of equal ones the nearest to the trigger; a cue counts only on the side of the
    trigger where its table says it stands. Without a cue: what the trigger implies, else `occurred`.
    """
    best: tuple[int, int, Status] | None = None
    if entry is not None and entry.language == "sr" and _WILL.search(text, *clause):
        best = (-3, 0, "planned")
    for hit in tables.status_phrases.scan_tokens(words):
        for cue in hit.entries:
            before = hit.start < trigger[1]
            misplaced = (cue.side == "before" and not before) or (cue.side == "after" and before)
            if misplaced and entry is not None:
                continue  # without a trigger there are no sides
            distance = min(abs(hit.end - trigger[0]), abs(hit.start - trigger[1]))
            rank = (-cue.weight, distance, cue.status)
            if best is None or rank[:2] < best[:2]:
                best = rank
    if best is not None:
        return best[2]
    return entry.status if entry is not None and entry.status else "occurred"
