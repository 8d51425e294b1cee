"""All tables together: each is read when first asked for, so that using few of them costs little."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from reltui.authority.table import Layout, Table
from reltui.resources import own_tables, shipped

if TYPE_CHECKING:
    from reltui.authority.bodies import Organisation, OrganisationWord, Person
    from reltui.authority.gazetteer import Entry
    from reltui.authority.measures import Anniversary, Session, Unit
    from reltui.authority.models import ModelLabel, ModelRow
    from reltui.authority.phrases import Phrases
    from reltui.authority.states import Places, States
    from reltui.authority.titles import CommonWord, GivenNames, Office, OfficePart, SurnameHints
    from reltui.authority.triggers import EventKind, SpeechVerb, StatusWord, Trigger


class _HasForms(Protocol):
    @property
    def forms(self) -> tuple[str, ...]: ...


_Formed = TypeVar("_Formed", bound=_HasForms)


class Tables:
    """The shipped tables, with those of the user's folder laid over them.

    Attributes are tables (`Table`: iterable, `[key]`, `.get(key)`) or phrase finders over them (`Phrases`).
    Reading one raises `BadTable` where its file is wrong. Instances pickle as the list of their folders.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders

    def __reduce__(self) -> tuple[type[Tables], tuple[tuple[Path, ...]]]:
        return type(self), (self.folders,)

    @cached_property
    def states(self) -> States:
        """States of today and of history, by id."""
        from reltui.authority.states import States

        return States(self.folders)

    @cached_property
    def places(self) -> Places:
        """Cities, regions, residences and venues, by id."""
        from reltui.authority.states import Places

        return Places(self.folders)

    @cached_property
    def organisations(self) -> Table[Organisation]:
        """Organisations, by id."""
        from reltui.authority.bodies import ORGANISATIONS

        return Table(ORGANISATIONS, self.folders)

    @cached_property
    def organisation_words(self) -> Table[OrganisationWord]:
        """Head words of organisations' names, by word and language."""
        from reltui.authority.bodies import WORDS

        return Table(WORDS, self.folders)

    @cached_property
    def people(self) -> Table[Person]:
        """Public figures, by id."""
        from reltui.authority.bodies import PEOPLE

        return Table(PEOPLE, self.folders)

    @cached_property
    def offices(self) -> Table[Office]:
        """Titles of office, by title and language."""
        from reltui.authority.titles import OFFICES

        return Table(OFFICES, self.folders)

    @cached_property
    def office_parts(self) -> Table[OfficePart]:
        """The words of which titles are composed, by word, language and part."""
        from reltui.authority.titles import OFFICE_PARTS

        return Table(OFFICE_PARTS, self.folders)

    @cached_property
    def given(self) -> GivenNames:
        """Given names of the world, by the name itself."""
        from reltui.authority.titles import GivenNames

        return GivenNames(self.folders)

    @cached_property
    def surname_hints(self) -> SurnameHints:
        """What surnames look like, by text and kind."""
        from reltui.authority.titles import SurnameHints

        return SurnameHints(self.folders)

    @cached_property
    def common_words(self) -> Table[CommonWord]:
        """Ordinary English words in small letters: `"cooperation" in tables.common_words`."""
        from reltui.authority.titles import COMMON

        return Table(COMMON, self.folders)

    @cached_property
    def event_types(self) -> Table[EventKind]:
        """The types of events with definitions and codes, by type."""
        from reltui.authority.triggers import TYPES

        return Table(TYPES, self.folders)

    @cached_property
    def event_triggers(self) -> Table[Trigger]:
        """Words that tell of events, by lemma, language, part of speech and type."""
        from reltui.authority.triggers import TRIGGERS

        return Table(TRIGGERS, self.folders)

    @cached_property
    def speech_verbs(self) -> Table[SpeechVerb]:
        """Words of saying, by lemma and language."""
        from reltui.authority.triggers import SPEECH

        return Table(SPEECH, self.folders)

    @cached_property
    def status_words(self) -> Table[StatusWord]:
        """Cues of planned, occurred and cancelled, by phrase, language and status."""
        from reltui.authority.triggers import STATUS

        return Table(STATUS, self.folders)

    @cached_property
    def sessions(self) -> Table[Session]:
        """Series of sessions, summits and forums, by id."""
        from reltui.authority.measures import SESSIONS

        return Table(SESSIONS, self.folders)

    @cached_property
    def anniversaries(self) -> Table[Anniversary]:
        """Days that are remembered, by id."""
        from reltui.authority.measures import ANNIVERSARIES

        return Table(ANNIVERSARIES, self.folders)

    @cached_property
    def units(self) -> Table[Unit]:
        """Words and signs of quantities, by form, language and kind."""
        from reltui.authority.measures import UNITS

        return Table(UNITS, self.folders)

    @cached_property
    def models(self) -> Table[ModelRow]:
        """Statistical models that are asked for names beside the rules, by name; none as shipped."""
        from reltui.authority.models import MODELS

        return Table(MODELS, self.folders)

    @cached_property
    def model_labels(self) -> Table[ModelLabel]:
        """What the labels of such models mean, by label."""
        from reltui.authority.models import LABELS

        return Table(LABELS, self.folders)

    # -- phrase finders: `.scan(text)`, `.at(tokens, i)`, `.lookup(phrase)` --------------------------------
    # Those of words hold all three languages; Serbian ones answer only where the text may be Serbian.

    @cached_property
    def gazetteer(self) -> Phrases[Entry]:
        """All proper names: states, places, organisations and people."""
        from reltui.authority.gazetteer import gazetteer

        return gazetteer(self)

    @cached_property
    def office_phrases(self) -> Phrases[Office]:
        """All forms of all titles of office and honorifics, whatever their capitals."""
        from reltui.authority.titles import OFFICES

        return _phrases(self.offices, OFFICES)

    @cached_property
    def office_part_phrases(self) -> Phrases[OfficePart]:
        """All forms of the words of which titles are composed, whatever their capitals."""
        from reltui.authority.titles import OFFICE_PARTS

        return _phrases(self.office_parts, OFFICE_PARTS)

    @cached_property
    def organisation_word_phrases(self) -> Phrases[OrganisationWord]:
        """All forms of the head words of organisations' names, capitals as given."""
        from reltui.authority.bodies import WORDS

        return _phrases(self.organisation_words, WORDS, fold=False)

    @cached_property
    def trigger_phrases(self) -> Phrases[Trigger]:
        """All forms of event triggers, whatever their capitals."""
        from reltui.authority.triggers import TRIGGERS

        return _phrases(self.event_triggers, TRIGGERS)

    @cached_property
    def speech_phrases(self) -> Phrases[SpeechVerb]:
        """All forms of speech verbs, whatever their capitals."""
        from reltui.authority.triggers import SPEECH

        return _phrases(self.speech_verbs, SPEECH)

    @cached_property
    def status_phrases(self) -> Phrases[StatusWord]:
        """All forms of cues of status, whatever their capitals."""
        from reltui.authority.triggers import STATUS

        return _phrases(self.status_words, STATUS)

    @cached_property
    def unit_phrases(self) -> Phrases[Unit]:
        """All forms of units, currencies, multipliers and qualifiers, whatever their capitals."""
        from reltui.authority.measures import UNITS

        return _phrases(self.units, UNITS)


