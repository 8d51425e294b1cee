from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reltui.corrections import Anchor, Finder, Lost, Place, anchor
from reltui.model import Source, Stretch

PATH = "posts.txt"


def source(
    text: str, ident: str = "s1", path: str = PATH, sha: str = "", units: int = 1, at: int = 0
) -> Source:
    sha = sha or hashlib.sha256(text.encode()).hexdigest()
    return Source(ident, path, 1, units, "post", text, sha, spans=(Stretch(at, at + len(text), 0),))


LETTER = (
    "A letter from the capital, written by somebody who was there and wants it known to all.\n\n"
    "The minister received the ambassador in the morning. They spoke about gas, and about the new bridge.\n\n"
    "In the evening the minister received the ambassador again. They spoke about nothing that was written "
    "down, and the doors of the ministry stayed shut until late."
)


def at(text: str, words: str, nth: int = 1) -> tuple[int, int]:
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start, start + len(words)


def found(sought: Anchor, *sources: Source) -> tuple[str, int, int] | str:
    place = Finder(sources).find(sought)
    return (place.source, place.start, place.end) if isinstance(place, Place) else place.reason


def test_the_words_are_found_where_they_were():
    here = source(LETTER)
    for nth in (1, 2):
        span = at(LETTER, "the minister received" if nth == 2 else "The minister received")
        assert found(anchor(here, *span), here) == ("s1", *span)


def test_an_unchanged_file_may_lie_elsewhere():
    span = at(LETTER, "ambassador", 2)
    sought = anchor(source(LETTER), *span)
    moved = source(LETTER, ident="s2", path="archive/2024/letter.txt")
    assert found(sought, moved) == ("s2", *span)


@pytest.mark.parametrize("nth", [1, 2])
@pytest.mark.parametrize("where", ["before all", "right before", "right behind", "behind all"])
def test_text_may_come_in_around_the_words(where: str, nth: int):
    start, end = at(LETTER, "ambassador", nth)
    sought = anchor(source(LETTER), start, end)
    place = {"before all": 0, "right before": start, "right behind": end, "behind all": len(LETTER)}[where]
    more = " as we know "
    text = LETTER[:place] + more + LETTER[place:]
    shift = len(more) if place <= start else 0
    assert found(sought, source(text)) == ("s1", start + shift, end + shift)


def test_lines_may_be_broken_otherwise():
    start, end = at(LETTER, "the new bridge")
    sought = anchor(source(LETTER), start, end)
    text = LETTER.replace(" new bridge", "\n  new\tbridge").replace("received the", "received\nthe")
    place = Finder([source(text)]).find(sought)
    assert isinstance(place, Place)
    assert text[place.start : place.end] == "the\n  new\tbridge"


@pytest.mark.parametrize("nth", [1, 2])
def test_a_lookalike_is_no_match(nth: int):
    """Of two places where the same words stand, one is gone: the other is not taken for it."""
    start, end = at(LETTER, "ambassador", nth)
    sought = anchor(source(LETTER), start, end)
    assert LETTER.count("ambassador") == 2
    text = LETTER[:start] + "guest" + LETTER[end:]
    lost = Finder([source(text)]).find(sought)
    assert isinstance(lost, Lost)
    assert "does not stand among the words" in lost.reason
    assert lost.near == Place("s1", *at(text, "ambassador"))


def test_what_nothing_tells_apart_is_no_match():
    text = "\n\n".join(
        ["The doors of the ministry stayed shut until late, and nobody was seen there. " * 8] * 3
    )
    here = source(text)
    span = at(text, "ministry", 12)
    sought = anchor(here, *span)
    assert sought.settle == "place"
    assert found(sought, here) == ("s1", *span)
    assert "cannot be told apart" in str(found(replace(sought, settle="both"), source("New.\n\n" + text)))
    assert "does not stand among" in str(found(sought, source("New.\n\n" + text)))


