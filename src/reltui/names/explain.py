"""Why two names are one, in words."""

from __future__ import annotations

from reltui.names.align import Alignment


def reasons(alignment: Alignment) -> tuple[str, ...]:
    """Return what joins, and what parts, the words of two names, in the order of the first name."""
    return tuple(f"{alignment.a[i].text} ~ {alignment.b[j].text}" for _, i, j in alignment.pairs)
