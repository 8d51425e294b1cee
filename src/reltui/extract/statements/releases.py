"""Whole texts in somebody's words: a release headed "Statement by X", a post or a tweet."""

from __future__ import annotations

import re
from collections import Counter

from reltui.extract.document import Document
from reltui.extract.drafts import StatementDraft
from reltui.extract.statements.lexicon import WORD, Lexicon
from reltui.extract.statements.speakers import Cast

_LEAST_FIRST_PERSON = 2
_HEAD_WORDS = 14
_WORDS_TO_BY = 6
_LINES_BEFORE = 6
_LINE = re.compile(r".{1,60}(?:[^\W_]|[A-Z]\.)")
_LABEL = re.compile(r"[A-Z][A-Z.’' ]{3,40}:\s+")
_AFTER_NAME = re.compile(
    r"\s(?:on|at|in|regarding|about|following|after|during|to|with|before|for|marking|and|[a-z]+ing|[A-Z][a-z]+ing)\s|[,:(–—]"
)


def release(document: Document, cast: Cast, lexicon: Lexicon) -> StatementDraft | None:
    """Return the words of a release whose headline says whose they are, if it speaks in the first person.

    "Statement by the Press Secretary on the President’s travel" that tells of others in the third person is
    a report, not somebody's words.
    """
    blocks = document.blocks
    if any(b.kind == "turn" for b in blocks):
        return None
    heads = [b for b in blocks if b.kind in ("title", "heading")][:2]
    for head in heads:
        speaker = _headed(document.text, head.start, head.end, cast, lexicon)
        if speaker is not None:
            return _body(document, speaker, None, head.end, lexicon)
    named = named_by(document.source.title, lexicon)
    if named is None:
        return None
    after = max((head.end for head in heads if head.kind == "title"), default=0)
    return _body(document, same_name(cast, named), named, after, lexicon)


def post(document: Document, cast: Cast) -> StatementDraft | None:
    """Return a tweet or a person's post as a statement of its author, None where it has none."""
    source = document.source
    if source.kind not in ("tweet", "post", "message"):
        return None
    author = next((i for i, s in enumerate(cast.spots) if s.author), None)
    if author is None:
        author = _signed(document, cast)
    if source.kind != "tweet" and (author is None or cast.spots[author].kind != "person"):
        return None  # a channel's post reports; whose words are in it, it says itself
    if author is None and not source.author:
        return None
    body = [
        b for b in document.blocks if b.kind in ("title", "paragraph", "item", "quote") and b.end > b.start
    ]
    if not body:
        return None
    start, end = body[0].start, body[-1].end
    while start < end and not (document.text[start].isalnum() or document.text[start] in '"“„«@#'):
        start += 1
    while end > start and document.text[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    return StatementDraft("post", ((start, end),), author, None if author is not None else source.author)


def _signed(document: Document, cast: Cast) -> int | None:
    """Return the spot that the line below a tweet names: "— MFA Serbia (@MFASerbia)"."""
    for block in document.blocks:
        if block.kind == "attribution":
            named = cast.between(block.start, block.end)
            plain = [i for i in named if not cast.spots[i].handle and cast.spots[i].sure]
            return (plain or named or [None])[0]
    return None


def _headed(text: str, start: int, end: int, cast: Cast, lexicon: Lexicon) -> int | None:
    """Return the spot whose words a headline announces: "Statement by X on …", "X’s remarks at …"."""
    words = list(WORD.finditer(text, start, end))[:_HEAD_WORDS]
    for number, word in enumerate(words):
        if not lexicon.has("head", word.group()):
            continue
        by = _by(words, number, lexicon)
        if by is not None:
            named = cast.between(by.end(), end)
            # the name must follow its title at once: in "Address of welcome to X" it does not
            if named and _only_title(text[by.end() : cast.lead(named[0])]):
                return named[0]
        owners = [
            i for i in cast.between(start, word.start()) if _owns(text, cast.spots[i].end, word.start())
        ]
        if owners:
            return owners[-1]
        following = cast.persons(word.end(), end)[:1]
        genitive = number <= 1 and not word.group().isascii() and bool(following)
        if genitive and _only_title(text[word.end() : cast.lead(following[0])]):
            return following[0]  # «Выступление Президента России Владимира Путина»
    return None


def _by(words: list[re.Match[str]], number: int, lexicon: Lexicon) -> re.Match[str] | None:
    """Return the "by" that belongs to the noun: "Remarks by", "Remarks as Prepared for Delivery by"."""
    for distance, word in enumerate(words[number + 1 : number + 1 + _WORDS_TO_BY]):
        if lexicon.has("by", word.group()) and (distance == 0 or word.group().lower() == "by"):
            return word
    return None


def _owns(text: str, end: int, head: int) -> bool:
    gap = text[end:head]
    return gap[:2] in ("’s", "'s", "’ ", "' ") and len(WORD.findall(gap)) <= 4


def _only_title(gap: str) -> bool:
    return not re.search(r"[.,:;()]", gap) and len(WORD.findall(gap)) <= 8


def _body(
    document: Document, speaker: int | None, label: str | None, after: int, lexicon: Lexicon
) -> StatementDraft | None:
    text = document.text
    body = [
        b
        for b in document.blocks
        if b.start >= after and b.kind in ("paragraph", "item", "quote") and b.end > b.start
    ]
    if not body:
        return None
    if not speaks(text, [(b.start, b.end) for b in body], lexicon):
        return None
    first = 0
    while first < min(_LINES_BEFORE, len(body) - 1) and _LINE.fullmatch(
        text, body[first].start, body[first].end
    ):
        first += 1  # place and hour before the words
    start = body[first].start
    for block in body[:_LINES_BEFORE]:
        spoken = _LABEL.match(text, block.start, block.end)
        if spoken is not None:  # "THE PRESIDENT: Well, folks …"
            start = spoken.end()
            break
    return StatementDraft("direct", ((start, body[-1].end),), speaker, label if speaker is None else None)


def speaks(text: str, spans: list[tuple[int, int]], lexicon: Lexicon) -> bool:
    """Return whether a text says "I" or "we" of its own: "our commitment" alone is anybody's."""
    words = Counter(word for start, end in spans for word in WORD.findall(text, start, end))
    speaks = sum(count for word, count in words.items() if lexicon.has("first", word))
    owns = sum(count for word, count in words.items() if lexicon.has("own", word)) if speaks else 0
    return speaks > 0 and speaks + owns >= _LEAST_FIRST_PERSON


def named_by(title: str | None, lexicon: Lexicon) -> str | None:
    """Return office and name behind "Statement by" in a title ("President Biden"), None where none are."""
    words = list(WORD.finditer(title or ""))[:_HEAD_WORDS]
    for number, word in enumerate(words):
        if title and lexicon.has("head", word.group()):
            by = _by(words, number, lexicon)
            if by is not None:
                return _AFTER_NAME.split(title[by.end() :].strip())[0].strip() or None
    return None


def same_name(cast: Cast, named: str) -> int | None:
    """Return a person whose last name ends the words and whose given name does not contradict them."""
    words = named.casefold().split()
    for spot in cast.persons(0, len(cast.text)):
        surface = cast.spots[spot].surface.casefold().split()
        if words and surface[-1:] == words[-1:]:
            given = cast.given(named.split()[-2]) if len(words) > 1 else False
            if not given or len(surface) == 1 or surface[0] in words:
                return spot
    return None
