"""Figures of the annotated texts: none is missed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reltui.authority import load
from reltui.extract import extract
from reltui.read import discover, read

ROOT = Path(__file__).resolve().parents[3]
GOLD = ROOT.parent / "shared" / "gold"
TEXTS = {"seeds": ROOT / "seeds", "dev": GOLD / "dev-texts"}


@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated texts are not beside this checkout")
@pytest.mark.parametrize("which", ["seeds", "dev"])
def test_no_figure_of_the_annotation_is_missed(which: str) -> None:
    missed: list[str] = []
    wanted = 0
    for path in sorted((GOLD / which).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        (found,) = discover([TEXTS[which] / f"{path.stem}.txt"])
        values = [f.value for s in read(found).sources for f in extract(s, load()).figures]
        for figure in gold["figures"]:
            value = figure["value"]
            if figure.get("optional") or not isinstance(value, int | float):
                continue
            wanted += 1
            if not any(abs(v - value) <= 1e-6 * abs(value) for v in values):
                missed.append(f"{path.stem}: {figure['what']} {value}")
    assert wanted > 4
    assert missed == []
