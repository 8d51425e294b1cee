"""Which files belong to a corpus of some paths from which others were taken out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reltui.corpus.places import PathLike

if TYPE_CHECKING:
    from reltui.read.discover import Found


def without(found: Sequence[Found], paths: Sequence[PathLike], left_out: Sequence[str]) -> list[Found]:
    """Return the files that belong: for each the longest of all paths that cover it decides, named or left out."""
    if not left_out:
        return list(found)
    named = [os.path.abspath(path) for path in paths]
    return [
        file for file in found if file.path is None or belongs(os.path.abspath(file.path), named, left_out)
    ]


def belongs(path: str, named: Sequence[str], left_out: Sequence[str]) -> bool:
    """Whether a path belongs to a corpus of the named ones: the longest that covers it decides."""
    return _reach(path, named) >= _reach(path, left_out)


def _reach(path: str, some: Sequence[str]) -> int:
    below = path + os.sep
    return max((len(one) for one in some if below.startswith(one.rstrip(os.sep) + os.sep)), default=-1)
