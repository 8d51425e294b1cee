"""What a corpus is made of: a digest of the contents of its inputs, of the tables and of the program."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reltui import __version__
from reltui.corpus.stamp import machinery
from reltui.model.ids import digest
from reltui.store.version import SCHEMA

if TYPE_CHECKING:
    from reltui.read.discover import Found


def fingerprint(found: Sequence[Found], sums: dict[str, str], tables: Sequence[Path]) -> str:
    """Return the fingerprint of files to read and folders of tables.

    `sums` gives the SHA-256 of files that have been read already, by name.
    """
    inputs = [(f.name, sums.get(f.name) or sum_of(f.path), repr(f.described), f.refusal) for f in found]
    # by name, not by path: an installed copy and a checkout that say the same are the same
    made_by = sorted((os.path.basename(path), sum_of(path)) for path, _, _ in machinery(tables))
    return digest(__version__, SCHEMA, *inputs, "", *made_by, length=32)


def sum_of(path: str | Path | None) -> str:
    """Return the SHA-256 of a file; a file that cannot be read, and standard input, have none."""
    if path is None:
        return ""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