def test_the_same_words_in_another_file_are_another_place():
    sought = anchor(source(LETTER), *at(LETTER, "the new bridge"))
    other = source(LETTER + " ", path="copy.txt")
    assert found(sought, other) == f"no file of the corpus is {PATH} that it was made on"


def test_of_files_alike_it_is_the_one_it_was_made_on():
    span = at(LETTER, "the new bridge")
    one, two = source(LETTER, "s1", "a.txt"), source(LETTER, "s2", "b.txt")
    sought = anchor(two, *span)
    assert found(sought, one, two) == ("s2", *span)
    assert "cannot be told apart" in str(found(replace(sought, path="gone.txt"), one, two))


def test_a_source_that_is_but_a_few_words_is_known_as_a_whole():
    post = source("Hvala Moskvi!", units=2)
    sought = anchor(post, 0, 13, [source("Vidimo se.", "s2", units=2)])
    same = source("Hvala Moskvi!\n", "t1", sha="0" * 64, units=2)
    assert found(sought, same) == ("t1", 0, 13)
    longer = source("Hvala Moskvi! I Beogradu.", "t1", sha="0" * 64, units=2)
    assert isinstance(Finder([longer]).find(sought), Lost)


def test_words_of_a_dump_are_told_apart_from_those_of_other_posts():
    body = "On the same day the two ministers spoke over the phone about the energy supply of the region."
    posts = [
        f"{n}\n\n{body}\n\n{tail}"
        for n, tail in enumerate(("First of them all, and the last word of it.", "Second."), 1)
    ]
    both = [source(text, f"s{n}", sha="a" * 64, units=2, at=n * 1000) for n, text in enumerate(posts, 1)]
    sought = anchor(both[1], *at(posts[1], "the two ministers"), [both[0]])
    assert sought.settle != "either"
    gone = [source(posts[0], "t1", sha="b" * 64)]
    assert isinstance(Finder(gone).find(sought), Lost)
    grown = [source(text, f"t{n}", sha="c" * 64, units=3) for n, text in enumerate(["News.", *posts], 0)]
    assert found(sought, *grown) == ("t2", *at(posts[1], "the two ministers"))


def test_without_the_other_posts_one_side_is_not_trusted():
    here = source(LETTER, units=2)
    assert anchor(here, *at(LETTER, "the new bridge")).settle == "both"
    assert anchor(here, *at(LETTER, "the new bridge"), [source("Other.", "s2")]).settle == "either"


def test_white_space_around_a_selection_is_left_out():
    start, end = at(LETTER, "morning.")
    assert anchor(source(LETTER), start - 1, end + 1) == anchor(source(LETTER), start, end)
    gap = LETTER.index("\n\n")
    with pytest.raises(ValueError, match=f"no words from {gap} to {gap + 2}"):
        anchor(source(LETTER), gap, gap + 2)


# -- any text, any edits --------------------------------------------------------------------------------

SENTENCES = [
    "The minister spoke. ",
    "He received the envoy of Serbia. ",
    "Gas was spoken of.\n\n",
    "Yes. ",
    "On {} May he left. ",
]
TEXTS = st.lists(st.tuples(st.sampled_from(SENTENCES), st.integers(1, 9)), min_size=3, max_size=40).map(
    lambda parts: "".join(sentence.format(n) for sentence, n in parts)
)


class Edited:
    """A text that remembers which of its characters were there at first."""

    def __init__(self, text: str) -> None:
        self.characters: list[tuple[str, int]] = [(c, n) for n, c in enumerate(text)]

    @property
    def text(self) -> str:
        return "".join(c for c, _ in self.characters)

    def insert(self, at: int, text: str) -> None:
        self.characters[at:at] = [(c, -1) for c in text]

    def delete(self, start: int, end: int) -> None:
        del self.characters[start:end]

    def where(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a span of the first text is now, None if it is not whole."""
        numbers = [n for _, n in self.characters]
        if start not in numbers:
            return None
        now = numbers.index(start)
        return (
            (now, now + end - start) if numbers[now : now + end - start] == list(range(start, end)) else None
        )


def alike(one: str, other: str) -> int:
    """Return how many characters two texts have in common from their beginnings."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def places(text: str, words: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(words, at)]


@st.composite
def spans(draw: st.DrawFn, text: str) -> tuple[int, int]:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 30)))
    assume(text[start:end].strip() == text[start:end])
    return start, end


