"""Quotations and who says them."""

from __future__ import annotations

import pytest

from tests.extract.statements.stage import Said, said

KOVAC = {"Ana Kovač": "Foreign Minister", "Kovač": "Minister", "Tom Reed": "", "Reed": ""}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We will keep talking,” Ana Kovač said on Monday.", "We will keep talking"),
        ("“We will keep talking,” said Ana Kovač.", "We will keep talking"),
        (
            "“We will keep talking,” said Foreign Minister Ana Kovač, who is in Vienna.",
            "We will keep talking",
        ),
        ("“We will keep talking”, Mr Reed’s host Ana Kovač told reporters.", "We will keep talking"),
        ("“Will you keep talking?” Kovač asked.", "Will you keep talking?"),
        ("Ana Kovač said: “We will keep talking for years.”", "We will keep talking for years."),
        ("Ana Kovač said, “We will keep talking for years.”", "We will keep talking for years."),
        ("Ana Kovač: “We will keep talking for years.”", "We will keep talking for years."),
        ('"We will keep talking," Ana Kovač said.', "We will keep talking"),
        ("„We will keep talking“, said Ana Kovač.", "We will keep talking"),
        ("„We will keep talking”, said Ana Kovač.", "We will keep talking"),
        ("«We will keep talking», said Ana Kovač.", "We will keep talking"),
        ("‘We’ll keep talking,’ said Ana Kovač.", "We’ll keep talking"),
        ("'We'll keep talking,' said Ana Kovač.", "We'll keep talking"),
        ("“We will keep talking,” according to Ana Kovač.", "We will keep talking"),
        ("According to Ana Kovač, “we will keep talking for years.”", "we will keep talking for years."),
    ],
)
def test_frame_names_the_speaker(text: str, words: str) -> None:
    (only,) = said(text, KOVAC)
    assert only.who in ("Ana Kovač", "Kovač")
    assert (only.words, only.mode) == (words, "direct")


def test_parts_around_one_attribution_are_one_statement() -> None:
    assert said("“The road is open,” Kovač said. “Nobody will close it again.”", KOVAC) == [
        Said("Kovač", "The road is open / Nobody will close it again.")
    ]
    assert said("“The road,” Kovač said, “is open to all of us.”", KOVAC) == [
        Said("Kovač", "The road / is open to all of us.")
    ]


def test_quotation_over_paragraphs_is_one_statement() -> None:
    text = (
        "“We came a long way,” Kovač said. “We met every week.\n"
        "“We wrote it all down.\n“Now we sign it.”\nThey left."
    )
    assert said(text, KOVAC) == [
        Said("Kovač", "We came a long way / We met every week.\n“We wrote it all down.\n“Now we sign it.")
    ]


def test_missing_marks() -> None:
    assert said("We will keep talking to our friends,” Kovač noted.", KOVAC) == [
        Said("Kovač", "We will keep talking to our friends")
    ]
    assert said("Kovač said: “We will keep talking to our friends.", KOVAC) == [
        Said("Kovač", "We will keep talking to our friends.")
    ]


def test_frame_stands_in_the_paragraph_above() -> None:
    assert said(
        "On the other hand, Ana Kovač said,\n“We have confirmed our plans for the bridge.”", KOVAC
    ) == [Said("Ana Kovač", "We have confirmed our plans for the bridge.")]


def test_paragraph_of_its_own_belongs_to_who_spoke_above() -> None:
    text = "Kovač remarked that some are against the bridge.\n“Those who envy us want to stop it.”"
    assert said(text, KOVAC)[1] == Said("Kovač", "Those who envy us want to stop it.")


@pytest.mark.parametrize("pronoun", ["she", "the minister"])
def test_stand_ins_mean_the_one_named_before(pronoun: str) -> None:
    text = f"Minister Kovač met Tom Reed in Vienna.\n“We have known each other for years,” {pronoun} said."
    assert said(text, KOVAC)[-1] == Said("Kovač", "We have known each other for years")


def test_pronoun_does_not_mean_somebody_of_the_other_gender() -> None:
    text = "Ana Kovač spoke after Tom Reed had left.\n“I will be back in the spring,” he said."
    assert said(text, KOVAC) == [Said("Tom Reed", "I will be back in the spring")]


@pytest.mark.parametrize(
    "text",
    [
        "The “collective West” and its “related parties” irritate Ana Kovač.",
        "Ana Kovač and Tom Reed (the “Leaders”) met in Vienna.",
        "Ana Kovač gave him the book “The Long Road to Peace in Our Time” in Vienna.",
        "The states agreed to act “in order to keep the friendly relations between them” at once.",
        "Ana Kovač, who spoke at the forum “Russia and the World in Our Century”, left for Vienna.",
        "Ana Kovač thanked him, noting that his declaration that “any use of force is an attack” was heard.",
        "It’s the ministers’ choice, and the minister's too.",
        "He praised the ‘new normal’ of the ’90s.",
    ],
)
def test_terms_titles_and_apostrophes_are_no_statements(text: str) -> None:
    assert said(text, KOVAC) == []


def test_printed_again_is_not_said_twice() -> None:
    words = "We will keep talking to all of them"
    text = f"“{words},” Kovač said.\nThe talks go on in May.\n“{words}”"
    assert said(text, KOVAC) == [Said("Kovač", "We will keep talking to all of them")]


def test_message_speaks_for_its_sender() -> None:
    text = (
        "Tom Reed sent a message of greeting to Ana Kovač.\n"
        "“This is a convincing result of long work”, the message reads."
    )
    assert said(text, KOVAC) == [Said("Tom Reed", "This is a convincing result of long work")]


LAVROV = {
    "Сергей Лавров": "министр иностранных дел",
    "Лавров": "",
    "Лаврова": "",
    "Вучич": "",
    "Vučić": "",
    "Ана Ковач": "",
}


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("«Мы готовы к диалогу», — заявил Лавров.", "Лавров", "Мы готовы к диалогу"),
        (
            "«Мы готовы к диалогу», — сказал министр иностранных дел Сергей Лавров.",
            "Сергей Лавров",
            "Мы готовы к диалогу",
        ),
        ("Лавров подчеркнул: «Мы готовы к диалогу».", "Лавров", "Мы готовы к диалогу"),
        ("„Razgovori su bili dobri”, rekao je Vučić.", "Vučić", "Razgovori su bili dobri"),
        ("„Разговори су били добри“, рекла је Ана Ковач.", "Ана Ковач", "Разговори су били добри"),
        ("Vučić je poručio: „Razgovori su bili dobri.“", "Vučić", "Razgovori su bili dobri."),
    ],
)
def test_serbian_and_russian(text: str, who: str, words: str) -> None:
    assert said(text, LAVROV) == [Said(who, words)]


def test_russian_attribution_within_the_marks() -> None:
    assert said("«Мы готовы, — сказал Лавров, — говорить обо всём».", LAVROV) == [
        Said("Лавров", "Мы готовы / говорить обо всём")
    ]
