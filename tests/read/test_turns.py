"""Who speaks: turns in transcripts of any layout, and no turns where there is only a colon."""

from __future__ import annotations

import pytest

from tests.read.texts import dev, of_kind, only, speakers


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("03", ["President of Russia Vladimir Putin",
                "Prime Minister and Interior Minister of Serbia Ivica Dacic"]),
        ("05", ["President of Russia Vladimir Putin", "President of the Republic of Serbia Tomislav Nikolic",
                "Vladimir Putin"]),
        ("10", ["President of Russia Vladimir Putin",
                "President of the Republika Srpska entity of Bosnia and Herzegovina Milorad Dodik",
                "Vladimir Putin"]),
        ("13", ["President of Russia Vladimir Putin", "President of Serbia Aleksandar Vucic"]),
        ("15", ["President of Russia Vladimir Putin"]),
    ],
)  # fmt: skip
def test_real_transcripts(start: str, expected: list[str]):
    source = dev(start)
    assert source.kind == "transcript"
    assert speakers(source) == expected


def test_directions_are_no_part_of_label_or_words():
    source = dev("03")
    dacic = next(
        text for text in of_kind(source, "turn") if text.startswith("Thank you very much, Mr President")
    )
    assert "Speaking Russian" not in dacic


def test_a_pull_quote_interrupts_no_turn_and_is_no_words_of_its_own():
    source = dev("03")
    assert [text for text in of_kind(source, "noise") if text.startswith("”Russia and Serbia")]
    groups = {block.group for block in source.blocks if block.kind == "turn"}
    assert len(groups) == 2


RUSSIAN = """Выступление министра на встрече

С.В.Лавров: Рад Вас видеть. Мы ценим наши отношения и намерены развивать их дальше.
Вопрос: Как Вы оцениваете переговоры?
С.В.Лавров (отвечает): Они были полезными, и мы договорились продолжить.
"""
SERBIAN = """Изјава после разговора

Новинар: Како оцењујете разговоре?
Марко Ђурић: Задовољан сам, ми смо о свему отворено разговарали.
Новинар: Шта даље?
Марко Ђурић: Настављамо.
"""
AMERICAN = """Press Briefing

MR. PRICE: Good afternoon, everyone. I have one thing at the top.
Q    Can you tell us more?
MR. PRICE: I can. We will announce it soon.
QUESTION: When?
MR. PRICE: Soon.
"""
CHINESE = "外交部记者会\n\n记者：你对此有何评论？\n毛宁：我们愿同塞方一道努力。\n记者：何时？\n毛宁：尽快。\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RUSSIAN, ["С.В.Лавров", "Вопрос", "С.В.Лавров"]),
        (SERBIAN, ["Новинар", "Марко Ђурић", "Новинар", "Марко Ђурић"]),
        (AMERICAN, ["MR. PRICE", "Q", "MR. PRICE", "QUESTION", "MR. PRICE"]),
        (CHINESE, ["记者", "毛宁", "记者", "毛宁"]),
    ],
    ids=["ru", "sr", "us", "zh"],
)
def test_other_languages_and_layouts(text: str, expected: list[str]):
    source = only(text)
    assert speakers(source) == expected
    assert source.kind == "transcript"


def test_a_label_on_a_line_of_its_own():
    text = "A talk\n\nAna Anić:\nI am glad.\nAnd I thank you.\nIvo Ivić:\nSo am I.\nAna Anić:\nGood.\n"
    source = only(text)
    assert speakers(source) == ["Ana Anić", "Ivo Ivić", "Ana Anić"]
    assert of_kind(source, "turn") == [
        "I am glad.",
        "And I thank you.",
        "So am I.",
        "Good.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Contacts\n\nPhone: five\nEmail: some@example.org\nPhone: six\nEmail: other@example.org\n",
        "What it brings\n\nClean Energy: The act.\nSolar Energy: The sun.\nClean Energy: More.\n",
        "The act\n\nNote: This entry is for the modern state. It was made last year.\n",
        "Exports of Serbia\n\nThe Republic of Serbia exports to Russia the following: apples and rubber.\n",
        "Sent to the Senate\n\nNOMINATIONS SENT TO THE SENATE:\n\nAna Anić, to be Ambassador.\n",
    ],
)
def test_a_colon_alone_makes_nobody_speak(text: str):
    assert speakers(only(text)) == []


STATEMENT = (
    "{}\n6 May 2024\n\nI welcome the agreement. We worked for it, and our people will see its fruits.\n"
)


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Statement by President Ana Anić on the Agreement", "President Ana Anić"),
        ("Foreign Minister Ivo Ivić’s statement on the agreement", "Foreign Minister Ivo Ivić"),
        ("President Anić Statement on the Agreement", "President Anić"),
        ("Remarks of Ana Anić, Minister for Trade", "Ana Anić, Minister for Trade"),
    ],
)
def test_a_statement_in_the_first_person_is_its_speakers(title: str, speaker: str):
    assert speakers(only(STATEMENT.format(title))) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Statement by Press Secretary Ana Anić on a Journey\n6 May 2024\n\nThe President will go to Rome.\n",
        STATEMENT.format("Joint Statement on the Agreement"),
        STATEMENT.format("Remarks by President Anić and Minister Ivić"),
        "Ana Anić’s statement on trade\n6 May 2024\n\n“I am glad, and we won, I say,” she said.\n",
    ],
)
def test_a_statement_about_somebody_is_nobodys_turn(text: str):
    assert speakers(only(text)) == []


RUSSIAN_SPEECH = (
    "Вступительное слово Министра иностранных дел Российской Федерации С.В.Лаврова в ходе переговоров, "
    "Москва, 17 февраля 2025 года\n\nУважаемый господин Министр,\n"
    "Мы рады Вас видеть. Наши отношения развиваются.\nМы хотели бы обсудить и другие темы.\n"
)


def test_a_speech_in_russian_its_speaker_and_its_day():
    source = only(RUSSIAN_SPEECH)
    assert speakers(source) == ["Министра иностранных дел Российской Федерации С.В.Лаврова"]
    assert len(of_kind(source, "turn")) == 3
    assert source.published == "2025-02-17"


def test_papers_that_ask_once_are_not_swallowed_by_the_answer():
    text = (
        "Regular Press Conference\n17 February 2025\n\nReuters: Can you tell us more of the talks?\n"
        "Mao Ning: We support all efforts.\nTASS: When will you know?\nMao Ning: Soon, I believe.\n"
    )
    assert speakers(only(text)) == ["Reuters", "Mao Ning", "TASS", "Mao Ning"]


def test_a_headline_with_a_colon_is_a_headline():
    source = only(
        "Вучић: Србија остаје на своме путу\n\nПредседник је рекао да ће земља сама одлучивати о томе.\n"
    )
    assert source.title == "Вучић: Србија остаје на своме путу"
    assert speakers(source) == []
