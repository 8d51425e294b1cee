"""docs/cli.md, made from what the parsers themselves declare, so that the two cannot disagree."""

from __future__ import annotations

from collections.abc import Iterator

from reltui.cli import app
from reltui.cli.exits import MEANINGS
from reltui.cli.options import GRAMMAR, Described, Parser
from reltui.cli.route import COMMANDS, command

_HEAD = """# The command line

`make docs` writes this page from the commands' own declarations; `reltui COMMAND --help` says the same.

Results go to stdout: a table to a terminal, tab-separated lines without headings to a pipe or a file,
JSON with `--json` (one document) or `--jsonl` (one object a line). Messages go to stderr and say what,
where and what to do. `NO_COLOR` and `TERM=dumb` are heeded. Text of sources cannot act on the terminal:
control characters are shown as signs, in JSON they are escapes."""


def manual() -> str:
    """Return the whole page as Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD
    yield from ("", "## The query", "", f"A query is made of {GRAMMAR.removeprefix('The query: ')}")
    yield from ("", "## Exit codes", "", "| code | means |", "| --: | --- |")
    yield from (f"| {code} | {meaning} |" for code, meaning in MEANINGS.items())
    yield from _section("reltui", app, Parser("", app))
    for name in COMMANDS:
        module = command(name)
        yield from _section(f"reltui {name}", module, Parser(name, module))


def _section(title: str, module: Described, parser: Parser) -> Iterator[str]:
    yield from ("", f"## {title}", "", module.SUMMARY)
    detail = module.DETAIL.replace(GRAMMAR, "Takes [a query](#the-query).")
    if detail:
        yield from ("", detail)
    yield from ("", "| argument | means |", "| --- | --- |")
    yield from (f"| `{_cell(one.written)}` | {_cell(one.said)} |" for one in parser.documented)
    yield from ("", "| example | does |", "| --- | --- |")
    yield from (f"| `{_cell(line)}` | {_cell(what)} |" for line, what in module.EXAMPLES)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").strip()
