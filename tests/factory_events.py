"""The twelve events of the small corpus in `tests/factory.py`."""

from __future__ import annotations

from reltui.model import Event, Participant, Report
from reltui.model.vocab import Basis, EventType, Precision, Role, Status
from tests.factory_texts import piece


def _event(
    ident: str,
    kind: EventType,
    title: str,
    date: str | None,
    precision: Precision,
    parties: tuple[tuple[str, Role], ...],
    *told: tuple[str, str],
    place: str | None = None,
    status: Status = "occurred",
    basis: Basis = "explicit",
    why: str = "",
) -> Event:
    reports = tuple(
        Report(f"{ident}-r{n}", source, date, basis, why, status, place, (piece(source, words),))
        for n, (source, words) in enumerate(told, 1)
    )
    people = tuple(
        Participant(actor, role, "President" if actor == "putin" else None) for actor, role in parties
    )
    return Event(ident, kind, title, date, precision, basis, why, status, place, people, reports)


def events() -> tuple[Event, ...]:
    """Return the twelve events: explicit and inferred, planned and cancelled, spans, bounded and undated."""
    return (
        _event(
            "visit-djuric",
            "visit",
            "Đurić visits Moscow",
            "2025-02-17",
            "day",
            (("djuric", "guest"), ("lavrov", "host")),
            ("brief", "On February 17, Foreign Minister Marko Djuric will pay a working visit to Moscow"),
            place="Moscow",
            status="planned",
            basis="inferred",
            why="year from the dateline 14 February 2025",
        ),
        _event(
            "call-dec",
            "call",
            "Putin – Vučić",
            "2024-12-23",
            "day",
            (("putin", "party"), ("vucic", "party")),
            ("brief", "President Vladimir Putin spoke over the phone with President Aleksandar Vucic"),
        ),
        _event(
            "call-oct",
            "call",
            "Putin – Vučić",
            "2024-10-20",
            "day",
            (("putin", "party"), ("vucic", "party")),
            ("brief", "the two presidents had another telephone conversation"),
        ),
        _event(
            "call-may",
            "call",
            "Lavrov – Brnabić",
            "2024-05-06",
            "day",
            (("lavrov", "party"), ("brnabic", "party")),
            (
                "post-1",
                "Foreign Minister Sergey Lavrov spoke over the phone with Prime Minister Ana Brnabic.",
            ),
            basis="inferred",
            why="year from the posts around it",
        ),
        _event(
            "meet-vulin",
            "meeting",
            "Lavrov – Vulin",
            "2024-08-14",
            "day",
            (("lavrov", "host"), ("vulin", "guest")),
            (
                "post-2",
                "On August 14, Sergey Lavrov received Deputy Prime Minister Alexander Vulin in Moscow.",
            ),
            place="Moscow",
            basis="inferred",
            why="year from the posts around it",
        ),
        _event(
            "say-nov",
            "statement",
            "Đurić on sanctions",
            "2021-11-24",
            "day",
            (("djuric", "speaker"),),
            ("article", "Марко Ђурић изјавио је 24. новембра 2021. да Београд неће уводити санкције."),
            place="Belgrade",
        ),
        _event(
            "may-day",
            "ceremony",
            "Vučić in Moscow",
            "2025-05-09",
            "day",
            (("vucic", "guest"),),
            ("article", "Председник Александар Вучић боравиће у Москви 9. маја 2025. године."),
            place="Moscow",
            status="planned",
        ),
        _event(
            "forum",
            "meeting",
            "Putin – Vulin",
            "2024-09",
            "month",
            (("putin", "host"), ("vulin", "guest")),
            ("profile", "In September 2024 Vulin met Vladimir Putin"),
            place="Vladivostok",
        ),
        _event(
            "rosatom-talks",
            "meeting",
            "Vulin – Rosatom",
            "2021",
            "year",
            (("vulin", "party"), ("rosatom", "party")),
            ("profile", "In 2021 he opened talks with Rosatom in Moscow."),
            place="Moscow",
        ),
        _event(
            "group",
            "agreement",
            "Lavrov – Vulin: consultation group",
            "2021-11-24/2021-11-25",
            "span",
            (("lavrov", "party"), ("vulin", "party")),
            ("profile", "Sergej Lavrov and Vulin agreed on a consultation group"),
            basis="inferred",
            why="by the group",
        ),
        _event(
            "postponed",
            "meeting",
            "Lavrov – Vučić",
            "../2024-08-14",
            "bounded",
            (("lavrov", "party"), ("vucic", "party")),
            ("profile", "Переговоры Лаврова с Вучичем отложены."),
            status="cancelled",
            basis="inferred",
            why="before the meeting that replaced it",
        ),
        _event(
            "session",
            "session",
            "Session of the consultation group",
            None,
            "unknown",
            (("vulin", "organiser"),),
            ("profile", "Niš hosting its first session"),
            ("post-2", "The sides discussed energy"),
            place="Niš",
        ),
    )
