"""How single values are shown on the command line: dates, and what stands for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reltui.dates import display
from reltui.dates.display import inferred_part

if TYPE_CHECKING:
    from reltui.model.vocab import Basis


def day(date: str | None, basis: Basis | None = None, why: str | None = None) -> str:
    """Return an EDTF date as lists show it, its inferred part in brackets; "undated" for none.

    A date that is none (a database that something else wrote to) is shown as it stands.
    """
    if not date:
        return "undated"
    try:
        return display(date, inferred=inferred_part(basis, why))
    except ValueError:
        return date
