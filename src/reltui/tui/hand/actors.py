"""Correcting actors: who is the same, who is not, what somebody is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reltui.present.safe import safe
from reltui.tui.hand.dealing import decide
from reltui.tui.hand.targets import Target
from reltui.tui.ours import ours

if TYPE_CHECKING:
    from reltui.corrections.entries import Anchor, Body
    from reltui.model import Mention
    from reltui.store import Reader
    from reltui.tui.hand.form import Filled
    from reltui.tui.screens.menu import Choice
    from reltui.tui.screens.room import Room

_MOST_SOURCES, _MOST_PLACES = 60, 200
_LOOKED_AT, _SPELLINGS, _OFFERED, _ALIKE = 300, 8, 40, 0.4
_AROUND = 24  # characters shown on either side of words that are to be chosen


def _near(target: Target) -> str:
    return target.words[0] if target.words else ""


def same(room: Room, target: Target) -> None:
    """Say that an actor is the same as another one, who is chosen by typing; that one's name is kept."""
    from reltui.tui.hand.chooser import Chooser

    def take(other: str | None) -> None:
        if other is None:
            return

        def make(reader: Reader) -> Sequence[Body]:
            from reltui.corrections import MergeActors
            from reltui.hand import actor_of

            return [MergeActors(actor_of(reader, target.id, _near(target)), actor_of(reader, other))]

        _with_reason(room, "Same as", "Both will be shown as one, under the name that you chose.", make)

    title = f"{target.name} is the same as …"
    ours(room).push_screen(
        Chooser(room.reading, title, "actor", target.id, lambda r: alike(r, target.id)), take
    )


def alike(reader: Reader, ident: str) -> list[Choice]:
    """The actors whose names are most like somebody's first, then the most named: who is likely meant."""
    from reltui.names import similarity
    from reltui.tui.hand.chooser import actor_choice

    own = reader.actor(ident)
    spellings = [own.name, *(name.text for name in own.names)][:_SPELLINGS]
    rows = [row for row in reader.actors().rows(0, _LOOKED_AT) if row.kind == own.kind]
    like = {row.id: max(similarity(row.name, spelling) for spelling in spellings) for row in rows}
    rows.sort(
        key=lambda row: -like[row.id] if like[row.id] > _ALIKE else 0.0
    )  # the sort keeps the order of mentions
    return [actor_choice(row) for row in rows[:_OFFERED]]


def rename(room: Room, target: Target, filled: Filled | None = None) -> None:
    """Ask for the name to show."""

    def make(reader: Reader, text: str) -> Sequence[Body]:
        from reltui.corrections import RenameActor
        from reltui.hand import actor_of

        return [RenameActor(actor_of(reader, target.id, _near(target)), text)]

    _name_form(room, target, "Name of", "the name to show", make, filled, rename)


def alias(room: Room, target: Target, filled: Filled | None = None) -> None:
    """Ask for one more spelling."""

    def make(reader: Reader, text: str) -> Sequence[Body]:
        from reltui.corrections import Alias
        from reltui.hand import actor_of

        return [Alias(actor_of(reader, target.id, _near(target)), text)]

    _name_form(room, target, "One more spelling of", "a spelling, in any script", make, filled, alias)


def _name_form(
    room: Room,
    target: Target,
    title: str,
    placeholder: str,
    make: Callable[[Reader, str], Sequence[Body]],
    filled: Filled | None,
    again: Callable[[Room, Target, Filled | None], None],
) -> None:
    from reltui.tui.hand.form import Form

    def take(done: Filled | None) -> None:
        if done is not None:
            decide(room, lambda reader: make(reader, done.text), done.why, lambda: again(room, target, done))

    ours(room).push_screen(
        Form(f"{title} {target.name}", placeholder=placeholder, filled=filled, check=_no_name), take
    )


def _no_name(value: str) -> str:
    """What is wrong with a name; nothing where it is one."""
    if not any(character.isalnum() for character in value):
        return "A name needs a letter or a digit."
    return "" if len(value) <= 200 else "A name of more than 200 characters cannot be kept."


def _with_reason(room: Room, title: str, told: str, make: Callable[[Reader], Sequence[Body]]) -> None:
    """Ask for the reason of what was chosen, then keep it."""
    from reltui.tui.hand.form import Form

    def ask(before: Filled | None) -> None:
        def take(done: Filled | None) -> None:
            if done is not None:
                decide(room, make, done.why, lambda: ask(done))

        ours(room).push_screen(
            Form(title, [told], filled=before, hint="Enter keeps it · Esc leaves all as it was"), take
        )

    ask(None)


