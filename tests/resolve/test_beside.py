"""What is signed after talks is signed on their day and at their place, unless the text says otherwise."""

from __future__ import annotations

from pathlib import Path

from tests.resolve.conftest import resolved

TOLD = """Foreign ministers meet in Vilnius
14 September 2021

Foreign Minister Jan Lipavsky met with Foreign Minister Gabrielius Landsbergis in Vilnius on 13 September 2021.

The ministers spoke of trade and of the border. The two foreign ministers signed a cooperation plan for 2022-2024.
"""


def test_a_signing_takes_day_and_place_from_the_talks(tmp_path: Path):
    (tmp_path / "told.txt").write_text(TOLD, encoding="utf-8")
    found = resolved(str(tmp_path))
    (signing,) = (event for event in found.facts.events if event.type == "agreement")
    assert (signing.date, signing.place, signing.basis) == ("2021-09-13", "Vilnius", "inferred")
    assert "tells before" in signing.why
    assert {found.name(p.actor) for p in signing.participants} == {"Jan Lipavský", "Gabrielius Landsbergis"}


HISTORY = """Rivals meet in Juba
JUBA, Sept 9, 2021 (Any Wire) - President Salva Kiir and his deputy Riek Machar met in Juba on Thursday.

The war ended in 2018 with an agreement signed by Salva Kiir and Riek Machar in Khartoum on September 12 of that year.

Riek Machar was to travel to Nairobi on Friday but the trip was called off, his office said.
"""


def test_a_day_of_that_year_and_a_weekday_that_was_to_come(tmp_path: Path):
    (tmp_path / "history.txt").write_text(HISTORY, encoding="utf-8")
    told = {(e.type, e.date, e.status) for e in resolved(str(tmp_path)).facts.events}
    assert ("agreement", "2018-09-12", "occurred") in told
    assert ("visit", "2021-09-10", "cancelled") in told
    assert not any(date == "2018" for _, date, _ in told)
