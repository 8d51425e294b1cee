"""All statements of a document: turns and pages first, then the running text paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from reltui.authority import Tables
from reltui.extract.document import Document, Sentence
from reltui.extract.drafts import Spot, StatementDraft, When
from reltui.extract.statements import releases, turns
from reltui.extract.statements.lexicon import Lexicon, lexicon_of
from reltui.extract.statements.quotes import find_quotes
from reltui.extract.statements.speakers import Cast
from reltui.extract.statements.telling import Teller
from reltui.extract.statements.walk import Walk

_PROSE = frozenset(("paragraph", "item", "caption", "title"))
_MARKS = "\"“”„«»‘'‚＂〝"


def find_statements(
    document: Document, spots: Sequence[Spot], tables: Tables, dates: Sequence[When] = ()
) -> tuple[StatementDraft, ...]:
    """Return the statements of a document in order of the text.

    A statement is a speaker's turn, a quotation of three words or more with somebody who says it or a
    paragraph of its own, words told with "that" or after "said", a text headed as somebody's, a tweet.
    Terms, titles of works and scare quotes are none. `spots` are the document's actors, `dates` its date
    expressions: where the text dates a statement itself, its draft has the date.
    """
    lexicon = lexicon_of(tables)
    cast = Cast(document.text, spots, lexicon, tables)
    ordered = sorted(dates, key=lambda d: d.start)
    found = turns.turns(document, cast, lexicon, ordered)
    whole = releases.release(document, cast, lexicon) if not found else None
    if whole is not None:
        return (whole,)
    found += turns.quotations(document, cast, lexicon, ordered)
    tweeted = releases.post(document, cast)
    if tweeted is not None:
        found.append(tweeted)
    cast.last = None
    found += _running(document, cast, lexicon, [span for draft in found for span in draft.spans])
    return tuple(sorted(found, key=lambda draft: draft.spans[0]))


def _running(
    document: Document, cast: Cast, lexicon: Lexicon, taken: Sequence[tuple[int, int]]
) -> list[StatementDraft]:
    """Return the quotations and the words told of the running text outside what is taken already."""
    text = document.text
    by_block: dict[int, list[Sentence]] = {}
    telling: dict[int, list[tuple[int, int]]] = {}  # where in a block a verb of saying may begin
    for sentence, words in zip(document.sentences, document.words, strict=True):
        by_block.setdefault(sentence.block, []).append(sentence)
        telling.setdefault(sentence.block, []).extend(lexicon.stretches(text, words))
    walk = Walk(text, cast, lexicon)
    previous: list[Sentence] = []
    ends = iter(sorted(taken))
    span = next(ends, None)
    for number, block in enumerate(document.blocks):
        while span is not None and span[1] <= block.start:
            span = next(ends, None)
        free = span is None or block.start < span[0]
        if block.kind not in _PROSE or block.end <= block.start or not free:
            continue
        sentences = by_block.get(number, [])
        marked = any(text.find(mark, block.start, block.end) >= 0 for mark in _MARKS)
        quotes = find_quotes(text, block.start, block.end) if marked else []
        verbs = lexicon.verbs(text, block.start, block.end, telling.get(number, ()))
        teller = Teller(text, sentences, verbs, quotes, cast, lexicon)
        walk.paragraph(quotes, block.start, block.end, previous, teller)
        previous = sentences or previous
    return walk.found
