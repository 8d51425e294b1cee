"""Posts embedded in an article: each is a source of its own and not in the article's text."""

from __future__ import annotations

from tests.read.texts import of_kind, only, read_text, seed

ARTICLE = "Belgrade (ABC): The minister met his guest today and spoke of the plans for the coming years.\n"
MORE = "The talks will go on next week, the ministry said in the evening after the dinner.\n"


def test_the_seed_article_and_its_two_posts():
    article, serbian, english = seed("003").sources
    assert (article.kind, serbian.kind, english.kind) == ("article", "tweet", "tweet")
    assert serbian.embedded_in == english.embedded_in == article.id
    assert article.embedded_in is None
    assert serbian.text.startswith("Министар спољних послова Србије @markodjuric")
    assert serbian.text.endswith("— MFA Serbia (@MFASerbia) February 17, 2025")
    assert english.text.startswith("🔴 #LIVE: Joint news conference")
    assert (serbian.language, serbian.script, english.language) == ("sr", "Cyrl", "en")
    assert "Министар" not in article.text
    assert "#LIVE" not in article.text
    assert "contribute to regional stability.\nOn the other hand" in article.text


def test_who_signed_it_and_when():
    _, serbian, english = seed("003").sources
    assert (serbian.author, serbian.publisher) == ("MFA Serbia", "@MFASerbia")
    assert (english.author, english.publisher) == ("MFA Russia 🇷🇺", "@mfa_russia")
    assert serbian.published == "2025-02-17"
    assert serbian.published_basis == "explicit"
    assert of_kind(serbian, "attribution") == ["— MFA Serbia (@MFASerbia) February 17, 2025"]


def test_the_article_takes_no_date_from_its_posts():
    article = seed("003").sources[0]
    assert article.published is None
    assert article.author == "Areeba Kanwal"
    assert article.publisher == "The Diplomatic Insight"
    assert of_kind(article, "caption")[0].startswith("Areeba Kanwal is a contributor")
    assert len([line for line in of_kind(article, "noise") if line.startswith("Read More:")]) == 2


def test_a_post_of_one_line_takes_only_that_line():
    text = ARTICLE + "Good talks with our friends today.\n— Ana Anić (@ana) May 6, 2024\n" + MORE
    article, post = read_text(text).sources
    assert post.text == "Good talks with our friends today.\n— Ana Anić (@ana) May 6, 2024"
    assert MORE.strip() in article.text


def test_a_post_of_several_lines_begins_where_it_looks_like_one():
    text = (
        ARTICLE
        + "🤝 Good talks with @guest on trade.\nSee https://t.co/abc\n— Ana (@ana) 6 May 2024\n"
        + MORE
    )
    article, post = read_text(text).sources
    assert post.text.startswith("🤝 Good talks")
    assert post.published == "2024-05-06"
    assert article.text.startswith("Belgrade (ABC)")


def test_blank_lines_bound_a_post():
    text = ARTICLE + "\nGood talks.\nMore to come.\n\n— Ana (@ana) May 6, 2024\n\n" + MORE
    article, post = read_text(text).sources
    assert post.text.startswith("Good talks.\nMore to come.")
    assert "Good talks" not in article.text


def test_a_dash_and_a_name_without_a_date_are_no_signature():
    assert only(ARTICLE + "— Ana Anić (@ana) said so later\n" + MORE).kind == "article"


def test_posts_alone_are_embedded_in_nothing():
    text = "Good talks today.\n— Ana (@ana) May 6, 2024\nBad talks today.\n— Ivo (@ivo) May 7, 2024\n"
    first, second = read_text(text).sources
    assert first.embedded_in is None
    assert second.embedded_in is None
    assert (first.kind, second.kind) == ("tweet", "tweet")