# -- words ------------------------------------------------------------------------------------------


def apart(room: Room, target: Target) -> None:
    """Say that some of the words that name an actor name somebody else, known or new."""
    from reltui.tui.hand.chooser import NEW, Chooser

    def words(mentions: list[Mention]) -> None:
        def take(other: str | None) -> None:
            if other is None:
                return

            def make(reader: Reader) -> Sequence[Body]:
                from reltui.corrections import NewActor, SplitActor
                from reltui.hand import actor_of

                into = NewActor(other.removeprefix(NEW)) if other.startswith(NEW) else actor_of(reader, other)
                own = actor_of(reader, target.id, mentions[0].source)
                return [SplitActor(own, _anchors(reader, mentions), into)]

            _with_reason(room, "Somebody else", f"{_counted(mentions)} will name whom you chose.", make)

        title = f"{_counted(mentions)} names …"
        ours(room).push_screen(Chooser(room.reading, title, "actor", target.id, new=True), take)

    _choose_words(room, target, "Which words name somebody else?", words)


def nobody(room: Room, target: Target) -> None:
    """Say that some words that were taken for an actor are no name."""

    def words(mentions: list[Mention]) -> None:
        def make(reader: Reader) -> Sequence[Body]:
            from reltui.corrections import DropMention
            from reltui.hand import actor_of

            own = actor_of(reader, target.id, mentions[0].source)
            return [DropMention(own, one) for one in _anchors(reader, mentions)]

        _with_reason(room, "Names nobody", f"{_counted(mentions)} will name nobody.", make)

    _choose_words(room, target, "Which words name nobody?", words)


def _anchors(reader: Reader, mentions: Sequence[Mention]) -> tuple[Anchor, ...]:
    from reltui.hand import mention_of

    return tuple(mention_of(reader, mention) for mention in mentions)


def _counted(mentions: Sequence[Mention]) -> str:
    places = f" at {len(mentions)} places" if len(mentions) > 1 else ""
    return f"“{mentions[0].surface}”{places}"


def _choose_words(room: Room, target: Target, title: str, then: Callable[[list[Mention]], None]) -> None:
    """Let the user choose words that name an actor: one place, or all places that are written so."""
    from reltui.tui.screens.menu import Choice, Menu

    def take(found: list[tuple[Mention, str]]) -> None:
        if target.words is not None:  # the cursor is on them
            own = [one for one, _ in found if (one.source, one.start, one.end) == target.words]
            if own:
                then(own)
                return
        written: dict[str, list[Mention]] = {}
        for mention, _ in found:
            written.setdefault(mention.surface, []).append(mention)
        groups = [several for several in written.values() if len(several) > 1 or len(written) == 1]
        choices = [
            Choice(f"all:{n}", f"all “{safe(g[0].surface)}”", f"{len(g)} places")
            for n, g in enumerate(groups)
        ]
        choices += [Choice(str(n), safe(one.surface), context) for n, (one, context) in enumerate(found)]

        def chosen(id_: str | None) -> None:
            if id_ is None:
                return
            kind, _, number = id_.rpartition(":")
            then(groups[int(number)] if kind else [found[int(id_)][0]])

        if choices:
            ours(room).push_screen(Menu(title, choices), chosen)
        else:
            room.say(f"No words of the corpus name {target.name}.")

    room.reading.ask(
        room, "words", lambda reader: places(reader, target.id, _near(target)), take, room.report
    )


def places(reader: Reader, ident: str, near: str = "") -> list[tuple[Mention, str]]:
    """Where an actor is named, each with the words around it; at most a few hundred places."""
    from reltui.query import parse

    hits = reader.search(parse(f'actor:"{ident}"'), limit=_MOST_SOURCES, order="date")
    wanted: list[str] = [*([near] if near else []), *(hit.source for hit in hits if hit.source)]
    sources = dict.fromkeys(wanted)
    found: list[tuple[Mention, str]] = []
    for source in sources:
        text = reader.source(source).text
        for mention in reader.mentions(source):
            if mention.actor == ident and len(found) < _MOST_PLACES:
                before, after = (
                    text[max(0, mention.start - _AROUND) : mention.start],
                    text[mention.end :][:_AROUND],
                )
                shown = f"…{before}{text[mention.start : mention.end]}{after}…"
                found.append((mention, safe(" ".join(shown.split()))))
    return found
