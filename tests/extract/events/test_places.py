"""Where a happening took place: buildings, towns that no table knows, towns with their states."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Extract


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("at Torre Vieja Palace", "Torre Vieja Palace"),
        ("at State House, Nairobi", "State House, Nairobi"),
        ("at the Grand Hall of the Republic", "Grand Hall of the Republic"),
        ("at Villa Rosa in Rome", "Villa Rosa, Rome"),
        ("in Munich, Germany", "Munich, Germany"),
        ("in Mindelinho, on the margins of a regatta", "Mindelinho"),
        ("in English", None),
        ("at the ministerial level", None),
    ],
)
def test_places_of_a_meeting(run: Extract, where: str, place: str | None) -> None:
    _, found = run(f"On 3 May 2024 Edi Rama met Kaja Kallas {where}.")
    assert [r.place for r in found.reports] == [place]


def test_each_date_has_the_place_before_it(run: Extract) -> None:
    _, found = run("Edi Rama will pay a visit to Kuwait on 3 May 2024 and to Oman on 5 May 2024.")
    assert [(r.place, r.when and r.when.edtf) for r in found.reports] == [
        ("Kuwait", "2024-05-03"),
        ("Oman", "2024-05-05"),
    ]
