"""One walk through the quotations of the running text, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reltui.extract.document import Sentence
from reltui.extract.drafts import StatementDraft
from reltui.extract.statements import frames
from reltui.extract.statements.lexicon import WORD, Lexicon
from reltui.extract.statements.quotes import Quote
from reltui.extract.statements.speakers import Cast
from reltui.extract.statements.telling import Teller

_LEAST_WORDS = 3  # of a quotation: less is a term
_LEAST_ALONE = 6  # of a quotation that is a paragraph by itself and nobody says
_MARGIN = 12  # characters of other signs around a quotation that is a paragraph
_NEAR = 10_000  # characters around a quotation in which its words are looked for again
_LEAD = 300  # characters before a quotation that may say whose it is
_GAP = 200  # characters between two parts of one quotation
_FOLLOWS = 600  # characters behind a statement in which a paragraph in marks goes on with its speaker
_SENTENCE_START = re.compile(r"[.!?…]\s")


class Walk:
    """Collects statements in `found`; keeps who spoke last and which quotation is still open."""

    def __init__(self, text: str, cast: Cast, lexicon: Lexicon) -> None:
        self.found: list[StatementDraft] = []
        self._text = text
        self._cast = cast
        self._lexicon = lexicon
        self._open: tuple[Quote, int] | None = (
            None  # one that may go on in the next paragraph, and where it is
        )

    def paragraph(
        self, quotes: list[Quote], start: int, end: int, previous: Sequence[Sentence], teller: Teller
    ) -> None:
        """Take in the paragraph text[start:end]; `previous` are the sentences of the one before it."""
        last_end, last_said = start, -1  # where the quotation before ended, and its place among the found
        edges = [*(quote.outer[0] for quote in quotes[1:]), end]
        for quote, edge in zip(quotes, edges, strict=bool(quotes)):
            self._tell(teller, max(last_end, self._sentence_start(quote.outer[0], start)) + 1)
            if not self._goes_on(quote, start, edge) and not self._is_short(quote, edge, end):
                last_said = self._take(quote, (start, edge, end), last_end, last_said, previous, teller)
            last_end = quote.outer[1]
        self._tell(teller, end)

    def _tell(self, teller: Teller, offset: int) -> None:
        direct = [span for draft in self.found[-8:] if draft.mode == "direct" for span in draft.spans]
        for one in teller.upto(offset):
            if not any(a < one.end and one.start < b for a, b in direct):
                self.found.append(StatementDraft("indirect", ((one.start, one.end),), one.speaker))

    def _take(
        self,
        quote: Quote,
        bounds: tuple[int, int, int],
        last_end: int,
        last_said: int,
        previous: Sequence[Sentence],
        teller: Teller,
    ) -> int:
        """Take in a quotation; return the place of the statement it became part of, or `last_said`.

        `bounds`: where its paragraph begins, where the next quotation begins, where the paragraph ends.
        """
        start, edge, end = bounds
        inside = frames.within(self._text, quote, self._cast, self._lexicon)
        if inside is not None:
            teller.used.add(inside.frame.verb)
            return self._add(quote, inside.frame.speaker, inside.spans)
        frame = frames.behind(self._text, quote, edge, self._cast, self._lexicon)
        if frame is None:
            begin = max(last_end, self._sentence_start(quote.outer[0], start))
            frame = frames.before(self._text, quote, begin, self._cast, self._lexicon)
        # one verb speaks for both parts: “The road,” she said, “is open.”
        if frame is not None and (last_said < 0 or frame.verb not in teller.used):
            teller.used.add(frame.verb)
            return self._add(quote, frame.speaker)
        if last_said >= 0 and self._continues(last_end, quote):
            draft = self.found[last_said]
            part = (quote.start, _words_end(self._text, quote))
            self.found[last_said] = replace(draft, spans=(*draft.spans, part))
            self._open = None if quote.closed else (quote, last_said)
            return last_said
        return self._unframed(quote, start, end, last_end, previous, last_said)

    def _unframed(
        self, quote: Quote, start: int, end: int, last_end: int, previous: Sequence[Sentence], last_said: int
    ) -> int:
        """Take a quotation without words of saying if it is a paragraph or a sentence of its own."""
        alone = self._alone(quote, start, end)
        if not (alone or self._own_sentence(quote, last_end)) or self._printed_again(quote):
            return last_said
        speaker = self._from_above(quote, start, previous)
        several = len(WORD.findall(self._text, quote.start, quote.end)) >= _LEAST_ALONE
        if speaker is None and not (alone and several):
            return last_said
        return self._add(quote, speaker)

    def _add(self, quote: Quote, speaker: int | None, spans: tuple[tuple[int, int], ...] = ()) -> int:
        spans = spans or ((quote.start, _words_end(self._text, quote)),)
        self.found.append(StatementDraft("direct", spans, speaker))
        if speaker is not None:
            self._cast.last = speaker
        place = len(self.found) - 1
        self._open = None if quote.closed else (quote, place)
        return place

    def _goes_on(self, quote: Quote, start: int, end: int) -> bool:
        """Take a paragraph that begins with a mark into the quotation that the one above left open."""
        opened, self._open = self._open, None
        if opened is None or self._text[start : quote.outer[0]].strip() or not quote.opened:
            return False
        before, place = opened
        draft = self.found[place]
        if draft.spans[-1][1] != before.end:
            return False
        whole = (draft.spans[-1][0], _words_end(self._text, quote))
        speaker = draft.speaker
        if speaker is None:
            frame = frames.behind(self._text, quote, end, self._cast, self._lexicon)
            speaker = frame.speaker if frame is not None else None
        self.found[place] = replace(draft, spans=(*draft.spans[:-1], whole), speaker=speaker)
        if not quote.closed:
            self._open = quote, place
        return True

    # -- what a quotation looks like --------------------------------------------------------------------

    def _is_short(self, quote: Quote, edge: int, end: int) -> bool:
        """Return whether a quotation is a mere term; one that goes on (“The road,” she said, …) is not."""
        if len(WORD.findall(self._text, quote.start, quote.end)) >= _LEAST_WORDS:
            return False
        return edge == end or not self._text[quote.start : quote.end].rstrip().endswith(",")

    def _continues(self, last_end: int, quote: Quote) -> bool:
        """Return whether only an attribution stands between two quotations: “…,” he said. “…”"""
        between = self._text[last_end : quote.outer[0]]
        return len(between) <= _GAP and between.count(". ") <= 1

    def _alone(self, quote: Quote, start: int, end: int) -> bool:
        """Return whether a quotation is its paragraph."""
        if quote.outer[0] - start > _MARGIN or end - quote.outer[1] > _MARGIN:
            return False
        around = self._text[start : quote.outer[0]] + self._text[quote.outer[1] : end]
        return not around.strip(" .,\n\u00a0")

    def _own_sentence(self, quote: Quote, last_end: int) -> bool:
        """Return whether a quotation is a sentence of its own behind a sentence that says who speaks."""
        lead = self._text[last_end : quote.outer[0]].rstrip()
        tail = self._text[quote.outer[1] : quote.outer[1] + 2].strip()[:1]
        closed = self._text[quote.start : quote.end].rstrip()[-1:] in (".", "!", "?", "…")
        return closed and lead[-1:] in (".", "!", "?", ":") and (not tail or tail.isupper() or tail in '“"«„')

    def _printed_again(self, quote: Quote) -> bool:
        """Return whether the words stand elsewhere near as well: a pull quote."""
        words = self._text[quote.start : quote.end].strip(" .,")
        return self._text.count(words, max(0, quote.start - _NEAR), quote.end + _NEAR) > 1

    def _sentence_start(self, at: int, start: int) -> int:
        """Return where the sentence that leads to a quotation begins."""
        low = max(start, at - _LEAD)
        ends = [match.end() for match in _SENTENCE_START.finditer(self._text, low, at)]
        return ends[-1] if ends else low

    def _from_above(self, quote: Quote, start: int, previous: Sequence[Sentence]) -> int | None:
        """Return who speaks by the sentence before, in this paragraph or at the end of the one above."""
        lead = self._text[max(start, quote.outer[0] - _LEAD) : quote.outer[0]].strip()
        if lead:
            begin, stop = self._sentence_start(max(start, quote.outer[0] - 2), start), quote.outer[0]
        elif previous:
            begin, stop = previous[-1].start, previous[-1].end
        else:
            return None
        for verb in reversed(self._lexicon.verbs(self._text, begin, stop)):
            speaker = self._cast.subject(verb, begin, stop)
            if speaker is not None:
                return speaker
        if self._text[begin:stop].rstrip().endswith(":"):
            named = self._cast.between(begin, stop)
            return named[-1] if named else None
        if not lead and self.found and begin - self.found[-1].spans[-1][1] < _FOLLOWS:
            return self._cast.last
        return None


def _words_end(text: str, quote: Quote) -> int:
    """Return where the words of a quotation end, without the comma that leads to its attribution."""
    end = quote.end
    while end > quote.start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return end
