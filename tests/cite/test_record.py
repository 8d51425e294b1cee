"""What is cited: the words, their place, and the gaps in what is known."""

from __future__ import annotations

import pytest

from reltui.cite import Record, cite
from reltui.dates import Edtf

from .cases import QUOTED, TEXT, passages, record, source


def test_the_words_are_those_that_stand_there():
    of = source("article")
    start = TEXT.index(QUOTED)
    found = Record.of(of, passages(of), (start, start + len(QUOTED)))
    assert found.quotation == of.text[found.start : found.end] == QUOTED
    assert of.text[found.start - len(found.prefix) : found.start] == found.prefix != ""
    assert of.text[found.end : found.end + len(found.suffix)] == found.suffix != ""
    assert found.paragraphs == (2, 2)


def test_a_quotation_over_several_paragraphs_names_the_first_and_the_last():
    of = source("article", title="T")
    found = Record.of(of, passages(of), (5, TEXT.index("The third") + 3))
    assert found.paragraphs == (1, 3)
    assert ", paras. 1–3" in cite(found, "chicago-note")
    assert " pars. 1–3)" in cite(found, "mla")


def test_a_passage_alone_is_quoted_whole():
    of = source("article")
    third = passages(of)[2]
    found = Record.of(of, third)
    assert (found.quotation, found.paragraphs) == ("The third.", (3, 3))


def test_a_source_alone_has_no_locator_and_no_words():
    found = Record.of(source("article", title="A title"))
    assert (found.quotation, found.paragraphs) == ("", None)
    assert cite(found, "chicago-note") == "“A Title,” n.d."


def test_a_quotation_between_paragraphs_has_no_paragraph():
    of = source("article")
    assert Record.of(of, passages(of), (20, 22)).paragraphs is None


def test_the_only_paragraph_of_a_source_is_not_numbered():
    of = source("tweet", text="\nWe met today.\n")
    found = Record.of(of, passages(of), (1, 4))
    assert found.paragraphs is None


@pytest.mark.parametrize("span", [(-1, 3), (5, 4), (0, 10_000)])
def test_a_quotation_outside_the_text_is_refused(span):
    with pytest.raises(ValueError, match="not within the text of source s0123456789"):
        Record.of(source("article"), None, span)


@pytest.mark.parametrize(
    ("published", "basis", "why", "chicago", "apa", "mla"),
    [
        ("2024-05-06", "inferred", "year from x", "May 6, [2024]", "([2024], May 6)", "6 May [2024]"),
        ("2024-05-06", "inferred", "month and year", "[May 6, 2024]", "([2024, May 6])", "[6 May 2024]"),
        ("2024-05-06", "inferred", "post after x", "[May 6, 2024]", "([2024, May 6])", "[6 May 2024]"),
        ("2024", "inferred", "year from x", "[2024]", "([2024])", "[2024]"),
        ("2024-05?", "explicit", None, "[May 2024?]", "([2024, May?])", "[May 2024?]"),
        ("2024~", "explicit", None, "ca. 2024", "(ca. 2024)", "circa 2024"),
        ("2024%", "explicit", None, "[ca. 2024?]", "([ca. 2024?])", "[circa 2024?]"),
        ("2024-03-21/2024-08-14", "inferred", "between posts", "[between March 21, 2024 and August 14, 2024]",
         "([between 2024, March 21 and 2024, August 14])", "[between 21 Mar. 2024 and 14 Aug. 2024]"),
        ("2024-03-21/2024-08-14", "explicit", None, "March 21–August 14, 2024", "(2024, March 21–August 14)",
         "21 Mar.–14 Aug. 2024"),
        ("2023-12-31/2024-01-01", "explicit", None, "December 31, 2023–January 1, 2024",
         "(2023, December 31–2024, January 1)", "31 Dec. 2023–1 Jan. 2024"),
        ("2023/2024", "explicit", None, "2023–2024", "(2023–2024)", "2023–2024"),
        ("2024-03/2024-05", "explicit", None, "March–May 2024", "(2024, March–May)", "Mar.–May 2024"),
        ("2024-08/..", "explicit", None, "after August 2024", "(after 2024, August)", "after Aug. 2024"),
        ("not a date", "explicit", None, "n.d.", "(n.d.)", ""),
        (None, None, None, "n.d.", "(n.d.)", ""),
    ],
)  # fmt: skip
def test_dates_as_each_style_writes_them(published, basis, why, chicago, apa, mla):
    of = Record.of(
        source(
            "article",
            title="T",
            author="Anna Smith",
            publisher="P",
            published=published,
            published_basis=basis,
            published_why=why,
        )
    )
    assert cite(of, "chicago-note") == f"Anna Smith, “T,” P, {chicago}".rstrip(".") + "."
    assert cite(of, "apa").splitlines()[0].startswith(f"Smith, A. {apa}. T.")
    assert cite(of, "mla").splitlines()[0] == f"Smith, Anna. “T.” P{', ' if mla else ''}{mla}."


@pytest.mark.parametrize(
    ("date", "inferred", "year"),
    [("2024-05", None, "2024"), ("2024-05", "year", "[2024]"), ("../2024", None, "before 2024")],
)
def test_the_year_alone(date, inferred, year):
    from reltui.cite.when import When

    assert When(Edtf.parse(date), inferred).year == year


@pytest.mark.parametrize(
    ("kind", "url", "published", "platform"),
    [
        ("tweet", None, "2023-07-23", "Twitter"),
        ("tweet", None, "2023-07-24", "X"),
        ("tweet", None, None, "Twitter"),
        ("post", "https://t.me/x/1", "2024", "Telegram"),
        ("post", "https://www.facebook.com/x", "2024", "Facebook"),
        ("post", "https://somewhere.example/x", "2024", None),
        ("post", None, "2024", None),
    ],
)
def test_a_platform_is_named_where_the_link_or_the_kind_says_it(kind, url, published, platform):
    of = source(kind, title="Words", author="A", url=url, published=published)
    note = cite(Record.of(of), "chicago-note")
    if platform:
        assert f"“Words,” {platform}, " in note
    else:
        assert "“Words,” post, " in note


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "mid.ru", "http://", "https://[bad"]
)
def test_what_is_no_address_of_the_web_is_left_out(url):
    of = Record.of(source("article", title="T", publisher="P", published="2024", url=url))
    assert cite(of, "chicago-note") == "“T,” P, 2024."


def test_an_address_cannot_break_out_of_its_place():
    url = 'https://a.example/x> <b}{"\\\n&%20?q=ф'
    of = record(source("article", title="T", publisher="P", published="2024", url=url))
    assert "https://a.example/x%3E%20%3Cb%7D%7B%22%5C%20&%20?q=%D1%84" in cite(of, "markdown")
    for style in ("bibtex", "ris"):
        assert "%3E%20%3Cb%7D%7B%22%5C" in cite(of, style)


def test_the_first_words_of_a_post_stand_in_for_its_title():
    long = "Word " * 60
    of = Record.of(source("post", text=long, publisher="Channel", published="2024"))
    assert cite(of, "chicago-note") == f"Channel, “{('Word ' * 20).strip()}…,” post, 2024."
    open_bracket = "One two three four (five " + "six " * 30
    of = Record.of(source("post", text=open_bracket, publisher="Channel", published="2024"))
    assert "“One two three four…,”" in cite(of, "chicago-note")
