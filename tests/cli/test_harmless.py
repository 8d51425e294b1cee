"""Text of sources, names and queries is data: nothing of it reaches a terminal as a command."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reltui.__main__ import main
from reltui.store import write
from tests import factory
from tests.cli.running import in_terminal
from tests.conftest import meta

TITLE = "\x1b]0;pwned\x07\x9b2J\u202eevil\u2066"  # sets a title, clears the screen, turns the direction
WORD = "\x1b]0;pwn\x07x"  # as long as the word it stands for, so that all spans hold
DANGEROUS = {chr(code) for code in [*range(0x20), *range(0x7F, 0xA0)]} - {"\n", "\t"}
DANGEROUS |= set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")

COMMANDS = [
    ["actors"], ["events"], ["statements"], ["figures"], ["doubts"], ["sources"], ["search", "sides"],
    ["search", "evil"], ["show", "post-1"], ["show", "post-1:2"], ["show", "vulin"], ["show", "meet-vulin"],
    ["show", "st-5"], ["show", "f-1"], ["show", "d-1"], ["cite", "post-1:2"], ["cite", "post-1:2", "--quote"],
    ["cite", "call-may", "--style", "bibtex"], ["match", "evil"],
]  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus whose every free text tries to act on the terminal."""
    path = tmp_path_factory.mktemp("hostile") / "corpus.db"
    readings, facts = factory.build()
    assert len(WORD) == len("discussed")
    bad = [
        replace(
            reading,
            file=replace(reading.file, path=TITLE + reading.file.path),
            sources=tuple(
                replace(
                    source,
                    path=TITLE + source.path,
                    title=TITLE,
                    publisher=TITLE,
                    author=TITLE,
                    text=source.text.replace("discussed", WORD, 1) if source.id == "post-1" else source.text,
                )
                for source in reading.sources
            ),
        )
        for reading in readings
    ]
    facts = replace(
        facts,
        actors=tuple(replace(actor, name=TITLE + actor.name, native_name=TITLE) for actor in facts.actors),
        events=tuple(replace(event, title=TITLE, place=TITLE, why=TITLE) for event in facts.events),
        figures=tuple(replace(figure, what=TITLE, unit=TITLE) for figure in facts.figures),
        discrepancies=tuple(replace(doubt, what=TITLE) for doubt in facts.discrepancies),
    )
    write(path, bad, facts, meta(TITLE))
    return path


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_plain_output_holds_nothing_that_acts(
    hostile: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    code = main(["--db", str(hostile), *arguments])
    out, err = capsys.readouterr()
    assert code in (0, 1)
    assert "evil" in out + err or "sides" in out + err
    assert not set(out + err) & DANGEROUS


@pytest.mark.parametrize("arguments", [c for c in COMMANDS if c[0] != "match"], ids=" ".join)
def test_json_escapes_it_and_loses_nothing(
    hostile: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    main(["--db", str(hostile), *arguments, "--json"])
    out = capsys.readouterr().out
    assert not set(out) & DANGEROUS
    if arguments == ["show", "post-1"]:
        assert WORD in json.loads(out)["text"]


def test_a_table_on_a_terminal_has_colours_of_its_own_only(hostile: Path, tmp_path: Path):
    import re

    done = in_terminal("events", "--db", str(hostile), home=tmp_path)
    assert done.code == 0
    bare = re.sub(r"\x1b\[[0-9;]*m", "", done.out).replace("\r\n", "\n")
    assert "evil" in bare
    assert not set(bare) & DANGEROUS


def test_a_query_is_data_too(hostile: Path, capsys: pytest.CaptureFixture[str]):
    main(["--db", str(hostile), "search", "--explain", "\x1b[31mred\x07 type:\x9bnone"])
    out, err = capsys.readouterr()
    assert "red" in err
    assert not set(out + err) & DANGEROUS
