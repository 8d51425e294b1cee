"""Where one was: the place, filter and search of each corpus, kept for the next start.

Everything is kept by content, not by row numbers: ids of reltui come from content, and a place in a
source is kept with the words that stand there, so that it is found again when the text has moved and
forgotten when the words are gone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import cast

_KEPT = 50  # corpora whose place is remembered
_WORDS = 60  # characters that anchor a place


@dataclass(frozen=True, slots=True)
class Place:
    """What one looked at. Empty strings mean nothing chosen; `words` stand at `offset` of the source."""

    actor: str = ""
    event: str = ""
    source: str = ""
    offset: int = 0
    words: str = ""
    filter: str = ""
    search: str = ""
    view: str = ""
    pane: str = "chronology"
    actor_order: str = "mentions"
    event_order: str = "date"
    theme: str = ""
    form: str = ""
    row: str = ""  # the row of the view that the cursor stands on
    other: str = ""  # the other actor of a pair
    within: str = ""  # a query that narrows the view alone


def state_folder() -> Path:
    """The platform's folder for what programs remember between starts."""
    from platformdirs import user_state_path

    return user_state_path("reltui", appauthor=False)


def anchor(text: str, offset: int) -> str:
    """The words at an offset, long enough to find the place again."""
    return text[offset : offset + _WORDS]


def find(text: str, place: Place) -> int | None:
    """Where the place's words stand in the text now: at the old offset, else nearest to it, else None."""
    if not place.words:
        return place.offset if 0 <= place.offset <= len(text) else None
    if text.startswith(place.words, place.offset):
        return place.offset
    after = text.find(place.words, max(0, place.offset))
    before = text.rfind(place.words, 0, max(0, place.offset) + len(place.words))
    found = [position for position in (before, after) if position >= 0]
    return min(found, key=lambda position: abs(position - place.offset)) if found else None


def load(corpus: str, path: Path | None = None) -> Place:
    """The place kept for a corpus (named by its database's path); the beginning where nothing is kept.

    Never raises: a damaged file is as good as none.
    """
    kept = _read(path or state_folder() / "session.json").get(corpus)
    return _place(cast("Mapping[str, object]", kept)) if isinstance(kept, dict) else Place()


def save(corpus: str, place: Place, path: Path | None = None) -> bool:
    """Keep a place for a corpus, the latest last. Returns whether it could be written."""
    path = path or state_folder() / "session.json"
    kept = _read(path)
    kept.pop(corpus, None)
    kept[corpus] = asdict(place)
    for oldest in list(kept)[:-_KEPT]:
        del kept[oldest]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.{os.getpid()}")
        fresh.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
        os.replace(fresh, path)
    except OSError:
        return False
    return True


def _read(path: Path) -> dict[str, object]:
    try:
        read: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return cast("dict[str, object]", read) if isinstance(read, dict) else {}


def _place(kept: Mapping[str, object]) -> Place:
    """A place from what the file held, leaving out whatever is not of the right kind."""
    base = Place()
    good: dict[str, str | int] = {}
    for field in fields(Place):
        value = kept.get(field.name)
        if type(value) is type(getattr(base, field.name)):
            good[field.name] = cast("str | int", value)
    return Place(**good)  # pyright: ignore[reportArgumentType]  each value has its default's type
