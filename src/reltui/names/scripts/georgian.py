"""Georgian."""

from __future__ import annotations

from reltui.names.orthography import Orthography

_TABLE = {
    "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t", "ი": "i", "კ": "k",
    "ლ": "l", "მ": "m", "ნ": "n", "ო": "o", "პ": "p", "ჟ": "j", "რ": "r", "ს": "s", "ტ": "t", "უ": "u",
    "ფ": "p|f", "ქ": "k", "ღ": "g", "ყ": "k", "შ": "x", "ჩ": "c", "ც": "c", "ძ": "dz", "წ": "c", "ჭ": "c",
    "ხ": "h", "ჯ": "q", "ჰ": "h",
}  # fmt: skip

# the capital letters of headlines are lowered by Unicode, the old church hand is not
_OLD = {0x10A0 + i: chr(0x10D0 + i) for i in range(38)} | {0x2D00 + i: chr(0x10D0 + i) for i in range(38)}

GEORGIAN = Orthography(_TABLE, lambda word: word.translate(_OLD))
