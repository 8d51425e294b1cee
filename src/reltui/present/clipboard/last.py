"""The last copy, kept in a file: what no clipboard would take can be fetched from there."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from reltui.present.session import state_folder


def last_copy_file(folder: Path | None = None) -> Path:
    """Return where the last copy is kept: `last-copy.txt` in the platform's state folder."""
    return (folder or state_folder()) / "last-copy.txt"


def keep(text: str, folder: Path | None = None) -> Path:
    """Write the last copy, readable by its owner alone, whole or not at all; raises OSError."""
    path = last_copy_file(folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.replace(fresh, path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    return path
