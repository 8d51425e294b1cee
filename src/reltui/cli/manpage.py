"""reltui(1), the man page: from the same declarations as docs/cli.md, the same table of keys as docs/keys.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reltui.cli import app
from reltui.cli.exits import MEANINGS
from reltui.cli.options import GRAMMAR, Described, Parser
from reltui.cli.route import COMMANDS, command
from reltui.present.actions import HEADINGS, at
from reltui.present.keys import Keys, keys_of
from reltui.present.settings import about

_FILES = (
    ("config.toml", "settings and keys; reltui config writes it with every setting explained"),
    ("searches.txt", "saved searches, a line each: a name, an equals sign between spaces, a query"),
    ("corrections.jsonl", "beside a corpus: corrections, marks and notes; they outlive a new build"),
)
_ENVIRONMENT = (
    ("NO_COLOR", "no colours, in the app and in tables"),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME", "where settings, corpora and what is remembered lie"),
)


def manpage(keys: Keys | None = None) -> str:
    """Return the page as roff with the man macros; `keys` are those in force, else the table's own."""
    return "\n".join(_lines(keys or keys_of())) + "\n"


def _lines(keys: Keys) -> Iterator[str]:
    yield '.TH RELTUI 1 "" "reltui" "User Commands"'
    yield from (".SH NAME", r"reltui \- a terminal reading room for diplomatic sources")
    yield ".SH SYNOPSIS"
    yield from (
        r".B reltui",
        r"[\fB\-\-db\fR \fIFILE\fR] [\fIPATH\fR ...]",
        ".br",
        r".B reltui",
        r"\fICOMMAND\fR [\fIOPTION\fR ...]",
    )
    yield from (".SH DESCRIPTION", _text(app.SUMMARY), ".PP", _text(app.DETAIL))
    yield from _options(app, Parser("", app))
    yield ".SH COMMANDS"
    for name in COMMANDS:
        module = command(name)
        yield from (f".SS reltui {name}", _text(module.SUMMARY))
        if detail := module.DETAIL.replace(GRAMMAR, "Takes a query, see QUERIES.").strip():
            yield from (".PP", _text(detail))
        yield from _options(module, Parser(name, module))
    yield from (".SH QUERIES", _text(f"A query is made of {GRAMMAR.removeprefix('The query: ')}"))
    yield from (
        ".SH KEYS",
        _text("Every key can be rebound in the settings, under the name that stands last."),
    )
    for place, heading in HEADINGS.items():
        yield f".SS {_text(heading)}"
        yield from _items(
            (keys.shown(action.id) or "(none)", f"{action.help} ({action.id})") for action in at(place)
        )
    yield ".SH SETTINGS"
    yield from _items(about().items())
    yield from (".SH FILES", *_items(_FILES))
    yield from (".SH ENVIRONMENT", *_items(_ENVIRONMENT))
    yield ".SH EXIT STATUS"
    yield from _items((str(code), meaning) for code, meaning in MEANINGS.items())


def _options(module: Described, parser: Parser) -> Iterator[str]:
    yield from _items((one.written, one.said) for one in parser.documented)
    if module.EXAMPLES:
        yield from (".PP", "Examples:")
        yield from _items(module.EXAMPLES)


def _items(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for head, said in pairs:
        yield from (".TP", rf"\fB{_text(head)}\fR", _text(said))


def _text(text: str) -> str:
    """Text that roff takes as text: no line of it is a request, and hyphens can be copied."""
    lines: list[str] = []
    for line in text.replace("\\", "\\e").replace("-", "\\-").splitlines():
        bare = line.strip()
        lines.append(rf"\&{bare}" if bare[:1] in {".", "'"} else bare or ".PP")
    return "\n".join(lines)
