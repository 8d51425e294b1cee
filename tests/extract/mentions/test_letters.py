"""Letters that a text spells out itself are not those of a body in the tables that has the same ones."""

from __future__ import annotations

import pytest

from reltui.authority import Tables
from reltui.extract import extract
from tests.extract.conftest import source_of


def bodies(tables: Tables, text: str, letters: str) -> set[str | None]:
    """Return which bodies of the tables are meant by the letters, None for one that is not among them."""
    found = extract(source_of(text), tables).spots
    return {s.known for s in found if s.surface == letters}


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("The Inflation Reduction Act (IRA) was signed. The IRA lowers prices.", "IRA"),
        ("The IRA lowers prices, as the Inflation Reduction Act (IRA) should.", "IRA"),
        ("They asked the Financial Stability Board (“FSB”) to go on. The FSB agreed.", "FSB"),
        ("The AAP (American Academy of Pediatrics) and others came.", "AAP"),
    ],
)
def test_letters_spelt_out_as_something_else(tables: Tables, text: str, letters: str) -> None:
    assert bodies(tables, text, letters) <= {None}


@pytest.mark.parametrize(
    ("text", "letters", "body"),
    [
        ("The Irish Republican Army (IRA) laid down its arms.", "IRA", "irish-republican-army"),
        ("The IRA laid down its arms.", "IRA", "irish-republican-army"),
        (
            "The Centers for Disease Control (CDC) warned of it. The CDC said more.",
            "CDC",
            "centers-for-disease-control-and-prevention",
        ),
        (
            "The Inter-Regional Assembly met. The IRA and the Irish Republican Army are not that.",
            "IRA",
            "irish-republican-army",
        ),
        ("The Federal Security Service (FSB) detained him.", "FSB", "federal-security-service"),
        ("Федеральная служба безопасности (ФСБ) сообщила.", "ФСБ", "federal-security-service"),
    ],
)
def test_letters_that_stay_those_of_the_body(tables: Tables, text: str, letters: str, body: str) -> None:
    assert bodies(tables, text, letters) == {body}


def test_letters_of_many_bodies_mean_none_that_is_named_nowhere(tables: Tables) -> None:
    alone = "The next meeting of the IPC was held in St. Petersburg."
    assert bodies(tables, alone, "IPC") == {None}
    named = f"The International Paralympic Committee said so. {alone}"
    assert bodies(tables, named, "IPC") == {"international-paralympic-committee"}
