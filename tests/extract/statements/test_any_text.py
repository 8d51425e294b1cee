"""Any text at all: spans stand in it, and its length alone costs no more than in proportion."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.authority import load
from reltui.extract.document import Document, Sentence
from reltui.extract.figures import find_figures
from reltui.extract.statements import find_statements
from tests.extract.statements.stage import drafts, source, spots

PIECE = st.sampled_from(
    ["“", "”", '"', "'", "«", "»", "„", "‘", "’", "Kovač", "said", "that", "he", "she", ",", ".", ":", " — ",
     "\n", "the talks are good", "according to", "We go on", "заявил", "что", "rekao je", "da", "adding", "(",
     ")", "@a"]
)  # fmt: skip
TEXT = st.lists(PIECE, max_size=40).map(" ".join)


@given(TEXT)
def test_statements_stand_in_the_text_and_do_not_overlap(text: str) -> None:
    here, found = drafts(source(text), {"Kovač": "Minister"})
    last = -1
    for draft in found:
        assert draft.spans
        for start, end in draft.spans:
            assert 0 <= start < end <= len(text)
            assert start >= last
            last = end
        assert draft.speaker is None or 0 <= draft.speaker < len(here)


class _Counted(str):
    """A text that counts how many characters are cut out of it."""

    cut = 0

    def __getitem__(self, key: object) -> str:
        piece = super().__getitem__(key)  # type: ignore[index]  # any key that a str takes
        type(self).cut += len(piece)
        return piece


LONG = [
    "“We go on now and then,” Kovač said. ",
    "Kovač said that the talks were good. ",
    "“a b c d e” ",
    "said ",
    "the message reads “a b c d”. ",
    "«Мы — сказал он — ",
    "'a ",
    "5 million euros of which ",
    "$5 ",
    "one hundred and ",
    "#a ",
]


@pytest.mark.parametrize("piece", LONG)
def test_what_is_read_grows_with_the_text_and_no_faster(piece: str) -> None:
    def read(times: int) -> int:
        _Counted.cut = 0
        text = _Counted(piece * times)
        made = source(text)
        object.__setattr__(made, "text", text)
        document = Document(made)
        # sentences are cut elsewhere: here each piece is one
        size = len(piece)
        document.__dict__["sentences"] = tuple(
            Sentence(i * size, (i + 1) * size, 0, piece) for i in range(times)
        )
        here = spots(str(text), {"Kovač": ""})
        find_statements(document, here, load())
        find_figures(document, here, (), load())
        return _Counted.cut

    read(2)
    assert read(800) <= 6 * max(read(200), 1)
