"""Markdown and its front matter: the words without markup, each with its way back to the file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reltui.model import Source
from tests.read.test_law import LINES, check_blocks, check_passages, read_or_refuse
from tests.read.texts import of_kind, only, read_text

NOTE = """---
title: "Statement by Ana\\_Anić on\\
  \\ the Agreement"
date: '2024-05-06'
source_url: https://example.org/a
author: [Ivo Ivić, Eva Ević]
lang: en
tags: {a: {b: c}}
---

# The first part

The **minister** met [her *guest*](https://example.org/b "title") in
Belgrade; see <https://example.org/c>.  They spoke of A\\*B &amp; C.

-   Trade and
    energy
-   Culture

> Peace is
> trade.

**What Comes Next**

Another meeting.\x20\x20
In spring.

\\###
"""


def note() -> Source:
    return only(NOTE, "note.md")


def test_the_words_without_the_markup():
    source = note()
    assert of_kind(source, "paragraph") == [
        "The minister met her guest in Belgrade; see https://example.org/c.  They spoke of A*B & C.",
        "Another meeting.",
        "In spring.",
    ]
    assert of_kind(source, "item") == ["Trade and energy", "Culture"]
    assert of_kind(source, "quote") == ["Peace is trade."]
    assert of_kind(source, "heading") == ["The first part", "What Comes Next"]
    assert of_kind(source, "noise") == ["###"]


def test_what_the_front_matter_says():
    source = note()
    assert source.title == "Statement by Ana Anić on the Agreement"
    assert of_kind(source, "title") == [source.title]
    assert (source.published, source.published_basis) == ("2024-05-06", "explicit")
    assert source.published_why == "given in the front matter"
    assert (source.url, source.author, source.language) == ("https://example.org/a", "Ivo Ivić", "en")


def law(data: bytes, source: Source, encoding: str) -> str:
    """Assert that every stretch says what the file says, and return what no stretch accounts for."""
    file_text = data.decode(encoding)
    left = list(source.text)
    for stretch in source.spans:
        length = stretch.file_end - stretch.file_start
        assert file_text[stretch.file_start : stretch.file_end] == source.text[stretch.start :][:length]
        left[stretch.start : stretch.start + length] = [" "] * length
    return "".join(left)


def test_the_way_back_to_the_file():
    left = law(NOTE.encode(), note(), "utf-8")
    assert left.split() == ["&"], "only what is written as an escape stands nowhere in the file"


def test_a_title_that_stands_in_the_body_as_well_is_there_once():
    source = only(
        "---\ntitle: A day in May\n---\n\n# A Day in May\n\nIt rained, and the talks were put off.\n", "a.md"
    )
    assert source.text.lower().count("a day in may") == 1
    assert source.title == "A day in May"


def test_a_first_heading_is_the_title():
    source = only(
        "# A Day in May\n\nIt rained, and the talks were put off.\n\n## Later\n\nThe sun came out.\n", "a.md"
    )
    assert source.title == "A Day in May"
    assert of_kind(source, "heading") == ["Later"]


def test_underlined_headings_rules_tables_and_fences():
    text = "Head\n====\n\nSome text here.\n\n***\n\n| a | b |\n|---|---|\n| c | d |\n\n```\nx = 1\n```\n"
    source = only(text, "a.md")
    assert source.title == "Head"
    assert "---" not in source.text
    assert "***" not in source.text
    assert "| c | d |" in source.text
    assert "x = 1" in source.text


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("---\ntitle: [broken\nother: {\n---\n", "YAML"),
        ("---\ntitle: 'a'\n\tb: c\n---\n", "YAML"),
        ("+++\ntitle = broken\n+++\n", "TOML"),
    ],
)
def test_a_broken_front_matter_is_noted_and_the_text_read(head: str, said: str):
    reading = read_text(head + "\nThe text goes on here.\n", "a.md")
    assert said in reading.file.note
    assert "The text goes on here." in reading.sources[0].text


def test_toml_front_matter():
    source = only('+++\ntitle = "A day"\ndate = 2024-05-06T10:00:00Z\n+++\nIt rained on the talks.\n', "a.md")
    assert (source.title, source.published) == ("A day", "2024-05-06")


def test_a_rule_above_a_paragraph_is_no_front_matter():
    source = only("---\n\nThe text begins here.\n\n---\n\nAnd goes on here.\n", "a.md")
    assert "The text begins here." in source.text
    assert "And goes on here." in source.text


@pytest.mark.parametrize(
    "front",
    [
        "a: &x [1,2]\nb: &y [*x,*x]\nc: &z [*y,*y]\nd: [*z,*z]\ntitle: T\n",
        "a: " + "[" * 12_000 + "\n",
        "!!python/object/apply:os.system ['true']\n",
        "date: 9999-99-99\ntitle: T\n",
        "kind: novel\nurl: javascript:alert(1)\ntitle: T\n",
    ],
    ids=["aliases", "depth", "tags", "date", "values"],
)
def test_hostile_front_matter_does_no_harm(front: str):
    source = read_text(f"---\n{front}---\n\nThe text goes on here.\n", "a.md").sources[0]
    assert "The text goes on here." in source.text
    assert source.url is None
    assert source.published is None
    assert source.kind == "page"


MARKUP = st.sampled_from(
    ["# Head", "- item", "> quote", "**bold**", "*a* _b_ `c`", "[x](http://a.b/c)", "![i](j)", "<b>t</b>",
     "***",
     "---", "a\\", "b  ", "1. one", "|a|b|", "|-|-|", "```", "&amp; &#955; &bogus;", "[^1]", "\\* \\_",
     "====",
     "<!-- c -->"]
)  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(
    st.lists(st.one_of(MARKUP, LINES, st.text(max_size=40)), min_size=1, max_size=20),
    st.sampled_from(["\n", "\r\n"]),
)
def test_any_markdown(lines: list[str], end: str):
    data = end.join(lines).encode("utf-8", "replace")
    reading = read_or_refuse(data, "any.md")
    if reading is None:
        return
    check_passages(reading)
    for source in reading.sources:
        law(data, source, reading.file.encoding)
        check_blocks(source)
