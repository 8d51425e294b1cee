"""From characters to terms: where one ends and the next begins, before anything is understood."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

_QUOTES = '"“”„«»‟＂'
# Everything that could control a terminal, break a database string or is no character at all.
_UNREAL = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"
_TERM = rf"""
    (?P<open>-?\()
  | (?P<minus>[-−](?=[^\s]))?
    (?:(?P<field>[^\W\d_]+):(?!//))?
    (?P<exact>=)?
    (?: [{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}])?(?:~(?P<near>\d+))?
      | (?P<bare>[^\s{_QUOTES}]+)
      | )
    """


@cache
def _term_at() -> Callable[[str, int], re.Match[str] | None]:
    """Return what matches a term; compiled when it is needed, which for plain words it is not."""
    return re.compile(_TERM, re.VERBOSE).match


@dataclass(frozen=True, slots=True)
class Term:
    """One piece of a query: `text` is its word, its phrase or the value of its field.

    `kind` is `word`, `phrase`, `(` or `)`. `closed` says whether the quotation mark was closed; `raw` is
    the piece as it stands; `last` whether nothing stands after it, so that it may still be being typed.
    """

    kind: str
    raw: str
    text: str = ""
    field: str = ""
    negated: bool = False
    exact: bool = False
    closed: bool = True
    near: int = 0
    last: bool = False


MORE = Term("more", "…")
"""Stands at the end of terms that are not all."""


def clean(text: str) -> str:
    """Return the text with spaces for control characters, line ends and stray halves of characters."""
    return text if text.isascii() and text.isprintable() else re.sub(_UNREAL, " ", text)


MOST_TERMS = 64
"""Words and fields of a query that count."""

_MOST_SIGNS = 1_024  # terms of any kind: brackets, operators, signs of which nothing is made
LONGEST_QUERY = 20_000
"""Characters of a query that are looked at."""


def lex(text: str) -> list[Term]:
    """Return the terms of a cleaned text; every character that is no space is in one of them.

    Of a text with more words and fields than count, one more than count is given, so that it takes no time
    to read what somebody pasted by mistake.
    """
    if text.isascii() and len(text) < LONGEST_QUERY and text.replace(" ", "").isalnum():
        return _plain(text)
    whole, text = text, text[:LONGEST_QUERY]
    matching = _term_at()
    found: list[Term] = []
    at, depth, counted = 0, 0, 0
    while at < len(text) and counted <= MOST_TERMS and len(found) < _MOST_SIGNS:
        if text[at].isspace():
            at += 1
            continue
        match = matching(text, at)
        if match is None or match.end() == at:
            at += 1  # a stray quotation mark or the like: no word is lost
            continue
        if match["open"]:
            depth += 1
            found.append(Term("(", match.group(), negated=match.group()[0] == "-"))
            at = match.end()
            continue
        bare = match["bare"] or ""
        closing = min(len(bare) - len(bare.rstrip(")")), depth) if depth and bare else 0
        end = match.end() - closing
        found.append(_term(match, text[at:end], bare[: len(bare) - closing], end == len(text)))
        counted += found[-1].raw not in ("OR", "AND") and any(map(str.isalnum, found[-1].raw))
        found += [Term(")", ")")] * closing
        depth -= closing
        at = match.end()
    if whole[at:].strip():
        found.append(MORE)
    return [term for term in found if term.raw]


def _plain(text: str) -> list[Term]:
    """Return the terms of a text of nothing but letters, digits and spaces."""
    pieces = text.split()
    counted = [place for place, piece in enumerate(pieces) if piece not in ("OR", "AND")]
    most = min(_MOST_SIGNS, counted[MOST_TERMS] + 1 if len(counted) > MOST_TERMS else len(pieces))
    ends = len(pieces) == most and text[-1] != " "
    found = [Term("word", piece, piece) for piece in pieces[:most]]
    if ends:
        found[-1] = Term("word", pieces[-1], pieces[-1], last=True)
    return found if most == len(pieces) else [*found, MORE]


def _term(match: re.Match[str], raw: str, bare: str, last: bool) -> Term:
    quoted: str | None = match["quoted"]
    return Term(
        kind="word" if quoted is None else "phrase",
        raw=raw,
        text=bare if quoted is None else quoted,
        field=(match["field"] or "").lower(),
        negated=match["minus"] is not None,
        exact=match["exact"] is not None,
        closed=quoted is None or match["closed"] is not None,
        near=min(int(match["near"] or 0), 99) if match["near"] and len(match["near"]) < 4 else 0,
        last=last,
    )
