"""Ids that come from content, so that they hold over rebuilds and can be typed by hand."""

from __future__ import annotations

import hashlib
import re
import unicodedata


def digest(*parts: object, length: int = 10) -> str:
    """Return a short hexadecimal digest of the parts; equal parts give equal digests."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()[:length]


def slug(text: str) -> str:
    """Return the text as lower-case ASCII words joined by hyphens ("Đurić, Marko" → "duric-marko").

    The text should be Latin already; letters without an ASCII base are left out.
    """
    plain = unicodedata.normalize("NFKD", text.replace("đ", "dj").replace("Đ", "Dj").replace("ł", "l"))
    ascii_only = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")
