"""Who says it: the subject of a verb of saying, and whom a pronoun or a bare office stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reltui.authority import Tables
from reltui.extract.drafts import Spot
from reltui.extract.statements.lexicon import WORD, Lexicon, Verb

#: How far before a verb its subject is looked for, in characters: a very long "sentence" is a list.
_REACH = 400
#: How far back a pronoun or a bare office looks for its person.
_MEMORY = 4000
_BETWEEN = 4
_CLOSING = re.compile(r"[,.;:!?()\"“”«»„]")


class Cast:
    """The persons and bodies of a document that can speak, in order of the text.

    `last` is the spot of the one who spoke last; whoever walks the text keeps it up to date.
    """

    def __init__(self, text: str, spots: Sequence[Spot], lexicon: Lexicon, tables: Tables) -> None:
        self.text = text
        self.spots = spots
        self.last: int | None = None
        self._lexicon = lexicon
        self._given = tables.given
        able = [i for i, s in enumerate(spots) if s.kind != "state" and not s.adjective and not s.author]
        self._order = sorted(able, key=lambda i: (spots[i].start, -spots[i].end))
        self._starts = [spots[i].start for i in self._order]

    def between(self, start: int, end: int) -> list[int]:
        """Return the spots that can speak and begin in text[start:end], in order."""
        return self._order[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def persons(self, start: int, end: int) -> list[int]:
        """Return the persons named in text[start:end], in order."""
        return [i for i in self.between(start, end) if self.spots[i].kind == "person"]

    def lead(self, spot: int) -> int:
        """Return where a name begins together with the title before it."""
        found = self.spots[spot]
        return min(found.start, found.title_span[0]) if found.title_span else found.start

    def tail(self, spot: int) -> int:
        """Return where a name ends together with a title behind it ("Lavrov, the Foreign Minister,")."""
        found = self.spots[spot]
        return max(found.end, found.title_span[1]) if found.title_span else found.end

    def subject(self, verb: Verb, start: int, end: int) -> int | None:
        """Return the spot that is the subject of a verb in its sentence text[start:end], None where none is."""
        low = max(start, verb.start - _REACH)
        behind = self._behind(verb, end)
        if behind is not None and not self._stand_in_before(verb.start, low):
            gap = self.text[verb.end : self.lead(behind)]
            free_before = [
                i for i in self.between(low, verb.start) if not self._governed(i) and not self._owner(i)
            ]
            if not gap.strip() or not free_before:
                return behind
        return self._before(verb, low)

    # -- behind the verb: "said Lavrov", "заявил министр иностранных дел Лавров", "rekao je on" ------------------

    def _behind(self, verb: Verb, end: int) -> int | None:
        text, stop = self.text, min(end, verb.end + 120)
        following = WORD.search(text, verb.end, min(end, verb.end + 24))
        while following is not None and self._lexicon.has("skip", following.group()):
            following = WORD.search(text, following.end(), min(end, following.end() + 24))
        if following is not None and not text[verb.end : following.start()].strip(" \n"):
            he, she = self._lexicon.has("he", following.group()), self._lexicon.has("she", following.group())
            # "said he is proud" tells words, "…,” said he." does not: there the sentence or the clause ends
            if (he or she) and (_CLOSING.match(text, following.end()) or following.end() >= end):
                return self.pronoun(following.start(), feminine=she)
        for spot in self.between(verb.end, stop):
            gap = text[verb.end : self.lead(spot)]
            words = [m.group() for m in WORD.finditer(gap)]
            if len(words) > _BETWEEN + 3 or _CLOSING.search(gap):
                return None
            if any(self._lexicon.has("govern", w) or self._lexicon.has("connector", w) for w in words):
                return None
            if gap.isascii() and any(w[0].islower() and not self._lexicon.has("the", w) for w in words):
                # an English title that the spotter did not take in: "said spokesman Ivan Petrov"
                return spot if len(words) <= 2 and not self._lexicon.has("plain", words[0]) else None
            return spot
        return None

    # -- before the verb ----------------------------------------------------------------------------------------

    def _stand_in_before(self, at: int, low: int) -> bool:
        return any(
            self._lexicon.has("he", w) or self._lexicon.has("she", w) for w in self._words_before(at, low, 2)
        )

    def _before(self, verb: Verb, low: int) -> int | None:
        at = verb.start
        previous = self._words_before(at, low, _BETWEEN)
        if previous and self._lexicon.has("block", previous[0]):
            return None
        for word in previous:
            he, she = self._lexicon.has("he", word), self._lexicon.has("she", word)
            if he or she:
                return self.pronoun(at, feminine=she)
            if not self._lexicon.has("skip", word) and not word.endswith("ly"):
                break
        free = [i for i in self.between(low, at) if not self._governed(i) and not self._owner(i)]
        if free and self._short(self.text[self.tail(free[-1]) : at]):
            return free[-1]
        if _noun_like(verb):
            return None
        holder = self._holder(at, low)
        if holder is not None or not free:
            return holder
        # a longer way: an insertion ("Đurić, at a press conference …, said") or another verb before this one
        return free[-1] if self._inserted(self.text[self.tail(free[-1]) : at]) else free[0]

    def _short(self, gap: str) -> bool:
        if _CLOSING.search(gap.replace(",", " ")):
            return False
        words = [m.group() for m in WORD.finditer(gap)]
        return len(words) <= _BETWEEN and all(self._lexicon.has("skip", w) or w.endswith("ly") for w in words)

    def _inserted(self, gap: str) -> bool:
        return gap.lstrip().startswith((",", "(", "–", "—")) and gap.rstrip().endswith((",", ")", "–", "—"))

    def _governed(self, spot: int) -> bool:
        """Return whether a preposition stands before the name and its title ("after talks with Lavrov")."""
        lead = self.lead(spot)
        words = self._words_before(lead, max(0, lead - 60), 2)
        if words and self._lexicon.has("the", words[0]):
            words = words[1:]
        if not words or not self._lexicon.has("govern", words[0]):
            return False
        return self.text[max(0, lead - 2) : lead].strip()[-1:] not in (",", ".", ":", ";", "–", "—")

    def _owner(self, spot: int) -> bool:
        """Return whether the name only owns what speaks ("Lavrov’s spokesman said")."""
        end = self.spots[spot].end
        return self.text[end : end + 2] in ("’s", "'s", "’ ", "' ")

    def _words_before(self, at: int, low: int, count: int) -> list[str]:
        """Return the last words before the offset, the nearest first."""
        window = self.text[max(low, at - 60) : at]
        return [m.group() for m in WORD.finditer(window)][: -count - 1 : -1]

    # -- stand-ins ----------------------------------------------------------------------------------------------

    def pronoun(self, at: int, *, feminine: bool = False) -> int | None:
        """Return the person "he" or "she" at the offset stands for: the last speaker, else the last free name."""
        earlier = [i for i in self.persons(max(0, at - _MEMORY), at) if self._fits(i, feminine=feminine)]
        if not earlier:
            return None
        if (
            self.last is not None
            and self.spots[self.last].kind == "person"
            and self._fits(self.last, feminine=feminine)
        ):
            return self.last
        free = [i for i in earlier if not self._governed(i) and not self._owner(i)]
        return (free or earlier)[-1]

    def _fits(self, spot: int, *, feminine: bool) -> bool:
        """Return whether a given name of the other gender does not forbid the pronoun."""
        first = WORD.search(self.spots[spot].surface)
        found = self._given.find(first.group()) if first else None
        return found is None or found.gender != ("m" if feminine else "f")

    def _holder(self, at: int, low: int) -> int | None:
        """Return who "the Minister" right before the offset stands for: the last one named with such a title."""
        words = [w for w in self._words_before(at, low, _BETWEEN) if not self._lexicon.has("skip", w)]
        if not words or words[0][0].isdigit():
            return None
        return self.titled(words[0], at)

    def titled(self, word: str, at: int) -> int | None:
        """Return the last person before the offset whose title has the word."""
        wanted = word.casefold()
        if len(wanted) < 4:
            return None
        for spot in reversed(self.persons(max(0, at - _MEMORY), at)):
            title = self.spots[spot].title
            if title and wanted in (m.group().casefold() for m in WORD.finditer(title)):
                return spot
        return None


def _noun_like(verb: Verb) -> bool:
    """Return whether a form is a noun as well unless its subject stands right before it ("states", "reports")."""
    row = verb.row
    return row.language == "en" and verb.word in (row.lemma, row.lemma + "s") and verb.word != "says"
