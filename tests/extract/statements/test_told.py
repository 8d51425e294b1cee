"""Words told without quotation marks."""

from __future__ import annotations

import pytest

from tests.extract.statements.stage import Said, said

NAMES = {
    "Ana Kovač": "Foreign Minister", "Kovač": "Minister", "Tom Reed": "", "Foreign Ministry": ":organisation",
    "Lavrov": "", "Vučić": "", "Лавров": "", "Лаврова": "", "Лаврову": "", "Вучић": "", "Norland": ":state",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("Kovač said that the two sides will meet again.", "Kovač", "the two sides will meet again."),
        (
            "Ana Kovač, at a press conference after the talks, said she is proud of it.",
            "Ana Kovač",
            "she is proud of it.",
        ),
        ("Kovač told reporters on Monday that the bridge is safe.", "Kovač", "the bridge is safe."),
        ("Kovač met with Lavrov and stressed that the bridge is safe.", "Kovač", "the bridge is safe."),
        ("After talks with Lavrov, Kovač added that the bridge is safe.", "Kovač", "the bridge is safe."),
        (
            "Kovač said in an interview with a newspaper that the bridge is safe.",
            "Kovač",
            "the bridge is safe.",
        ),
        ("The Foreign Ministry announced that the visit is off.", "Foreign Ministry", "the visit is off."),
        ("According to Kovač, the bridge is safe for now.", "Kovač", "the bridge is safe for now."),
        ("The bridge is safe for now, according to Kovač.", "Kovač", "The bridge is safe for now"),
        ("The bridge is safe for now, Kovač said on Tuesday.", "Kovač", "The bridge is safe for now"),
        ("The bridge is safe for now, said Ana Kovač.", "Ana Kovač", "The bridge is safe for now"),
        ("The bridge is safe. Kovač stated this during the talks.", "Kovač", "The bridge is safe."),
        ("Vučić je rekao da je most bezbedan.", "Vučić", "je most bezbedan."),
        ("Вучић је истакао да је мост безбедан.", "Вучић", "је мост безбедан."),
        ("Kako je rekao Vučić, most je potpuno bezbedan.", "Vučić", "most je potpuno bezbedan."),
        ("Лавров заявил, что мост в безопасности.", "Лавров", "мост в безопасности."),
        ("По словам Лаврова, мост в полной безопасности.", "Лаврова", "мост в полной безопасности."),
        ("Мост в безопасности. Об этом заявил Лавров.", "Лавров", "Мост в безопасности."),
    ],
)
def test_words_told(text: str, who: str, words: str) -> None:
    assert said(text, NAMES) == [Said(who, words, "indirect")]


def test_pronoun_goes_on_with_the_speaker() -> None:
    text = "Lavrov highlighted that work goes on. He also mentioned that Norland buys the most."
    assert [s.who for s in said(text, NAMES)] == ["Lavrov", "Lavrov"]


def test_serbian_leaves_the_pronoun_out() -> None:
    text = "Vučić je rekao da je most bezbedan.\nDodao je da će biti gotov na leto."
    assert [s.who for s in said(text, NAMES)] == ["Vučić", "Vučić"]


@pytest.mark.parametrize(
    "text",
    [
        "Kovač will say that the two sides meet again.",
        "Kovač did not say that the two sides meet again.",
        "Kovač is expected to announce that the bridge is safe.",
        "Norland announced that it would not recognise the border.",
        "We said that the bridge is safe when Kovač asked.",
        "Kovač urged both sides to consider steps that will ease tensions.",
        "Kovač noted our ongoing concern over the bridge.",
        "Kovač met the people that built the bridge of the two states that border it.",
        "Kovač spoke in the United States that summer about the bridge.",
        "In an exchange of letters, Kovač and Lavrov set up full relations between the two states.",
    ],
)
def test_nothing_is_told(text: str) -> None:
    assert said(text, NAMES) == []


def test_quotation_inside_words_told_is_part_of_them() -> None:
    text = "Kovač said that the talks with Lavrov were “very open and good for all”."
    assert said(text, NAMES) == [
        Said("Kovač", "the talks with Lavrov were “very open and good for all”.", "indirect")
    ]
