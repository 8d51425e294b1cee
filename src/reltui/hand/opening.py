"""Open a corpus as the user's hand left it: by itself, since every command does and few corpora have a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reltui.store import Reader


def opened(db: Path) -> Reader:
    """Open the corpus at `db` with the user's file laid over it, for a command that asks once.

    Costs nothing more than a `Reader` where there is no such file.
    """
    from reltui.corrections.home import beside
    from reltui.store import Reader

    if not beside(db).exists():
        return Reader(db)
    from reltui.hand.keeper import Keeper

    return Keeper(db).reader()
