"""Language and script of a text."""

from __future__ import annotations

import pytest

from reltui.read.language import detect


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
