"""`reltui completion`: the script that lets a shell complete commands and options."""

from __future__ import annotations

import argparse
import sys

from reltui.cli.exits import DONE
from reltui.cli.options import Parser

SUMMARY = "Write the script by which a shell completes what you type."
DETAIL = ""
EXAMPLES = (
    ("reltui completion bash >> ~/.bashrc", "from the next shell on"),
    ("reltui completion zsh >> ~/.zshrc", "the same for zsh"),
    ("reltui completion fish > ~/.config/fish/completions/reltui.fish", "the same for fish"),
)


def add_arguments(parser: Parser) -> None:
    """Declare the shell."""
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), metavar="SHELL", help="bash, zsh or fish")


def run(options: argparse.Namespace) -> int:
    """Write the script."""
    from reltui.cli.shells import SHELLS

    sys.stdout.write(SHELLS[options.shell]())
    return DONE
