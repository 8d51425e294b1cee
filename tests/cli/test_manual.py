"""docs/cli.md is made from the parsers, and is as they are now."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from reltui.cli.manual import manual
from reltui.cli.options import Parser
from reltui.cli.route import COMMANDS, command

PAGE = Path(__file__).resolve().parents[2] / "docs" / "cli.md"


def test_the_page_is_in_step():
    assert PAGE.read_text(encoding="utf-8") == manual(), "run 'make docs'"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_the_help_is_on_the_page(name: str):
    module = command(name)
    section = manual().split(f"\n## reltui {name}\n")[1].split("\n## ")[0]
    for option in set(re.findall(r"--[a-z]+", Parser(name, module).format_help())) - {"--help"}:
        assert (
            f"`{option}" in section
            or f", {option}" in section
            or option in module.DETAIL + str(module.EXAMPLES)
        )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_is_understood(name: str):
    """An example that the parser refuses would be worse than none."""
    import shlex

    module = command(name)
    for line, what in module.EXAMPLES:
        assert what
        piece = next(part for part in re.split(r"\s(?:\||>>?)\s", line) if part.startswith("reltui "))
        words = shlex.split(piece)
        at = 1
        other = command(words[at])
        options = Parser(words[at], other).read(words[at + 1 :])
        assert isinstance(options, argparse.Namespace)
