"""reltui's names layer as the benchmark's runner wants it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from reltui import names


class Adapter:
    """Scores with `names.similarity`; keeps its index in a file of a folder that goes with it."""

    name = "reltui"

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="reltui-names-")
        self.path = Path(self._folder.name) / "names.index"

    def score(self, a: str, b: str) -> float:
        return names.similarity(a, b)
