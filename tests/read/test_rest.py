"""Wrapped lines, languages, dates, passages and copies."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reltui.model import Passage
from reltui.read import Description, link_copies, read_bytes
from reltui.read.language import detect
from reltui.read.when import find, whole
from tests.read.texts import of_kind, only, read_text, seed

PROSE = (
    "The two Leaders hailed a historic new phase of bilateral cooperation and friendship by elevating their "
    "nations’ relationship to a partnership for the purposes of peace, cooperation and development."
)


def wrap(text: str, width: int) -> str:
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


@pytest.mark.parametrize("width", [50, 72, 79, 100])
def test_wrapped_prose_is_joined(width: int):
    text = "\n\n".join([wrap(PROSE, width), wrap(PROSE + " " + PROSE, width)])
    assert of_kind(only(text), "paragraph") == [PROSE, PROSE + " " + PROSE]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(st.from_regex(r"[a-z]{3,11}", fullmatch=True), min_size=40, max_size=90),
        min_size=2,
        max_size=4,
    )
)
def test_any_wrapped_prose_comes_out_as_it_went_in(paragraphs: list[list[str]]):
    prose = [" ".join(words) for words in paragraphs]
    text = "\n\n".join(wrap(paragraph, 72) for paragraph in prose)
    assert only(text).text == "\n\n".join(prose)


def test_short_lines_are_not_joined():
    text = "Participants\n" + "\n".join(
        f"Minister {name} of {land}" for name, land in zip("ABCDEF", "UVWXYZ", strict=True)
    )
    assert only(text).text == text


def test_items_of_a_wrapped_text_stay_apart():
    text = f"{wrap(PROSE, 60)}\n\n- " + "\n- ".join([wrap(PROSE, 58)] * 2)
    assert of_kind(only(text), "item") == [PROSE, PROSE]


@pytest.mark.parametrize(
    ("text", "language", "script"),
    [
        ("The minister met his guest and they spoke of the trade of both countries.", "en", "Latn"),
        ("Министар је рекао да су односи две земље добри и да ће се састати.", "sr", "Cyrl"),
        ("Ministar je rekao da su odnosi dve zemlje dobri i da će se sastati.", "sr", "Latn"),
        ("Министр сказал, что отношения двух стран развиваются и это не всё.", "ru", "Cyrl"),
        ("Міністр сказав, що відносини двох країн розвиваються і це не все.", "uk", "Cyrl"),
        ("Der Minister sagte, dass die Beziehungen der beiden Länder gut sind.", "de", "Latn"),
        ("Le ministre a déclaré que les relations des deux pays sont bonnes.", "fr", "Latn"),
        ("两国外长在北京举行会谈。", "zh", "Hani"),
        ("両外相は東京で会談し、協力について話し合った。", "ja", "Jpan"),
        ("التقى الوزير ضيفه في بلغراد.", "ar", "Arab"),
        ("Ο υπουργός συναντήθηκε με τον ομόλογό του.", "el", "Grek"),
        ("1234 5678", None, None),
    ],
)
def test_language_and_script(text: str, language: str | None, script: str | None):
    assert detect(text) == (language, script)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("19 August 2022", "2022-08-19"), ("August 19, 2022", "2022-08-19"), ("Aug. 3rd, 2022", "2022-08-03"),
        ("2022-08-19", "2022-08-19"), ("19.8.2022", "2022-08-19"), ("17. фебруара 2025.", "2025-02-17"),
        ("17. februara 2025", "2025-02-17"), ("17 февраля 2025 года", "2025-02-17"), ("May 2024", "2024-05"),
        ("2025年2月17日", "2025-02-17"), ("Oct 3", None),
    ],
)  # fmt: skip
def test_dates(text: str, edtf: str | None):
    told = find(text)
    assert told is not None
    assert told.edtf == edtf


@pytest.mark.parametrize(
    "text", ["31 February 2024", "13 Smarch 2024", "Room 12 2024", "12 monkeys", "no date"]
)
def test_what_is_no_date(text: str):
    assert find(text) is None


def test_a_line_with_more_than_a_date():
    assert whole("Thursday, 14 May 2020, 21:45") is not None
    assert whole("On 14 May 2020 the presidents spoke") is None


def passage_texts(text: str) -> list[str]:
    reading = read_text(text)
    return [
        source.text[p.start : p.end]
        for source in reading.sources
        for p in reading.passages
        if p.source == source.id
    ]


def test_a_passage_is_the_paragraph_as_it_is_seen():
    text = "Moscow, 19 August 2022 (TDI): The minister will hold talks on Monday.\n\nPrevious Meetings\n\nThey met often, and talked long.\n* * *\n"
    assert passage_texts(text) == [
        "Moscow, 19 August 2022 (TDI): The minister will hold talks on Monday.",
        "Previous Meetings",
        "They met often, and talked long.",
    ]


def test_passages_carry_speaker_attribution_and_heading():
    reading = seed("002")
    texts = {source.id: source.text for source in reading.sources}
    seen = [texts[p.source][p.start : p.end] for p in reading.passages]
    assert "Sergey Lavrov: That is true." in seen
    assert not [text for text in seen if text.startswith(("Forwarded", "#", "💬", "Read in full"))]
    answer = next(p for p in reading.passages if texts[p.source][p.start : p.end].endswith("That is true."))
    assert answer.heading == "Excerpt from Sergey Lavrov’s answers to media questions"
    (profile,) = seed("004").sources
    quotes = [profile.text[p.start : p.end] for p in seed("004").passages if p.heading == "Key Quotes"]
    assert len(quotes) == 5
    assert all("\n" in quote and ", 20" in quote for quote in quotes)


def test_lines_of_date_time_and_place_are_one_passage():
    text = "Meeting with Ana Anić\n6 May 2024\n12:20\nSochi\nThe two met and spoke at length of trade.\n"
    assert passage_texts(text) == [
        "Meeting with Ana Anić",
        "6 May 2024\n12:20\nSochi",
        "The two met and spoke at length of trade.",
    ]


LONG = (
    "The parties reaffirmed the mutual interest in maintaining a regular political dialogue and in projects."
)


def copies(*texts: str) -> list[tuple[str, int, str, int]]:
    passages = [Passage(f"s{number}", 1, 0, len(text)) for number, text in enumerate(texts)]
    return link_copies(passages, {f"s{number}": text for number, text in enumerate(texts)})


def test_copies_are_found_whatever_their_punctuation():
    other = LONG.upper().replace(" ", "\n").replace(".", "!")
    assert copies("Something else is said here by somebody who was never there at all.", LONG, other) == [
        ("s2", 1, "s1", 1)
    ]


def test_near_copies_are_found_and_lead_to_the_first():
    twice = f"{LONG} {LONG.replace('parties', 'sides')} They agreed to meet again in the spring of next year."
    near = twice.replace("spring", "autumn")
    assert copies(twice, near, near) == [("s1", 1, "s0", 1), ("s2", 1, "s0", 1)]


def test_what_only_begins_alike_is_no_copy():
    assert (
        copies(
            f"{LONG} {'One two three four five six seven eight nine ten. '}",
            f"{LONG} {'Other words follow it in this one here, many of them, and more.'}",
        )
        == []
    )


def test_short_passages_are_never_copies():
    assert copies("They met in Belgrade.", "They met in Belgrade.") == []


def test_passages_of_one_source_are_not_compared():
    text = f"{LONG}\n{LONG}"
    passages = [Passage("s", 1, 0, len(LONG)), Passage("s", 2, len(LONG) + 1, len(text))]
    assert link_copies(passages, {"s": text}) == []


def test_copies_across_files():
    one = read_bytes(f"A first report\n\n{LONG}\n".encode(), "a.txt", Description())
    two = read_bytes(f"A second report\n\n{LONG}\nAnd more of it.\n".encode(), "b.txt", Description())
    texts = {source.id: source.text for reading in (one, two) for source in reading.sources}
    assert link_copies([*one.passages, *two.passages], texts) == [
        (two.sources[0].id, 2, one.sources[0].id, 2)
    ]
