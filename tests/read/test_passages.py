"""Passages: paragraphs as a reader sees them."""

from __future__ import annotations

from tests.read.texts import read_text, seed


def passage_texts(text: str) -> list[str]:
    reading = read_text(text)
    return [
        source.text[p.start : p.end]
        for source in reading.sources
        for p in reading.passages
        if p.source == source.id
    ]


def test_a_passage_is_the_paragraph_as_it_is_seen():
    text = "Moscow, 19 August 2022 (TDI): The minister will hold talks on Monday.\n\nPrevious Meetings\n\n"
    text += "They met often, and talked long.\n* * *\n"
    assert passage_texts(text) == [
        "Moscow, 19 August 2022 (TDI): The minister will hold talks on Monday.",
        "Previous Meetings",
        "They met often, and talked long.",
    ]


def test_passages_carry_speaker_attribution_and_heading():
    reading = seed("002")
    texts = {source.id: source.text for source in reading.sources}
    seen = [texts[p.source][p.start : p.end] for p in reading.passages]
    assert "Sergey Lavrov: That is true." in seen
    assert not [text for text in seen if text.startswith(("Forwarded", "#", "💬", "Read in full"))]
    answer = next(p for p in reading.passages if texts[p.source][p.start : p.end].endswith("That is true."))
    assert answer.heading == "Excerpt from Sergey Lavrov’s answers to media questions"
    (profile,) = seed("004").sources
    quotes = [profile.text[p.start : p.end] for p in seed("004").passages if p.heading == "Key Quotes"]
    assert len(quotes) == 5
    assert all("\n" in quote and ", 20" in quote for quote in quotes)


def test_lines_of_date_time_and_place_are_one_passage():
    text = "Meeting with Ana Anić\n6 May 2024\n12:20\nSochi\nThe two met and spoke at length of trade.\n"
    assert passage_texts(text) == [
        "Meeting with Ana Anić",
        "6 May 2024\n12:20\nSochi",
        "The two met and spoke at length of trade.",
    ]
