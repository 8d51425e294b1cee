"""Python's search for cyclic garbage, held back where very many objects are made that stay.

A search goes through the objects that are alive, finds nothing among those that stay, and stops every thread
meanwhile; it comes whenever enough new ones were made. No module but this one says when it comes.
"""

from __future__ import annotations

import gc

NEVER = 0  # new objects before a search: however many there are


class HeldBack:
    """Searches come seldom between `begin` and `end`, or in a `with` block; afterwards as before.

    `new` is how many objects are made before there is one, `wider` and `whole` how many of them before one goes
    further back and before one goes through all (None: as it is). With `aside`, what is alive at `begin` is set
    aside, where no search goes, until `end`.
    """

    def __init__(
        self, new: int, wider: int | None = None, whole: int | None = None, *, aside: bool = False
    ) -> None:
        self._wanted = (new, wider, whole)
        self._aside = aside
        self._before: tuple[int, int, int] | None = None

    @property
    def begun(self) -> bool:
        """Whether searches are held back by this."""
        return self._before is not None

    def begin(self) -> None:
        """Hold searches back; once more, to set aside what is alive by now."""
        if self._before is None:
            self._before = gc.get_threshold()
            new, wider, whole = self._wanted
            _, wider_before, whole_before = self._before
            gc.set_threshold(
                new, wider_before if wider is None else wider, whole_before if whole is None else whole
            )
        if self._aside:
            gc.freeze()

    def end(self) -> None:
        """Search as before, also through what was set aside."""
        if self._before is not None:
            gc.set_threshold(*self._before)
            self._before = None
            if self._aside:
                gc.unfreeze()

    def __enter__(self) -> HeldBack:
        self.begin()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()