@given(TEXTS.map(lambda text: text.replace(" ", "_").replace("\n", "|")), st.data())
@settings(max_examples=150, deadline=None)
def test_never_anywhere_but_where_it_was(text: str, data: st.DataObject):
    """Whatever is cut out, put in or copied to elsewhere: words are found as they stood, or not at all.

    As they stood: with so much of what stood around them that nothing else in the first text looked so.
    """
    span = data.draw(spans(text))
    sought = anchor(source(text), *span)
    edited = Edited(text)
    for _ in range(data.draw(st.integers(1, 6))):
        now = edited.text
        place = data.draw(st.integers(0, len(now)))
        if data.draw(st.booleans()):
            copied = data.draw(st.integers(0, max(0, len(now) - 1)))
            edited.insert(place, now[copied : copied + data.draw(st.integers(1, 60))])
        else:
            edited.delete(place, place + data.draw(st.integers(1, 200)))
    assume(edited.text.strip() and edited.text != text)
    answer = Finder([source(edited.text)]).find(sought)
    if isinstance(answer, Place):
        now = edited.text
        assert now[answer.start : answer.end] == sought.exact
        before = alike(text[: span[0]][::-1], now[: answer.start][::-1])
        after = alike(text[span[1] :], now[answer.end :])
        seen = text[span[0] - before : span[1] + after]
        assert places(text, seen) == [span[0] - before], "something else looked like what was found"
        assert len(seen) > 60 or seen.strip() == text.strip()


@given(TEXTS, st.data())
@settings(max_examples=150, deadline=None)
def test_found_after_whatever_was_put_in_elsewhere(text: str, data: st.DataObject):
    span = data.draw(spans(text))
    sought = anchor(source(text), *span)
    # what stands nowhere else, or is told apart by what stands around it, and is no tiny text of its own
    assume(sought.settle != "place")
    assume(len(" ".join((sought.prefix + sought.exact + sought.suffix).split())) >= 64)
    before, after = span[0] - len(sought.prefix), span[1] + len(sought.suffix)
    edited = Edited(text)
    for _ in range(data.draw(st.integers(1, 6))):
        put = data.draw(st.text(st.sampled_from("qxz QXZ\n-"), min_size=1, max_size=80))
        numbers = [n for _, n in edited.characters]
        spots = [i for i, n in enumerate(numbers) if n != -1 and (n <= before or n >= after)]
        if after == len(text):
            spots.append(len(numbers))
        edited.insert(data.draw(st.sampled_from(spots or [0])), put)
    answer = Finder([source(edited.text)]).find(sought)
    assert isinstance(answer, Place), answer
    assert (answer.start, answer.end) == edited.where(*span)


@given(TEXTS, st.data())
@settings(max_examples=60, deadline=None)
def test_found_in_the_unchanged_file_however_it_is_cut(text: str, data: st.DataObject):
    """A later version of the program may make other sources of a file; the file's own offsets hold."""
    span = data.draw(spans(text))
    sought = anchor(source(text), *span)
    cut = data.draw(st.integers(0, span[0]))
    sha = source(text).sha256
    parts = [source(text[:cut], "t1", sha=sha), source(text[cut:], "t2", sha=sha, at=cut)]
    answer = Finder([part for part in parts if part.text.strip()]).find(sought)
    assert answer == Place("t2", span[0] - cut, span[1] - cut)
