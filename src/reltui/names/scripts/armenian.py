"""Armenian, with the eastern values of its letters and the western where they differ."""

from __future__ import annotations

from reltui.names.orthography import Orthography

_TABLE = {
    "ա": "a", "բ": "b|p", "գ": "g|k", "դ": "d|t", "ե": "e", "^ե": "ie|e", "զ": "z", "է": "e", "ը": "e|i",
    "թ": "t", "ժ": "j", "ի": "i", "լ": "l", "խ": "h", "ծ": "c|dz", "կ": "k|g", "հ": "h", "ձ": "dz|c",
    "ղ": "g|h", "ճ": "c|q", "մ": "m", "յ": "i", "^յ": "h|i", "ն": "n", "շ": "x", "ո": "o", "^ո": "vo|o",
    "չ": "c", "պ": "p|b", "ջ": "q|c", "ռ": "r", "ս": "s", "վ": "v", "տ": "t|d", "ր": "r", "ց": "c",
    "ւ": "v", "փ": "p", "ք": "k", "օ": "o", "ֆ": "f", "ու": "u", "և": "ev", "եւ": "ev", "իւ": "iu",
}  # fmt: skip

ARMENIAN = Orthography(_TABLE)
