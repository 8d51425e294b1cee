"""Exporting from the app: which form, what of the corpus, where to; said afterwards, never over a file unasked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reltui.present.counting import plural
from reltui.present.safe import safe
from reltui.tui.commands.registry import command
from reltui.tui.ours import ours

if TYPE_CHECKING:
    from reltui.export.part import Chosen
    from reltui.query import Query
    from reltui.store import Reader
    from reltui.tui.screens.room import Room

_PAGE = 2_000
_LONGEST = 60  # characters of a file name that is offered


class Scope(NamedTuple):
    """What of a corpus: its letter, what it is called, and how its ids are found at a desk (None: everything)."""

    key: str
    label: str
    help: str
    choose: Callable[[Reader], Chosen] | None


@command("export")
def export(room: Room) -> None:
    """Choose a form, then what, then where."""
    from reltui.export import FORMS
    from reltui.tui.screens.menu import Choice, Menu

    letters = "1234567890abcdefghijklmnoprstuvwxyz"
    choices = [
        Choice(name, form.label, form.description, letter)
        for letter, (name, form) in zip(letters, FORMS.items(), strict=False)
    ]

    def take(form: str | None) -> None:
        if form:
            _ask_what(room, form)

    ours(room).push_screen(Menu("Export as", choices), take)


def scopes(room: Room) -> list[Scope]:
    """What can be exported from where one is."""
    from reltui.query import parse

    made = [Scope("a", "everything", "all sources and all facts", None)]
    if text := room.state.filter:
        made.append(Scope("f", "the filter", f"what it keeps: {safe(text)}", _of_query(room.query_now())))
    if room.hits is not None and (typed := room.hits.prompt.value.strip()):
        query = room.query_now() & parse(typed) if room.state.filter else parse(typed)
        made.append(Scope("h", "the search", f"what answers: {safe(typed)}", _of_query(query)))
    if (selected := _selected(room)) is not None:
        made.append(selected)
    return made


def _ask_what(room: Room, form: str) -> None:
    from reltui.tui.screens.menu import Choice, Menu

    offered = {scope.key: scope for scope in scopes(room)}
    choices = [Choice(scope.key, scope.label, scope.help, scope.key) for scope in offered.values()]

    def take(key: str | None) -> None:
        if key:
            _ask_where(room, form, offered[key])

    ours(room).push_screen(Menu("Export what", choices), take)


def _ask_where(room: Room, form: str, scope: Scope, path: str = "") -> None:
    from reltui.tui.screens.ask import Ask

    def take(typed: str | None) -> None:
        if typed is not None and typed.strip():
            _write_if_free(room, form, scope, Path(typed.strip()).expanduser())

    hint = "Enter writes the file · Esc leaves"
    ours(room).push_screen(Ask("Export to", path or offered(room, form, scope), "a file", hint), take)


def offered(room: Room, form: str, scope: Scope) -> str:
    """A file name of its own in the folder where reltui was started."""
    from reltui.export import FORMS

    title = room.meta.title if room.meta is not None else "reltui"
    parts = [title] if scope.choose is None else [title, scope.help.partition(": ")[2] or scope.label]
    name = re.sub(r"\W+", "-", " ".join(parts)).strip("-_")[:_LONGEST].strip("-_") or "reltui"
    path = Path.cwd() / f"{name}{FORMS[form].suffix}"
    number = 2
    while path.exists():
        path = path.with_name(f"{name}-{number}{FORMS[form].suffix}")
        number += 1
    return str(path)


def _write_if_free(room: Room, form: str, scope: Scope, path: Path) -> None:
    from reltui.tui.screens.menu import Choice, Menu

    if path.is_dir():
        room.say(f"{path} is a folder: name a file in it.", problem=True)
        _ask_where(room, form, scope, str(path / Path(offered(room, form, scope)).name))
        return
    if not path.exists():
        _write(room, form, scope, path)
        return

    def take(answer: str | None) -> None:
        if answer == "replace":
            _write(room, form, scope, path)
        elif answer == "other":
            _ask_where(room, form, scope, str(path))

    choices = (
        Choice("other", "another name", "leave that file as it is", "a"),
        Choice("replace", "replace it", "what stands in it now is lost", "r"),
    )
    ours(room).push_screen(Menu(f"{safe(path.name)} is there already", choices), take)


def _write(room: Room, form: str, scope: Scope, path: Path) -> None:
    """Write the file at a desk of its own, so that one can go on reading."""
    desk = ours(room).lend_desk("exporting")
    room.say(f"Exporting to {path} …")

    def job(reader: Reader) -> int:
        from reltui.export import export_file
        from reltui.export.part import Part

        export_file(reader if scope.choose is None else Part(reader, scope.choose(reader)), form, path)
        return path.stat().st_size

    def done(size: int) -> None:
        ours(room).take_back(desk)
        room.say(f"Exported {scope.label} to {path} ({plural(size, 'byte')}).")

    def failed(error: Exception) -> None:
        ours(room).take_back(desk)
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        room.say(f"{path} was not written: {reason}.", problem=True)

    desk.ask(room, "export", job, done, failed)


# what -----------------------------------------------------------------------------------------------


def _of_query(query: Query) -> Callable[[Reader], Chosen]:
    """Everything that answers a query."""

    def choose(reader: Reader) -> Chosen:
        from reltui.export.part import Chosen

        return Chosen(
            *(_ids(window) for window in (reader.sources(query), reader.events(query), reader.statements(query),
                                          reader.figures(query), reader.doubts(query)))
        )  # fmt: skip

    return choose


def _ids(window: object) -> frozenset[str]:
    from reltui.tui.widgets.pages import Rows

    rows: Rows[object] = window  # pyright: ignore[reportAssignmentType]  windows of rows of several kinds
    found: Iterable[object] = (
        row for start in range(0, len(rows), _PAGE) for row in rows.rows(start, start + _PAGE)
    )
    return frozenset(str(getattr(row, "id", "")) for row in found)


def _selected(room: Room) -> Scope | None:
    """What is selected: the row of a view, an actor, or the event at hand."""
    from reltui.query import parse
    from reltui.store.rows import ActorRow, DoubtRow, EventRow, FigureRow, SourceRow, StatementRow

    row: object = room.actors.current() if room.place == "actors" else None
    if room.place == "views" and room.view is not None:
        row = room.view.lines.current()
    if isinstance(row, ActorRow):
        return Scope("s", "the actor", f"all about: {safe(row.name)}", _of_query(parse(f'actor:"{row.id}"')))
    kinds = ((StatementRow, "statements", "statement"), (FigureRow, "figures", "figure"),
             (DoubtRow, "discrepancies", "doubt"), (SourceRow, "sources", "source"))  # fmt: skip
    for kind, field, label in kinds:
        if isinstance(row, kind):
            what = getattr(row, "text", None) or getattr(row, "what", None) or getattr(row, "label", "")
            return Scope("s", f"the {label}", f"selected: {safe(str(what))}", _one(field, row.id))
    event, shown = room.event_at_hand(), room.chronology.current()
    if not event:
        return None
    title = shown.title if isinstance(shown, EventRow) and shown.id == event else "the one at hand"
    return Scope("s", "the event", f"selected: {safe(title)}", _one("events", event))


def _one(field: str, ident: str) -> Callable[[Reader], Chosen]:
    def choose(reader: Reader) -> Chosen:
        from reltui.export.part import Chosen

        return Chosen(**{field: frozenset({ident})})

    return choose
