"""The texts of the small corpus in `tests/factory.py`, cut into sources and passages.

The sentences are invented for the tests.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from reltui.model import Block, Evidence, File, Passage, Source, Stretch


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


def _source(ident: str, **about: object) -> Source:
    path, text = _TEXTS[ident]
    base = Source(ident, path, 1, 1, "release", text, _sha(path), spans=(Stretch(0, len(text), 0),))
    blocks = tuple(
        Block("heading" if passage.start == 0 else "paragraph", passage.start, passage.end)
        for passage in paragraphs(ident, text)
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
            "brief",
            kind="briefing",
            title="On the visit of the Serbian Foreign Minister",
            publisher="Russian MFA",
            published="2025-02-14",
            published_basis="explicit",
            published_why="dateline",
            language="en",
            script="Latn",
            url="https://example.org/briefing",
        ),
        _source(
            "post-1",
            kind="post",
            units=2,
            publisher="Russian MFA",
            forwarded_from="Embassy",
            language="en",
            script="Latn",
            repeats=((120, 240),),
        ),
        _source(
            "post-2", kind="post", unit=2, units=2, publisher="Russian MFA", language="en", script="Latn"
        ),
        _source(
            "article",
            kind="article",
            title="Ђурић: Србија остаје на свом путу",
            publisher="Гласник",
            units=2,
            author="Ј. Јовановић",
            published="2021-11-25",
            published_basis="explicit",
            language="sr",
            script="Cyrl",
        ),
        _source(
            "tweet",
            kind="tweet",
            unit=2,
            units=2,
            author="Марко Ђурић",
            language="sr",
            script="Cyrl",
            embedded_in="article",
            published="2021-11",
            published_basis="inferred",
            published_why="the article's month",
        ),
        _source(
            "profile", kind="profile", title="Aleksandar Vulin", language="en", script="Latn", translated=True
        ),
    )
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
