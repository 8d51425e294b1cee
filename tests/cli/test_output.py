"""How rows are written: in tables that fit the terminal, in lines that lose nothing, in JSON."""

from __future__ import annotations

import argparse
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.cli.output import Column, escaped, to_json, write_rows

ROWS = [("one", "word " * 200), ("two", "short")]
COLUMNS: tuple[Column[tuple[str, str]], ...] = (
    Column("name", lambda row: row[0], whole=True),
    Column("words", lambda row: row[1].strip(), most=100, strong=lambda row: (0, 4)),
    Column("nothing", lambda row: ""),
    Column("wide", lambda row: "only with room", room=100),
)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch):
    """Write rows to a terminal of a width; return what it was sent."""

    def write(rows: list[tuple[str, str]], width: int = 80, **form: bool) -> str:
        screen = Terminal()
        with monkeypatch.context() as during:
            during.setattr("sys.stdout", screen)
            during.setenv("COLUMNS", str(width))
            during.setenv("TERM", "xterm-256color")
            during.delenv("NO_COLOR", raising=False)
            assert write_rows(rows, COLUMNS, options(**form)) == len(rows)
        return screen.getvalue()

    return write


def options(**form: bool) -> argparse.Namespace:
    return argparse.Namespace(**{"json": False, "jsonl": False, **form})


def test_a_pipe_gets_all_of_every_cell(capsys: pytest.CaptureFixture[str]):
    assert write_rows(ROWS, COLUMNS, options()) == 2
    first, second = capsys.readouterr().out.splitlines()
    assert first.split("\t") == ["one", ("word " * 200).strip(), "", "only with room"]
    assert second.split("\t")[0] == "two"


def test_a_terminal_gets_the_beginning_of_what_is_long(shown):
    out = shown(ROWS)
    assert 10 < out.count("word") < 30
    assert "…" in out
    assert "two" in out


def test_columns_that_are_empty_or_have_no_room_are_left_out(shown):
    assert "nothing" not in shown(ROWS)
    assert "only with room" not in shown(ROWS)
    assert "only with room" in shown(ROWS, width=120)


def test_what_answered_a_query_stands_out(shown):
    assert "\x1b[1mshor\x1b[0m" in shown(ROWS[1:])


def test_no_rows_are_nothing_at_all(shown):
    assert shown([]) == ""


def test_json_is_the_rows_themselves(shown):
    wanted = [list(row) for row in ROWS]
    assert json.loads(shown(ROWS, json=True)) == wanted
    assert [json.loads(line) for line in shown(ROWS, jsonl=True).splitlines()] == wanted


@given(st.text())
def test_json_comes_back_as_it_was_and_holds_nothing_that_acts(text: str):
    written = to_json({"text": text}, indent=2)
    assert json.loads(written) == {"text": text}
    assert not {c for c in written if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066\u200f"} - {
        "\n"
    }


@given(st.text(st.characters(codec="utf-8")))
def test_escaping_twice_changes_nothing_more(text: str):
    once = escaped(json.dumps(text, ensure_ascii=False))
    assert escaped(once) == once
