"""Who says it: the subject of a verb of saying, and whom a pronoun or a bare office stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from reltui.authority import Tables
from reltui.extract.drafts import Spot
from reltui.extract.statements.lexicon import WORD, Lexicon, Verb

#: How far before a verb its subject is looked for, in characters: a very long "sentence" is a list.
_REACH = 400
#: How far back a pronoun or a bare office looks for its person.
_MEMORY = 4000
_BETWEEN = 4
_LONG_TITLE = 200  # characters between a verb and the name behind it, where only a title stands between
_INSIDE_TITLES = frozenset(("of", "the", "for", "and", "to", "in", "at", "on"))
_CLOSING = re.compile(r"[,.;:!?()\"“”«»„]")
_INSERTED = (",", "(", "–", "—", ")")
#: Languages that leave a pronoun out: "Rekao je da …".
_PRO_DROP = frozenset(("sr", "ru"))


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
        """Return the persons surely named in text[start:end], in order."""
        spots = self.spots
        return [i for i in self.between(start, end) if spots[i].kind == "person" and spots[i].sure]

    def lead(self, spot: int) -> int:
        """Return where a name begins together with the title before it."""
        found = self.spots[spot]
        return min(found.start, found.title_span[0]) if found.title_span else found.start

    def tail(self, spot: int) -> int:
        """Return where a name ends together with a title behind it ("Lavrov, the Foreign Minister,")."""
        found = self.spots[spot]
        return max(found.end, found.title_span[1]) if found.title_span else found.end

    def subject(self, verb: Verb, start: int, end: int) -> int | None:
        """Return the spot that is the subject of a verb in its sentence text[start:end], else None."""
        low = max(start, verb.start - _REACH)
        language = verb.row.language
        touching = self.between(low, verb.start)[-1:]
        if language == "en" and touching and not self.text[self.tail(touching[0]) : verb.start].strip():
            spot = self.spots[touching[0]]
            governed = self._lexicon.has("govern", _word_before(self.text, self.lead(touching[0])), language)
            if spot.kind == "person" and spot.sure and not governed:
                return touching[0]  # "Badalyan told AFP"
        behind = self._behind(verb, end)
        if behind is not None and not self._stand_in_before(verb, low):
            gap = self.text[verb.end : self.lead(behind)]
            if not gap.strip() or not self._free(low, verb.start, language):
                return behind
        before = self._before(verb, low)
        if before is None and language in _PRO_DROP and not self.persons(low, min(end, verb.end + _REACH)):
            return self.last
        return before

    # -- behind the verb: "said Lavrov", "заявил министр иностранных дел Лавров", "rekao je on" --------

    def _behind(self, verb: Verb, end: int) -> int | None:
        text, stop, language = self.text, min(end, verb.end + 120), verb.row.language
        following = WORD.search(text, verb.end, min(end, verb.end + 24))
        while following is not None and self._lexicon.has("skip", following.group(), language):
            following = WORD.search(text, following.end(), min(end, following.end() + 24))
        if following is not None and not _CLOSING.search(text, verb.end, following.start()):
            she = self._lexicon.has("she", following.group(), language)
            # "said he is proud" tells words, "…,” said he." does not: there the sentence or the clause ends
            if (she or self._lexicon.has("he", following.group(), language)) and (
                following.end() >= end or _CLOSING.match(text, following.end()) is not None
            ):
                return self.pronoun(following.start(), feminine=she)
        if language in _PRO_DROP and following is not None:
            holder = self._holder_behind(verb, end)
            if holder is not None:
                return holder
        for place, spot in enumerate(self.between(verb.end, min(end, verb.end + _LONG_TITLE))):
            if self._lexicon.has("skip", self.spots[spot].surface, language):
                continue  # "said Sunday"
            gap = text[verb.end : self.lead(spot)]
            if language == "en" and self._is_title(gap):
                if self.spots[spot].kind == "person" and self.spots[spot].sure:
                    return (
                        spot  # "said Under Secretary of the Treasury for Financial Intelligence Brian Nelson"
                    )
                continue
            if place or self.spots[spot].start >= stop:
                return None
            words = [m.group() for m in WORD.finditer(gap)]
            if len(words) > _BETWEEN + 3 or _CLOSING.search(gap):
                return None
            has = self._lexicon.has
            if any(has("govern", w, language) or has("connector", w, language) for w in words):
                return None
            if language != "en":
                return spot
            # an English title that the spotter did not take in: "said spokesman Ivan Petrov"
            small = [w for w in words if w[0].islower() and not has("the", w, language)]
            return spot if len(small) <= 2 and not any(has("plain", w, language) for w in small) else None
        return None

    def _is_title(self, gap: str) -> bool:
        """Return whether the words between verb and name are a title of several parts ("Head of X for Y")."""
        words = [m.group() for m in WORD.finditer(gap)]
        if not words or not words[0][0].isupper() or _CLOSING.search(gap):
            return False
        return len(words) > 1 and all(w[0].isupper() or w in _INSIDE_TITLES for w in words)

    # -- before the verb -------------------------------------------------------------------------------

    def _stand_in_before(self, verb: Verb, low: int) -> bool:
        words, language = self._words_before(verb.start, low, 2), verb.row.language
        return any(
            self._lexicon.has("he", w, language) or self._lexicon.has("she", w, language) for w in words
        )

    def _before(self, verb: Verb, low: int) -> int | None:
        at, language, has = verb.start, verb.row.language, self._lexicon.has
        previous = self._words_before(at, low, _BETWEEN)
        if previous and has("block", previous[0], language):
            return None
        for word in previous:
            she = has("she", word, language)
            if she or has("he", word, language):
                return self.pronoun(at, feminine=she)
            if not self._passes(word, language):
                break
        free = self._free(low, at, language)
        if free and self._short(self.text[self.tail(free[-1]) : at], language):
            return free[-1]
        if _noun_like(verb):
            return None
        holder = self._holder(verb, low)
        if holder is not None or not free:
            return holder
        # a longer way: an insertion ("Đurić, at a press conference …, said") or another verb before this one
        gap = self.text[self.tail(free[-1]) : at].strip()
        inserted = gap.startswith(_INSERTED) and gap.endswith(_INSERTED)
        return free[-1] if inserted else free[0]

    def _free(self, start: int, end: int, language: str) -> list[int]:
        """Return the spots of a stretch that may be subjects: not governed by a preposition, not owners.

        A doubtful name is one only where it stands right before the end of the stretch, before the verb.
        """
        free = [i for i in self.between(start, end) if not self._governed(i, language) and not self._owner(i)]
        return [
            i
            for i in free
            if self.spots[i].sure or (i == free[-1] and self._short(self.text[self.tail(i) : end], language))
        ]

    def _passes(self, word: str, language: str) -> bool:
        """Return whether a word may stand between a subject and its verb."""
        return self._lexicon.has("skip", word, language) or (language == "en" and word.endswith("ly"))

    def _short(self, gap: str, language: str) -> bool:
        if _CLOSING.search(gap.replace(",", " ")):
            return False
        words = [m.group() for m in WORD.finditer(gap)]
        return len(words) <= _BETWEEN and all(self._passes(w, language) for w in words)

    def _governed(self, spot: int, language: str) -> bool:
        """Return whether a preposition stands before the name and its title ("after talks with Lavrov")."""
        lead = self.lead(spot)
        words = self._words_before(lead, max(0, lead - 60), 2)
        if words and self._lexicon.has("the", words[0], language):
            words = words[1:]
        if not words or not self._lexicon.has("govern", words[0], language):
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

    def given(self, word: str) -> bool:
        """Return whether a word is a given name and nothing else."""
        found = self._given.find(word)
        return found is not None and not found.ambiguous

    # -- stand-ins -------------------------------------------------------------------------------------

    def pronoun(self, at: int, *, feminine: bool = False) -> int | None:
        """Return the person that "he" or "she" stands for: the last speaker, else the last free name."""
        last = self.last
        if last is not None and self.spots[last].kind == "person" and self._fits(last, feminine=feminine):
            return last
        earlier = [i for i in self.persons(max(0, at - _MEMORY), at) if self._fits(i, feminine=feminine)]
        free = [i for i in earlier if not self._governed(i, "") and not self._owner(i)]
        return (free or earlier or [None])[-1]

    def _fits(self, spot: int, *, feminine: bool) -> bool:
        """Return whether a given name of the other gender does not forbid the pronoun."""
        first = WORD.search(self.spots[spot].surface)
        found = self._given.find(first.group()) if first else None
        return found is None or found.gender != ("m" if feminine else "f")

    def _holder(self, verb: Verb, low: int) -> int | None:
        """Return who "the Minister" right before a verb stands for: the last one named with such a title."""
        language = verb.row.language
        words = [w for w in self._words_before(verb.start, low, _BETWEEN) if not self._passes(w, language)]
        return self.titled(words[0], verb.start) if words else None

    def _holder_behind(self, verb: Verb, end: int) -> int | None:
        """Return who an office behind a Slavic verb stands for: "istakao je predsednik Srbije"."""
        stop = min(end, verb.end + 60)
        if self.between(verb.end, stop):
            return None
        for word in WORD.finditer(self.text, verb.end, stop):
            if _CLOSING.search(self.text, verb.end, word.start()):
                return None
            holder = self.titled(word.group(), verb.start)
            if holder is not None:
                return holder
        return None

    def titled(self, word: str, at: int) -> int | None:
        """Return the last person before the offset whose title has the word."""
        wanted = word.casefold()
        if len(wanted) < 4:
            return None
        earlier = [
            spot
            for spot in self.persons(max(0, at - _MEMORY), at)
            if wanted in (m.group().casefold() for m in WORD.finditer(self.spots[spot].title or ""))
        ]
        # of two presidents, "the president" is the one who spoke last, else the one most spoken of
        same = [
            spot
            for spot in earlier
            if self.last is not None and self._surname(spot) == self._surname(self.last)
        ]
        if same or len({self._surname(spot) for spot in earlier}) < 2:
            return (same or earlier or [None])[-1]
        return max(earlier, key=lambda spot: (self._named[self._surname(spot)], spot))

    @cached_property
    def _named(self) -> Counter[str]:
        """How often the text names the bearers of each surname."""
        return Counter(self._surname(spot) for spot in self.persons(0, len(self.text)))

    def first_of_surname(self, surname: str) -> int | None:
        """Return the first person surely named by that surname (in small letters)."""
        return self._first.get(surname)

    @cached_property
    def _first(self) -> dict[str, int]:
        return {self._surname(spot): spot for spot in reversed(self.persons(0, len(self.text)))}

    def _surname(self, spot: int) -> str:
        words = WORD.findall(self.spots[spot].surface)
        return words[-1].casefold() if words else ""


def _noun_like(verb: Verb) -> bool:
    """Return whether a form is a noun as well, unless its subject is right before it ("states")."""
    row = verb.row
    return row.language == "en" and verb.word in (row.lemma, row.lemma + "s") and verb.word != "says"


def _word_before(text: str, at: int) -> str:
    words = WORD.findall(text, max(0, at - 30), at)
    return words[-1] if words else ""
