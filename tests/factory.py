"""A small corpus in memory, true to itself: six sources, eight actors, twelve events and what hangs on them.

Every piece of evidence is found in its source by its words, so that offsets cannot go wrong unnoticed.
"""

from __future__ import annotations

from dataclasses import replace

from reltui.model import (
    Actor,
    Discrepancy,
    Facts,
    Figure,
    Mention,
    Name,
    Office,
    Statement,
)
from tests.factory_events import events
from tests.factory_texts import (
    ARTICLE,
    BRIEFING,
    POST_ONE,
    POST_TWO,
    PROFILE,
    TWEET,
    Reading,
    paragraphs,
    piece,
    readings,
)

__all__ = [
    "ARTICLE",
    "BRIEFING",
    "POST_ONE",
    "POST_TWO",
    "PROFILE",
    "TWEET",
    "Reading",
    "actors",
    "build",
    "discrepancies",
    "events",
    "facts",
    "figures",
    "mentions",
    "paragraphs",
    "piece",
    "readings",
    "statements",
]


def _person(ident: str, name: str, native: str, country: str, *spellings: str) -> Actor:
    names = tuple(
        Name(text, "Cyrl" if text[0] > "Ѐ" else "Latn", "corpus") for text in (name, native, *spellings)
    )
    return Actor(ident, "person", name, native, country, None, "authority", names)


def actors() -> tuple[Actor, ...]:
    """Return the eight actors."""
    interior = Office(
        "Minister of the Interior", "serbia", "2020/2022", (piece("profile", "Minister of the Interior"),)
    )
    vulin = _person(
        "vulin", "Aleksandar Vulin", "Александар Вулин", "RS", "Alexander Vulin", "Vulin", "Вулин"
    )
    return (
        _person("djuric", "Marko Đurić", "Марко Ђурић", "RS", "Marko Djuric", "Ђурић", "Джурич"),
        _person("lavrov", "Sergey Lavrov", "Сергей Лавров", "RU", "Sergej Lavrov", "Лаврова"),
        _person("putin", "Vladimir Putin", "Владимир Путин", "RU"),
        _person("vucic", "Aleksandar Vučić", "Александар Вучић", "RS", "Aleksandar Vucic", "Вучичем"),
        replace(vulin, offices=(interior,)),
        _person("brnabic", "Ana Brnabić", "Ана Брнабић", "RS", "Ana Brnabic"),
        Actor(
            "nis",
            "organisation",
            "NIS",
            "НИС",
            "RS",
            "Q1460264",
            "authority",
            (Name("NIS", "Latn", "authority"),),
        ),
        Actor(
            "rosatom",
            "organisation",
            "Rosatom",
            None,
            "RU",
            None,
            "corpus",
            (Name("Rosatom", "Latn", "corpus"),),
        ),
    )


_MENTIONS: tuple[tuple[str, str, str, int, str | None], ...] = (
    ("djuric", "brief", "Marko Djuric", 1, "Foreign Minister"),
    ("lavrov", "brief", "Sergey Lavrov", 1, None),
    ("putin", "brief", "Vladimir Putin", 1, "President"),
    ("vucic", "brief", "Aleksandar Vucic", 1, "President"),
    ("lavrov", "post-1", "Sergey Lavrov", 1, "Foreign Minister"),
    ("brnabic", "post-1", "Ana Brnabic", 1, "Prime Minister"),
    ("nis", "post-1", "NIS", 1, None),
    ("lavrov", "post-2", "Sergey Lavrov", 1, None),
    ("vulin", "post-2", "Alexander Vulin", 1, "Deputy Prime Minister"),
    ("nis", "post-2", "NIS", 1, None),
    ("djuric", "article", "Ђурић", 1, None),
    ("djuric", "article", "Марко Ђурић", 1, "Министар спољних послова"),
    ("djuric", "article", "Ђурић", 3, None),
    ("vucic", "article", "Александар Вучић", 1, "Председник"),
    ("djuric", "tweet", "Марко Ђурић", 1, None),
    ("vulin", "profile", "Aleksandar Vulin", 1, None),
    ("vulin", "profile", "Vulin", 2, None),
    ("putin", "profile", "Vladimir Putin", 1, None),
    ("rosatom", "profile", "Rosatom", 1, None),
    ("lavrov", "profile", "Sergej Lavrov", 1, None),
    ("vulin", "profile", "Vulin", 3, None),
    ("djuric", "profile", "Джурич", 1, None),
    ("vulin", "profile", "Вулин", 1, None),
    ("lavrov", "profile", "Лаврова", 1, None),
    ("vucic", "profile", "Вучичем", 1, None),
)


