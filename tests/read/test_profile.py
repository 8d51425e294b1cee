"""Profile pages: sections with a role, items with titles, quotations with their attributions."""

from __future__ import annotations

from tests.read.texts import label, of_kind, only, seed, words

PAGE = """Politician · land

Ana Anić on Trade

Warm words here

Ana Anić favours trade with everybody and has said so for a good many years.

Timeline

  1. Anić visited Belgrade.
  2. Anić received a guest.

Actions Taken

  1. Treaty
    Signed a treaty of trade.

Key Quotes

Trade is peace.

Speech in Belgrade May 6, 2024 — On the use of trade.

Peace is trade.

Interview, 2023

What Others Say

Ivo Ivić

Ivić said that Anić was right about everything in this matter.
"""


def test_the_seed_page():
    (source,) = seed("004").sources
    assert source.kind == "profile"
    assert source.title == "Vladimir Putin on Relations with Serbia"
    assert source.published is None
    assert {block.role for block in source.blocks} == {
        "",
        "context",
        "timeline",
        "actions",
        "quotes",
        "others",
    }
    assert len(of_kind(source, "quote")) == 5
    assert len(of_kind(source, "attribution")) == 5
    assert len(of_kind(source, "item")) == 8
    assert of_kind(source, "noise") == ["Politician · country"]


def test_each_quotation_goes_with_its_attribution():
    (source,) = seed("004").sources
    for quote, line in zip(
        [block for block in source.blocks if block.kind == "quote"],
        [block for block in source.blocks if block.kind == "attribution"],
        strict=True,
    ):
        assert quote.group == line.group >= 0
        assert quote.label == (line.start, line.end)


def test_another_page_of_that_shape():
    source = only(PAGE)
    assert source.kind == "profile"
    assert source.title == "Ana Anić on Trade"
    items = [
        (words(source, block), label(source, block), block.role)
        for block in source.blocks
        if block.kind == "item"
    ]
    assert items == [
        ("Anić visited Belgrade.", None, "timeline"),
        ("Anić received a guest.", None, "timeline"),
        ("Signed a treaty of trade.", "Treaty", "actions"),
    ]
    assert of_kind(source, "quote") == ["Trade is peace.", "Peace is trade.", "Interview, 2023"]
    assert of_kind(source, "attribution") == ["Speech in Belgrade May 6, 2024 — On the use of trade."]


def test_what_others_say_names_who():
    source = only(PAGE)
    said = [block for block in source.blocks if block.role == "others" and block.kind == "paragraph"]
    assert [label(source, block) for block in said] == ["Ivo Ivić"]


def test_one_section_heading_does_not_make_a_profile():
    source = only(
        "A title here\n\nTimeline\n\nThe works began in the spring and ended in the autumn of that year.\n"
    )
    assert source.kind != "profile"


LIFE = """Elena Popescu
Minister of Foreign Affairs (2014–2024)

Career
2005–2008: Ambassador to Norway and Iceland

Timeline
4 September 2017 – Meets her colleague in Vienna to discuss the border.
27 June 2023 – Receives a guest.

Key Quotes
"The world expects us to find a way forward." — Speech in Bali, July 2022
"""


def test_two_sections_under_a_name_make_a_profile():
    source = only(LIFE)
    assert (source.kind, source.title) == ("profile", "Elena Popescu")
    assert only(LIFE.replace("Career\n", "")).kind == "profile"
    assert [line[:16] for line in of_kind(source, "item")] == ["4 September 2017", "27 June 2023 – R"]
    assert only(LIFE.replace("Elena Popescu", "Border Talks").replace("Career\n", "")).kind != "profile"


def test_a_quotation_with_its_source_behind_a_dash():
    source = only(LIFE)
    (quote,) = (block for block in source.blocks if block.kind == "quote")
    assert words(source, quote) == '"The world expects us to find a way forward."'
    assert label(source, quote) == "Speech in Bali, July 2022"
