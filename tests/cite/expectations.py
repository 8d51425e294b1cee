"""Read the committed expectations: one file a form, a "## case" heading above each."""

from __future__ import annotations

from pathlib import Path

EXPECTED = Path(__file__).parent / "expected"


def expected(name: str) -> dict[str, str]:
    """Return case → text of one file of `expected/`."""
    text = (EXPECTED / f"{name}.txt").read_text(encoding="utf-8")
    parts = text.split("## ")[1:] if text.startswith("## ") else []
    found = (part.partition("\n") for part in ("\n" + text).split("\n## ")[1:])
    assert parts
    return {head.strip(): body.strip("\n") for head, _, body in found}
