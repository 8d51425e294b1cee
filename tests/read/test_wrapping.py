"""Hard-wrapped lines: joined where a column limit alone broke them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.read.texts import of_kind, only

PROSE = (
    "The two Leaders hailed a historic new phase of bilateral cooperation and friendship by elevating their "
    "nations’ relationship to a partnership for the purposes of peace, cooperation and development."
)


def wrap(text: str, width: int) -> str:
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


@pytest.mark.parametrize("width", [50, 72, 79, 100])
def test_wrapped_prose_is_joined(width: int):
    text = "\n\n".join([wrap(PROSE, width), wrap(PROSE + " " + PROSE, width)])
    assert of_kind(only(text), "paragraph") == [PROSE, PROSE + " " + PROSE]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(st.from_regex(r"[a-z]{3,11}", fullmatch=True), min_size=40, max_size=90),
        min_size=2,
        max_size=4,
    )
)
def test_any_wrapped_prose_comes_out_as_it_went_in(paragraphs: list[list[str]]):
    prose = [" ".join(words) for words in paragraphs]
    text = "\n\n".join(wrap(paragraph, 72) for paragraph in prose)
    assert only(text).text == "\n\n".join(prose)


def test_short_lines_are_not_joined():
    text = "Participants\n" + "\n".join(
        f"Minister {name} of {land}" for name, land in zip("ABCDEF", "UVWXYZ", strict=True)
    )
    assert only(text).text == text


def test_items_of_a_wrapped_text_stay_apart():
    text = f"{wrap(PROSE, 60)}\n\n- " + "\n- ".join([wrap(PROSE, 58)] * 2)
    assert of_kind(only(text), "item") == [PROSE, PROSE]


def test_characters_that_only_lay_out_do_not_split_words():
    source = only("The mi\u00adnis\u00adter of\u200b Ser\u2060bia met his guest.\nAnd spoke.")
    assert source.text == "The minister of Serbia met his guest.\nAnd spoke."
    assert len(source.spans) == 5


def test_a_hyphen_at_the_end_of_a_wrapped_line_stays_without_a_space():
    first = "The two Leaders hailed a historic new phase of their close and long-"
    rest = wrap(f"term {PROSE}", 72)
    assert only(f"{first}\n{rest}\n\n{wrap(PROSE, 72)}").text.startswith(f"{first}term The two")


def test_a_line_full_of_soft_hyphens_is_read():
    source = only("hy\u00adphen " * 5_000 + "\u00adend.")
    assert source.text == "hyphen " * 5_000 + "end."