def mentions() -> tuple[Mention, ...]:
    """Return who is named where; one of them is doubtful."""
    found: list[Mention] = []
    for actor, source, words, nth, title in _MENTIONS:
        at = piece(source, words, nth)
        doubt = "only the surname stands here" if words == "Джурич" else None
        found.append(
            Mention(actor, source, at.start, at.end, words, title, 0.97, "same sound in every script", doubt)
        )
    return tuple(found)


def statements() -> tuple[Statement, ...]:
    """Return the five statements; the last one goes over two places."""
    one, two = piece("post-2", "The sides discussed energy"), piece("post-2", "the future of NIS")
    quote = piece("article", "Србија води самосталну политику")
    return (
        Statement("st-1", "djuric", "direct", quote.text, "2021-11-24", "Belgrade", "say-nov", (quote,)),
        Statement(
            "st-2",
            "djuric",
            "indirect",
            "Београд неће уводити санкције",
            "2021-11-24",
            None,
            "say-nov",
            (piece("article", "Београд неће уводити санкције"),),
        ),
        Statement(
            "st-3",
            "djuric",
            "post",
            "Хвала Москви на подршци!",
            None,
            None,
            None,
            (piece("tweet", "Хвала Москви на подршци!"),),
        ),
        Statement("st-4", None, "question", "Трошкови?", None, None, None, (piece("article", "Београд"),)),
        Statement(
            "st-5",
            "lavrov",
            "indirect",
            f"{one.text} and {two.text}",
            None,
            "Moscow",
            "meet-vulin",
            (one, two),
        ),
    )


def figures() -> tuple[Figure, ...]:
    """Return the four figures."""
    return (
        Figure(
            "f-1",
            "trade",
            2.802e9,
            "USD",
            "2024",
            None,
            "2.802 billion dollars",
            (piece("brief", "2.802 billion dollars"),),
        ),
        Figure(
            "f-2",
            "growth of trade",
            13.0,
            "%",
            "2024",
            "more",
            "13 per cent",
            (piece("brief", "13 per cent"),),
        ),
        Figure(
            "f-3",
            "trade",
            2.374e9,
            "USD",
            None,
            None,
            "2,374 миллиарда долларов",
            (piece("profile", "2,374 миллиарда долларов"),),
        ),
        Figure(
            "f-4", "calls", 2.0, "calls", "2024-10/2024-12", None, "another", (piece("brief", "another"),)
        ),
    )


def discrepancies() -> tuple[Discrepancy, ...]:
    """Return the three discrepancies, one of which rests on two sources."""
    return (
        Discrepancy(
            "d-1",
            "sum",
            "conflict",
            "trade is 2.802 billion here and 2.374 billion there",
            (piece("brief", "2.802 billion dollars"), piece("profile", "2,374 миллиарда долларов")),
        ),
        Discrepancy(
            "d-2", "separator", "note", "the comma is read as a decimal mark", (piece("profile", "2,374"),)
        ),
        Discrepancy(
            "d-3", "date", "doubt", "the visit is told for two dates", (piece("brief", "On February 17"),)
        ),
    )


def facts() -> Facts:
    """Return all facts of the corpus."""
    return Facts(
        actors(),
        mentions(),
        events(),
        statements(),
        figures(),
        discrepancies(),
        copies=(("post-2", 2, "post-1", 2),),
        published=(
            ("post-1", "2024-03-21/2024-08-14", "between the posts around it"),
            ("post-2", "2024-08-14", "the day it tells of"),
        ),
    )


def build() -> tuple[list[Reading], Facts]:
    """Return the whole corpus: what was read and what was found in it."""
    return readings(), facts()
