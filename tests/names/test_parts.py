"""Names taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.names import Parts, split


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Sergey Lavrov", Parts(("Sergey",), (), "Lavrov")),
        ("Kissinger, Henry A.", Parts(("Henry",), (), "Kissinger", ("A",))),
        ("A. Brnabic", Parts((), (), "Brnabic", ("A",))),
        ("J.F. Kennedy", Parts((), (), "Kennedy", ("J", "F"))),
        ("Ludwig van Beethoven", Parts(("Ludwig",), ("van",), "Beethoven")),
        ("von der Leyen, Ursula", Parts(("Ursula",), ("von", "der"), "Leyen")),
        ("Bashar al-Assad", Parts(("Bashar",), ("al-",), "Assad")),
        ("Osama bin Laden", Parts(("Osama",), ("bin",), "Laden")),
        ("KIM Jong Un", Parts(("Jong", "Un"), (), "KIM")),
        ("王君正", Parts(("君正",), (), "王")),
        ("Martin Luther King Jr.", Parts(("Martin", "Luther"), (), "King", suffix="Jr.")),
        ("Vučić’s", Parts((), (), "Vučić")),
        ("@markodjuric", Parts(("marko",), (), "djuric", handle="markodjuric")),
        ("@SergeyLavrov", Parts(("Sergey",), (), "Lavrov", handle="SergeyLavrov")),
        ("@ABaerbock", Parts(("A",), (), "Baerbock", handle="ABaerbock")),
        ("@MFASerbia", Parts((), (), "MFASerbia", handle="MFASerbia")),
        ("President Putin", Parts((), (), "Putin", title="President")),
        (
            "President of the Republic of Serbia Aleksandar Vucic",
            Parts(("Aleksandar",), (), "Vucic", title="President of the Republic of Serbia"),
        ),
        (
            "First Deputy Prime Minister and Minister of Foreign Affairs Ivica Dačić",
            Parts(
                ("Ivica",), (), "Dačić", title="First Deputy Prime Minister and Minister of Foreign Affairs"
            ),
        ),
        (
            "Министар спољних послова Србије Марко Ђурић",
            Parts(("Марко",), (), "Ђурић", title="Министар спољних послова Србије"),
        ),
        (
            "министр обороны Сергей Кужугетович Шойгу",
            Parts(("Сергей", "Кужугетович"), (), "Шойгу", title="министр обороны"),
        ),
        ("Mr. President", Parts(title="Mr. President")),
        ("", Parts()),
    ],
)
def test_takes_a_name_apart(name: str, parts: Parts) -> None:
    assert split(name) == parts


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("Kissinger, Henry A.", "Henry A. Kissinger"),
        ("von der Leyen, Ursula", "Ursula von der Leyen"),
        ("Bashar al-Assad", "Bashar al-Assad"),
        ("A. Brnabic", "A. Brnabic"),
        ("President Vladimir Putin", "Vladimir Putin"),
        ("王君正", "王君正"),
    ],
)
def test_puts_a_name_together_again_in_the_usual_order(name: str, usual: str) -> None:
    assert split(name).name == usual


@given(st.text(max_size=60))
def test_no_text_is_too_strange(name: str) -> None:
    parts = split(name)
    assert all(word for word in parts.given)
    assert all(len(initial) == 1 for initial in parts.initials)
