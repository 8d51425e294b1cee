"""What `reltui show` writes of one thing: plain lines, each with the words it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reltui.cli.lists import pages
from reltui.cli.lookup import Found
from reltui.cli.shown import day
from reltui.model import Actor, Discrepancy, Event, Evidence, Figure, Passage, Source, Statement
from reltui.query import parse

if TYPE_CHECKING:
    from reltui.store import Reader


def page(found: Found, reader: Reader) -> Iterator[str]:
    """Yield the lines that show what was found; none is safe for a terminal yet."""
    noun = found.noun
    if isinstance(noun, Source):
        yield from _source(noun)
    elif isinstance(noun, Passage):
        yield from _passage(noun, reader)
    elif isinstance(noun, Actor):
        yield from _actor(noun, reader)
    elif isinstance(noun, Event):
        yield from _event(noun, reader)
    elif isinstance(noun, Statement):
        yield from _statement(noun, reader)
    elif isinstance(noun, Figure):
        yield from _figure(noun, reader)
    else:
        yield from _doubt(noun, reader)


def _fields(*pairs: tuple[str, str | None]) -> Iterator[str]:
    for name, value in pairs:
        if value:
            yield f"{name + ':':<12} {value}"


def _source(source: Source) -> Iterator[str]:
    yield from _source_head(source)
    yield ""
    yield source.text


def _source_head(source: Source) -> Iterator[str]:
    published = day(source.published, source.published_basis, source.published_why)
    if source.published_why:
        published += f" ({source.published_why})"
    unit = f" ({source.unit} of {source.units})" if source.units > 1 else ""
    yield source.title or source.publisher or source.path
    yield from _fields(
        ("kind", source.kind),
        ("publisher", source.publisher),
        ("author", source.author),
        ("published", published),
        ("language", source.language),
        ("url", source.url),
        ("forwarded", source.forwarded_from),
        ("embedded in", source.embedded_in),
        ("translated", "by machine, it seems" if source.translated else None),
        ("file", source.path + unit),
        ("id", source.id),
    )


def _passage(passage: Passage, reader: Reader) -> Iterator[str]:
    source = reader.source(passage.source)
    yield from _source_head(source)
    yield from _fields(("paragraph", str(passage.ordinal)), ("heading", passage.heading))
    yield ""
    yield source.text[passage.start : passage.end]


def _actor(actor: Actor, reader: Reader) -> Iterator[str]:
    yield actor.name
    others = [name.text for name in actor.names if name.text not in (actor.name, actor.native_name)]
    yield from _fields(
        ("kind", actor.kind),
        ("native name", actor.native_name),
        ("country", actor.country),
        ("wikidata", actor.wikidata),
        ("spellings", ", ".join(others)),
        ("id", actor.id),
    )
    if actor.offices:
        yield ""
        yield "offices"
    for office in actor.offices:
        of = f", {_name(office.of, reader)}" if office.of else ""
        at = f" ({day(office.at)})" if office.at else ""
        yield f"  {office.title}{of}{at}"
        yield from _quotes(office.evidence, reader, indent="    ")
    events = reader.events(parse(f"with:{actor.id}"))
    if len(events):
        yield ""
        yield "events"
    for row in pages(events):
        place = f", {row.place}" if row.place else ""
        status = "" if row.status == "occurred" else f", {row.status}"
        yield f"  {day(row.date, row.basis, row.why)}  {row.title}{place}{status}  ({row.id})"


def _event(event: Event, reader: Reader) -> Iterator[str]:
    yield event.title
    yield from _fields(
        ("type", event.type.replace("_", " ")),
        ("date", f"{day(event.date, event.basis, event.why)} ({_how(event.basis, event.why)})"),
        ("place", event.place),
        ("status", event.status),
        ("id", event.id),
    )
    if event.participants:
        yield ""
        yield "participants"
    for one in event.participants:
        office = f", {one.office}" if one.office else ""
        yield f"  {_name(one.actor, reader)} ({one.role}){office}"
    yield ""
    yield "reports"
    for report in event.reports:
        told = f"{day(report.date, report.basis, report.why)} ({_how(report.basis, report.why)})"
        rest = "".join(f", {part}" for part in (report.place, report.status) if part)
        yield f"  {_label(report.source, reader)}: {told}{rest}"
        yield from _quotes(report.evidence, reader, indent="    ", label=False)


def _statement(statement: Statement, reader: Reader) -> Iterator[str]:
    yield _name(statement.speaker, reader) if statement.speaker else "Unknown speaker"
    yield from _fields(
        ("mode", statement.mode),
        ("date", day(statement.date)),
        ("venue", statement.venue),
        ("event", statement.event),
        ("id", statement.id),
    )
    yield ""
    yield from _quotes(statement.evidence, reader)


def _figure(figure: Figure, reader: Reader) -> Iterator[str]:
    yield f"{figure.what}: {figure.verbatim}"
    yield from _fields(
        ("value", f"{figure.value:.12g} {figure.unit}"),
        ("period", day(figure.period) if figure.period else None),
        ("qualifier", figure.qualifier),
        ("id", figure.id),
    )
    yield ""
    yield from _quotes(figure.evidence, reader)


def _doubt(doubt: Discrepancy, reader: Reader) -> Iterator[str]:
    yield doubt.what
    yield from _fields(("kind", doubt.kind), ("severity", doubt.severity), ("id", doubt.id))
    yield ""
    yield from _quotes(doubt.evidence, reader)


def _how(basis: str, why: str) -> str:
    return f"{basis}: {why}" if why else basis


def _quotes(
    evidence: Iterable[Evidence], reader: Reader, indent: str = "", *, label: bool = True
) -> Iterator[str]:
    for span in evidence:
        said = " ".join(span.text.split())
        where = f"  [{_label(span.source, reader)}]" if label else ""
        yield f"{indent}“{said}”{where}"


def _label(source_id: str, reader: Reader) -> str:
    """Return what names a source in a line: its title or publisher, its date, its number in the file."""
    try:
        source = reader.source(source_id)
    except KeyError:
        return source_id
    name = source.title or source.publisher or source.path
    unit = f", {source.unit} of {source.units}" if source.units > 1 else ""
    return f"{name}{unit}, {day(source.published, source.published_basis, source.published_why)}"


def _name(actor_id: str, reader: Reader) -> str:
    try:
        return reader.actor(actor_id).name
    except KeyError:
        return actor_id
