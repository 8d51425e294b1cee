"""Pages as different houses lay them out: each text made up here after the layout of a kind of site."""

from __future__ import annotations

from tests.read.texts import of_kind, only, speakers

KREMLIN = """Встреча с Президентом Сербии Аной Анич
Иван Иванов провёл встречу с Президентом Республики Сербия Аной Анич.
9 мая 2025 года
14:10
Москва, Кремль
И.Иванов: Уважаемая госпожа Президент! Очень рад Вас видеть.
Хочу поблагодарить Вас за то, что приехали.
А.Анич (как переведено): Уважаемый господин Президент, спасибо большое.
И.Иванов: Спасибо.
<…>
Дата публикации:
9 мая 2025 года, 14:10
Ссылка на материал: example.org/d/76900
"""
COUNCIL = """The meeting was called to order at 3.05 p.m.

Adoption of the agenda

The agenda was adopted.

The President: In accordance with rule 37, I invite the representative of Serbia to take part.

Mr. Anić (Serbia): I thank you, Mr. President, for convening this meeting.

We shall not waver.

Mr. Ivanov (Russian Federation) (spoke in Russian): We support Serbia in its position.

The President: I thank the representative of the Russian Federation.
"""
MINISTRY = """Почетна / Вести
Анић и Иванов о односима двеју земаља
Београд, 17. фебруар 2025. године
Министар спољних послова Марко Анић разговарао је данас са министром Иваном Ивановом о сарадњи.
„Србија остаје доследна својој политици“, рекао је Анић.
Извор: Танјуг
Подели
"""
PORTAL = """Anić: Razgovaraću sa Ivanovom o gasu
Tanjug
17. 2. 2025. 09:15 >> 12:30
BEOGRAD - Predsednik Srbije Marko Anić izjavio je danas da će razgovarati sa predsednikom o isporukama gasa.
On je rekao da je Srbija sigurna.
Foto: Tanjug/Eva Ević
"""
AGENCY = """China, Serbia pledge closer cooperation
Source: Xinhua
Editor: Li Li
2025-02-17 21:15:30

BELGRADE, Feb. 17 (Xinhua) -- Chinese Foreign Minister Li Wei on Monday met with his Serbian counterpart here.

Li said China is ready to work with Serbia.
"""


def test_a_meeting_in_russian():
    source = only(KREMLIN)
    assert speakers(source) == ["И.Иванов", "А.Анич", "И.Иванов"]
    assert (source.kind, source.published, source.url) == (
        "transcript",
        "2025-05-09",
        "https://example.org/d/76900",
    )
    assert of_kind(source, "dateline") == ["9 мая 2025 года", "14:10", "Москва, Кремль"]


def test_a_record_of_a_council():
    source = only(COUNCIL)
    assert speakers(source) == ["The President", "Mr. Anić", "Mr. Ivanov", "The President"]
    assert "Adoption of the agenda" in of_kind(source, "heading")


def test_a_ministry_with_a_trail_above_the_title():
    source = only(MINISTRY)
    assert source.title == "Анић и Иванов о односима двеју земаља"
    assert (source.published, source.language, source.script) == ("2025-02-17", "sr", "Cyrl")
    assert of_kind(source, "noise") == ["Почетна / Вести", "Извор: Танјуг", "Подели"]


def test_a_portal_with_agency_and_hours_below_the_title():
    source = only(PORTAL)
    assert source.title == "Anić: Razgovaraću sa Ivanovom o gasu"
    assert (source.publisher, source.published) == ("Tanjug", "2025-02-17")
    assert of_kind(source, "dateline") == ["17. 2. 2025. 09:15 >> 12:30", "BEOGRAD"]
    assert len(of_kind(source, "paragraph")) == 2


def test_an_agency_with_its_credits():
    source = only(AGENCY)
    assert (source.publisher, source.author, source.published) == ("Xinhua", "Li Li", "2025-02-17")
    assert source.kind == "article"
    assert of_kind(source, "paragraph")[0].startswith("Chinese Foreign Minister")
