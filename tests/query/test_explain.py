"""A query in words."""

from __future__ import annotations

import pytest

from reltui.query import explain, parse


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("djuric", ["the word “djuric”, in any script"]),
        ("dju*", ["a word that begins with “dju”, in any script"]),
        ('"Marko Djuric"', ["the phrase “Marko Djuric”, in any script"]),
        ("=Niš", ["exactly “Niš”, in this script and with these diacritics"]),
        ("actor:lavrov", ["names “lavrov”, in any spelling"]),
        ("says:lavrov -nis", ["is said by “lavrov”, in any spelling", "not the word “nis”, in any script"]),
        ("date:2024..2025-02", ["dated 2024-01-01 to 2025-02-28"]),
        ("after:2024", ["dated 2024-01-01 or later"]),
        ("before:2024-05-06", ["dated 2024-05-06 or earlier"]),
        ("type:call,press", ["an event of type call or press conference"]),
        ("a OR b", ["the word “a”, in any script or the word “b”, in any script"]),
        ("", ["everything"]),
    ],
)
def test_a_query_in_words(text: str, said: list[str]) -> None:
    assert explain(parse(text)) == said
