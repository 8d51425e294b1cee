"""Where a corpus lives and how it is built.

path = shipped()
if not fresh([seeds], path):
    report = build([seeds], path, progress=lambda stage, done, total: ...)
Reader(path)
"""

from reltui.corpus.builder import Progress, Report, add, build, fresh
from reltui.corpus.errors import CannotWrite, NothingToRead
from reltui.corpus.places import home, notice, shipped, user

__all__ = [
    "CannotWrite",
    "NothingToRead",
    "Progress",
    "Report",
    "add",
    "build",
    "fresh",
    "home",
    "notice",
    "shipped",
    "user",
]
