"""The commands that list: what they keep, in which form, and what they say where there is nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reltui.__main__ import main
from tests.cli.conftest import Run
from tests.cli.running import in_terminal, piped

LISTS = ("actors", "events", "statements", "figures", "doubts", "sources")
HOW_MANY = {"actors": 8, "events": 12, "statements": 5, "figures": 4, "doubts": 3, "sources": 6}


@pytest.mark.parametrize("name", LISTS)
def test_a_pipe_gets_a_line_for_each_and_tabs_between(run: Run, name: str):
    code, out, err = run(name)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) == HOW_MANY[name]
    assert len({line.count("\t") for line in lines}) == 1


@pytest.mark.parametrize("name", LISTS)
def test_json_is_one_document_and_jsonl_one_object_a_line(run: Run, name: str):
    whole = json.loads(run(name, "--json")[1])
    lines = [json.loads(line) for line in run(name, "--jsonl")[1].splitlines()]
    assert whole == lines
    assert len(whole) == HOW_MANY[name]
    assert all(row["id"] for row in whole)


@pytest.mark.parametrize("name", LISTS)
def test_the_id_in_the_last_column_can_be_shown(run: Run, name: str):
    for line in run(name)[1].splitlines():
        id_ = line.rsplit("\t", 1)[1]
        code, out, err = run("show", id_)
        assert (code, err) == (0, "")
        assert id_ in out


@pytest.mark.parametrize("spelling", ["djuric", "ђурић", "джурич", "Đurić", "DJURIĆ"])
def test_a_name_is_found_in_any_spelling(run: Run, spelling: str):
    code, out, _ = run("actors", spelling)
    assert code == 0
    assert [line.rsplit("\t", 1)[1] for line in out.splitlines()] == ["djuric"]


def test_fields_narrow_a_list(run: Run):
    out = run("events", "with:putin", "type:call")[1]
    assert [line.rsplit("\t", 1)[1] for line in out.splitlines()] == ["call-oct", "call-dec"]


def test_an_inferred_part_of_a_date_stands_in_brackets(run: Run):
    lines = {line.rsplit("\t", 1)[1]: line.split("\t", 1)[0] for line in run("events")[1].splitlines()}
    assert lines["call-may"] == "[2024-]05-06"
    assert lines["call-dec"] == "2024-12-23"
    assert lines["session"] == "undated"


@pytest.mark.parametrize("name", ["events", "actors"])
def test_the_order_can_be_chosen(run: Run, name: str):
    orders = {"events": ("date", "newest"), "actors": ("mentions", "name")}[name]
    one, other = (run(name, "--order", order)[1] for order in orders)
    assert one != other
    assert sorted(one.splitlines()) == sorted(other.splitlines())


def test_a_limit_cuts_and_0_does_not(run: Run):
    assert len(run("events", "--limit", "3")[1].splitlines()) == 3
    assert len(run("events", "--limit", "0")[1].splitlines()) == HOW_MANY["events"]


@pytest.mark.parametrize("name", [*LISTS, "search"])
def test_nothing_found_is_said_and_has_its_code(run: Run, name: str):
    code, out, err = run(name, "qqqzzz")
    assert (code, out) == (1, "")
    assert "nothing found for 'qqqzzz'" in err


@pytest.mark.parametrize("form", ["--json", "--jsonl"])
def test_nothing_found_is_valid_json_too(run: Run, form: str):
    code, out, _ = run("search", "qqqzzz", form)
    assert code == 1
    assert out == {"--json": "[]\n", "--jsonl": ""}[form]


def test_what_is_near_is_offered(run: Run):
    code, _, err = run("search", "telephome")
    assert code == 1
    assert "telephone" in err


def test_a_query_is_explained_on_stderr_only(run: Run):
    code, out, err = run("search", "--explain", "--jsonl", "type:call", "putin")
    assert code == 0
    assert "an event of type call" in err
    assert all(json.loads(line)["id"] for line in out.splitlines())


def test_what_cannot_be_understood_is_said_and_searched_as_words(run: Run):
    code, _, err = run("events", "type:nonsense")
    assert code == 1
    assert "type:nonsense" in err


def test_search_shows_the_words_in_context_with_source_and_date(run: Run):
    code, out, _ = run("search", "telephone")
    assert code == 0
    (line,) = [line for line in out.splitlines() if "\tpassage\t" in line]
    date, _, source, words, id_ = line.split("\t")
    assert (date, id_) == ("2025-02-14", "brief:3")
    assert source == "On the visit of the Serbian Foreign Minister"
    assert "another telephone conversation" in words


def test_a_query_may_begin_with_a_dash_after_two_of_them(run: Run):
    code, out, _ = run("events", "--jsonl", "--limit", "0", "--", "-type:call")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert rows
    assert not [row for row in rows if row["type"] == "call"]


def test_a_terminal_gets_a_table_with_headings_and_colour(db: Path, tmp_path: Path):
    done = in_terminal("events", "--db", str(db), home=tmp_path)
    assert done.code == 0
    assert "event" in done.out.splitlines()[0]
    assert "\x1b[" in done.out
    assert "\t" not in done.out


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_had_without(db: Path, tmp_path: Path, env: dict[str, str]):
    done = in_terminal("events", "--db", str(db), home=tmp_path, env=env)
    assert done.code == 0
    assert "Lavrov – Vulin" in done.out
    assert not any(f"\x1b[{colour}" in done.out for colour in range(30, 48))


def test_headless_work_never_imports_the_app(db: Path, tmp_path: Path):
    for name in ("actors", "search"):
        done = piped(name, "lavrov", "--db", str(db), home=tmp_path, env={"PYTHONPROFILEIMPORTTIME": "1"})
        assert done.code == 0
        imported = {line.rsplit("|", 1)[1].strip() for line in done.err.splitlines() if "|" in line}
        assert "reltui.store.reader" in imported
        assert not {name.partition(".")[0] for name in imported} & {"textual", "rich", "sqlite_utils"}


@pytest.mark.parametrize("name", ["actors", "search", "show", "export"])
def test_a_letter_that_is_no_utf8_any_more_is_damage(
    db: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
):
    """SQLite itself notices nothing: the page is whole, the text in it is not."""
    broken = tmp_path / "broken.db"
    broken.write_bytes(db.read_bytes().replace(b"Sergey Lavrov", b"Sergey \xffavrov"))
    asked = {"search": ["lavrov"], "show": ["lavrov"], "export": ["json"]}.get(name, [])
    assert main([name, *asked, "--db", str(broken)]) == 4
    said = capsys.readouterr().err
    assert "damaged" in said
    assert str(broken) in said
