"""Bodies that a file repeats, and phrases printed twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reltui.authority import load
from reltui.model import Discrepancy, Facts, Source
from reltui.resolve.doubts.duplicates import find, within
from tests.resolve.doubts.corpus import source


def doubts(*sources: Source) -> list[Discrepancy]:
    return [*find(sources, Facts(), load()), *(doubt for source in sources for doubt in within(source))]


def test_file_that_prints_its_posts_twice_is_one_doubt() -> None:
    posts = [
        replace(
            source(f"Post number {n} about the talks.", f"p{n}", repeats=((100 * n, 100 * n + 30),)),
            path="dump.txt", unit=n, units=3,
        )
        for n in (1, 2, 3)
    ]  # fmt: skip
    (only,) = doubts(*posts)
    assert only.kind == "duplicate"
    assert "dump.txt" in only.what
    assert "3 posts" in only.what
    assert [e.text for e in only.evidence] == [p.text for p in posts]
    (some,) = doubts(posts[0], replace(posts[1], repeats=()), posts[2])
    assert "2 of its 3 posts" in some.what


def test_phrase_that_stands_twice() -> None:
    (only,) = doubts(source("The meeting was held in St. Petersburg.‑St. Petersburg, October 20-21, 2024."))
    assert [e.text for e in only.evidence] == ["St. Petersburg.‑St. Petersburg"]
    (only,) = doubts(source("They met in New York New York and left."))
    assert only.evidence[0].text == "New York New York"


@pytest.mark.parametrize(
    "text",
    [
        "We met the President. The President was glad.",
        "It is about jobs. Jobs, jobs, jobs, Jobs.",
        "Numbers 10 20 10 20 follow.",
        "He said no no to it, and on and on it went.",
        "See Black Families: Black Families grow.",
        "one two Three\none two Three",
        "They live in New York, New York, and work there.",
    ],
)
def test_what_may_stand_twice(text: str) -> None:
    assert doubts(source(text)) == []


def test_speech_may_repeat_itself() -> None:
    text = "They shouted Four more years four more years of it."
    assert doubts(source(text, kind="turn")) == []
    assert len(doubts(source(text))) == 1
