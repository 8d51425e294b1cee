"""The scorer's figures on each gold set, side by side."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROWS = (
    ("person F1", ("person", "f1")),
    ("name clusters B3 F1", ("name_clusters_b3", "f1")),
    ("event F1", ("event", "f1")),
    ("  type", ("event_type",)),
    ("  status", ("event_status",)),
    ("  place", ("event_place",)),
    ("  participant precision", ("event_participant_precision",)),
    ("statement F1", ("statement", "f1")),
    ("organisation and state recall", ("organisation_and_state", "r")),
    ("figure recall", ("figure", "r")),
    ("evidence that resolves", ("evidence", "resolves")),
)


def table(gold: Path, seeds: Path, scratch: Path, *, misses: bool, model: str = "") -> None:
    """Build, export and score each set; print one column a set. `model`: a statistical one beside the rules."""
    sets = {"seeds": (seeds, gold / "seeds"), "dev": (gold / "dev-texts", gold / "dev")}
    figures: dict[str, dict[str, Any]] = {}
    for name, (texts, facts) in sets.items():
        export = scratch / f"{name}.json"
        database = scratch / f"{name}.db"
        _reltui("build", str(texts), "--db", str(database), *(("--ner", model) if model else ()))
        export.write_text(_reltui("export", "json", "--db", str(database)), encoding="utf-8")
        checked = _numeric(facts, scratch / f"{name}-gold")
        command = [sys.executable, str(gold / "score.py"), str(checked), str(export), "--json"]
        if misses:
            subprocess.run([*command[:-1], "--misses"], check=True)
        scored = subprocess.run(command, check=True, capture_output=True, text=True)
        figures[name] = json.loads(scored.stdout)
    print(f"{'gold set':32}" + "".join(f"{name:>8}" for name in sets))
    for label, path in ROWS:
        print(f"{label:32}" + "".join(f"{_at(figures[name], path):8.3f}" for name in sets))


def _at(figures: dict[str, Any], path: tuple[str, ...]) -> float:
    value: Any = figures
    for step in path:
        value = value[step]
    return float(value)


def _numeric(facts: Path, copy: Path) -> Path:
    """Copy the gold facts without figures whose value is no number ("2000-10"): the scorer subtracts values."""
    copy.mkdir()
    for path in facts.glob("*.json"):
        document = json.loads(path.read_text(encoding="utf-8"))
        document["figures"] = [f for f in document.get("figures", []) if not isinstance(f.get("value"), str)]
        (copy / path.name).write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return copy


def _reltui(*arguments: str) -> str:
    command = [sys.executable, "-m", "reltui", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