def _phrases(table: Table[_Formed], layout: Layout[_Formed], *, fold: bool = True) -> Phrases[_Formed]:
    from reltui.authority.phrases import Phrases

    column, language = layout.columns.index("forms"), layout.columns.index("language")

    def groups(serbian: bool) -> Iterator[tuple[list[str], str]]:
        for key, row in table.raw():
            if (row[language] == "sr") is serbian:
                cell = (row[column] or row[0]).replace("’", "'")
                yield (cell.lower() if fold else cell).split("|"), key

    def more() -> Phrases[_Formed]:
        return Phrases(groups(True), table.__getitem__, fold=fold)

    return Phrases(groups(False), table.__getitem__, fold=fold, names=False, more=more)


@cache
def _load(folders: tuple[Path, ...]) -> Tables:
    return Tables(folders)


def load_beside(db: Path) -> Tables:
    """Return the tables by which the corpus at `db` is built: the shipped ones, and the user's own beside it.

    Raises `BadTable` where there is a mistake in those.
    """
    own = own_tables(db)
    return load(own if own.is_dir() else None)


def load(extra: Path | None = None) -> Tables:
    """Return the shipped tables; rows of the user's folder `extra` are added or take the place of theirs.

    The same folder gives the same object. Tables are read when they are first used; those of `extra` are read
    and checked at once, so that a mistake in them is reported (`BadTable`) before work begins.
    """
    if extra is None:
        return _load((shipped("data"),))
    from reltui.authority.validate import check_extra

    tables = _load((shipped("data"), extra.resolve()))
    check_extra(tables)
    return tables
