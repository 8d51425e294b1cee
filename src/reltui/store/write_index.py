"""Fill the full-text indexes: what each row says, how its names sound, and which fields it answers to."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, TypeVar

from reltui.model import Event, Evidence, Facts, Statement
from reltui.store.about import About
from reltui.store.indexed import (
    Columns,
    Spoken,
    actor_tag,
    columns,
    party_tag,
    speaker_tag,
    spoken,
    value_tag,
)
from reltui.store.known import Known
from reltui.store.noted import Noted
from reltui.store.schema import FULL_TEXT
from reltui.store.tagged import EventTags, Named, PassageTags
from reltui.store.write_texts import Text, Texts

if TYPE_CHECKING:
    from reltui.corrections.results import Note

Tags = dict[int, list[str]]


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Noun = TypeVar("_Noun", bound=_Identified)

_GATHERED = 16 << 20  # bytes of postings gathered before they are written: twice as fast as SQLite's own 1 MB


def write_index(
    connection: sqlite3.Connection,
    texts: Texts,
    known: Known,
    facts: Facts,
    progress: Callable[[str, int, int], None],
    notes: Sequence[Note] = (),
    words_of: Callable[[str], Sequence[Spoken]] | None = None,
) -> None:
    """Fill the indexes of everything that was written, and the counts that follow from them.

    `words_of` gives what the words of the passages of a source decide, in their order, where that is known.
    """
    for name in FULL_TEXT:
        connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', ?)", (_GATHERED,))
    about = About(connection)
    named = Named(connection)
    events = EventTags(facts, known)
    passages = PassageTags(connection, events)
    noted = Noted(notes, texts, known)
    for done, text in enumerate(texts.values(), 1):
        known_words = words_of(text.id) if words_of else ()
        for place, p in enumerate(text.passages):
            said = known_words[place] if known_words else spoken(texts.words(text.id)[p.start : p.end])
            tags = [*about[text.key], *passages.of(p.key), *noted.passages.get(p.key, ())]
            connection.execute(
                "INSERT INTO passage_finder (rowid, tokens) VALUES (?, ?)",
                (p.key, f"{said.finder} {' '.join(dict.fromkeys(tags))}"),
            )
            connection.execute(
                "INSERT INTO passage_phrases (rowid, words) VALUES (?, ?)", (p.key, said.phrases)
            )
        progress("index", done, len(texts))
    _insert(
        connection,
        "actor",
        (
            (
                known.actors[a.id],
                [a.name, *(n.text for n in a.names)],
                [value_tag("kind", a.kind), *noted.actors.get(known.actors[a.id], ())],
            )
            for a in facts.actors
        ),
    )
    _events(connection, texts, known, facts, about, named, events, noted.events)
    _statements(connection, texts, known, facts, about, named, events)
    _others(connection, texts, known, facts, about, named)
    _vocabulary(connection)
    for name in FULL_TEXT:
        # one segment: else a document added later would now and then have to merge large ones
        connection.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")


def _vocabulary(connection: sqlite3.Connection) -> None:
    """Gather the words (and `~` sounds) of passages and events, with how many rows have them."""
    for kind in ("passage", "event"):
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.{kind}_terms USING fts5vocab(main, {kind}_finder, row)"
        )
    connection.execute(
        """
        INSERT INTO vocabulary (term, passages, events)
        SELECT term, sum(passages), sum(events) FROM (
            SELECT term, doc AS passages, 0 AS events FROM temp.passage_terms WHERE term < '_' OR term >= '`'
            UNION ALL SELECT term, 0, doc FROM temp.event_terms WHERE term < '_' OR term >= '`')
        GROUP BY term ORDER BY term
        """
    )
    for kind in ("passage", "event"):
        connection.execute(f"DROP TABLE temp.{kind}_terms")


def _insert(
    connection: sqlite3.Connection,
    kind: str,
    rows: Iterable[tuple[int, Iterable[str], Iterable[str]]],
    besides: Callable[[int], Columns | None] | None = None,
) -> None:
    """Put rows into their index: the texts and the tags of each, without what is said `besides`."""
    find = f"INSERT INTO {kind}_finder (rowid, tokens) VALUES (?, ?)"
    for key, texts, tags in rows:
        known = columns(texts, tags)
        if besides and (other := besides(key)) is not None:
            known = known.without(other)
        connection.execute(find, (key, known.finder(kind)))


def _events(
    connection: sqlite3.Connection,
    texts: Texts,
    known: Known,
    facts: Facts,
    about: About,
    named: Named,
    tags_of: EventTags,
    noted: Tags,
) -> None:
    names = {actor.id: actor.name for actor in facts.actors}
    speakers: dict[str, list[str]] = defaultdict(list)
    for statement in facts.statements:
        if statement.event:
            tags = speakers[statement.event]
            tags.append(value_tag("has", "statement"))
            if statement.speaker:
                tags.append(speaker_tag(known.actor(statement.speaker)))
    doubted = {key for (key,) in connection.execute("SELECT key FROM events WHERE doubt IS NOT NULL")}
    counts: dict[int, int] = defaultdict(int)

    def row(event: Event, key: int) -> tuple[int, list[str], list[str]]:
        parties = [known.actor(p.actor) for p in event.participants]
        pieces = [piece for piece in event.evidence if piece.source in texts]
        sources = [texts[piece.source].key for piece in pieces]
        heard = [a for p in pieces for a in named.within(texts[p.source].key, p.start, p.end)]
        tags = tags_of[key] + speakers.get(event.id, []) + noted.get(key, [])
        tags += [party_tag(actor) for actor in parties]
        tags += [actor_tag(actor) for actor in (*parties, *heard)]
        tags += [tag for source in dict.fromkeys(sources) for tag in about[source]]
        tags += [value_tag("has", "doubt")] if key in doubted else []
        for actor in {*parties, *heard}:
            counts[actor] += 1
        said = [event.title, event.place or "", *(names[p.actor] for p in event.participants)]
        return key, [*said, *dict.fromkeys(piece.text for piece in pieces)], tags

    written = sorted((known.events[e.id], n) for n, e in enumerate(facts.events) if e.id in known.events)
    _insert(connection, "event", (row(facts.events[n], key) for key, n in written))
    connection.executemany("UPDATE actors SET events = ? WHERE key = ?", [(n, a) for a, n in counts.items()])


def _statements(
    connection: sqlite3.Connection,
    texts: Texts,
    known: Known,
    facts: Facts,
    about: About,
    named: Named,
    tags_of: EventTags,
) -> None:
    names = {actor.id: actor.name for actor in facts.actors}

    def row(statement: Statement, key: int) -> tuple[int, list[str], list[str]]:
        event = known.events.get(statement.event or "")
        tags = [value_tag("has", "statement"), *(tags_of[event] if event is not None else ())]
        if statement.speaker:
            speaker = known.actor(statement.speaker)
            tags += [speaker_tag(speaker), actor_tag(speaker)]
        for piece in statement.evidence:
            if piece.source in texts:
                source = texts[piece.source].key
                tags += about[source]
                tags += [actor_tag(actor) for actor in named.within(source, piece.start, piece.end)]
        return key, [statement.text, names.get(statement.speaker or "", "")], tags

    _insert(
        connection, "statement", (row(st, key) for st, key in _in_order(facts.statements, known.statements))
    )


def _in_order(nouns: Sequence[_Noun], keys: Mapping[str, int]) -> Iterator[tuple[_Noun, int]]:
    """Yield the nouns that have row numbers, in their order, without holding them."""
    order = sorted((keys[noun.id], place) for place, noun in enumerate(nouns) if noun.id in keys)
    return ((nouns[place], key) for key, place in order)


def _others(
    connection: sqlite3.Connection,
    texts: Texts,
    known: Known,
    facts: Facts,
    about: About,
    named: Named,
) -> None:
    """Fill the indexes of figures and doubts; both answer for the paragraph in which they stand.

    Of figures only that is put in which the paragraph does not say (see `standing`).
    """
    stands = dict(connection.execute("SELECT key, passage FROM figures"))
    standing: dict[int, tuple[str, int, int]] = {}  # of the figure that is being put in

    @lru_cache(maxsize=1)  # figures of a paragraph follow on one another
    def told(source: str, start: int, end: int) -> Columns:
        inside = named.within(texts[source].key, start, end)
        tags = [value_tag("has", "figure"), *about[texts[source].key], *map(actor_tag, inside)]
        return columns([texts.words(source)[start:end]], tags)

    def besides(key: int) -> Columns | None:
        return told(*standing.pop(key)) if key in standing else None

    def row(
        kind: str, key: int, said: Iterable[str], evidence: Iterable[Evidence]
    ) -> tuple[int, list[str], list[str]]:
        tags = [value_tag("has", kind)]
        spoken = list(said)
        for piece in evidence:
            text = texts.get(piece.source)
            if text is None:
                continue
            tags += about[text.key]
            start, end, last = _paragraph(text, piece.start, piece.end)
            if kind == "figure" and last and text.passage_around(piece.start) == stands[key]:
                standing[key] = piece.source, start, last
                if last == end:
                    continue  # all of it would be taken out again
            tags += [actor_tag(actor) for actor in named.within(text.key, start, end)]
            spoken.append(texts.words(piece.source)[start:end])
        return key, spoken, tags

    _insert(
        connection,
        "figure",
        (
            row("figure", key, (f.what, f.unit, f.verbatim), f.evidence)
            for f, key in _in_order(facts.figures, known.figures)
        ),
        besides,
    )
    _insert(
        connection,
        "doubt",
        (
            row("doubt", key, (d.kind, d.what), d.evidence)
            for d, key in _in_order(facts.discrepancies, known.discrepancies)
        ),
    )


def _paragraph(text: Text, start: int, end: int) -> tuple[int, int, int | None]:
    """Return the paragraph at a place, with the end of the evidence, and where its passage ends if it is in one."""
    for passage in text.passages:
        if passage.start <= start < passage.end:
            return passage.start, max(passage.end, end), passage.end
    return start, end, None
