"""Where the benchmark's own runner and data are, and its runner as a module."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent
#: The benchmark is no part of the repository (rights in its data differ): it stands beside it.
SHARED = HERE.parents[2] / "shared" / "names"


def runner() -> ModuleType:
    """Return the benchmark's runner with our adapter beside its own; ends the program where it is missing."""
    if not (SHARED / "run.py").is_file():
        sys.exit(
            f"the benchmark of names is not at {SHARED}: lay its folder (run.py, bench/, adapters/) "
            "beside the repository as shared/names"
        )
    try:
        importlib.import_module("numpy")
    except ImportError:
        sys.exit(
            "the benchmark's runner needs numpy (and unidecode, jellyfish for its baselines): install them"
        )
    sys.path.insert(0, str(SHARED))
    adapters = importlib.import_module("adapters")
    adapters.__path__.append(str(HERE / "adapters"))
    return importlib.import_module("run")
