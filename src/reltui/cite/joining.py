"""Put the parts of a citation together: where the comma goes, where the full stop, what is italic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# Italics are marked by control characters, which no part can hold (`entry.clean` takes them out).
_ON, _OFF = "\x01", "\x02"
_CLOSED = ("?", "!", "?”", "!”", "?’”", "!’”", f"?{_OFF}", f"!{_OFF}")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|~#])|(?<!\w)([+-])(?=\s)")


def italic(text: str) -> str:
    """Mark a part as italic; an empty one stays empty."""
    return f"{_ON}{text}{_OFF}" if text else ""


def plain(text: str) -> str:
    """Return a citation without italics."""
    return text.replace(_ON, "").replace(_OFF, "")


def markdown(text: str) -> str:
    """Return a citation in Markdown: italics as `*…*`, and nothing else of it is markup."""
    escaped = _MARKDOWN.sub(lambda m: f"\\{m[0]}", text)
    return escaped.replace(_ON, "*").replace(_OFF, "*")


def commas(parts: Iterable[str]) -> str:
    """Join the parts of a note: a comma goes inside closing quotation marks, none follows ? or !."""
    out = ""
    for part in filter(None, parts):
        if not out or out.endswith(_CLOSED):
            out += f" {part}" if out else part
        elif out.endswith("”"):
            out = f"{out[:-1]},” {part}"
        else:
            out += f", {part}"
    return out


def sentence(text: str) -> str:
    """Return a text with a full stop at its end, inside closing quotation marks."""
    bare = text.rstrip("".join((_OFF, "”’")))
    if not text or bare.endswith(("?", "!")) or (bare.endswith(".") and not bare.endswith("...")):
        return text
    return f"{text[:-1]}.”" if text.endswith("”") else f"{text}."


def sentences(parts: Iterable[str]) -> str:
    """Join the parts of an entry, each ended by a full stop."""
    return " ".join(sentence(part) for part in parts if part)


def names(found: Sequence[str], last: str, comma_before_last: bool = True) -> str:
    """Join names: `last` stands before the last one ("and", "&")."""
    if len(found) < 2:
        return "".join(found)
    comma = "," if comma_before_last or len(found) > 2 else ""
    return f"{', '.join(found[:-1])}{comma} {last} {found[-1]}"


def capital(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
