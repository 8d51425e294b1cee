"""Signs that a text was damaged before it reached the file: UTF-8 once read as something else."""

from __future__ import annotations

import re

#: What a continuation byte of UTF-8 becomes in cp1252; what it becomes in cp1251 and Russian does not write.
_TAIL_WESTERN = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
_TAIL_CYRILLIC = (
    "\u0400-\u040f\u0450-\u045f\u0490\u0491\u00a0-\u00bf\u2013-\u2022\u2026\u2030\u2039\u203a"
    "\u20ac\u2116\u2122"
)
#: A lead byte as either shows it, and the rest of the letter.
_WESTERN = re.compile(f"[\u00c2-\u00ef][{_TAIL_WESTERN}]{{1,2}}")
_CYRILLIC = re.compile(f"[\u0412-\u0415\u0420\u0421][{_TAIL_CYRILLIC}]|\u0432\u0402[{_TAIL_CYRILLIC}]")
#: What every sign of damage begins with; one look for these spares most texts the rest.
_SUSPECT = re.compile("[\u00c2-\u00ef\u0412-\u0415\u0420\u0421\u0432\ufffd]")
_CODECS = ((_WESTERN, "cp1252"), (_CYRILLIC, "cp1251"))


def mojibake(text: str) -> str:
    """Return a sentence for the file's note where the text looks damaged, else an empty string.

    Nothing is repaired: a reader decides what the words were.
    """
    if text.isascii() or not _SUSPECT.search(text):
        return ""
    for pattern, codec in _CODECS:
        found = [match.group() for match in pattern.finditer(text)]
        sure = [(seen, mended) for seen in found if (mended := _mend(seen, codec))]
        # a few can be chance ("РЊ" in a Serbian headline); in damaged text they are most of what is not ASCII
        if len(sure) >= 3 and 4 * sum(len(seen) for seen, _ in sure) >= _foreign(text):
            seen, mended = sure[0]
            return f"looks damaged before it reached this file ({seen} for {mended}, {len(sure)} places)"
    lost = text.count("\ufffd")
    return f"{lost} characters were lost before it reached this file (\ufffd)" if lost else ""


def _foreign(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _mend(seen: str, codec: str) -> str:
    try:
        mended = seen.encode(codec).decode("utf-8")
    except UnicodeError:
        return ""
    return mended if len(mended) < len(seen) and mended.isprintable() else ""
