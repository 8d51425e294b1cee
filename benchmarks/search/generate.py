"""A corpus of any size that behaves like the real thing: words by Zipf's law, names in four spellings.

    python -m benchmarks.search.generate 100000 /tmp/corpus.db

Passages have 60 to 120 words and stand four to a source; one in twenty sources is Cyrillic. Names are
spelled in one of four ways. The same number always makes the same corpus.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from benchmarks.search.words import CYRILLIC, VOCABULARY, Person, people, vocabulary

from reltui.model import (
    Actor,
    Event,
    Evidence,
    Facts,
    File,
    Mention,
    Name,
    Participant,
    Passage,
    Report,
    Source,
    Statement,
)
from reltui.store import Meta, write

PER_SOURCE = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """One file of the corpus."""

    file: File
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]


class Generator:
    """Makes the readings and facts of a corpus of so many passages; `mark` begins their ids, but for actors."""

    def __init__(self, passages: int, mark: str = "") -> None:
        self._count = passages
        self._mark = mark
        self._chance = random.Random(7)
        self.words = vocabulary(self._chance, VOCABULARY)
        self.people = people(self._chance, min(max(passages // 50, 50), 20_000))
        self._weights = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
        self._fame = list(accumulate(1 / rank**0.8 for rank in range(1, len(self.people) + 1)))
        self._cyrillic = [word.translate(CYRILLIC) for word in self.words]
        self.mentions: list[Mention] = []
        self.events: list[Event] = []
        self.statements: list[Statement] = []

    def readings(self) -> Iterator[Reading]:
        """Yield the files, one source each; the facts are whole when the last one is made."""
        for number in range(-(-self._count // PER_SOURCE)):
            yield self._reading(number, min(PER_SOURCE, self._count - number * PER_SOURCE))

    def one(self, number: int) -> tuple[Reading, Facts]:
        """Return one file more, with the facts of it alone."""
        self.mentions, self.events, self.statements = [], [], []
        reading = self._reading(number, PER_SOURCE)
        facts = self.facts()
        named = {mention.actor for mention in facts.mentions}
        return reading, replace(facts, actors=tuple(a for a in facts.actors if a.id in named))

    def facts(self) -> Facts:
        """Return the facts of what `readings` has made."""
        actors = tuple(
            Actor(p.id, "person", p.spellings[0], p.spellings[1], "RS", None, "corpus",
                  tuple(Name(text, "Cyrl" if text[0] > "Ѐ" else "Latn", "corpus") for text in p.spellings))
            for p in self.people
        )  # fmt: skip
        return Facts(actors, tuple(self.mentions), tuple(self.events), tuple(self.statements))

    def _reading(self, number: int, passages: int) -> Reading:
        chance = self._chance
        cyrillic = chance.random() < 0.05
        day = f"{chance.randint(1995, 2025)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        ident, path = f"{self._mark}s{number}", f"{self._mark}{number // 1000}/{number}.txt"
        text, cut = "", list[Passage]()
        for ordinal in range(1, passages + 1):
            start = len(text)
            body, named = self._paragraph(start, cyrillic, ident)
            text += body
            cut.append(Passage(ident, ordinal, start, len(text)))
            self._facts(ident, start, text, named, day)
            text += "\n\n"
        sha = hashlib.sha256(text.encode()).hexdigest()
        publisher = f"Ministry {number % 7}"
        source = Source(
            ident, path, 1, 1, chance.choice(("release", "article", "post")), text, sha,
            f"Report {number}", publisher, published=day, published_basis="explicit",
            language="sr" if cyrillic else "en", script="Cyrl" if cyrillic else "Latn",
        )  # fmt: skip
        return Reading(File(path, sha, "text", "utf-8", len(text)), (source,), tuple(cut))

    def _paragraph(self, start: int, cyrillic: bool, source: str) -> tuple[str, list[Mention]]:
        chance = self._chance
        length = chance.randint(60, 120)
        numbers = chance.choices(range(VOCABULARY), cum_weights=self._weights, k=length)
        table = self._cyrillic if cyrillic else self.words
        words = [table[number] for number in numbers]
        words[0] = words[0].capitalize()
        for place in range(12, length, 14):
            words[place - 1] += "."
            words[place] = words[place].capitalize()
        places = sorted(chance.sample(range(1, length), chance.randint(0, 3)))
        who = chance.choices(self.people, cum_weights=self._fame, k=len(places))
        spelled: dict[int, tuple[Person, str]] = {}
        for place, person in zip(places, who, strict=True):
            spelled[place] = (person, person.spellings[chance.choice((1, 2) if cyrillic else (0, 3))])
            words[place] = spelled[place][1]
        named: list[Mention] = []
        at = start
        for place, word in enumerate(words):
            if place in spelled:
                who_is_it = spelled[place][0].id
                named.append(Mention(who_is_it, source, at, at + len(word), word, None, 1.0, "name"))
            at += len(word) + 1
        return " ".join(words), named

    def _facts(self, source: str, start: int, text: str, named: list[Mention], day: str) -> None:
        chance = self._chance
        self.mentions += named
        if not named:
            return
        first, last = start, min(len(text), named[-1].end + 40)
        proof = (Evidence(source, first, last, text[first:last]),)
        number = f"{self._mark}{len(self.events)}-{source}" if self._mark else str(len(self.events))
        if chance.random() < 0.35:
            kind = chance.choice(("visit", "meeting", "call", "statement"))
            report = Report(f"r{number}", source, day, "explicit", "", "occurred", None, proof)
            parties = tuple(Participant(actor, "party") for actor in dict.fromkeys(m.actor for m in named))
            self.events.append(
                Event(f"e{number}", kind, f"Event {number}", day, "day", "explicit", "", "occurred",
                      chance.choice(("Moscow", "Belgrade", "Niš", None)), parties, (report,))
            )  # fmt: skip
        if chance.random() < 0.25:
            st = f"t{len(self.statements)}-{source}" if self._mark else f"t{len(self.statements)}"
            self.statements.append(
                Statement(st, named[0].actor, "indirect", proof[0].text, day, None, None, proof)
            )


def main() -> None:
    """Write a corpus of the size and to the path given on the command line."""
    size, path = int(sys.argv[1]), Path(sys.argv[2])
    made, text = Generator(size), 0

    def readings() -> Iterator[Reading]:
        nonlocal text
        for reading in made.readings():
            text += sum(len(source.text.encode()) for source in reading.sources)
            yield reading

    begun = time.monotonic()
    counted = write(path, readings(), made.facts, Meta(f"{size:,} passages", "", "benchmark", 0, "", {}))
    spent, on_disk = time.monotonic() - begun, path.stat().st_size
    print(
        f"made and wrote {size:,} passages in {spent:.0f} s, {size / spent:,.0f} a second: "
        f"{on_disk / 1e6:.0f} MB, {on_disk / text:.2f} × the text"
    )
    print(dict(counted.counts))


if __name__ == "__main__":
    main()
