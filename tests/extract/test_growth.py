"""The work grows with a text's length, not with its square: nothing walks all spots or dates for each sentence."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar, overload

import pytest

from reltui.authority import Tables, load
from reltui.extract.dates import find_dates
from reltui.extract.document import Document, split_sentences
from reltui.extract.events import find_reports
from reltui.extract.figures import find_figures
from reltui.extract.mentions import Read, spot
from reltui.extract.statements import find_statements
from reltui.read.described import Description
from reltui.read.reader import read_bytes

_Item = TypeVar("_Item")
_TIMES = 4
_SURNAMES = ["Vučić", "Lavrov", "Smith", "Novak", "Dačić", "Brown", "Marković", "Ivanov"]
_GIVEN = ["Ana", "Ivan", "Marko", "Sergey", "Maria", "John"]
_BODIES = ["the Blue Trade Center", "the Center", "Serbia", "the United Nations", "the European Union"]


class _Counted(Sequence[_Item]):
    """A sequence that counts how often something in it is looked at."""

    def __init__(self, items: Sequence[_Item]) -> None:
        self._items = items
        self.looks = 0

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> _Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[_Item]: ...
    def __getitem__(self, index: int | slice) -> _Item | Sequence[_Item]:
        found = self._items[index]
        self.looks += len(range(*index.indices(len(self)))) if isinstance(index, slice) else 1
        return found

    def __iter__(self) -> Iterator[_Item]:
        for item in self._items:
            self.looks += 1
            yield item


def _paragraph(draw: random.Random) -> str:
    one = f"{draw.choice(_GIVEN)} {draw.choice(_SURNAMES)}"
    other = f"{draw.choice(_GIVEN)} {draw.choice(_SURNAMES)}"
    day = f"{draw.randint(1, 28)} {draw.choice(['May', 'July'])} {draw.randint(2015, 2024)}"
    return (
        f"On {day}, President {one} of {draw.choice(_BODIES)} met Foreign Minister {other} in Belgrade. "
        f"The two presidents said that the talks with {draw.choice(_BODIES)} were good and that the Minister "
        f"would visit Moscow. He also signed an agreement worth $5 million with the Russian President. "
        f"“We are glad of it,” said {draw.choice(_SURNAMES)}."
    )


def _prose(draw: random.Random, number: int) -> str:
    return "\n\n".join(_paragraph(draw) for _ in range(number))


def _transcript(draw: random.Random, number: int) -> str:
    labels = ("QUESTION", "John Smith", "Sergey Lavrov")
    return "\n\n".join(f"{labels[i % 3]}: {_paragraph(draw)}" for i in range(number))


def _headed(draw: random.Random, number: int) -> str:
    return "\n\n".join(f"Talks of the leaders {i}\n\n{_paragraph(draw)}" for i in range(number))


def _lines(draw: random.Random, number: int) -> str:
    return "\n".join(f"{i % 27 + 1}.02.2021\n{_paragraph(draw)}" for i in range(number))


def _one_line(draw: random.Random, number: int) -> str:
    return _prose(draw, number).replace("\n\n", " ").replace(".", " ").replace(",", " ")


def _looks(text: str, tables: Tables) -> int:
    """Return how often spots and dates are looked at while reports, statements and figures are found."""
    (source,) = read_bytes(text.encode(), "text.txt", Description()).sources
    document = Document(source)
    told = [d for s in document.sentences for d in find_dates(document.text, s.start, s.end)]
    read = spot(document, told, tables)
    spots, dates = _Counted(read.spots), _Counted(read.dates)
    counted = Read(read.rows, spots, dates)  # pyright: ignore[reportArgumentType]  # a tuple that counts
    find_reports(document, counted, tables)
    find_statements(document, spots, tables, dates)
    find_figures(document, spots, dates, tables)
    return spots.looks + dates.looks


@pytest.mark.parametrize("text", [_prose, _transcript, _headed, _lines, _one_line])
def test_looks_at_spots_and_dates_grow_with_the_text(text: Callable[[random.Random, int], str]) -> None:
    few, many = (_looks(text(random.Random(3), number), load()) for number in (25, 25 * _TIMES))
    assert few > 100
    assert many < few * _TIMES * 1.4


def test_a_text_without_stops_is_cut_between_words() -> None:
    text = "word " * 10_000
    spans = split_sentences(text, 0, len(text))
    assert all(end - start <= 8000 for start, end in spans)
    assert [word for start, end in spans for word in text[start:end].split()] == text.split()


def test_one_endless_word_is_cut_as_well() -> None:
    spans = split_sentences("a" * 20_000, 0, 20_000)
    assert spans[0][0] == 0
    assert spans[-1][1] == 20_000
    assert all(one[1] == two[0] for one, two in pairwise(spans))
    assert all(end - start <= 8000 for start, end in spans)


def test_the_center_is_the_last_body_told_with_that_word() -> None:
    text = "The Blue Trade Center met. The Red Law Center came. It joined the Center. The White Arms Center left."
    (source,) = read_bytes(text.encode(), "text.txt", Description()).sources
    spots = spot(Document(source), [], load()).spots
    assert [s.stands_for for s in spots if s.surface == "Center"] == ["Red Law Center"]
