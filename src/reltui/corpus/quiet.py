"""Python's search for cyclic garbage, held back while very many objects are made that all stay."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager

_SELDOM = (50_000, 20, 50)  # new objects before a search, searches before a wider one, and before one of all


@contextmanager
def seldom() -> Generator[None]:
    """Search seldom, and not among what is there already; afterwards as before."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
