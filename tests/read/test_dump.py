"""Channel dumps: one source a post, its body kept once."""

from __future__ import annotations

from tests.read.texts import label, of_kind, only, read_text, seed, speakers, words

BODY = (
    "🤝 The parties discussed trade, energy and the situation in the region at some length.\n"
    "They agreed to meet again before the end of the year.\n#Talks\n"
)


def post(headline: str, body: str = BODY, channel: str = "Some Ministry 🏛") -> str:
    return f"Forwarded from {channel}\n{headline}\n{body}{body}"


def test_the_seed_holds_seven_posts_each_with_its_body_once():
    reading = seed("002")
    assert [source.kind for source in reading.sources] == ["post"] * 7
    assert [len(source.repeats) for source in reading.sources] == [1] * 7
    for source in reading.sources:
        paragraphs = [words(source, block) for block in source.blocks if block.kind in ("paragraph", "turn")]
        assert len(paragraphs) == len(set(paragraphs)), "a paragraph stands twice"
        assert source.forwarded_from == "Russian MFA 🇷🇺"
        assert source.publisher == "Russian MFA"
        assert source.title
        assert source.title[0].isalpha()


def test_posts_are_dated_by_their_headline_and_never_by_a_guess():
    dates = [source.published for source in seed("002").sources]
    assert dates == [None, "2024-03-21", None, "2024-08-14", None, None, "2025-02-17"]
    second = seed("002").sources[1]
    assert second.published_basis == "explicit"
    assert second.published_why == "the heading “(Moscow, March 21, 2024)”"


def test_opening_remarks_are_the_turn_of_the_person_in_the_headline():
    source = seed("002").sources[3]
    assert speakers(source) == ["Foreign Minister Sergey Lavrov"]
    turn = of_kind(source, "turn")
    assert turn[0].startswith("We are glad that you have paid")
    assert turn[-1].endswith("mutually advantageous cooperation.")


def test_a_news_conference_keeps_questions_and_answers_apart():
    source = seed("002").sources[6]
    assert speakers(source) == ["Sergey Lavrov", "Question", "Sergey Lavrov", "Question", "Sergey Lavrov"]
    answers = [
        words(source, block) for block in source.blocks if block.role == "answers" and block.kind == "turn"
    ]
    assert answers[1] == "That is true."
    heading = next(block for block in source.blocks if block.kind == "heading")
    assert words(source, heading) == "Excerpt from Sergey Lavrov’s answers to media questions"


def test_furniture_is_set_apart_and_stays_in_the_text():
    source = seed("002").sources[0]
    noise = of_kind(source, "noise")
    assert noise == [
        "Forwarded from Russian MFA 🇷🇺",
        "This media is not supported in your browser",
        "VIEW IN TELEGRAM",
        "#RussiaSerbia",
    ]


def test_any_dump_is_read_not_only_the_seed():
    reading = read_text(post("🇷🇸 On 6 May, A met B.") + post("🇷🇸 On 7 May, C met D.", channel="Other"))
    first, second = reading.sources
    assert (first.title, second.title) == ("On 6 May, A met B.", "On 7 May, C met D.")
    assert (first.publisher, second.publisher) == ("Some Ministry", "Other")
    assert first.text.count("They agreed to meet again") == 1


def test_a_dump_in_russian():
    reading = read_text(
        "Переслано от МИД России\nСтороны обсудили повестку дня на ближайшие месяцы года\n" * 2
    )
    assert [source.forwarded_from for source in reading.sources] == ["МИД России"] * 2


def test_a_post_that_is_not_repeated_is_kept_whole():
    source = only("Forwarded from Ch\n🇷🇸 A met B in Belgrade\nThey talked of many things there.\nAnd left.")
    assert source.repeats == ()
    assert source.title == "A met B in Belgrade"
    assert of_kind(source, "paragraph") == ["They talked of many things there.", "And left."]


def test_a_second_copy_may_lack_the_last_line():
    text = "Forwarded from Ch\nHeadline of the post\n" + BODY + BODY.removesuffix("#Talks\n")
    source = only(text)
    assert len(source.repeats) == 1
    assert source.text.count("They agreed to meet") == 1


def test_what_differs_is_no_repeat():
    other = BODY.replace("before the end of the year", "in the autumn")
    source = only("Forwarded from Ch\nHeadline of the post\n" + BODY + other)
    assert source.repeats == ()
    assert "in the autumn" in source.text


def test_a_mention_of_forwarding_inside_a_text_makes_no_dump():
    source = only(
        "A report on messages\n\nThe note was forwarded.\n\nForwarded from Ana\n\nIt said nothing new."
    )
    assert source.kind != "post"


def test_a_president_is_named_by_the_label_of_the_turn():
    source = seed("002").sources[5]
    first = next(block for block in source.blocks if block.kind == "turn")
    assert label(source, first) == "President Putin"
    assert words(source, first).startswith("I hope that your business mission")


def test_posts_copied_from_a_desktop_chat_carry_their_day():
    text = (
        "Ministry 🇷🇸, [17.02.2025 14:30]\n🇷🇸 A met B in Belgrade.\nThey talked of many things there.\n\n"
        "Ministry 🇷🇸, [18.02.25 09:05]\n[Forwarded from Other Channel]\nC met D in Niš.\nThey talked too.\n"
    )
    first, second = read_text(text).sources
    assert (first.publisher, first.published, first.forwarded_from) == ("Ministry", "2025-02-17", None)
    assert (second.published, second.forwarded_from) == ("2025-02-18", "Other Channel")
    assert second.published_why == "the line “Ministry 🇷🇸, [18.02.25 09:05]” above the post"
    assert (first.title, second.title) == ("A met B in Belgrade.", None)


def test_repeats_are_not_looked_for_in_endless_posts():
    source = only("Forwarded from Ch\n" + "The same words stand in every line here.\n" * 6000)
    assert source.repeats == ()
    assert source.text.count("The same words") == 6000


def test_a_single_post_below_its_channel_s_name_with_its_day_at_the_end():
    source = only(
        "MFA of Norland\nForwarded from Ana Anić\n\nI arrived in Rabat today.\nMore to come.\n22 May 2023\n"
    )
    assert (source.kind, source.publisher, source.forwarded_from) == ("post", "MFA of Norland", "Ana Anić")
    assert source.published == "2023-05-22"
    assert of_kind(source, "paragraph") == ["I arrived in Rabat today.", "More to come."]
