"""Single texts: title, dateline, date lines, headings, foot, byline, kind."""

from __future__ import annotations

import pytest

from tests.read.texts import dev, of_kind, only, seed, speakers, words

BODY = "The minister met his guest today and spoke with him of the plans for the coming years.\n"


def test_the_dateline_gives_date_and_publisher():
    (source,) = seed("001").sources
    assert of_kind(source, "dateline") == ["Moscow, 19 August 2022 (TDI)"]
    assert (source.published, source.published_basis) == ("2022-08-19", "explicit")
    assert source.published_why == "the dateline “Moscow, 19 August 2022 (TDI)”"
    assert source.publisher == "TDI"
    assert of_kind(source, "heading") == ["Previous Meetings", "Russia-Serbia Bilateral Relations"]
    assert of_kind(source, "paragraph")[0].startswith("The Foreign Minister of Russia")


def test_a_briefing_without_head_has_no_title_and_no_date():
    (source,) = seed("000").sources
    assert (source.kind, source.title, source.published) == ("briefing", None, None)
    assert len(of_kind(source, "paragraph")) == 14
    assert source.translated, "“St. Petersburg.‑St. Petersburg” is no writer's"
    assert not seed("001").sources[0].translated


@pytest.mark.parametrize(
    ("line", "head", "date"),
    [
        ("WASHINGTON, Oct 3 (Reuters) - ", "WASHINGTON, Oct 3 (Reuters)", None),
        ("BELGRADE, Serbia (AP) — ", "BELGRADE, Serbia (AP)", None),
        ("МОСКВА, 17 февраля 2025 г. (ТАСС) — ", "МОСКВА, 17 февраля 2025 г. (ТАСС)", "2025-02-17"),
        ("MOSCOW, February 17, 2025. /TASS/. ", "MOSCOW, February 17, 2025. /TASS/", "2025-02-17"),
        ("Београд, 17. фебруара 2025. (Танјуг) – ", "Београд, 17. фебруара 2025. (Танјуг)", "2025-02-17"),
        ("Beograd, 17.2.2025. – ", "Beograd, 17.2.2025.", "2025-02-17"),
        ("WASHINGTON – ", "WASHINGTON", None),
        ("МОСКВА, 17 фев – РИА Новости. ", "МОСКВА, 17 фев – РИА Новости", None),
        ("Москва. 17 февраля 2025. INTERFAX.RU - ", "Москва. 17 февраля 2025. INTERFAX.RU", "2025-02-17"),
        ("BEIJING, Feb. 17 (Xinhua) -- ", "BEIJING, Feb. 17 (Xinhua)", None),
    ],
)
def test_datelines_of_many_houses(line: str, head: str, date: str | None):
    source = only("A Headline of the Day\n\n" + line + BODY + BODY)
    assert of_kind(source, "dateline") == [head]
    assert source.published == date
    assert of_kind(source, "paragraph")[0] == BODY.strip()


@pytest.mark.parametrize(
    "line", ["In brief: ", "Sergey Lavrov (retranslated): ", "The talks – ", "Trade: ", "On 6 May 2024 – "]
)
def test_what_is_no_dateline(line: str):
    source = only("A Headline of the Day\n\n" + line + BODY + BODY)
    assert of_kind(source, "dateline") == []


def test_a_page_with_lines_of_date_time_and_place():
    source = dev("05")
    assert source.title == "Meeting with President of Serbia Tomislav Nikolic"
    assert of_kind(source, "dateline") == ["March 10, 2016", "16:45", "The Kremlin, Moscow"]
    assert source.url == "https://en.kremlin.ru/d/51490"
    assert "* * *" in of_kind(source, "noise")
    assert "<…>" in of_kind(source, "noise")


