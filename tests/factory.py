"""A small corpus in memory, true to itself: six sources, eight actors, twelve events and what hangs on them.

The sentences are invented for the tests. Every piece of evidence is found in its source by its words, so
that offsets cannot go wrong unnoticed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from reltui.model import (
    Actor,
    Block,
    Discrepancy,
    Event,
    Evidence,
    Facts,
    Figure,
    File,
    Mention,
    Name,
    Office,
    Participant,
    Passage,
    Report,
    Source,
    Statement,
    Stretch,
)
from reltui.model.vocab import Basis, EventType, Precision, Role, Status


@dataclass(frozen=True, slots=True)
class Reading:
    """What `reltui.read` makes of one file."""

    file: File
    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]


BRIEFING = """On the visit of the Serbian Foreign Minister

On February 17, Foreign Minister Marko Djuric will pay a working visit to Moscow for talks with Sergey Lavrov.

President Vladimir Putin spoke over the phone with President Aleksandar Vucic on December 23, 2024. \
On October 20, 2024, the two presidents had another telephone conversation.

Trade reached 2.802 billion dollars in 2024, 13 per cent more than the year before."""

POST_ONE = """On May 6, Foreign Minister Sergey Lavrov spoke over the phone with Prime Minister Ana Brnabic.

The sides discussed energy and the future of NIS."""

POST_TWO = """On August 14, Sergey Lavrov received Deputy Prime Minister Alexander Vulin in Moscow.

The sides discussed energy and the future of NIS."""

ARTICLE = """Ђурић: Србија остаје на свом путу

Министар спољних послова Марко Ђурић изјавио је 24. новембра 2021. да Београд неће уводити санкције. \
„Србија води самосталну политику“, рекао је Ђурић.

Председник Александар Вучић боравиће у Москви 9. маја 2025. године."""

TWEET = """Хвала Москви на подршци! Ускоро се видимо, @mfa_russia. — Марко Ђурић"""

PROFILE = """Aleksandar Vulin

Timeline

In September 2024 Vulin met Vladimir Putin on the sidelines of the Eastern Economic Forum in Vladivostok.

From 2020 to 2022 he was Minister of the Interior. In 2021 he opened talks with Rosatom in Moscow.

Sergej Lavrov and Vulin agreed on a consultation group, Niš hosting its first session.

Критика: Джурич и Вулин

