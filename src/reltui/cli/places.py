"""Which files a command is about: the inputs that were named, and the corpus that is read."""

from __future__ import annotations

import argparse
import glob
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reltui.cli.exits import Usage

if TYPE_CHECKING:
    from reltui.store import Reader

STDIN = "-"


def inputs(words: Sequence[str]) -> list[Path]:
    """Return the named inputs as paths; raises `Usage` for one that is not there.

    A pattern (`*.txt` in quotes) counts as there where a file answers to it; `-` is the standard input.
    """
    for word in words:
        if word == "":
            raise Usage("An input has an empty name: name a file or a folder.")
        if word != STDIN and not _there(word):
            from reltui.cli.route import unknown

            raise unknown(word)
    return [Path(word) for word in words]


def _there(word: str) -> bool:
    try:
        return Path(word).expanduser().exists() or any(glob.iglob(word, recursive=True))
    except PermissionError:
        return True  # it is, and whoever reads it says why it cannot be read
    except (OSError, ValueError, RuntimeError):  # a name too long, with a NUL in it, of an unknown user
        return False


@contextmanager
def corpus(options: argparse.Namespace) -> Generator[Reader, None, None]:
    """Open the corpus a command reads: `--db`, else the shipped one, built first where that is needed.

    The user's corrections are laid over it where they say something else than at the time of the build.
    """
    from reltui.hand import opened
    from reltui.store import Damaged

    path = _shipped() if options.db is None else Path(options.db)
    try:
        with opened(path) as reader:
            yield reader
    except Exception as error:
        if _tells_of_damage(error):
            raise Damaged(path) from error
        raise


def _tells_of_damage(error: Exception) -> bool:
    """Whether an error while reading can only mean that bytes of the file are not what was written.

    SQLite does not check what stands inside a cell: text that is no UTF-8 and lists that are none
    come to light where they are read.
    """
    told_by = ("sqlite3", "json.decoder", "reltui.store.packed")
    return isinstance(error, UnicodeDecodeError) or type(error).__module__ in told_by


def _shipped() -> Path:
    from reltui import corpus, resources

    path = corpus.shipped()
    seeds = [resources.shipped("seeds")]
    if not corpus.fresh(seeds, path):
        from reltui.cli.guard import say
        from reltui.cli.progress import Line

        with Line(sys.stderr) as line:
            report = corpus.build(seeds, path, progress=line.draw)
        if report.notice:
            say(report.notice)
    return path
