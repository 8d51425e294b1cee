"""What one paragraph tells indirectly, sentence by sentence, between its quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reltui.extract.document import Sentence
from reltui.extract.statements.indirect import Told, told
from reltui.extract.statements.lexicon import Lexicon, Verb
from reltui.extract.statements.quotes import Quote
from reltui.extract.statements.speakers import Cast

#: A sentence longer than this is a list or no language at all.
_LONGEST = 3000


class Teller:
    """Goes through the sentences of a paragraph in step with whoever reads its quotations.

    In step, because "he added" behind a quotation means who was told to speak in the sentence before.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        verbs: Sequence[Verb],
        quotes: Sequence[Quote],
        cast: Cast,
        lexicon: Lexicon,
    ) -> None:
        self.used: set[int] = set()  # where verbs stand that attribute a quotation and tell nothing else
        self._text = text
        self._sentences = sentences
        self._cast = cast
        self._lexicon = lexicon
        self._quotes = [quote.outer for quote in quotes]
        self._starts = [start for start, _ in self._quotes]
        self._verbs = verbs
        self._next = 0  # the first sentence not read yet
        self._verb = 0  # the first verb not looked at yet

    def upto(self, offset: int) -> list[Told]:
        """Return what the sentences tell that end before the offset and were not read before."""
        found: list[Told] = []
        while self._next < len(self._sentences) and self._sentences[self._next].end <= offset:
            found += self._tell(self._next)
            self._next += 1
        return found

    def _tell(self, number: int) -> list[Told]:
        sentence = self._sentences[number]
        here: list[Verb] = []
        while self._verb < len(self._verbs) and self._verbs[self._verb].start < sentence.end:
            verb = self._verbs[self._verb]
            if verb.start >= sentence.start and verb.start not in self.used and not self._quoted(verb.start):
                here.append(verb)
            self._verb += 1
        if not here or sentence.end - sentence.start > _LONGEST:
            return []
        previous = self._sentences[number - 1] if number else None
        return told(self._text, sentence, here, previous, self._cast, self._lexicon)

    def _quoted(self, at: int) -> bool:
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._quotes[index][1]
