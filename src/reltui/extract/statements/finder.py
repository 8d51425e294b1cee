"""All statements of a document: turns and pages first, then quotations, then what is told indirectly."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from reltui.authority import Tables
from reltui.extract.document import Document, Sentence
from reltui.extract.drafts import Spot, StatementDraft, When
from reltui.extract.statements import frames, indirect, releases, turns
from reltui.extract.statements.lexicon import WORD, Lexicon, Verb, lexicon_of
from reltui.extract.statements.quotes import Quote, find_quotes
from reltui.extract.statements.speakers import Cast

_LEAST_WORDS = 3  # of a quotation: less is a term
_MARGIN = 12  # characters of other signs around a quotation that is a paragraph
_NEAR = 10_000  # characters around a quotation in which its words are looked for again
_LEAD = 300  # characters before a quotation that may say whose it is
_LONGEST = 3000  # a sentence longer than this is a list or no language at all
_SENTENCE_START = re.compile(r"[.!?…]\s")
_LEAST_ALONE = 6  # of a quotation that is a paragraph by itself and nobody says
_PROSE = frozenset(("paragraph", "item", "caption", "title"))


def find_statements(
    document: Document, spots: Sequence[Spot], tables: Tables, dates: Sequence[When] = ()
) -> tuple[StatementDraft, ...]:
    """Return the statements of a document in order of the text.

    A statement is a speaker's turn, a quotation of three words or more with somebody who says it or a
    paragraph of its own, words told with "that" or after "said", a text headed as somebody's, a tweet.
    Terms, titles of works and scare quotes are none. `spots` are the document's actors, `dates` its date
    expressions: where the text dates a statement itself, its draft has the date.
    """
    text = document.text
    lexicon = lexicon_of(tables)
    cast = Cast(text, spots, lexicon, tables)
    dates = sorted(dates, key=lambda d: d.start)
    found = turns.turns(document, cast, lexicon, dates)
    whole = releases.release(document, cast, lexicon) if not found else None
    if whole is not None:
        return (whole,)
    found += turns.quotations(document, cast, dates)
    tweeted = releases.post(document, cast)
    if tweeted is not None:
        found.append(tweeted)
    taken = {span for draft in found for span in draft.spans}
    cast.last = None
    found += _Walk(document, cast, lexicon, frozenset(taken)).run()
    return tuple(sorted(found, key=lambda draft: draft.spans[0]))


class _Walk:
    """One walk through the running text that keeps who spoke last and what stands quoted."""

    def __init__(
        self, document: Document, cast: Cast, lexicon: Lexicon, taken: frozenset[tuple[int, int]]
    ) -> None:
        self._text = document.text
        self._cast = cast
        self._lexicon = lexicon
        self._taken = taken
        self._blocks = [
            (number, b.start, b.end)
            for number, b in enumerate(document.blocks)
            if b.kind in _PROSE and b.end > b.start and not any(a <= b.start < z for a, z in taken)
        ]
        self._sentences: dict[int, list[Sentence]] = {}
        for sentence in document.sentences:
            self._sentences.setdefault(sentence.block, []).append(sentence)
        self._found: list[StatementDraft] = []
        self._used: set[int] = set()  # verbs that attribute a quotation tell nothing else
        self._open: Quote | None = None  # a quotation that goes on in the next paragraph

    def run(self) -> list[StatementDraft]:
        """Return all quotations and words told indirectly."""
        previous: list[Sentence] = []
        for number, start, end in self._blocks:
            quotes = find_quotes(self._text, start, end) if _may_quote(self._text, start, end) else []
            verbs = self._lexicon.verbs(self._text, start, end)
            sentences = self._sentences.get(number, [])
            said = len(self._found)
            if quotes:
                self._quoted(quotes, start, end, previous)
            if verbs:
                self._told(verbs, quotes, sentences, said)
            previous = sentences or previous
        return self._found

    # -- quotations ------------------------------------------------------------------------------------

    def _quoted(self, quotes: list[Quote], start: int, end: int, previous: list[Sentence]) -> None:
        last_end, last_said = start, -1  # where the quotation before ended, and its place among the found
        edges = [*(quote.outer[0] for quote in quotes[1:]), end]
        for quote, edge in zip(quotes, edges, strict=True):
            if self._goes_on(quote, start, edge) or self._is_short(quote, edge, end):
                pass
            elif (inside := frames.within(self._text, quote, self._cast, self._lexicon)) is not None:
                self._add(quote, inside.frame.speaker, inside.spans)
                self._used.add(inside.frame.verb)
            else:
                frame = self._frame(quote, last_end, start, edge)
                # one verb speaks for both parts: “The road,” she said, “is open.”
                if frame is not None and (last_said < 0 or frame.verb not in self._used):
                    self._used.add(frame.verb)
                    self._add(quote, frame.speaker)
                    last_said = len(self._found) - 1
                elif last_said >= 0 and self._continues(last_end, quote):
                    self._extend(last_said, quote)
                elif self._unframed(quote, start, end, last_end, previous):
                    last_said = len(self._found) - 1
            last_end = quote.outer[1]

    def _is_short(self, quote: Quote, edge: int, end: int) -> bool:
        """Return whether a quotation is a mere term; one that goes on (“The road,” she said, …) is not."""
        if len(WORD.findall(self._text, quote.start, quote.end)) >= _LEAST_WORDS:
            return False
        return edge == end or not self._text[quote.start : quote.end].rstrip().endswith(",")

    def _frame(self, quote: Quote, low: int, start: int, end: int) -> frames.Frame | None:
        frame = frames.behind(self._text, quote, end, self._cast, self._lexicon)
        if frame is None:
            begin = max(low, self._sentence_start(quote.outer[0], start))
            frame = frames.before(self._text, quote, begin, self._cast, self._lexicon)
        return frame

    def _unframed(self, quote: Quote, start: int, end: int, last_end: int, previous: list[Sentence]) -> bool:
        """Take a quotation without words of saying if it is a paragraph or a sentence of its own."""
        alone = self._alone(quote, start, end)
        if not alone and not self._own_sentence(quote, last_end):
            return False
        if self._printed_again(quote):
            return False
        speaker = self._from_above(quote, start, previous)
        several = len(WORD.findall(self._text, quote.start, quote.end)) >= _LEAST_ALONE
        if speaker is None and not (alone and several):
            return False
        self._add(quote, speaker)
        return True

    def _sentence_start(self, at: int, start: int) -> int:
        """Return where the sentence that leads to a quotation begins."""
        low = max(start, at - _LEAD)
        ends = [match.end() for match in _SENTENCE_START.finditer(self._text, low, max(low, at - 1))]
        return ends[-1] if ends else low

    def _goes_on(self, quote: Quote, start: int, end: int) -> bool:
        """Take a paragraph that begins with a mark into the quotation that the one above left open."""
        opened, self._open = self._open, None
        if (
            opened is None
            or self._text[start : quote.outer[0]].strip()
            or not quote.opened
            or not self._found
        ):
            return False
        draft = self._found[-1]
        if draft.spans[-1][1] != opened.end:
            return False
        self._found[-1] = _with_span(
            draft, (*draft.spans[:-1], (draft.spans[-1][0], _words_end(self._text, quote)))
        )
        if not quote.closed:
            self._open = quote
        if draft.speaker is None:
            frame = frames.behind(self._text, quote, end, self._cast, self._lexicon)
            self._found[-1] = _with_speaker(self._found[-1], frame.speaker if frame else None)
        return True

    def _continues(self, last_end: int, quote: Quote) -> bool:
        """Return whether only an attribution stands between two quotations: “…,” he said. “…”"""
        between = self._text[last_end : quote.outer[0]]
        return len(between) <= 200 and between.count(". ") <= 1

    def _extend(self, index: int, quote: Quote) -> None:
        draft = self._found[index]
        self._found[index] = _with_span(draft, (*draft.spans, (quote.start, _words_end(self._text, quote))))
        if not quote.closed:
            self._open = quote

    def _alone(self, quote: Quote, start: int, end: int) -> bool:
        """Return whether a quotation is its paragraph."""
        if quote.outer[0] - start > _MARGIN or end - quote.outer[1] > _MARGIN:
            return False
        return not self._text[start : quote.outer[0]].strip() and not self._text[quote.outer[1] : end].strip(
            " .,\n"
        )

    def _own_sentence(self, quote: Quote, last_end: int) -> bool:
        """Return whether a quotation is a sentence of its own behind a sentence that says who speaks."""
        lead = self._text[last_end : quote.outer[0]].rstrip()
        tail = self._text[quote.outer[1] : quote.outer[1] + 2].strip()
        sentence = self._text[quote.start : quote.end].rstrip()[-1:] in (".", "!", "?", "…")
        return (
            sentence
            and bool(lead)
            and lead[-1] in ".!?:"
            and (not tail or tail[0].isupper() or tail[0] in '“"«„')
        )

    def _from_above(self, quote: Quote, start: int, previous: list[Sentence]) -> int | None:
        """Return who speaks by the sentence before, in this paragraph or at the end of the one above."""
        lead = self._text[max(start, quote.outer[0] - _LEAD) : quote.outer[0]].strip()
        if lead:
            begin = self._sentence_start(max(start, quote.outer[0] - 2), start)
            stop = quote.outer[0]
        elif previous:
            begin, stop = previous[-1].start, previous[-1].end
        else:
            return None
        verbs = self._lexicon.verbs(self._text, begin, stop)
        for verb in reversed(verbs):
            speaker = self._cast.subject(verb, begin, stop)
            if speaker is not None:
                return speaker
        if self._text[begin:stop].rstrip().endswith(":"):
            named = self._cast.between(begin, stop)
            return named[-1] if named else None
        if not lead and self._cast.last is not None and self._found and _near(self._found[-1], begin):
            return self._cast.last
        return None

    def _printed_again(self, quote: Quote) -> bool:
        """Return whether the words stand elsewhere near as well: a pull quote."""
        words = self._text[quote.start : quote.end].strip(" .,")
        return self._text.count(words, max(0, quote.start - _NEAR), quote.end + _NEAR) > 1

    def _add(self, quote: Quote, speaker: int | None, spans: tuple[tuple[int, int], ...] = ()) -> None:
        spans = spans or ((quote.start, _words_end(self._text, quote)),)
        self._found.append(StatementDraft("direct", spans, speaker))
        if speaker is not None:
            self._cast.last = speaker
        self._open = None if quote.closed else quote

    # -- words told ------------------------------------------------------------------------------------

    def _told(self, verbs: list[Verb], quotes: list[Quote], sentences: list[Sentence], first: int) -> None:
        spans = [quote.outer for quote in quotes]
        starts = [a for a, _ in spans]

        def quoted(at: int) -> bool:
            index = bisect_right(starts, at) - 1
            return index >= 0 and at < spans[index][1]

        free = [verb for verb in verbs if verb.start not in self._used and not quoted(verb.start)]
        direct = [span for draft in self._found[first:] for span in draft.spans]
        previous: Sentence | None = None
        position = 0
        for sentence in sentences:
            here: list[Verb] = []
            while position < len(free) and free[position].start < sentence.end:
                if free[position].start >= sentence.start:
                    here.append(free[position])
                position += 1
            if here and sentence.end - sentence.start <= _LONGEST:
                for one in indirect.told(self._text, sentence, here, previous, self._cast, self._lexicon):
                    if not any(a < one.end and one.start < b for a, b in direct):
                        self._found.append(StatementDraft("indirect", ((one.start, one.end),), one.speaker))
            previous = sentence


def _may_quote(text: str, start: int, end: int) -> bool:
    return any(text.find(mark, start, end) >= 0 for mark in "\"“”„«»‘'‚＂〝")


def _words_end(text: str, quote: Quote) -> int:
    """Return where the words of a quotation end, without the comma that leads to its attribution."""
    end = quote.end
    while end > quote.start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return end


def _near(draft: StatementDraft, at: int) -> bool:
    return at - draft.spans[-1][1] < 600


def _with_span(draft: StatementDraft, spans: tuple[tuple[int, int], ...]) -> StatementDraft:
    return StatementDraft(draft.mode, spans, draft.speaker, draft.speaker_label, draft.when, draft.venue)


def _with_speaker(draft: StatementDraft, speaker: int | None) -> StatementDraft:
    return StatementDraft(draft.mode, draft.spans, speaker, draft.speaker_label, draft.when, draft.venue)
