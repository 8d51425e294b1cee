"""All tables together: each is read when first asked for, so that using few of them costs little."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from reltui.authority.table import Table, rows
from reltui.resources import shipped

if TYPE_CHECKING:
    from reltui.authority.bodies import Organisation, OrganisationWord, Person
    from reltui.authority.gazetteer import Entry
    from reltui.authority.measures import Anniversary, Session, Unit
    from reltui.authority.phrases import Phrases
    from reltui.authority.states import Places, States
    from reltui.authority.titles import GivenNames, Office, OfficePart, SurnameHints
    from reltui.authority.triggers import EventKind, SpeechVerb, StatusWord, Trigger


class _HasForms(Protocol):
    @property
    def forms(self) -> tuple[str, ...]: ...


_Formed = TypeVar("_Formed", bound=_HasForms)


class Tables:
    """The shipped tables, with those of the user's folder laid over them.

    Attributes are tables (`Table`: iterable, `[key]`, `.get(key)`) or phrase finders over them (`Phrases`). Reading
    one raises `BadTable` where its file is wrong. Instances pickle as the list of their folders.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders

    def __reduce__(self) -> tuple[type[Tables], tuple[tuple[Path, ...]]]:
        return type(self), (self.folders,)

    @cached_property
    def states(self) -> States:
        """States of today and of history, by id."""
        from reltui.authority import states as m

        return m.States(rows(self.folders, "states.tsv", m.STATE_COLUMNS, m.state))

    @cached_property
    def places(self) -> Places:
        """Cities, regions, residences and venues, by id."""
        from reltui.authority import states as m

        return m.Places(rows(self.folders, "places.tsv", m.PLACE_COLUMNS, m.place))

    @cached_property
    def organisations(self) -> Table[Organisation]:
        """Organisations, by id."""
        from reltui.authority import bodies as m

        return Table(rows(self.folders, "organisations.tsv", m.ORGANISATION_COLUMNS, m.organisation))

    @cached_property
    def organisation_words(self) -> Table[OrganisationWord]:
        """Head words of organisations' names, by word and language."""
        from reltui.authority import bodies as m

        return Table(rows(self.folders, "organisation_words.tsv", m.WORD_COLUMNS, m.organisation_word, (0, 1)))

    @cached_property
    def people(self) -> Table[Person]:
        """Public figures, by id."""
        from reltui.authority import bodies as m

        return Table(rows(self.folders, "people.tsv", m.PERSON_COLUMNS, m.person))

    @cached_property
    def offices(self) -> Table[Office]:
        """Titles of office, by title and language."""
        from reltui.authority import titles as m

        return Table(rows(self.folders, "offices.tsv", m.OFFICE_COLUMNS, m.office, (0, 1)))

    @cached_property
    def office_parts(self) -> Table[OfficePart]:
        """The words of which titles are composed, by word, language and part."""
        from reltui.authority import titles as m

        return Table(rows(self.folders, "office_parts.tsv", m.PART_COLUMNS, m.office_part, (0, 1, 2)))

    @cached_property
    def given(self) -> GivenNames:
        """Given names of the world, by the name itself."""
        from reltui.authority import titles as m

        return m.GivenNames(rows(self.folders, "given_names.tsv", m.GIVEN_COLUMNS, m.given))

    @cached_property
    def surname_hints(self) -> SurnameHints:
        """What surnames look like, by text and kind."""
        from reltui.authority import titles as m

        return m.SurnameHints(rows(self.folders, "surname_hints.tsv", m.HINT_COLUMNS, m.surname_hint, (0, 1)))

    @cached_property
    def event_types(self) -> Table[EventKind]:
        """The types of events with definitions and codes, by type."""
        from reltui.authority import triggers as m

        return Table(rows(self.folders, "event_types.tsv", m.TYPE_COLUMNS, m.event_kind))

    @cached_property
    def event_triggers(self) -> Table[Trigger]:
        """Words that tell of events, by lemma, language, part of speech and type."""
        from reltui.authority import triggers as m

        return Table(rows(self.folders, "event_triggers.tsv", m.TRIGGER_COLUMNS, m.trigger, (0, 1, 2, 3)))

    @cached_property
    def speech_verbs(self) -> Table[SpeechVerb]:
        """Words of saying, by lemma and language."""
        from reltui.authority import triggers as m

        return Table(rows(self.folders, "speech_verbs.tsv", m.SPEECH_COLUMNS, m.speech_verb, (0, 1)))

    @cached_property
    def status_words(self) -> Table[StatusWord]:
        """Cues of planned, occurred and cancelled, by phrase, language and status."""
        from reltui.authority import triggers as m

        return Table(rows(self.folders, "status_words.tsv", m.STATUS_COLUMNS, m.status_word, (0, 1, 2)))

    @cached_property
    def sessions(self) -> Table[Session]:
        """Series of sessions, summits and forums, by id."""
        from reltui.authority import measures as m

        return Table(rows(self.folders, "sessions.tsv", m.SESSION_COLUMNS, m.session))

    @cached_property
    def anniversaries(self) -> Table[Anniversary]:
        """Days that are remembered, by id."""
        from reltui.authority import measures as m

        return Table(rows(self.folders, "anniversaries.tsv", m.ANNIVERSARY_COLUMNS, m.anniversary))

    @cached_property
    def units(self) -> Table[Unit]:
        """Words and signs of quantities, by form, language and kind."""
        from reltui.authority import measures as m

        return Table(rows(self.folders, "units.tsv", m.UNIT_COLUMNS, m.unit, (0, 1, 2)))

    # -- phrase finders: `.scan(text)`, `.at(tokens, i)`, `.lookup(phrase)` -------------------------------------

    @cached_property
    def gazetteer(self) -> Phrases[Entry]:
        """All proper names: states, places, organisations and people."""
        from reltui.authority.gazetteer import gazetteer

        return gazetteer(self)

    @cached_property
    def office_phrases(self) -> Phrases[Office]:
        """All forms of all titles of office and honorifics, whatever their capitals."""
        return _phrases(self.offices)

    @cached_property
    def office_part_phrases(self) -> Phrases[OfficePart]:
        """All forms of the words of which titles are composed, whatever their capitals."""
        return _phrases(self.office_parts)

    @cached_property
    def organisation_word_phrases(self) -> Phrases[OrganisationWord]:
        """All forms of the head words of organisations' names, capitals as given."""
        return _phrases(self.organisation_words, fold=False)

    @cached_property
    def trigger_phrases(self) -> Phrases[Trigger]:
        """All forms of event triggers, whatever their capitals."""
        return _phrases(self.event_triggers)

    @cached_property
    def speech_phrases(self) -> Phrases[SpeechVerb]:
        """All forms of speech verbs, whatever their capitals."""
        return _phrases(self.speech_verbs)

    @cached_property
    def status_phrases(self) -> Phrases[StatusWord]:
        """All forms of cues of status, whatever their capitals."""
        return _phrases(self.status_words)

    @cached_property
    def unit_phrases(self) -> Phrases[Unit]:
        """All forms of units, currencies, multipliers and qualifiers, whatever their capitals."""
        return _phrases(self.units)


def _phrases(table: Table[_Formed], *, fold: bool = True) -> Phrases[_Formed]:
    from reltui.authority.phrases import Phrases

    return Phrases(((form, row) for row in table for form in row.forms), fold=fold)


@cache
def _load(folders: tuple[Path, ...]) -> Tables:
    return Tables(folders)


def load(extra: Path | None = None) -> Tables:
    """Return the shipped tables, with those of the user's folder `extra` added or put over rows of the same key.

    The same folder gives the same object. Tables are read when they are first used; those of `extra` are read
    and checked at once, so that a mistake in them is reported (`BadTable`) before work begins.
    """
    if extra is None:
        return _load((shipped("data"),))
    from reltui.authority.validate import check_extra

    tables = _load((shipped("data"), extra.resolve()))
    check_extra(tables)
    return tables
