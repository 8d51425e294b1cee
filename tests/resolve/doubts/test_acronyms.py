"""Acronyms that are defined one way and used another, or not at all."""

from __future__ import annotations

import pytest

from reltui.authority import load
from reltui.model import Discrepancy
from reltui.resolve.doubts.acronyms import within
from tests.resolve.doubts.corpus import source


def doubts(text: str) -> list[Discrepancy]:
    one = source(text)
    found = within(one, load())
    assert all(one.text[e.start : e.end] == e.text for d in found for e in d.evidence)
    return found


def test_second_acronym_for_a_body_that_has_one() -> None:
    (only,) = doubts(
        "The Russian-Serbian Humanitarian Center (RSHC) in Nis works well. "
        "The task is to turn the RSGTS into a regional platform."
    )
    assert (only.kind, only.severity) == ("acronym", "doubt")
    assert [e.text for e in only.evidence] == ["Russian-Serbian Humanitarian Center (RSHC", "RSGTS"]
    (only,) = doubts("The Orthodox Churches (SOC) are close. The SEC supports it.")
    assert [e.text for e in only.evidence][1] == "SEC"


def test_acronym_that_fits_no_name() -> None:
    (only,) = doubts(
        "The Intergovernmental Committee on Trade met twice. The meeting of the IPC was held in May."
    )
    assert only.severity == "note"
    assert [e.text for e in only.evidence] == ["Intergovernmental Committee", "IPC"]


@pytest.mark.parametrize(
    "text",
    [
        "The Humanitarian Center (RSHC) in Nis works. The RSHC grows.",
        "The Ukrainian Orthodox Church stands beside the Serbian Orthodox Church (SOC). The UOC agrees.",
        "Members of NATO and the UN met. The USA and the EU came, and the IMF too.",
        "The Joint Vienna Institute (JVI) opened. The JVI teaches.",
        "THE COMMITTEE MET. THE IPC WAS THERE. THE INTERGOVERNMENTAL COMMITTEE TOO.",
        "The XYZ came and left.",
    ],
)
def test_acronyms_in_order(text: str) -> None:
    assert doubts(text) == []