@pytest.mark.parametrize(
    ("head", "title", "date", "details"),
    [
        ("17.02.2025\nThe Ministers Meet\n", "The Ministers Meet", "2025-02-17", ["17.02.2025"]),
        ("Brussels, 17 February 2025\nStatement on Serbia\n", "Statement on Serbia", "2025-02-17",
         ["Brussels, 17 February 2025"]),
        ("The Secretary’s Call\nReadout\nOffice of the Spokesperson\nMay 15, 2023\n", "The Secretary’s Call",
         "2023-05-15", ["May 15, 2023"]),
        ("Сусрет министара\n17. фебруар 2025. године\n", "Сусрет министара", "2025-02-17",
         ["17. фебруар 2025. године"]),
        ("The Ministers Meet\nPress release | 5 May 2024 | Belgrade\n", "The Ministers Meet", "2024-05-05",
         ["Press release | 5 May 2024 | Belgrade"]),
        ("The Ministers Meet\n17/02/2025 - 10:00\n", "The Ministers Meet", "2025-02-17",
         ["17/02/2025 - 10:00"]),
        ("The Ministers Meet\n2025-02-17T10:00:00Z\n", "The Ministers Meet", "2025-02-17",
         ["2025-02-17T10:00:00Z"]),
        ("The Ministers Meet\nPublished: 5 May 2024\n203-05-05-2024\n", "The Ministers Meet", "2024-05-05",
         ["Published: 5 May 2024"]),
        ("266. Telegram From the Embassy to the Department\nBelgrade, May 7, 1966, 1025Z.\n",
         "266. Telegram From the Embassy to the Department", "1966-05-07", ["Belgrade, May 7, 1966, 1025Z."]),
    ],
)  # fmt: skip
def test_heads_of_many_pages(head: str, title: str, date: str, details: list[str]):
    source = only(f"{head}\n{BODY}{BODY}")
    assert (source.title, source.published, of_kind(source, "dateline")) == (title, date, details)
    assert of_kind(source, "paragraph")[-1] == BODY.strip()
    assert source.kind == ("document" if title.startswith("266") else "release")


def test_a_date_in_the_second_sentence_dates_nothing():
    source = only(f"A Headline of the Day\n\n{BODY}\nOn 6 May 2024 the two met again and spoke of trade.\n")
    assert source.published is None


def test_the_line_of_publication_outweighs_the_day_in_the_head():
    source = dev("08")
    assert source.published == "2017-05-23"
    assert source.published_why == "the line “Publication date: May 23, 2017, 12:00”"


def test_wrapped_releases():
    source = dev("06")
    assert source.published == "2023-09-11"
    assert of_kind(source, "heading") == ["ECONOMIC, TRADE, AND INVESTMENT COOPERATION"]
    assert [len(text.splitlines()) for text in of_kind(source, "paragraph")] == [1] * 5
    assert of_kind(source, "paragraph")[0].startswith(
        "On September 10, 2023, General Secretary of the Communist"
    )


def test_a_chronology_has_a_heading_for_each_entry():
    source = dev("14")
    headings = of_kind(source, "heading")
    assert "American Legation Closed, 1937." in headings
    assert len([text for text in headings if text.endswith(".")]) == 8
    closed = next(block for block in source.blocks if words(source, block).startswith("The Italians invaded"))
    assert words(source, source.blocks[closed.heading]) == "American Legation Closed, 1937."
    assert source.published is None


def test_a_generic_heading_is_no_title():
    source = dev("22")
    assert source.title is None
    assert "Summary" in of_kind(source, "heading")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ana Anić", "Ana Anić"),
        ("Autor: Marko Marković", "Marko Marković"),
        ("Аутор: Марко Марковић", "Марко Марковић"),
        ("By Ana Anić, in Belgrade", "Ana Anić"),
    ],
)
def test_bylines(line: str, author: str):
    source = only(f"A Headline of the Day\n{line}\n\n{BODY}{BODY}")
    assert source.author == author
    assert source.kind == "article"
    assert of_kind(source, "caption") == [line]


def test_by_what_means_is_no_byline():
    source = only(
        f"A Headline of the Day\n\n{BODY}By Train to Belgrade it takes three hours and forty minutes."
    )
    assert source.author is None


