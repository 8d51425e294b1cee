"""Kana, for Japanese names and for foreign ones in Japanese dress.

A foreign name gains vowels in kana (Carter: カーター, Smith: スミス), so the vowels that are put in
after a consonant may be left out, and r may be l, b may be v.
"""

from __future__ import annotations

from reltui.names.orthography import Orthography

_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト", "n": "ナニヌネノ",
    "h": "ハヒフヘホ", "m": "マミムメモ", "r": "ラリルレロ", "g": "ガギグゲゴ", "z": "ザジズゼゾ",
    "d": "ダヂヅデド", "b": "バビブベボ", "p": "パピプペポ",
}  # fmt: skip
_SMALL_Y = {"ャ": "a", "ュ": "u", "ョ": "o", "ェ": "e"}
_SMALL = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ュ": "iu", "ャ": "ia", "ョ": "io"}
_EXTRA = {
    "ヤ": "ia", "ユ": "iu", "ヨ": "io", "ワ": "va", "ヰ": "vi", "ヱ": "ve", "ヲ": "o", "ン": "n",
    "ー": "", "ッ": "", "シ": "xi|si|x", "チ": "ci|c|ti", "ツ": "cu|c|tu", "ヂ": "qi", "ヅ": "zu",
    "ジ": "qi|q|zi",
    "フ": "fu|f|hu", "ヴ": "vu|v", "シュ": "xu|x", "ジュ": "qu|q", "チュ": "cu|c", "ッチ": "c|ci",
    "ッツ": "c|cu",
    "ッジ": "q|qi", "ッド": "d|do", "ット": "t|to", "ック": "k|ku", "ッグ": "g|gu", "ップ": "p|pu",
    "ッシュ": "x|xu",
    "ウィ": "vi", "ウェ": "ve", "ウォ": "vo", "ワー": "va", "イェ": "ie", "ティ": "ti", "ディ": "di",
    "トゥ": "tu", "ドゥ": "du", "デュ": "diu|du", "テュ": "tiu|tu", "ツァ": "ca", "ツェ": "ce", "ツォ": "co",
    "クァ": "kva", "グァ": "gva", "クォ": "kvo", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o",
    "ャ": "ia", "ュ": "iu", "ョ": "io", "ヶ": "ke", "ヵ": "ka", "クス": "ks|kusu|x", "ックス": "ks|kusu",
    "アー": "a|er|ar", "ター": "ta|ter|tar", "ムス": "ms|mus|mz", "ズ": "z|zu|s", "ッカー": "ka|ker",
}  # fmt: skip


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for consonant, row in _ROWS.items():
        for kana, vowel in zip(row, "aiueo", strict=True):
            sounds = [consonant + vowel]
            if vowel == "u" and consonant:
                sounds.insert(0, consonant)
            if kana in "トド":
                sounds.insert(0, consonant)
            if consonant == "r":
                sounds += ["l" + sound[1:] for sound in sounds]
            if consonant == "b":
                sounds += ["v" + sound[1:] for sound in sounds]
            table[kana] = "|".join(sounds)
        if consonant:
            palatal = {"s": "x", "t": "c", "z": "q", "d": "q"}.get(consonant, consonant + "i")
            for small, vowel in _SMALL_Y.items():
                table[row[1] + small] = palatal + vowel
    for first, consonant in (("フ", "f"), ("ヴ", "v")):
        for small, vowel in _SMALL.items():
            table[first + small] = consonant + vowel
    return table | _EXTRA


def _katakana(word: str) -> str:
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in word)


JAPANESE = Orthography(_table(), _katakana)
