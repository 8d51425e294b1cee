"""Texts for the tests of reading: the seeds, the developers' texts where they are, short ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from reltui.model import Block, Source
from reltui.read import Description, Reading, read_bytes
from reltui.resources import shipped

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def seeds() -> list[Path]:
    return sorted(shipped("seeds").glob("*.txt"))


def seed(number: str) -> Reading:
    path = next(path for path in seeds() if path.name.startswith(number))
    return read_bytes(path.read_bytes(), path.name, Description())


def dev_texts() -> list[Path]:
    return sorted((SHARED / "gold" / "dev-texts").glob("*.txt"))


def dev(start: str) -> Source:
    path = next((path for path in dev_texts() if path.name.startswith(start)), None)
    if path is None:
        pytest.skip("the developers' texts are not beside this checkout")
    (source,) = read_bytes(path.read_bytes(), path.name, Description()).sources
    return source


def read_text(text: str, name: str = "text.txt", **described: str) -> Reading:
    return read_bytes(text.encode(), name, Description(**described))


def only(text: str, name: str = "text.txt", **described: str) -> Source:
    (source,) = read_text(text, name, **described).sources
    return source


def words(source: Source, block: Block) -> str:
    return source.text[block.start : block.end]


def label(source: Source, block: Block) -> str | None:
    return source.text[slice(*block.label)] if block.label else None


def of_kind(source: Source, kind: str) -> list[str]:
    return [words(source, block) for block in source.blocks if block.kind == kind]


def speakers(source: Source) -> list[str | None]:
    """The label of each turn, in order."""
    firsts: dict[int, str | None] = {}
    for block in source.blocks:
        if block.kind == "turn":
            firsts.setdefault(block.group, label(source, block))
    return list(firsts.values())
