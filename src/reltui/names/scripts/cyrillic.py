"""The letters that all Cyrillic orthographies share."""

from __future__ import annotations

SHARED = {
    "а": "a", "б": "b", "в": "v", "г": "g|h", "д": "d", "е": "e", "ж": "j", "з": "z", "и": "i", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "h", "ц": "c", "ч": "c", "ш": "x", "дж": "q", "дз": "dz", "тс": "c", "кс": "ks",
}  # fmt: skip
