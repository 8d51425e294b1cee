"""One record of each kind of source, and of the gaps that real sources have. The sources are made up."""

from __future__ import annotations

from typing import Any

from reltui.cite import Record
from reltui.model import Passage, Source

TEXT = (
    "The first paragraph.\n\nThe second one says “we agree” and <...> goes on.\n\nThe third.\n\nThe fourth."
)
QUOTED = "The second one says “we agree” and <...> goes on."


def source(kind: str, text: str = TEXT, **known: Any) -> Source:
    fields: dict[str, Any] = {
        "id": "s0123456789",
        "path": "folder/some_file.txt",
        "unit": 1,
        "units": 1,
        "kind": kind,
        "text": text,
        "sha256": "0123456789abcdef" * 4,
        "language": "en",
        "script": "Latn",
    }
    return Source(**{**fields, **known})


def passages(of: Source) -> list[Passage]:
    """Its paragraphs, parted by empty lines."""
    found: list[Passage] = []
    at = 0
    for part in of.text.split("\n\n"):
        found.append(Passage(of.id, len(found) + 1, at, at + len(part)))
        at += len(part) + 2
    return found


def record(of: Source, words: str = QUOTED, parent: Source | None = None) -> Record:
    start = of.text.index(words)
    return Record.of(of, passages(of), (start, start + len(words)), parent)


MFA = "Ministry of Foreign Affairs of the Russian Federation"
ARTICLE = source("article", author="Anna Smith", publisher="The Daily Paper")
TWEET = "Министар Ана Марић састала се данас са колегама из региона.\n\nРазговори се настављају."

CASES: dict[str, Record] = {
    "release": record(
        source(
            "release",
            title="Foreign Minister to hold talks with his guest on the work between the two",
            publisher=MFA,
            published="2022-08-19",
            published_basis="explicit",
            url="https://mid.example/en/1",
        )
    ),
    "release-untitled": record(source("release", publisher=MFA, published="2022-09-19")),
    "release-of-a-span": record(
        source(
            "release",
            title="Chronicle of a visit",
            publisher="Ministry",
            published="2021-11-24/2021-11-25",
        )
    ),
    "release-about": record(
        source("release", title="Chronicle of a visit", publisher="Ministry", published="2021-11~")
    ),
    "release-before": record(
        source("release", title="Chronicle of a visit", publisher="Ministry", published="../2024-08-14")
    ),
    "briefing-of-nobody": record(source("briefing")),
    "post-of-a-dump": record(
        source(
            "post",
            title="On May 6, the Foreign Minister spoke over the phone with the Speaker.",
            publisher="Some MFA",
            forwarded_from="Some MFA 🇷🇺",
            published="2024-05-06",
            published_basis="inferred",
            published_why="year from the posts around it",
            unit=3,
            units=7,
        )
    ),
    "post-forwarded": record(
        source(
            "post",
            publisher="News of the Day",
            forwarded_from="Some MFA 🇷🇺",
            published="2024-05-06",
            unit=12,
            units=40,
        )
    ),
    "post-with-a-link": record(
        source(
            "post",
            title="On September 23, Foreign Minister Sergey Lavrov had a meeting",
            publisher="Some MFA",
            url="https://t.me/some_mfa/3",
            published="2022-09-23",
        )
    ),
    "tweet-in-an-article": record(
        source(
            "tweet",
            text=TWEET,
            author="MFA Somewhere",
            publisher="@MFASomewhere",
            published="2025-02-17",
            language="sr",
            script="Cyrl",
            embedded_in=ARTICLE.id,
        ),
        "Министар Ана Марић састала се данас са колегама из региона.",
        ARTICLE,
    ),
    "tweet-alone": record(
        source(
            "tweet",
            text="We met today.",
            author="MFA Somewhere",
            publisher="@MFASomewhere",
            published="2020-02-17",
            url="https://twitter.com/MFASomewhere/status/1",
        ),
        "met",
    ),
    "article": record(
        source(
            "article",
            title="Two countries and their long history: what the talks about gas bring",
            author="Anna B. Smith",
            publisher="The Daily Paper",
            published="2025-02-17",
            url="https://paper.example/1?a=1&b=2",
        )
    ),
    "article-of-three": record(
        source(
            "article",
            title="Do “old friends” meet?",
            author="Anna Smith, Bob C. Jones and Ursula von der Leyen",
            publisher="Weekly",
            published="2025-02",
        )
    ),
    "article-of-nobody": record(
        source(
            "article",
            title="Two countries and their history",
            publisher="The Daily Paper",
            published="2025",
        )
    ),
    "article-untitled": record(ARTICLE),
    "article-in-cyrillic": record(
        source(
            "article",
            text=TWEET,
            title="Разговори у Београду",
            author="Марко Петровић",
            publisher="Дневне новине",
            published="2024-03-02",
            language="sr",
            script="Cyrl",
        ),
        "Разговори се настављају.",
    ),
    "transcript": record(
        source(
            "transcript",
            title="Meeting with the Prime Minister",
            published="2013-04-10",
            publisher="Office of the President",
            url="https://president.example/d/17870",
        )
    ),
    "profile": record(source("profile", title="Somebody on relations with somewhere")),
    "page-of-a-site": record(
        source(
            "page",
            title="Relations with somewhere",
            publisher="Pages of Politicians",
            url="https://pages.example/",
            published="2024-02",
        )
    ),
    "document-in-a-volume": record(
        source(
            "document",
            title="19. Memorandum of conversation",
            publisher="Foreign Relations of Somewhere, 1964–1968, Volume XVII",
            published="1966-10-28",
            unit=19,
            units=211,
        )
    ),
    "message": record(
        source("message", title="Talks tomorrow", author="Anna Smith", published="2024-05-06")
    ),
}  # fmt: skip
