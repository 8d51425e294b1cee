"""What extraction of one source yields, before the corpus as a whole has been consulted.

Drafts point into the source by offsets and hold no ids: who somebody is, which year a bare day
belongs to and which reports tell of one event is decided in `reltui.resolve`. All of it pickles.
"""

from __future__ import annotations

from dataclasses import field

from reltui.model.noun import noun
from reltui.model.vocab import ActorKind, Basis, EventType, Mode, Role, Status


@noun
class Spot:
    """A place where an actor is named. `start`/`end` span the name alone.

    `title` is the words of office that stand with the name, `title_span` where; `office_of` the state or
    organisation (table id) that the title names. `known` is the table's id where a table settles who is
    meant. `adjective` marks "Russian" in "Russian Foreign Minister", which names a state without making it a party.
    """

    kind: ActorKind
    start: int
    end: int
    surface: str
    title: str | None = None
    title_span: tuple[int, int] | None = None
    office_of: str | None = None
    known: str | None = None
    adjective: bool = False
    stands_for: str | None = None  # "the Center": the longer name that it shortens
    sure: bool = True  # False: looks like a name; the corpus decides whether it is one
    author: bool = False  # the writer of the text, not somebody the text is about
    handle: bool = False
    by: str = ""  # the statistical model that took the words for a name, or made sure that they are one


@noun
class When:
    """A date expression: `start`/`end` span its words, `edtf` what is known of it without the corpus.

    `missing` says what the words leave out ("year", "month", "all"; "" for nothing); `basis` and `why`
    how the rest is known. `relative` is a rule of data/dates/relative.tsv. `year` to `day` are the first
    day's parts, `to_*` the last day's where the words give a span; `open` is "after" ("since 2009") or
    "before" ("until May"). `padded`: a first of the month that may stand for the whole month.
    """

    start: int
    end: int
    edtf: str | None
    missing: str = ""
    basis: Basis = "explicit"
    why: str = ""
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # Monday is 0
    padded: bool = False
    year: int | None = None
    to_year: int | None = None
    to_month: int | None = None
    to_day: int | None = None
    relative: str = ""
    open: str = ""


@noun
class PartyDraft:
    """A participant: the index of a spot in `Extraction.spots`."""

    spot: int
    role: Role = "party"


@noun
class ReportDraft:
    """One telling of a happening. `spans` are its evidence, the first one the telling words."""

    type: EventType
    status: Status
    when: When | None
    place: str | None
    parties: tuple[PartyDraft, ...]
    spans: tuple[tuple[int, int], ...]
    title: str = ""
    order: int = 0
    trigger: str = ""
    clues: tuple[str, ...] = ()


@noun
class StatementDraft:
    """Somebody's words: `spans` cover them (one span a turn, from its first to its last character).

    `speaker` is the index of a spot, or None; `speaker_label` the words that name the speaker where no
    spot does ("Question"). `when`/`venue` where the text itself gives them.
    """

    mode: Mode
    spans: tuple[tuple[int, int], ...]
    speaker: int | None = None
    speaker_label: str | None = None
    when: When | None = None
    venue: str | None = None


@noun
class FigureDraft:
    """A quantity: `start`/`end` span the words with qualifier and unit; `value` in units of `unit`."""

    start: int
    end: int
    what: str
    value: float
    unit: str
    period: str | None = None
    qualifier: str | None = None
    separator_doubt: str | None = None  # "2,374 billion": why the comma was read as a decimal mark
    group: int = -1  # figures that belong to one sum share a group
    part: str = ""  # "total", "part", "" within the group


@noun
class Extraction:
    """All that one source yields by itself."""

    source: str
    spots: tuple[Spot, ...] = ()
    dates: tuple[When, ...] = ()
    reports: tuple[ReportDraft, ...] = ()
    statements: tuple[StatementDraft, ...] = ()
    figures: tuple[FigureDraft, ...] = ()
    notes: tuple[str, ...] = field(default=())
