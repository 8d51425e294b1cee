"""Full stops and opening marks that a text lost."""

from __future__ import annotations

import pytest

from reltui.resolve.doubts.misprints import within
from tests.resolve.doubts.corpus import source


@pytest.mark.parametrize(
    "text",
    [
        "The firm pays taxes to the budget The country’s total income grew.",
        "They went to the river It was cold there.",
    ],
)
def test_a_missing_full_stop(text: str) -> None:
    one = source(text)
    (only,) = within(one)
    (evidence,) = only.evidence
    assert (only.kind, only.severity) == ("translation", "doubt")
    assert one.text[evidence.start : evidence.end] == evidence.text


@pytest.mark.parametrize(
    "text",
    [
        "He moved to The Hague in May. The country grew.",
        "She reads The New York Times every day.",
        "“Say that The road is long,” he said.",
        "Minister Opens The Road Of The North",
        "We met in May. They came too.",
    ],
)
def test_sentences_in_order(text: str) -> None:
    assert within(source(text)) == []


def test_a_quotation_that_was_never_opened() -> None:
    one = source("We have agreed to go on working together,” Rama noted.")
    (only,) = within(one)
    assert only.evidence[0].text.endswith("together,”")


def test_quotations_over_several_paragraphs_are_opened() -> None:
    one = source("“We have agreed.\n\nWe go on together,” Rama noted. “It is good.”")
    assert within(one) == []
