"""What the layer costs and what it keeps away from."""

from __future__ import annotations

import subprocess
import sys

import pytest

import reltui.corrections


def loaded(code: str) -> set[str]:
    script = f"import sys; before = set(sys.modules)\n{code}\nprint(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_all_of_it_is_neither_screen_nor_database():
    everything = (
        "import pkgutil, importlib, reltui.corrections as c\n"
        "for m in pkgutil.iter_modules(c.__path__, c.__name__ + '.'): importlib.import_module(m.name)"
    )
    modules = loaded(everything)
    assert "reltui.corrections.laying" in modules
    assert not {
        m for m in modules if m.split(".")[0] in ("textual", "rich", "sqlite3", "sqlite_utils", "rapidfuzz")
    }


def test_asking_where_the_file_is_loads_little():
    """Every start does, to see whether the file has changed."""
    modules = loaded("from reltui.corrections import beside")
    assert {m for m in modules if m.startswith("reltui")} <= {
        "reltui",
        "reltui.corrections",
        "reltui.corrections.home",
    }
    assert "json" not in modules


@pytest.mark.parametrize("name", reltui.corrections.__all__)
def test_every_public_name_is_there(name: str):
    assert getattr(reltui.corrections, name) is not None


def test_no_other_name_is():
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = reltui.corrections.nonsense
