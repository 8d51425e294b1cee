"""`reltui match`: is this the same name, and who in a list or in the corpus bears it?"""

from __future__ import annotations

import argparse
import heapq
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reltui.cli import options as declare
from reltui.cli.exits import DONE, NOTHING_FOUND, SOME_UNREADABLE, Fault, Usage
from reltui.cli.guard import say
from reltui.cli.options import Parser
from reltui.cli.output import Column, write_rows
from reltui.cli.places import corpus

SUMMARY = "Match a name, in any script, with another or with a list."
DETAIL = (
    "A score goes from 0 to 1; from the threshold up two spellings count as one name, here as everywhere "
    "in reltui. With two names the exit code answers: 0 the same, 1 different."
)
EXAMPLES = (
    ("reltui match 'Marko Đurić' 'Марко Джурич'", "compare two spellings"),
    ("reltui match Dzhurich", "who in the corpus bears that name"),
    ("reltui match 'Sergey Lavrov' --in names.txt --explain", "in a file of one name a line, with reasons"),
    ("reltui match Đurić --exact", "only these letters in this script"),
)

LIMIT = 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that was compared. `where` is the id of an actor or the number of a line."""

    score: float
    same: bool
    name: str
    where: str
    reasons: tuple[str, ...]


def add_arguments(parser: Parser) -> None:
    """Declare the names, where to look and how."""
    parser.add_argument("name", metavar="NAME", help="the name to match")
    parser.add_argument("other", nargs="?", metavar="OTHER", help="a name to compare it with")
    parser.add_argument(
        "--in",
        dest="place",
        metavar="FILE",
        help="a file of one name a line, - for the standard input, 'corpus' for the corpus (else the corpus)",
    )
    parser.add_argument("--explain", action="store_true", help="say what made the score")
    parser.add_argument("--exact", action="store_true", help="the same letters in the same script only")
    declare.limit(parser, LIMIT)
    declare.corpus(parser)
    declare.form(parser)


def run(options: argparse.Namespace) -> int:
    """Compare, write what matches, and answer with the exit code."""
    if options.other is not None:
        if options.place is not None:
            raise Usage("Either a second name or --in FILE: leave one of them out.")
        return _compare(options)
    candidates = _corpus(options) if options.place in (None, "corpus") else _file(options.place)
    ranked = _ranked(options, candidates)
    found = [one for one in ranked if one.same]
    shown = found[: options.limit] if options.limit else found
    if write_rows(shown, _columns(options), options):
        return DONE
    near = f" The nearest is {ranked[0].name} ({ranked[0].score:.2f})." if ranked else ""
    say(f"nobody bears the name '{options.name}'.{near}")
    return NOTHING_FOUND


def _compare(options: argparse.Namespace) -> int:
    one = _scored(options, options.other, "")
    write_rows([one], _columns(options), options)
    return DONE if one.same else NOTHING_FOUND


def _scored(options: argparse.Namespace, name: str, where: str) -> Candidate:
    from reltui.names import THRESHOLD, score

    if options.exact:
        same = _letters(options.name) == _letters(name)
        return Candidate(float(same), same, name, where, ("the same letters",) if same else ())
    match = score(options.name, name)
    return Candidate(match.score, match.score >= THRESHOLD, name, where, match.reasons)


def _ranked(options: argparse.Namespace, names: Iterable[tuple[str, str]]) -> list[Candidate]:
    """Return the candidates that match, the best first, or the one that comes nearest.

    Each place counts once, by the best of its names. Only what is kept is asked for its reasons.
    """
    from reltui.names import THRESHOLD, similarity

    best: dict[str, tuple[float, str]] = {}
    nearest: tuple[float, str, str] | None = None
    wanted = _letters(options.name)
    for name, where in names:
        value = float(_letters(name) == wanted) if options.exact else similarity(options.name, name)
        if value >= THRESHOLD:
            if where not in best or value > best[where][0]:
                best[where] = (value, name)
        elif not options.exact and (nearest is None or value > nearest[0]):
            nearest = (value, name, where)
    kept = [(value, name, where) for where, (value, name) in best.items()]
    if options.limit:
        kept = heapq.nlargest(options.limit, kept, key=lambda one: one[0])
    elif kept:
        kept.sort(key=lambda one: -one[0])
    if not kept and nearest is not None and nearest[0] > 0:
        kept = [nearest]
    return [_scored(options, name, where) for _, name, where in kept]


def _letters(name: str) -> str:
    import unicodedata

    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _corpus(options: argparse.Namespace) -> Iterator[tuple[str, str]]:
    from reltui.cli.lists import pages

    with corpus(options) as reader:
        # the engine compares names of persons; bodies and states are compared letter by letter only
        rows = (row for row in pages(reader.actors()) if options.exact or row.kind == "person")
        for row in rows:
            for name in dict.fromkeys((row.name, row.native_name or row.name, *row.spellings)):
                yield name, row.id


def _file(place: str) -> Iterator[tuple[str, str]]:
    try:
        data = sys.stdin.buffer.read() if place == "-" else Path(place).read_bytes()
    except FileNotFoundError:
        raise Usage(f"There is no file '{place}': name one with a name on each line.") from None
    except IsADirectoryError:
        raise Usage(f"'{place}' is a folder: name a file with a name on each line.") from None
    except PermissionError:
        raise Fault(f"No permission to read '{place}': change its permissions.", SOME_UNREADABLE) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Fault(
            f"'{place}' is not UTF-8 text (byte {error.start + 1}): convert it, for example with iconv.",
            SOME_UNREADABLE,
        ) from None
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield line.strip(), str(number)


def _columns(options: argparse.Namespace) -> list[Column[Candidate]]:
    columns: list[Column[Candidate]] = [
        Column("score", lambda one: f"{one.score:.2f}", "cyan", whole=True),
        Column("name", lambda one: one.name, "bold"),
    ]
    if options.other is not None:
        columns.insert(1, Column("", lambda one: "same" if one.same else "different", whole=True))
    if options.explain:
        columns.append(Column("why", lambda one: "; ".join(one.reasons)))
    if options.other is None:
        columns.append(
            Column("line" if options.place not in (None, "corpus") else "id", _where, "dim", whole=True)
        )
    return columns


def _where(one: Candidate) -> str:
    return one.where
