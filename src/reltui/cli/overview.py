"""The text of `reltui --help`: the app, the commands in one line each, the exit codes."""

from __future__ import annotations

from reltui.cli import app
from reltui.cli.exits import MEANINGS
from reltui.cli.route import COMMANDS, command

FOOT = "'reltui COMMAND --help' has examples. Keys of the app: press ? in it."


def overview() -> str:
    """Return the whole help text, at most 80 columns wide."""
    lines = [
        "usage: reltui [--db FILE] [PATH …]        open the app",
        "       reltui COMMAND [OPTION …]          work without it",
        "       reltui --version | --help | --man",
        "",
        app.SUMMARY,
        "",
        "the app:",
    ]
    lines += [f"  {line:<26}  {what}" for line, what in app.EXAMPLES]
    lines += ["", "commands:"]
    lines += [f"  {name:<12}  {command(name).SUMMARY}" for name in COMMANDS]
    lines += ["", "exit codes:"]
    lines += [f"  {code:>3}  {meaning}" for code, meaning in MEANINGS.items()]
    lines += ["", FOOT, ""]
    return "\n".join(lines)