def test_what_is_known_from_outside_comes_first():
    source = only(
        f"Moscow, 19 August 2022 (TDI): {BODY}", title="Given", publisher="The Paper", date="2022-08",
        kind="release", language="en-GB", url="https://example.org/1", origin="sources.toml",
    )  # fmt: skip
    assert (source.title, source.publisher, source.published) == ("Given", "The Paper", "2022-08")
    assert source.published_why == "given in the sources.toml"
    assert (source.kind, source.language, source.url) == ("release", "en-GB", "https://example.org/1")


def test_a_foot_in_russian():
    text = f"Встреча\n\n{BODY}\nДата публикации: 6 мая 2024 года, 12:20\nПостоянная ссылка: kremlin.ru/d/1\n"
    source = only(text)
    assert (source.published, source.url) == ("2024-05-06", "https://kremlin.ru/d/1")


@pytest.mark.parametrize(
    "head",
    [
        "1284-09-06-2022",
        "Posted On: 09 JUN 2022 7:52PM by PIB Delhi",
        "Published on: Thursday, 9 June 2022",
    ],
)
def test_a_number_or_a_label_with_a_date_dates_the_page(head: str):
    source = only(
        f"Foreign minister meets his colleague\n{head}\nThe ministers met in Yerevan on Thursday.\n"
    )
    assert (source.published, source.published_basis) == ("2022-06-09", "explicit")


def test_a_date_alone_at_the_end_dates_a_text_without_another():
    told = "The envoys arrived on Thursday and will leave on Friday, officials said.\n"
    body = "Envoys arrive for talks\n" + told + "They will discuss trade, and the road to the coast.\n" * 7
    source = only(body + "June 15, 2023\nShare\n")
    assert source.published == "2023-06-15"
    assert of_kind(source, "dateline") == ["June 15, 2023"]
    dated = only("Envoys arrive\n1 May 2023\n" + body + "June 15, 2023\n")
    assert dated.published == "2023-05-01"


def test_a_sentence_with_a_date_at_the_end_is_no_date_line():
    source = only("Envoys arrive for talks\nThe envoys arrived today.\nThey last came on June 15, 2023\n")
    assert source.published is None


def test_an_agency_nobody_lists_is_one_beside_a_date():
    source = only(
        "Minister to visit Cairo\nANKARA, March 16, 2023 (Any Wire) - The minister will visit Cairo soon.\n"
    )
    assert of_kind(source, "dateline") == ["ANKARA, March 16, 2023 (Any Wire)"]
    assert (source.published, source.publisher) == ("2023-03-16", "Any Wire")


def test_a_long_line_between_title_and_date_is_a_heading():
    text = (
        "Transcript\nPress conference by Chancellor Anna Beispiel and Prime Minister Ola Nordmann\n"
        "Berlin, 15 November 2023\nChancellor Beispiel: I am glad to welcome you to Berlin today.\n"
    )
    assert of_kind(only(text), "heading") == [text.split("\n")[1]]


def test_remarks_after_a_topic_are_their_speaker_s_words():
    text = (
        "Dialogue: Press remarks by High Representative Anna Beispiel after the meeting\n18 August 2022\n"
        "I met with them both this morning, and I am glad of it.\nI spoke with the others yesterday.\n"
    )
    source = only(text)
    assert set(speakers(source)) == {"High Representative Anna Beispiel"}


def test_short_lines_below_a_colon_are_a_list():
    source = only(
        "Talks on trade\nMay 2, 2023\nThe ministers met in Vienna and spoke of trade for an hour.\nParticipants:\n"
        "Ana Anić, Foreign Minister\nIvo Ivić, Ministry of Trade\nThey will meet again in the autumn of this year.\n"
    )
    assert of_kind(source, "item") == ["Ana Anić, Foreign Minister", "Ivo Ivić, Ministry of Trade"]


def test_place_and_day_may_be_parted_by_a_slash():
    source = only(
        "Support goes on\nChisinau/21 Nov 2022 - The ministers met in Paris on Monday to speak of gas.\n"
    )
    assert source.published == "2022-11-21"
