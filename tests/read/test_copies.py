"""Copies and near-copies across sources."""

from __future__ import annotations

from reltui.model import Passage
from reltui.read import Description, link_copies, read_bytes

LONG = (
    "The parties reaffirmed the mutual interest in maintaining a regular political dialogue and in projects."
)


def copies(*texts: str) -> list[tuple[str, int, str, int]]:
    passages = [Passage(f"s{number}", 1, 0, len(text)) for number, text in enumerate(texts)]
    return link_copies(passages, {f"s{number}": text for number, text in enumerate(texts)})


def test_copies_are_found_whatever_their_punctuation():
    other = LONG.upper().replace(" ", "\n").replace(".", "!")
    assert copies("Something else is said here by somebody who was never there at all.", LONG, other) == [
        ("s2", 1, "s1", 1)
    ]


def test_near_copies_are_found_and_lead_to_the_first():
    twice = f"{LONG} {LONG.replace('parties', 'sides')} They agreed to meet again in the spring of next year."
    near = twice.replace("spring", "autumn")
    assert copies(twice, near, near) == [("s1", 1, "s0", 1), ("s2", 1, "s0", 1)]


def test_a_set_phrase_about_another_country_or_day_is_no_copy():
    one = (
        "Notice on the continuation of the national emergency with respect to the situation in Serbia in 2024"
    )
    assert copies(one, one.replace("Serbia", "Libya"), one.replace("2024", "2025")) == []
    assert len(copies(one, one.upper())) == 1


def test_what_only_begins_alike_is_no_copy():
    assert (
        copies(
            f"{LONG} {'One two three four five six seven eight nine ten. '}",
            f"{LONG} {'Other words follow it in this one here, many of them, and more.'}",
        )
        == []
    )


def test_short_passages_are_never_copies():
    assert copies("They met in Belgrade.", "They met in Belgrade.") == []


def test_passages_of_one_source_are_not_compared():
    text = f"{LONG}\n{LONG}"
    passages = [Passage("s", 1, 0, len(LONG)), Passage("s", 2, len(LONG) + 1, len(text))]
    assert link_copies(passages, {"s": text}) == []


def test_copies_across_files():
    one = read_bytes(f"A first report\n\n{LONG}\n".encode(), "a.txt", Description())
    two = read_bytes(f"A second report\n\n{LONG}\nAnd more of it.\n".encode(), "b.txt", Description())
    texts = {source.id: source.text for reading in (one, two) for source in reading.sources}
    assert link_copies([*one.passages, *two.passages], texts) == [
        (two.sources[0].id, 2, one.sources[0].id, 2)
    ]
