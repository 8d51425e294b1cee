"""The documents hold together: links lead somewhere, and the README's first commands are the Makefile's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
LINK = re.compile(r"\]\(([^)\s]+)\)|<img [^>]*src=\"([^\"]+)\"")


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as they are made for Markdown on the web."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path):
    dead: list[str] = []
    for pair in LINK.findall(re.sub(r"`[^`]*`", "", page.read_text(encoding="utf-8"))):
        target = pair[0] or pair[1]
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists() or (anchor and file.suffix == ".md" and anchor not in anchors(file)):
            dead.append(target)
    assert dead == []


def test_the_commands_of_the_readme_are_there():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    wanted = set(re.findall(r"\bmake ([a-z-]+)", readme))
    assert {"run", "test"} <= wanted
    assert wanted <= set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


def test_the_readme_opens_with_the_picture():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    first = [line for line in lines if line.strip()][:3]
    assert any("docs/reltui.svg" in line for line in first)
    assert "<svg" in (ROOT / "docs" / "reltui.svg").read_text(encoding="utf-8")[:200]
