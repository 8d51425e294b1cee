"""Quotations with their citations: marks, blocks, scripts, and the source's own cuts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.cite import Record, quote
from reltui.cite.quoting import inner, unwrapped

from .cases import ARTICLE, CASES, TWEET, passages, record, source

LONG = "This is a sentence of seven short words. " * 6


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “yes” twice.", "He said ‘yes’ twice."),
        ('He said "yes" twice.', "He said ‘yes’ twice."),
        ("“He said ‘yes’ twice,” she said.", "‘He said “yes” twice,’ she said."),
        ("the ministers’ own, and Serbia’s", "the ministers’ own, and Serbia’s"),
        ("“the ministers’ own ‘red’ line”", "‘the ministers’ own “red” line’"),
        ('the "collective West", led by', "the ‘collective West’, led by"),
        ("don't 'quote' me", "don't 'quote' me"),
        ('5" of snow', "5’ of snow"),
        ("an open “quotation", "an open ‘quotation"),
        ("<...> <…> …", "<...> <…> …"),
    ],
)
def test_marks_inside_an_english_quotation_are_turned(text, inside):
    assert inner(text, "en") == inside
    assert inner(text, "en-GB") == inside
    assert inner(text, None) == inside


@pytest.mark.parametrize("language", ["sr", "ru", "de"])
def test_other_languages_keep_their_own_marks(language):
    text = "Рекао је „да“ и «нет» и “так”"
    assert inner(text, language) == text


@given(st.text(alphabet="ab ’‘“”\"'\n.", max_size=40))
def test_no_double_mark_of_the_source_can_be_taken_for_the_outer_one(text):
    inside = inner(text, "en")
    assert len(inside) == len(text)
    assert '"' not in inside
    level = 0
    for char in inside:
        level += {"“": 1, "”": -1}.get(char, 0)
        assert level >= 0  # a closing double mark would end the quotation


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("“We agree.”", "We agree."),
        ('"We agree."', "We agree."),
        ("„Слажемо се.“", "Слажемо се."),
        ("«Согласны»", "Согласны"),
        ("“We,” he said, “agree.”", "“We,” he said, “agree.”"),
        ("“We agree", "We agree"),
        ("agree,” he said.", "agree,” he said."),
        ("We agree.”", "We agree."),
        ("He said: “We agree.”", "He said: “We agree.”"),
        ("„Слажемо се", "Слажемо се"),
        ("the ministers’", "the ministers’"),
        ("\x07bell\x1b[0m\r\nline", "bell[0m\nline"),
        ("“”", "“”"),
        ("", ""),
    ],
)
def test_marks_around_the_whole_quotation_are_not_doubled(text, bare):
    assert unwrapped(text) == bare


def test_the_quotation_stands_before_its_citation():
    article = CASES["article"]
    assert quote(article, "chicago-note") == (
        "“The second one says ‘we agree’ and <...> goes on.”\n"
        "Anna B. Smith, “Two Countries and Their Long History: What the Talks About Gas Bring,” "
        "The Daily Paper, February 17, 2025, para. 2, https://paper.example/1?a=1&b=2."
    )
    assert quote(article, "apa").startswith(
        "“The second one says ‘we agree’ and <...> goes on” (Smith, 2025, para. 2).\n\nSmith, A. B. (2025, "
    )
    assert quote(article, "mla").startswith(
        "“The second one says ‘we agree’ and <...> goes on” (Smith, par. 2).\n\n"
    )
    assert quote(article, "plain").startswith(
        "“The second one says ‘we agree’ and <...> goes on.”\nAnna B. Smith"
    )
    assert quote(article, "markdown") == (
        "> The second one says “we agree” and \\<...\\> goes on.\n>\n"
        "> — Anna B. Smith, “Two Countries and Their Long History: What the Talks About Gas Bring,” "
        "*The Daily Paper*, February 17, 2025, para. 2, <https://paper.example/1?a=1&b=2>."
    )


def test_another_script_is_followed_by_its_transliteration():
    tweet = CASES["tweet-in-an-article"]
    first = quote(tweet, "chicago-note").splitlines()[0]
    assert first == (
        "“Министар Ана Марић састала се данас са колегама из региона.” "
        "[Ministar Ana Marić sastala se danas sa kolegama iz regiona.]"
    )
    assert "> \\[Ministar Ana Marić sastala se danas sa kolegama iz regiona.\\]" in quote(tweet, "markdown")


def test_a_script_that_leaves_out_its_vowels_is_not_guessed():
    of = source("article", text="وزارة الخارجية", language="ar", script="Arab")
    words = quote(Record.of(of, None, (0, len(of.text))), "chicago-note").splitlines()[0]
    assert words == "“وزارة الخارجية”"


def test_a_long_quotation_is_a_block_without_marks():
    of = source("article", text=LONG.strip(), author="Anna Smith", publisher="P", published="2024")
    found = Record.of(of, None, (0, len(of.text)))
    assert quote(found, "apa").startswith(f"{LONG.strip()} (Smith, 2024)\n\nSmith, A.")
    assert quote(found, "mla").startswith("“")  # 48 words: a block in APA (40) and not yet in MLA
    assert quote(found, "chicago-note").startswith("“")


def test_a_quotation_of_several_paragraphs_is_a_block():
    of = ARTICLE
    found = Record.of(of, passages(of), (0, len(of.text)))
    shown = quote(found, "chicago-note")
    assert shown.startswith("The first paragraph.\n\nThe second one says “we agree”")
    assert shown.endswith("The fourth.\n\nAnna Smith, news article, The Daily Paper, n.d., paras. 1–4.")


def test_without_words_there_is_only_the_citation():
    found = Record.of(ARTICLE)
    for style in ("chicago-note", "chicago-bibliography", "apa", "mla", "plain", "markdown", "bibtex", "ris"):
        from reltui.cite import cite

        assert quote(found, style) == cite(found, style)


def test_a_quotation_that_could_be_a_list_in_markdown_is_none():
    of = source("article", text="1. First\n- second\n# third")
    lines = quote(Record.of(of, None, (0, len(of.text))), "markdown").splitlines()
    assert lines[0] == "> 1\\. First"
    assert lines[2] == "> \\- second"
    assert lines[4] == "> \\# third"


def test_the_words_in_the_forms_for_programs_are_those_of_the_source():
    words = record(source("tweet", text=TWEET, language="sr"), "Разговори се настављају.")
    assert "annote = {Разговори се настављају. [Razgovori se nastavljaju.]}" in quote(words, "bibtex")
    assert "N1  - “Разговори се настављају. [Razgovori se nastavljaju.]”" in quote(words, "ris")
