"""Names of one place in many languages, scripts and cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from reltui.authority import load
from reltui.authority.spelled import place_names


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("moskva", {"Moscow", "Москва", "Москве"}),
        ("МОСКВЕ", {"Moscow", "Moskva"}),
        ("Moskau", {"Moscow", "Москва"}),
        ("Београду", {"Belgrade", "Beograd", "Белград"}),
        ("Niš", {"Ниш", "Nišu"}),
        ("nis", {"Niš", "Ниш"}),
        ("St. Petersburg", {"Saint Petersburg", "Leningrad"}),
        ("Wien", {"Vienna", "Вена", "Beč"}),
        ("srbija", {"Serbia", "Србија", "Republic of Serbia"}),
    ],
)
def test_other_spellings(name: str, others: set[str]) -> None:
    assert others <= set(place_names(name))


@pytest.mark.parametrize("name", ["", " ", "|", "Nowhere at all", "mosk", "n*s"])
def test_what_is_no_name_of_a_place(name: str) -> None:
    assert place_names(name) == ()


def test_the_users_own_places(tmp_path: Path) -> None:
    shipped = load().places
    line = "vrelo\tVrelo\tcity\tserbia\tQuelle\t\tИсточник\t10\t"
    (tmp_path / "places.tsv").write_text(
        "id\tname\tkind\tstate\taliases\tsr\tru\tpopulation\tflags\n" + line + "\n", encoding="utf-8"
    )
    assert "vrelo" not in shipped
    assert set(place_names("quelle", load(tmp_path))) >= {"Vrelo", "Источник"}
