"""Posts of a microblog copied from their page: each is a source with its author, handle and day."""

from __future__ import annotations

import pytest

from reltui.read.lines import split as lines_of
from reltui.read.shapes.microblog import opening
from tests.read.texts import of_kind, read_text

FEED = """Ana Anić @anaanic
Good talks with @guest in Niš today.
3:15 PM · May 2, 2022

Dr. B. de la Cruz 🇵🇾 (@cruz_py) · 4 May 2022
We spoke by phone. More to come.

Joanna Doe
@jdoe
·
May 5, 2022
Off to Vienna.
And then home.
"""


def test_each_post_is_a_source_with_author_handle_and_day():
    first, second, third = read_text(FEED).sources
    assert [source.kind for source in (first, second, third)] == ["tweet"] * 3
    assert [(s.author, s.publisher, s.published) for s in (first, second, third)] == [
        ("Ana Anić", "@anaanic", "2022-05-02"),
        ("Dr. B. de la Cruz 🇵🇾", "@cruz_py", "2022-05-04"),
        ("Joanna Doe", "@jdoe", "2022-05-05"),
    ]
    assert all(source.embedded_in is None for source in (first, second, third))


def test_the_words_are_paragraphs_and_the_rest_is_not():
    first, _, third = read_text(FEED).sources
    assert of_kind(first, "paragraph") == ["Good talks with @guest in Niš today."]
    assert of_kind(first, "attribution") == ["Ana Anić @anaanic"]
    assert of_kind(first, "dateline") == ["3:15 PM · May 2, 2022"]
    assert of_kind(third, "attribution") == ["Joanna Doe", "@jdoe"]
    assert of_kind(third, "paragraph") == ["Off to Vienna.", "And then home."]


@pytest.mark.parametrize(
    "line",
    [
        "Follow us @ministry",
        "Source: Ministry @ministry",
        "We met with @guest",
        "@guest",
        "He wrote to Ana @ana!",
    ],
)
def test_a_handle_in_a_line_opens_no_post(line: str):
    assert opening(lines_of(f"{line}\nSomething else.\nAnd more.\n", {}), 0) is None


def test_an_article_that_names_an_account_at_its_end_is_one_source():
    text = "The minister left.\nHe will be back, the ministry said.\nAna Anić @anaanic\nThanks for reading.\n"
    assert len(read_text(text).sources) == 1
