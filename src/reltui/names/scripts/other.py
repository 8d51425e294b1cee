"""Every script without a module of its own, by way of anyascii's romanisation."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8192)
def romanised(word: str) -> str:
    """Return the word in lower-case ASCII letters and digits; never empty for a letter or digit."""
    from anyascii import anyascii  # 3 ms and a table on first use: not every command meets such a word

    kept = "".join(c for c in anyascii(word).lower() if c.isascii() and c.isalnum())
    if kept or not any(c.isalnum() for c in word):
        return kept
    return "".join(f"u{ord(c):x}" for c in word if c.isalnum())
