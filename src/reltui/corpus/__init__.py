"""Where a corpus lives and how it is built.

path = shipped()
if not fresh([seeds], path):
    report = build([seeds], path, progress=lambda stage, done, total: ...)
Reader(path)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reltui.corpus.builder import Progress, Report, build, fresh
from reltui.corpus.changing import add, remove, update
from reltui.corpus.errors import CannotWrite, NotInCorpus
from reltui.corpus.places import home, listed, notice, shipped, user
from reltui.corpus.watching import Watch

if TYPE_CHECKING:
    from reltui.corpus.nothing import NothingToRead

__all__ = [
    "CannotWrite",
    "NotInCorpus",
    "NothingToRead",
    "Progress",
    "Report",
    "Watch",
    "add",
    "build",
    "fresh",
    "home",
    "listed",
    "notice",
    "remove",
    "shipped",
    "update",
    "user",
]


def __getattr__(name: str) -> Any:
    """Load `NothingToRead` when it is asked for; it needs the readers, which a start does not."""
    if name == "NothingToRead":
        from reltui.corpus.nothing import NothingToRead

        return NothingToRead
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
