"""Queries of each kind, made of the words and names of a generated corpus."""

from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.search.words import VOCABULARY, people, vocabulary

Maker = Callable[[], str]


def kinds(actors: int, chance: random.Random) -> dict[str, Maker]:
    """Return a maker of queries for each kind, for a corpus of so many actors."""
    fixed = random.Random(7)  # the generator's own: the same words and people
    words = vocabulary(fixed, VOCABULARY)
    somebody = people(fixed, actors)

    def word(first: int, last: int) -> str:
        return words[chance.randrange(first, last)]

    def name() -> str:
        return chance.choice(chance.choice(somebody[: len(somebody) // 2]).spellings)

    return {
        "a common word": lambda: word(0, 40),
        "a middling word": lambda: word(40, 2000),
        "a rare word": lambda: word(2000, 30000),
        "two words": lambda: f"{word(0, 400)} {word(0, 4000)}",
        "a surname, any script": lambda: name().split()[-1],
        "a full name": name,
        "a name as a phrase": lambda: f'"{name()}"',
        "a phrase of common words": lambda: f'"{word(0, 30)} {word(0, 30)}"',
        "near each other": lambda: f'"{word(0, 400)} {word(0, 400)}"~5',
        "OR and -": lambda: f"{word(0, 400)} OR {word(0, 4000)} -{word(0, 40)}",
        "=exact": lambda: f"={name().split()[-1]}",
        "actor: and a word": lambda: f'actor:"{name()}" {word(0, 200)}',
        "date: and a word": lambda: f"date:{chance.randint(1995, 2025)} {word(0, 400)}",
        "fields alone": lambda: f"type:call lang:sr after:{chance.randint(1995, 2025)}",
        "nothing to find": lambda: "zzz" + word(0, 400),
    }


TYPED = ("a common word", "a middling word", "a rare word", "two words", "a surname, any script", "a full name",
         "a name as a phrase", "actor: and a word", "date: and a word")  # fmt: skip
"""The kinds that are typed letter by letter."""

PLAIN = ("a common word", "a middling word", "a rare word", "two words", "a full name")
"""The kinds that every other program can be asked too."""
