"""Where a post stands, by its link: the table `data/citing/platforms.tsv`."""

from __future__ import annotations

from functools import cache

from reltui.dates import Edtf
from reltui.model.vocab import SourceKind
from reltui.resources import ResourceMissing, shipped


def platform_of(url: str, kind: SourceKind, date: Edtf) -> str:
    """Return the name that the platform had on that day, "" where it is not known."""
    host = url.partition("://")[2].partition("/")[0].partition(":")[0].casefold()
    names = _table()
    known = next((key for key in (host, host.partition(".")[2], kind) if key in names), "")
    day = date.upper or date.lower or ""
    fitting = [name for name, since in names.get(known, []) if not since or since <= day]
    return fitting[-1] if fitting else ""


@cache
def _table() -> dict[str, list[tuple[str, str]]]:
    names: dict[str, list[tuple[str, str]]] = {}
    try:
        text = (shipped("data") / "citing" / "platforms.tsv").read_text(encoding="utf-8")
    except (OSError, ResourceMissing):
        return names  # a citation without the platform's name is still right
    for line in text.splitlines():
        if line.strip() and not line.startswith(("#", "host\t")):
            host, name, since = (*line.split("\t"), "", "")[:3]
            names.setdefault(host.strip(), []).append((name.strip(), since.strip()))
    return names
