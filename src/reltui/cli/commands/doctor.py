"""`reltui doctor`: what this installation is made of, and what of it does not work."""

from __future__ import annotations

import argparse

from reltui.cli import options as declare
from reltui.cli.examine import Finding, examine
from reltui.cli.exits import CANNOT_WRITE, DONE, NO_CORPUS
from reltui.cli.options import Parser
from reltui.cli.output import Column, write_rows

SUMMARY = "Examine the installation, the terminal and the corpus."
DETAIL = (
    "Versions, folders and permissions, settings, terminal, clipboard, corpus. "
    "Exit code 0 where everything works, 4 where the corpus or what ships with reltui cannot be read, "
    "5 where a folder cannot be written. Send its output along with a question."
)
EXAMPLES = (
    ("reltui doctor", "examine everything"),
    ("reltui doctor --db trade.db", "the same, with this corpus"),
    ("reltui doctor --json", "for a report"),
)

_STYLES = {"ok": "green", "note": "yellow", "bad": "bold red"}

COLUMNS: tuple[Column[Finding], ...] = (
    Column("", lambda one: one.state, style=lambda one: _STYLES[one.state], whole=True),
    Column("what", lambda one: one.what, "bold"),
    Column("is", lambda one: one.said),
)


def add_arguments(parser: Parser) -> None:
    """Declare the corpus and the form."""
    declare.corpus(parser)
    declare.form(parser)


def run(options: argparse.Namespace) -> int:
    """Examine, write the findings, and answer with the exit code of the gravest."""
    findings = examine(options.db)
    write_rows(findings, COLUMNS, options)
    codes = {one.code for one in findings if one.state == "bad"}
    return next((code for code in (NO_CORPUS, CANNOT_WRITE) if code in codes), DONE)
