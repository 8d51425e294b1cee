"""The fields of the search grammar: which there are, what their values mean."""

from __future__ import annotations

from collections.abc import Callable

from reltui.query.tokens import words
from reltui.query.tree import Leaf, Named, TagField, Tagged, When

HAS = ("event", "statement", "figure", "doubt", "note", "mark")


class NotUnderstood(ValueError):
    """A field's value means nothing; the message says why, without a full stop."""


def read_field(name: str, value: str, typing: bool = False) -> Leaf:
    """Return what `name:value` asks for; `name` is one of `FIELDS`.

    With `typing` the value may be only the beginning of one. Raises `NotUnderstood`.
    """
    value = value.strip()
    if not value:
        raise NotUnderstood(f"{name}: needs a value, as in {name}:{EXAMPLES[name]}")
    return FIELDS[name](name, value, typing)


def _named(name: str, value: str, typing: bool) -> Leaf:
    if not words(value):
        raise NotUnderstood(f"{_shown(name, value)} names nobody")
    starred = value.endswith("*")
    return Named(name, value.rstrip("*"), prefix=typing or starred)  # type: ignore[arg-type]  # a key of FIELDS


def _when(name: str, value: str, typing: bool) -> Leaf:
    from reltui.dates import Edtf

    text = value if name == "date" else (f"{value}/.." if name == "after" else f"../{value}")
    text = text.replace("..", "/") if name == "date" and "/" not in text else text
    if name == "date" and text.startswith("/"):
        text = f"..{text}"
    if name == "date" and text.endswith("/"):
        text = f"{text}.."
    try:
        date = Edtf.parse(text)
    except ValueError as error:
        raise NotUnderstood(f"{name}: {error}") from None
    if not date.known:
        raise NotUnderstood(f"{_shown(name, value)} is no date")
    return When(date.lower, date.upper, name, value)


def _vocabulary(name: str) -> tuple[str, ...]:
    # imported here: the nouns cost more to import than all of the grammar
    from reltui.model.vocab import ACTOR_KINDS, EVENT_TYPES, SOURCE_KINDS, STATUSES

    known: dict[str, tuple[str, ...]] = {
        "type": EVENT_TYPES,
        "status": STATUSES,
        "kind": SOURCE_KINDS + ACTOR_KINDS,
        "has": HAS,
    }
    return known[name]


def _closed(name: str, value: str, typing: bool) -> Leaf:
    vocabulary = _vocabulary(name)
    chosen: list[str] = []
    for part in value.lower().replace("-", "_").replace(" ", "_").split(","):
        exact = [term for term in vocabulary if term == part]
        meant = exact or [term for term in vocabulary if part and term.startswith(part)]
        if not meant:
            raise NotUnderstood(f"{_shown(name, value)} is none of {', '.join(vocabulary)}")
        chosen += meant
    return Tagged(_tag(name), tuple(dict.fromkeys(chosen)), value)


def _free(name: str, value: str, typing: bool) -> Leaf:
    if not words(value):
        raise NotUnderstood(f"{_shown(name, value)} has no letter or digit that could be searched")
    return Tagged(_tag(name), (value.rstrip("*"),), value)


def _language(name: str, value: str, typing: bool) -> Leaf:
    parts = tuple(part.strip().lower() for part in value.split(",") if part.strip())
    if not parts or not all(part.replace("-", "").isalnum() and part.isascii() for part in parts):
        raise NotUnderstood(f"{_shown(name, value)} is no language code such as en, sr or ru")
    return Tagged("lang", parts, value)


def _shown(name: str, value: str) -> str:
    return f"{name}:{value if len(value) <= 24 else value[:23] + '…'}"


def _tag(name: str) -> TagField:
    return name  # type: ignore[return-value]  # FIELDS maps only these names here


FIELDS: dict[str, Callable[[str, str, bool], Leaf]] = {
    "actor": _named,
    "with": _named,
    "says": _named,
    "date": _when,
    "before": _when,
    "after": _when,
    "type": _closed,
    "status": _closed,
    "place": _free,
    "source": _free,
    "kind": _closed,
    "lang": _language,
    "has": _closed,
    "label": _free,
}
"""The fields, in the order in which they are offered: name → reader of its value."""

EXAMPLES = {
    "actor": "lavrov",
    "with": "vulin",
    "says": "zakharova",
    "date": "2024..2025-02",
    "before": "2025-02",
    "after": "2024",
    "type": "call",
    "status": "planned",
    "place": "belgrade",
    "source": "briefing",
    "kind": "post",
    "lang": "sr",
    "has": "statement",
    "label": "urgent",
}
"""A value for each field, for messages and documentation."""
