"""A small corpus of model objects, complete in every field, and one that is empty."""

from __future__ import annotations

from reltui.model import (
    Actor,
    Discrepancy,
    Event,
    Evidence,
    Facts,
    Figure,
    Mention,
    Name,
    Office,
    Participant,
    Report,
    Source,
    Statement,
    Stretch,
)

TEXT = "Minister Ana Marić met Петар Зец in Oslo on 6 May 2024 👩\u200d👧: “Trade grew by 2.5 %.”\n<...>"


class Corpus:
    """Stands in for the store's reader."""

    def __init__(self, sources: list[Source], facts: Facts) -> None:
        self.sources, self.facts = sources, facts

    def everything(self) -> tuple[list[Source], Facts]:
        return self.sources, self.facts


def span(words: str, source: str = "s1", text: str = TEXT) -> Evidence:
    start = text.index(words)
    return Evidence(source, start, start + len(words), words)


def source(ident: str = "s1", **known: object) -> Source:
    fields: dict[str, object] = {
        "id": ident,
        "path": "folder/file.txt",
        "unit": 1,
        "units": 2,
        "kind": "release",
        "text": TEXT,
        "sha256": "ab" * 32,
        "language": "en",
        "script": "Latn",
        "published": "2024-05-07",
        "published_basis": "explicit",
        "published_why": "the dateline",
        "spans": (Stretch(0, len(TEXT), 0),),
        "repeats": ((100, 120),),
    }
    return Source(**{**fields, **known})  # pyright: ignore[reportArgumentType]  fields by name


def mention(actor: str, words: str, **known: object) -> Mention:
    place = span(words)
    return Mention(actor, "s1", place.start, place.end, words, **known)  # pyright: ignore[reportArgumentType]


def event(ident: str = "e1", date: str | None = "2024-05-06", **known: object) -> Event:
    report = Report(
        f"{ident}-r",
        "s1",
        date,
        "explicit",
        "in the sentence",
        "occurred",
        "Oslo",
        (span("met"), span("Oslo")),
    )
    fields: dict[str, object] = {
        "id": ident,
        "type": "meeting",
        "title": "Marić – Zec",
        "date": date,
        "precision": "day",
        "basis": "explicit",
        "why": "in the sentence",
        "status": "occurred",
        "place": "Oslo",
        "participants": (Participant("ana", "party", "Minister"), Participant("petar", "party")),
        "reports": (report,),
    }
    return Event(**{**fields, **known})  # pyright: ignore[reportArgumentType]  fields by name


FACTS = Facts(
    actors=(
        Actor(
            "petar", "person", "Petar Zec", "Петар Зец", "RS", "Q42", "authority",
            (Name("Петар Зец", "Cyrl", "corpus"),),
        ),
        Actor(
            "ana", "person", "Ana Marić",
            offices=(Office("Minister", None, "2024-05/..", (span("Minister"),)),),
        ),
    ),
    mentions=(
        mention("petar", "Петар Зец", why="as written", score=1.0),
        mention("ana", "Ana Marić", title="Minister", why="as written", score=0.5, doubt="a given name"),
    ),
    events=(event(),),
    statements=(
        Statement(
            "st1", "ana", "direct", "Trade grew by 2.5 %.", "2024-05-06", "Oslo", "e1",
            (span("Trade grew by 2.5 %."),),
        ),
    ),
    figures=(
        Figure("f1", "growth of trade", 2.5, "%", "2024", None, "2.5 %", (span("2.5 %"),)),
        Figure("f2", "meetings", 2.802e9, "USD", None, "about", "met", (span("met"),)),
    ),
    discrepancies=(
        Discrepancy("d1", "name", "doubt", "two given names", (span("Ana Marić"), span("Петар Зец"))),
    ),
)  # fmt: skip

FULL = Corpus([source()], FACTS)
EMPTY = Corpus([], Facts())
