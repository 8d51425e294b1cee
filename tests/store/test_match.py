"""Where words stand in a text: the fast ways say what the slow one says."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from reltui.query import Words
from reltui.query.tokens import folded, is_name_like, sounds, tokens
from reltui.store.match import first_spans, occurrences, spans, spoken, stands, stands_in

_PIECES = (
    "Lavrov", "lavrov", "Лавров", "Лавровом", "Đurić", "đurić", "Djuric", "djuric", "gas", "GAS", "Gas", "gasoline",
    "iGas", "gas2", "外", "交", "e\u0301", "@lavrov", "@gas", "niš", "Niš", "NIS",
)  # fmt: skip
_SIGNS = (" ", " ", " ", ". ", ", ", "-", "_", "“", "”", "…", "\n", "", "'", "’", "\u00ad", "\u0301")
_texts = st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from(_SIGNS)), max_size=14).map(
    lambda pairs: "".join(piece + sign for piece, sign in pairs)
)
_leaves = st.builds(
    Words,
    st.lists(
        st.sampled_from([p for p in _PIECES if "@" not in p and "\u0301" not in p]), min_size=1, max_size=2
    ).map(tuple),
    st.booleans(),
)


def _slowly(leaf: Words, text: str) -> list[tuple[int, int]]:
    """Look at every word, by the rule as it is written down."""

    def same(asked: str, start: int, end: int, open_end: bool) -> bool:
        word = text[start:end]
        letters = folded(asked)
        if folded(word) == letters or (open_end and folded(word).startswith(letters)):
            return True
        if not (is_name_like(word) or text[start - 1 : start] == "@"):
            return False
        heard = set(sounds(word))
        return bool(heard & set(sounds(asked))) or (
            open_end and any(key.startswith(begin) for key in heard for begin in _beginnings(asked))
        )

    cut = tokens(text)
    width = len(leaf.words)
    return [
        (cut[at][0], cut[at + width - 1][1])
        for at in range(len(cut) - width + 1)
        if all(
            same(word, *cut[at + step], leaf.prefix and step == width - 1)
            for step, word in enumerate(leaf.words)
        )
    ]


def _beginnings(word: str) -> tuple[str, ...]:
    from reltui.query.tokens import sound_beginnings

    return sound_beginnings(word)


@settings(max_examples=300, deadline=None)
@given(_leaves, _texts)
def test_every_way_to_look_says_the_same(leaf: Words, text: str) -> None:
    slowly = _slowly(leaf, text)
    fast = spans((leaf,), text)
    covered = {place for start, end in slowly for place in range(start, end)}
    assert {place for start, end in fast for place in range(start, end)} == covered, (leaf, text)
    assert stands(leaf, spoken(text)) == bool(slowly)
    assert all(text[start:end].strip() for start, end in fast)


@settings(max_examples=300, deadline=None)
@given(_leaves, _texts, st.integers(0, 6))
def test_the_hasty_way_finds_some_of_it_wherever_there_is_any(leaf: Words, text: str, start: int) -> None:
    end = len(text)
    start = min(start, end)
    whole = spans((leaf,), text, start, end)
    hasty = first_spans((leaf,), text, start, end)
    assert bool(hasty) == bool(whole), (leaf, text)
    covered = {place for begin, after in whole for place in range(begin, after)}
    assert {place for begin, after in hasty for place in range(begin, after)} <= covered, (leaf, text)


def test_a_neighbourhood_needs_a_place_for_each_word() -> None:
    leaf = Words(("gas", "oil"), near=1)
    assert occurrences(leaf, [(0, 3, "gas"), (4, 7, "and"), (8, 11, "oil")]) == [(0, 3), (8, 11)]
    assert occurrences(leaf, [(0, 3, "gas"), (4, 7, "and"), (8, 10, "or"), (11, 14, "oil")]) == []
    assert occurrences(Words(("gas", "gas"), near=1), [(0, 3, "gas")]) == []


@given(
    st.sampled_from(("Niš", "niš", "NIŠ", "Đurić", "ΟΔΟΣ", "οδος", "İzmir")),
    st.text(alphabet="NisŠšŽI\u030c\u00ad .ΟΔΣος", max_size=12),
)
def test_a_cheap_look_never_misses_exact_words(word: str, rest: str) -> None:
    leaf = Words((word,), exact=True)
    for text in (
        rest,
        f"{word} {rest}",
        f"{rest} {unicodedata.normalize('NFD', word)}",
        f"{word.upper()} {rest}",
    ):
        assert stands_in(leaf, text, lambda text=text: spoken(text)) == stands(leaf, spoken(text))


def test_a_cheap_look_spares_the_dear_one() -> None:
    def never() -> list[str]:
        raise AssertionError("the text is cut into words in vain")

    assert not stands_in(Words(("Beograd",), exact=True), "Ministar je u Zagrebu.", never)
    assert not stands_in(Words(("Niš",), exact=True), "niš", never)
    assert stands_in(Words(("Niš",), exact=True), "u gradu Niš je", never)
    assert not stands_in(Words(("Niš",), exact=True), "u Nišu", lambda: spoken("u Nišu"))
