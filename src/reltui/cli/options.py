"""The parser every command uses, and the options that commands share."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NoReturn, Protocol

from reltui.cli.exits import Usage

GRAMMAR = (
    'The query: words (all must stand there), "a phrase", OR, -word, word*, =word (exactly so, script '
    "and all), and fields such as actor: with: date: before: after: type: status: place: says: source: "
    "kind: lang: has: label: (docs/search.md). Any script or spelling of a name finds all of them. "
    "Put a query that holds quotes or begins with - in single quotes."
)

_SHIELD = "\0"  # no argument of a process can hold it


class Described(Protocol):
    """What a parser is made of."""

    SUMMARY: str  # one line, for the overview
    DETAIL: str  # a paragraph, for the command's own help; may be empty
    EXAMPLES: tuple[tuple[str, str], ...]  # (command line, what it does)

    @staticmethod
    def add_arguments(parser: Parser) -> None:
        """Declare the command's arguments."""
        ...


class Command(Described, Protocol):
    """What a module under `commands/` offers; its file's name is the command's."""

    @staticmethod
    def run(options: argparse.Namespace) -> int:
        """Do it; return the exit code."""
        ...


@dataclass(frozen=True, slots=True)
class Documented:
    """An argument as documents and completions need it.

    `written` is how it stands on the command line ("-o, --output FILE"), `names` its options (none for
    a positional one), `values` what it may be where that is a closed list.
    """

    written: str
    said: str
    names: tuple[str, ...] = ()
    takes: bool = False
    values: tuple[str, ...] = ()


class Parser(argparse.ArgumentParser):
    """argparse, but one sentence on error, and a record of the arguments for documents and completions."""

    def __init__(self, name: str, command: Described) -> None:
        self.documented: list[Documented] = []
        examples = "\n".join(f"  {line}\n      {what}" for line, what in command.EXAMPLES)
        super().__init__(
            prog=f"reltui {name}".strip(),
            description="\n\n".join(filter(None, (command.SUMMARY, command.DETAIL))),
            epilog=f"examples:\n{examples}",
            formatter_class=_Help,
            allow_abbrev=False,
        )
        command.add_arguments(self)

    def add_argument(self, *names: str, **settings: Any) -> argparse.Action:  # noqa: ANN401, RUF100 - argparse's own shape
        """Declare an argument; what is said of it goes into docs/cli.md too."""
        action = super().add_argument(*names, **settings)
        if "--help" not in names:
            self.document(action)
        return action

    def document(self, action: argparse.Action) -> None:
        """Record an argument."""
        names = tuple(action.option_strings)
        self.documented.append(
            Documented(
                _shown(names or (action.dest,), action),
                action.help or "",
                names,
                action.nargs != 0,
                tuple(str(choice) for choice in action.choices or ()),
            )
        )

    def error(self, message: str) -> NoReturn:
        """Raise `Usage` with argparse's complaint and where to look."""
        hint = ""
        if message.startswith("unrecognized arguments: -"):
            hint = "; a query that begins with - goes in after --"
        raise Usage(f"{message[:1].upper()}{message[1:]}{hint}. Try '{self.prog} --help'.")

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Return the parsed arguments; options may stand between words, after `--` all are words.

        argparse can do either, not both (in Python 3.11): so what follows `--` is shielded from it.
        """
        at = list(arguments).index("--") if "--" in arguments else len(arguments)
        shielded = [_SHIELD + word for word in arguments[at + 1 :]]
        options = self.parse_intermixed_args([*arguments[:at], *shielded])
        for name, value in vars(options).items():
            if isinstance(value, str):
                setattr(options, name, value.removeprefix(_SHIELD))
            elif isinstance(value, list):
                setattr(options, name, [str(word).removeprefix(_SHIELD) for word in value])  # type: ignore[misc] - words
        return options


class _Help(argparse.RawDescriptionHelpFormatter):
    """Keeps the examples as they stand, but wraps the description to the terminal."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if text.startswith("examples:"):
            return super()._fill_text(text, width, indent)
        import textwrap

        return "\n\n".join(textwrap.fill(part, width) for part in text.split("\n\n"))


def _shown(names: tuple[str, ...], action: argparse.Action) -> str:
    """Return how an argument is written on the command line ("-o, --output FILE")."""
    metavar = action.metavar if isinstance(action.metavar, str) else None
    if names[0].startswith("-"):
        written = ", ".join(names)
        if action.nargs == 0:
            return written
        if action.choices is not None and metavar is None:
            metavar = "{" + ",".join(str(choice) for choice in action.choices) + "}"
        return f"{written} {metavar or action.dest.upper()}"
    written = metavar or names[0].upper()
    return {"*": f"[{written} …]", "+": f"{written} …", "?": f"[{written}]"}.get(str(action.nargs), written)


def corpus(parser: Parser) -> None:
    """Declare `--db FILE`, by which a command is pointed at a corpus."""
    parser.add_argument(
        "--db",
        metavar="FILE",
        help="the corpus to read, as 'reltui build' made it (else the one that ships with reltui)",
    )


def workers(parser: Parser) -> None:
    """Declare `--workers N`, in how many processes texts are read."""
    parser.add_argument(
        "--workers", type=_some, metavar="N", help="read with N processes (else with as many as pay)"
    )


def changed(parser: Parser) -> None:
    """Declare what commands take that change a corpus."""
    parser.add_argument("--db", metavar="FILE", help="the corpus to change")
    workers(parser)
    form(parser)


def _some(text: str) -> int:
    number = whole_number(text)
    if not 0 < number <= 256:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of processes from 1 to 256")
    return number


def form(parser: Parser) -> None:
    """Declare `--json` and `--jsonl`."""
    group = parser.add_mutually_exclusive_group()
    for name, said in (
        ("--json", "write one JSON document"),
        ("--jsonl", "write one JSON object a line"),
    ):
        parser.document(group.add_argument(name, action="store_true", help=said))


def query(parser: Parser, *, required: bool = False) -> None:
    """Declare the words of a query; they may be several arguments."""
    parser.add_argument(
        "query",
        nargs="+" if required else "*",
        metavar="QUERY",
        help="what to look for; see the grammar above" if required else "keep only what answers this query",
    )


def limit(parser: Parser, default: int | None) -> None:
    """Declare `--limit N`; 0 means no limit."""
    parser.add_argument(
        "--limit",
        type=whole_number,
        default=default,
        metavar="N",
        help=f"show at most N, 0 for all (else {'all' if default is None else default})",
    )


def whole_number(text: str) -> int:
    """Read a number of things: 0 or more."""
    if not text.isdecimal() or len(text) > 9:
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number from 0 up")
    return int(text)


def explain(parser: Parser) -> None:
    """Declare `--explain`, which says how a query was understood."""
    parser.add_argument("--explain", action="store_true", help="say on stderr how the query was understood")
