"""Each form of each kind of source, against committed files: citeproc's where CSL can express the case."""

from __future__ import annotations

import pytest

from reltui.cite import STYLES, cite, quote

from .cases import CASES
from .expectations import expected

# Where citeproc's answer is not ours, and the rule that decides.
UNLISTED = "the CSL style lists no such source; the manual's order: author, title, description, date"
N_D = "an undated source is n.d., as for the other kinds; the CSL style leaves pages without a date"
TWO_SCRIPTS = "CSL cannot hold a name in two scripts"
QUOTED_IN = "CSL has no 'quoted in'; the source in which it was read is named, and in APA (8.6) and MLA cited"
BRACKETS = "CSL has no partly inferred date; the inferred part stands in square brackets"
SEPT = "MLA shortens September to Sept."
PREPOSITIONS = "MLA leaves prepositions of any length small"
BY_HAND = {
    "chicago-note": {
        "release-about": "EDTF ~ is 'about', for which Chicago has ca.; [..?] is for uncertain dates",
        "post-forwarded": "a full stop that ends a title gives way to the comma",
        "tweet-in-an-article": QUOTED_IN,
        "article": "prepositions of five letters or more have a capital (new in CMOS 18)",
        "article-in-cyrillic": TWO_SCRIPTS,
        "profile": N_D,
    },
    "chicago-bibliography": {
        "release-untitled": UNLISTED,
        "release-of-a-span": UNLISTED,
        "release-about": UNLISTED,
        "release-before": UNLISTED,
        "briefing-of-nobody": UNLISTED,
        "post-of-a-dump": UNLISTED,
        "post-forwarded": UNLISTED,
        "post-with-a-link": UNLISTED,
        "tweet-in-an-article": QUOTED_IN,
        "tweet-alone": UNLISTED,
        "article": "prepositions of five letters or more have a capital (new in CMOS 18)",
        "article-of-nobody": "the title of an article is in quotation marks, whoever stands for its author",
        "article-in-cyrillic": TWO_SCRIPTS,
        "profile": N_D,
        "document-in-a-volume": "doc. follows a comma and begins no sentence",
        "message": UNLISTED,
    },
    "apa": {
        "release-before": "CSL repeats a date in words; APA puts the year first",
        "post-of-a-dump": BRACKETS,
        "post-forwarded": "the description says what was forwarded",
        "post-with-a-link": "the description is [Post] (APA Style, social media references)",
        "tweet-in-an-article": QUOTED_IN,
        "tweet-alone": "handles stand in square brackets, and Twitter's posts are [Tweet] (APA 7, 10.15)",
        "article-in-cyrillic": TWO_SCRIPTS,
        "transcript": "the description follows the title directly (APA 7, 9.21), also where that comes first",
        "message": "a letter is cited in the text alone, as a personal communication (APA 7, 8.9)",
    },
    "mla": {
        "release": PREPOSITIONS,
        "release-untitled": SEPT,
        "release-before": "CSL repeats a date in words; MLA puts the day first",
        "post-of-a-dump": BRACKETS,
        "post-forwarded": "MLA says par.; CSL has one label a citation",
        "post-with-a-link": SEPT,
        "tweet-in-an-article": QUOTED_IN,
        "tweet-alone": "the text names the author without the handle",
        "article-in-cyrillic": TWO_SCRIPTS,
    },
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("case", CASES)
def test_citations_are_the_expected_ones(style, case):
    assert cite(CASES[case], style) == expected(style)[case]


@pytest.mark.parametrize("style", STYLES)
def test_no_expectation_is_without_its_case(style):
    assert list(expected(style)) == list(CASES)


@pytest.mark.parametrize("style", BY_HAND)
@pytest.mark.parametrize("case", CASES)
def test_citeproc_agrees_but_where_the_manual_decides(style, case):
    ours, theirs = expected(style)[case], expected(f"pandoc/{style}")[case]
    if case in BY_HAND[style]:
        assert ours != theirs, "no longer needed among BY_HAND"
    else:
        assert ours == theirs


@pytest.mark.parametrize("style", STYLES)
def test_nothing_is_said_to_have_been_accessed(style):
    for record in CASES.values():
        text = cite(record, style).lower()
        assert "accessed" not in text
        assert "retrieved" not in text


@pytest.mark.parametrize(
    "style", sorted(set(STYLES) - {"plain", "markdown", "bibtex", "ris", "csl-json", "annotation"})
)
def test_the_styles_of_manuals_never_name_a_file(style):
    assert all("some_file" not in cite(record, style) for record in CASES.values())


def test_a_style_that_is_not_there_is_named():
    for make in (cite, quote):
        with pytest.raises(ValueError, match="there is no style 'oxford': choose one of chicago-note, "):
            make(CASES["article"], "oxford")


def test_every_style_has_a_label_and_a_description():
    for style in STYLES.values():
        assert style.label
        assert style.description
