"""Hebrew letters, Yiddish digraphs among them. Vowels are written in part; a geresh marks foreign sounds."""

from __future__ import annotations

from reltui.names.orthography import Orthography

_TABLE = {
    "א": "a|e|o|", "^א": "a|e|o|i", "א$": "a|", "ב": "b|v", "^ב": "b", "ב$": "v|b", "ג": "g", "ג׳": "q|j",
    "ד": "d", "ה": "h", "ה$": "a|e|h", "ו": "o|u|v", "^ו": "v|u", "וו": "v|u", "ז": "z", "ז׳": "j|q",
    "ח": "h", "ט": "t", "י": "i", "^י": "i", "יי": "ai|ei|i", "כ": "k|h", "^כ": "k|h", "ך": "h|k",
    "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "a|e|", "פ": "p|f", "^פ": "p|f",
    "ף": "f|p", "צ": "c", "ץ": "c", "צ׳": "c", "ץ׳": "c", "ק": "k", "ר": "r", "ש": "x|s", "ת": "t",
    "ת׳": "t", "ט׳": "t", "טש": "c", "זש": "j", "דזש": "q", "קס": "ks", "יו": "io|iu|iv", "או": "o|u|au",
    "^או": "o|u|au", "אי": "i|ai|ei", "^אי": "i|ai|ei", "יא": "ia", "וי": "oi|ui|vi", "אה$": "a|e",
    "ח׳": "h", "ד׳": "d", "ײ": "ai|ei", "װ": "v", "ױ": "oi", "אוי": "oi|ui", "יה$": "ia|i",
    "לאו": "lo|lau", "טס": "c",
}  # fmt: skip

HEBREW = Orthography(_TABLE)
