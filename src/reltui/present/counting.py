"""Counts in words, the same in the app and in commands."""

from __future__ import annotations


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: 1 event, 12,345 events."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
