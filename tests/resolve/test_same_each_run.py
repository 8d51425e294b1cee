"""The same input gives the same facts in each run, whatever hashes Python draws for strings."""

from __future__ import annotations

import os
import subprocess
import sys

_KEYS = """
from reltui.resolve import spelling
for name in ("Александар Вучић", "Jean-Claude Juncker", "Xi Jinping", "Abd al-Aziz", "@MevlutCavusoglu"):
    print(spelling.keys(name))
"""


def test_the_order_in_which_namesakes_are_looked_at_does_not_change() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", _KEYS],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in range(1, 5)
    }
    assert len(said) == 1
    assert said != {b""}
