"""Who wrote it: the line at an article's foot or head that names its author."""

from __future__ import annotations

import re

_NAME = r"[^\W\d_a-z][\w.'’\-]*(?:\s+(?:de|van|von|al|bin)?\s*[^\W\d_a-z][\w.'’\-]*){1,3}"
_CONTRIBUTOR = re.compile(
    rf"({_NAME})\s+(?:is|was)\s+(?:an?|the)\s+(?:[\w\-]+\s+){{0,3}}"
    r"(?:contributor|correspondent|journalist|reporter|editor|writer|author|analyst|columnist|researcher|fellow"
    r"|intern|student|graduate|scholar)\b[^\n]{0,400}"
)
_BY = re.compile(
    rf"(?:By|by|BY|Author:|Аутор:|Autor:|Piše:|Пише:|Автор:|Текст:)\s+({_NAME}(?:(?:,|\sand|\si|\sи)\s{_NAME})*)(?:\s*[,|–—-].{{0,80}})?"
)
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w'’]*(?:\s+(?:of|the|for|and|[^\W\d_a-z][\w'’]*))*")


def byline(text: str) -> str | None:
    """Return the author whom a line names, or None where the line is no byline."""
    if len(text) > 500:
        return None
    for pattern in (_CONTRIBUTOR, _BY):
        if match := pattern.fullmatch(text):
            return match.group(1)
    return None


def spelled_out(initials: str, text: str) -> str | None:
    """Return the words of a text whose capitals are these initials ("UN": "United Nations")."""
    if len(initials) < 2:
        return None
    for match in _CAPITALISED.finditer(text):
        words = match.group().split()
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                taken = words[start:end]
                if "".join(word[0] for word in taken if word[0].isupper()) == initials and len(taken) > 1:
                    return " ".join(taken)
    return None