Переговоры Лаврова с Вучичем отложены. Оборот составил 2,374 миллиарда долларов."""

_TEXTS = {
    "brief": ("briefing.txt", BRIEFING),
    "post-1": ("posts.txt", POST_ONE),
    "post-2": ("posts.txt", POST_TWO),
    "article": ("clanak.txt", ARTICLE),
    "tweet": ("clanak.txt", TWEET),
    "profile": ("profile.txt", PROFILE),
}


def _source(id: str, **about: object) -> Source:  # noqa: A002 - the noun's own field
    path, text = _TEXTS[id]
    base = Source(id, path, 1, 1, "release", text, _sha(path), spans=(Stretch(0, len(text), 0),))
    blocks = tuple(
        Block("heading" if passage.start == 0 else "paragraph", passage.start, passage.end)
        for passage in paragraphs(id, text)
    )
    return replace(base, blocks=blocks, **about)  # type: ignore[arg-type]  # fields of Source by name


def paragraphs(source: str, text: str) -> list[Passage]:
    """Cut a text at blank lines."""
    found: list[Passage] = []
    at = 0
    for piece in text.split("\n\n"):
        found.append(Passage(source, len(found) + 1, at, at + len(piece)))
        at += len(piece) + 2
    return found


def _sha(path: str) -> str:
    return hashlib.sha256(path.encode()).hexdigest()


def readings() -> list[Reading]:
    """Return the four files with their six sources."""
    sources = (
        _source(
            "brief", kind="briefing", title="On the visit of the Serbian Foreign Minister", publisher="Russian MFA",
            published="2025-02-14", published_basis="explicit", published_why="dateline", language="en",
            script="Latn", url="https://example.org/briefing",
        ),
        _source(
            "post-1", kind="post", units=2, publisher="Russian MFA", forwarded_from="Embassy", language="en",
            script="Latn", repeats=((120, 240),),
        ),
        _source("post-2", kind="post", unit=2, units=2, publisher="Russian MFA", language="en", script="Latn"),
        _source(
            "article", kind="article", title="Ђурић: Србија остаје на свом путу", publisher="Гласник", units=2,
            author="Ј. Јовановић", published="2021-11-25", published_basis="explicit", language="sr", script="Cyrl",
        ),
        _source(
            "tweet", kind="tweet", unit=2, units=2, author="Марко Ђурић", language="sr", script="Cyrl",
            embedded_in="article", published="2021-11", published_basis="inferred", published_why="the article's month",
        ),
        _source("profile", kind="profile", title="Aleksandar Vulin", language="en", script="Latn", translated=True),
    )  # fmt: skip
    found: list[Reading] = []
    for path in dict.fromkeys(source.path for source in sources):
        some = tuple(source for source in sources if source.path == path)
        file = File(path, _sha(path), "text", "utf-8", sum(len(s.text.encode()) for s in some), "")
        cut = tuple(passage for source in some for passage in paragraphs(source.id, source.text))
        found.append(Reading(file, some, cut))
    return found


def piece(source: str, words: str, nth: int = 1) -> Evidence:
    """Return the evidence for words of a source, the nth time they stand there."""
    text = _TEXTS[source][1]
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Evidence(source, start, start + len(words), words)


def _person(id: str, name: str, native: str, country: str, *spellings: str) -> Actor:  # noqa: A002
    names = tuple(Name(text, "Cyrl" if text[0] > "Ѐ" else "Latn", "corpus") for text in (name, native, *spellings))
    return Actor(id, "person", name, native, country, None, "authority", names)


def actors() -> tuple[Actor, ...]:
    """Return the eight actors."""
    interior = Office("Minister of the Interior", "serbia", "2020/2022", (piece("profile", "Minister of the Interior"),))
    vulin = _person("vulin", "Aleksandar Vulin", "Александар Вулин", "RS", "Alexander Vulin", "Vulin", "Вулин")
    return (
        _person("djuric", "Marko Đurić", "Марко Ђурић", "RS", "Marko Djuric", "Ђурић", "Джурич"),
        _person("lavrov", "Sergey Lavrov", "Сергей Лавров", "RU", "Sergej Lavrov", "Лаврова"),
        _person("putin", "Vladimir Putin", "Владимир Путин", "RU"),
        _person("vucic", "Aleksandar Vučić", "Александар Вучић", "RS", "Aleksandar Vucic", "Вучичем"),
        replace(vulin, offices=(interior,)),
        _person("brnabic", "Ana Brnabić", "Ана Брнабић", "RS", "Ana Brnabic"),
        Actor("nis", "organisation", "NIS", "НИС", "RS", "Q1460264", "authority", (Name("NIS", "Latn", "authority"),)),
        Actor("rosatom", "organisation", "Rosatom", None, "RU", None, "corpus", (Name("Rosatom", "Latn", "corpus"),)),
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
        found.append(Mention(actor, source, at.start, at.end, words, title, 0.97, "same sound in every script", doubt))
    return tuple(found)


def _event(
    id: str,  # noqa: A002 - the noun's own field
    kind: EventType,
    title: str,
    date: str | None,
    precision: Precision,
    parties: tuple[tuple[str, Role], ...],
    *told: tuple[str, str],
    place: str | None = None,
    status: Status = "occurred",
    basis: Basis = "explicit",
    why: str = "",
) -> Event:
    reports = tuple(
        Report(f"{id}-r{n}", source, date, basis, why, status, place, (piece(source, words),))
        for n, (source, words) in enumerate(told, 1)
    )
    people = tuple(Participant(actor, role, "President" if actor == "putin" else None) for actor, role in parties)
    return Event(id, kind, title, date, precision, basis, why, status, place, people, reports)


def events() -> tuple[Event, ...]:
    """Return the twelve events: explicit and inferred, planned and cancelled, spans, bounded and undated."""
    return (
        _event("visit-djuric", "visit", "Đurić visits Moscow", "2025-02-17", "day",
               (("djuric", "guest"), ("lavrov", "host")),
               ("brief", "On February 17, Foreign Minister Marko Djuric will pay a working visit to Moscow"),
               place="Moscow", status="planned", basis="inferred", why="year from the dateline 14 February 2025"),
        _event("call-dec", "call", "Putin – Vučić", "2024-12-23", "day", (("putin", "party"), ("vucic", "party")),
               ("brief", "President Vladimir Putin spoke over the phone with President Aleksandar Vucic")),
        _event("call-oct", "call", "Putin – Vučić", "2024-10-20", "day", (("putin", "party"), ("vucic", "party")),
               ("brief", "the two presidents had another telephone conversation")),
        _event("call-may", "call", "Lavrov – Brnabić", "2024-05-06", "day",
               (("lavrov", "party"), ("brnabic", "party")),
               ("post-1", "On May 6, Foreign Minister Sergey Lavrov spoke over the phone with Prime Minister Ana Brnabic."),
               basis="inferred", why="year from the posts around it"),
        _event("meet-vulin", "meeting", "Lavrov – Vulin", "2024-08-14", "day",
               (("lavrov", "host"), ("vulin", "guest")),
               ("post-2", "On August 14, Sergey Lavrov received Deputy Prime Minister Alexander Vulin in Moscow."),
               place="Moscow", basis="inferred", why="year from the posts around it"),
        _event("say-nov", "statement", "Đurić on sanctions", "2021-11-24", "day", (("djuric", "speaker"),),
               ("article", "Марко Ђурић изјавио је 24. новембра 2021. да Београд неће уводити санкције."),
               place="Belgrade"),
        _event("may-day", "ceremony", "Vučić in Moscow", "2025-05-09", "day", (("vucic", "guest"),),
               ("article", "Председник Александар Вучић боравиће у Москви 9. маја 2025. године."),
               place="Moscow", status="planned"),
        _event("forum", "meeting", "Putin – Vulin", "2024-09", "month", (("putin", "host"), ("vulin", "guest")),
               ("profile", "In September 2024 Vulin met Vladimir Putin"), place="Vladivostok"),
        _event("rosatom-talks", "meeting", "Vulin – Rosatom", "2021", "year",
               (("vulin", "party"), ("rosatom", "party")),
               ("profile", "In 2021 he opened talks with Rosatom in Moscow."), place="Moscow"),
        _event("group", "agreement", "Lavrov – Vulin: consultation group", "2021-11-24/2021-11-25", "span",
               (("lavrov", "party"), ("vulin", "party")),
               ("profile", "Sergej Lavrov and Vulin agreed on a consultation group"), basis="inferred", why="by the group"),
        _event("postponed", "meeting", "Lavrov – Vučić", "../2024-08-14", "bounded",
               (("lavrov", "party"), ("vucic", "party")),
               ("profile", "Переговоры Лаврова с Вучичем отложены."), status="cancelled", basis="inferred",
               why="before the meeting that replaced it"),
        _event("session", "session", "Session of the consultation group", None, "unknown", (("vulin", "organiser"),),
               ("profile", "Niš hosting its first session"), ("post-2", "The sides discussed energy"), place="Niš"),
    )  # fmt: skip


def statements() -> tuple[Statement, ...]:
    """Return the five statements; the last one goes over two places."""
    one, two = piece("post-2", "The sides discussed energy"), piece("post-2", "the future of NIS")
    quote = piece("article", "Србија води самосталну политику")
    return (
        Statement("st-1", "djuric", "direct", quote.text, "2021-11-24", "Belgrade", "say-nov", (quote,)),
        Statement("st-2", "djuric", "indirect", "Београд неће уводити санкције", "2021-11-24", None, "say-nov",
                  (piece("article", "Београд неће уводити санкције"),)),
        Statement("st-3", "djuric", "post", "Хвала Москви на подршци!", None, None, None,
                  (piece("tweet", "Хвала Москви на подршци!"),)),
        Statement("st-4", None, "question", "Трошкови?", None, None, None, (piece("article", "Београд"),)),
        Statement("st-5", "lavrov", "indirect", f"{one.text} and {two.text}", None, "Moscow", "meet-vulin", (one, two)),
    )  # fmt: skip


def figures() -> tuple[Figure, ...]:
    """Return the four figures."""
    return (
        Figure("f-1", "trade", 2.802e9, "USD", "2024", None, "2.802 billion dollars",
               (piece("brief", "2.802 billion dollars"),)),
        Figure("f-2", "growth of trade", 13.0, "%", "2024", "more", "13 per cent", (piece("brief", "13 per cent"),)),
        Figure("f-3", "trade", 2.374e9, "USD", None, None, "2,374 миллиарда долларов",
               (piece("profile", "2,374 миллиарда долларов"),)),
        Figure("f-4", "calls", 2.0, "calls", "2024-10/2024-12", None, "another", (piece("brief", "another"),)),
    )  # fmt: skip


def discrepancies() -> tuple[Discrepancy, ...]:
    """Return the three discrepancies, one of which rests on two sources."""
    return (
        Discrepancy("d-1", "sum", "conflict", "trade is 2.802 billion here and 2.374 billion there",
                    (piece("brief", "2.802 billion dollars"), piece("profile", "2,374 миллиарда долларов"))),
        Discrepancy("d-2", "separator", "note", "the comma is read as a decimal mark",
                    (piece("profile", "2,374"),)),
        Discrepancy("d-3", "date", "doubt", "the visit is told for two dates", (piece("brief", "On February 17"),)),
    )  # fmt: skip


def facts() -> Facts:
    """Return all facts of the corpus."""
    return Facts(
        actors(), mentions(), events(), statements(), figures(), discrepancies(),
        copies=(("post-2", 2, "post-1", 2),),
        published=(
            ("post-1", "2024-03-21/2024-08-14", "between the posts around it"),
            ("post-2", "2024-08-14", "the day it tells of"),
        ),
    )  # fmt: skip


def build() -> tuple[list[Reading], Facts]:
    """Return the whole corpus: what was read and what was found in it."""
    return readings(), facts()
