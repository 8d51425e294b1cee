"""A sentence cut into clauses, each of which may tell of one happening."""

from __future__ import annotations

import re

_CUT = re.compile(
    r";\s"
    r"|,\s(?:and\s|but\s)?(?=(?:when|where|while|after\swhich|who|which|whereas|kada|gde|koji|koja|когда|где|который)\b)"
    r"|\s(?=(?:when|while|где|когда|kada)\s(?:he|she|they|it|the|[A-ZА-ЯЂЈЉЊЋЏ]))"
    r"|,\s(?:and|but|а|но|ali|али)\s(?=\w)"
    r"|\s—\s|\s–\s"
)


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the clauses of the sentence text[start:end], in order and without gaps of words.

    A comma and "and" cut only where what follows has a verb-like beginning; enumerations stay whole.
    """
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _CUT.finditer(text, start, end):
        if match.group().lstrip(", ").startswith(("and", "but")) and not _clause_follows(text, match.end(), end):
            continue
        if match.start() > begin:
            spans.append((begin, match.start()))
            begin = match.end()
    spans.append((begin, end))
    return spans


_FINITE = re.compile(
    r"(?:the\s|it\s|he\s|she\s|they\s|this\s|these\s|[A-Z][\w’'.-]*\s)*[\w’'-]*\s?"
    r"(?:was|were|is|are|has|have|had|will|would|did|[a-z]+ed|met|spoke|held|said|took|paid|became|left|sent|went)\b"
)


def _clause_follows(text: str, start: int, end: int) -> bool:
    match = _FINITE.match(text, start, min(end, start + 90))
    return match is not None
