"""Ways of telling met in texts of unseen houses, one case a widening; the texts are made up."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Extract
from tests.extract.events.test_reports import told


def test_the_day_of_saying_is_not_the_day_of_the_visit(run: Extract) -> None:
    text = "Foreign Minister Jan Lipavsky will visit Cairo on Saturday, the ministry said on Thursday."
    assert [(t[0], t[1], t[2]) for t in told(run, text)] == [("visit", "planned", "Saturday")]


@pytest.mark.parametrize("period", ["for 2021-2023", "for the period 2021–2023", "for 2024"])
def test_the_years_of_a_plan_do_not_date_its_signing(run: Extract, period: str) -> None:
    text = f"Foreign Minister Jan Lipavsky and Minister Ana Brnabic signed a cooperation plan {period}."
    assert [(t[0], t[2]) for t in told(run, text)] == [("agreement", None)]


def test_adjectives_inside_a_phrase_are_passed_over(run: Extract) -> None:
    text = "On 3 May 2023, President Joe Biden had long and fruitful talks with President Yoon Suk Yeol."
    assert [(t[0], t[4]) for t in told(run, text)] == [("meeting", ["Joe Biden", "Yoon Suk Yeol"])]


def test_a_plural_title_means_the_two_who_bear_it(run: Extract) -> None:
    text = (
        "On 3 May 2023 Foreign Minister Wang Yi met with Foreign Minister Murat Nurtleu. "
        "Wang Yi spoke of the visit of President Xi Jinping in July 2023. "
        "After the talks, the two foreign ministers signed a plan."
    )
    found = [t for t in told(run, text) if t[0] == "agreement"]
    assert [t[4] for t in found] == [["Wang Yi", "Murat Nurtleu"]]


def test_an_entry_of_a_chronology_is_one_clause_with_its_day(run: Extract) -> None:
    found = told(run, "4 September 2017 – Wang Yi meets Penny Wong in Jakarta.", kind="page", block="item")
    assert [(t[0], t[2], t[3], t[4]) for t in found] == [
        ("meeting", "4 September 2017", "Jakarta", ["Wang Yi", "Penny Wong"])
    ]


def test_somebody_at_a_place_on_a_day_visits_it(run: Extract) -> None:
    found = told(run, "27-28 June 2023: Deputy Prime Minister Richard Marles in Honiara.", kind="page")
    assert [(t[0], t[3], t[4]) for t in found] == [("visit", "Honiara", ["Richard Marles"])]


def test_the_title_of_a_chronology_tells_nothing(run: Extract) -> None:
    text = "Contacts of Australia and Fiji, 2021–2023"
    assert told(run, text, kind="page", block="title") == []


def test_what_would_happen_is_planned(run: Extract) -> None:
    found = told(run, "President William Ruto said President Alar Karis would visit Nairobi on 3 May 2023.")
    assert [(t[0], t[1]) for t in found if t[0] == "visit"] == [("visit", "planned")]


def test_whom_one_will_see_one_meets(run: Extract) -> None:
    found = told(run, "Prime Minister Jonas Gahr Støre will see President Joe Biden in Oslo on 3 May 2023.")
    assert [(t[0], t[1], t[3]) for t in found] == [("meeting", "planned", "Oslo")]


def test_russian_agreement_on_a_meeting_to_come(run: Extract) -> None:
    text = (
        "Владимир Путин провёл телефонный разговор с Президентом Казахстана Касым-Жомартом Токаевым. "
        "Условились о личной встрече в Бишкеке 13 октября 2023 года."
    )
    found = told(run, text, language="ru")
    assert [(t[0], t[1], t[3]) for t in found][1:] == [("meeting", "planned", "Bishkek")]
    assert len(found[1][4]) == 2


def test_a_joint_statement_of_states_is_an_event(run: Extract) -> None:
    text = "Joint Statement by the Foreign Ministers of France, Italy and the United States on Libya"
    found = told(run, text, kind="release", block="title", published="2022-09-03")
    assert [(t[0], t[4]) for t in found] == [("statement", ["France", "Italy", "United States"])]
    assert told(run, "Statement by the Ministry of Trade of Japan", kind="release", block="title") == []


@pytest.mark.parametrize("day", ["Mon 6 March 2023", "Monday, 6 March 2023", "6 March 2023"])
def test_an_entry_with_a_weekday_is_one_clause(run: Extract, day: str) -> None:
    found = told(
        run, f"{day} – Serbian PM Ana Brnabić receives Czech PM Petr Fiala in Belgrade.", block="item"
    )
    assert [(t[0], t[3], t[4]) for t in found] == [("meeting", "Belgrade", ["Ana Brnabić", "Petr Fiala"])]


def test_what_will_be_done_without_a_word_of_an_event_is_planned(run: Extract) -> None:
    found = told(run, "Ethiopian Airlines will resume flights to Asmara on July 17, 2018.")
    assert [(t[0], t[1]) for t in found] == [("other", "planned")]


def test_croatian_is_read_with_the_tables_of_serbian(run: Extract) -> None:
    text = "Andrej Plenković sastao se 30. studenoga 2023. s Borjanom Krišto u Sarajevu."
    found = told(run, text, language="hr")
    assert [(t[0], t[2]) for t in found] == [("meeting", "30. studenoga 2023")]


def test_to_welcome_an_appointment_is_to_meet_nobody(run: Extract) -> None:
    found = told(run, "We welcome the appointment of Abdoulaye Bathily on 2 September 2022.")
    assert [t[0] for t in found] == ["measure"]
