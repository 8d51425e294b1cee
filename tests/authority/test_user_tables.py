"""A user's own folder: rows are added or put in place, and a mistake is one clear sentence."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from reltui.authority import BadTable, load


def write(folder: Path, name: str, *lines: str) -> None:
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_rows_are_added_and_replaced(tmp_path: Path):
    write(
        tmp_path, "organisations.tsv", "# mine",
        "id\tname\tkind\tstate\tacronyms",
        "acme\tAcme Institute\tinstitute\tserbia\tACMI",
        "nato\tNATO (mine)\tinternational",
    )  # fmt: skip
    tables = load(tmp_path)
    assert tables.organisations["acme"].acronyms == ("ACMI",)
    assert tables.gazetteer.lookup("ACMI")[0].id == "acme"
    assert tables.organisations["nato"].name == "NATO (mine)"
    assert len(tables.organisations) == len(load().organisations) + 2
    assert "acme" not in load().organisations  # the shipped tables are as they were


def test_a_shipped_row_is_replaced_by_id(tmp_path: Path):
    write(tmp_path, "event_triggers.tsv", "lemma\tlanguage\tpos\ttype\trank", "meet\ten\tverb\tmeeting\t4")
    row = load(tmp_path).event_triggers["meet en verb meeting"]
    assert (row.rank, row.forms) == (4, ("meet",))
    assert load().event_triggers["meet en verb meeting"].rank == 1


def test_columns_may_stand_in_any_order_and_be_left_out(tmp_path: Path):
    write(tmp_path, "people.tsv", "name\tcountry\tid", "Ana Anić\tRS\tana-anic")
    assert load(tmp_path).people["ana-anic"].name == "Ana Anić"


def test_decomposed_letters_and_windows_line_ends_are_taken(tmp_path: Path):
    (tmp_path / "people.tsv").write_bytes("\ufeffid\tname\r\nx\tC\u030covic\u0301\r\n".encode())
    assert load(tmp_path).people["x"].name == "Čović"


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path):
    write(tmp_path, "notes.tsv", "whatever")
    write(tmp_path, "readme.txt", "whatever")
    assert len(load(tmp_path).states) == len(load().states)


TRIGGER = "lemma\tlanguage\tpos\ttype\trank"


@pytest.mark.parametrize(
    ("name", "lines", "line", "words"),
    [
        ("states.tsv", ["id\tname\tcolour", "x\tX\tred"], 1, "unknown column 'colour'"),
        ("states.tsv", ["name\tnote", "X\tn"], 1, "'id' is missing"),
        ("states.tsv", ["id\tname\tname", "x\tX\tX"], 1, "named twice"),
        ("states.tsv", ["id\tname", "x\tX\textra"], 2, "3 cells"),
        ("states.tsv", ["id\tname", "\tX"], 2, "'id' is empty"),
        ("states.tsv", ["id\tname", "x\tX", "x\tY"], 3, "occurs twice"),
        ("states.tsv", ["id\tname\tiso2", "x\tX\trus"], 2, "two capital letters"),
        ("states.tsv", ["id\tname", "x\t"], 2, "'name' is empty"),
        ("states.tsv", ["# nothing"], 0, "no header"),
        ("places.tsv", ["id\tname\tkind", "x\tX\tplanet"], 2, "kind 'planet'"),
        ("places.tsv", ["id\tname\tkind\tpopulation", "x\tX\tcity\tmany"], 2, "whole number"),
        ("places.tsv", ["id\tname\tkind\tstate", "x\tX\tcity\tmu"], 0, "'mu'"),
        ("places.tsv", ["id\tname\tkind\tflags", "x\tX\tcity\tnice"], 2, "flags 'nice'"),
        ("organisations.tsv", ["id\tname\tkind", "x\tX\tclub"], 2, "kind 'club'"),
        ("organisations.tsv", ["id\tname\tkind\twikidata", "x\tX\tbank\t77"], 2, "Q followed by digits"),
        ("organisation_words.tsv", ["word\tlanguage\tposition\tstrength", "X\ten\tmiddle\t1"], 2, "position"),
        ("organisation_words.tsv", ["word\tlanguage\tposition\tstrength", "X\ten\tany\t9"], 2, "strength"),
        ("people.tsv", ["id\tname\tcountry", "x\tX\tSerbia"], 2, "country 'Serbia'"),
        ("offices.tsv", ["title\tlanguage\tlevel", "X\tde\t1"], 2, "language 'de'"),
        ("offices.tsv", ["title\tlanguage\tlevel", "X\ten\thigh"], 2, "level 'high'"),
        ("offices.tsv", ["title\tlanguage\tlevel\tflags", "X\ten\t1\tgrand"], 2, "flags 'grand'"),
        ("office_parts.tsv", ["word\tlanguage\tpart", "x\ten\ttail"], 2, "part 'tail'"),
        ("given_names.tsv", ["name\tgender", "Xx\tx"], 2, "gender 'x'"),
        ("common_words.tsv", ["word\tlanguage", "Meeting\ten"], 2, "small letters"),
        ("surname_hints.tsv", ["text\tkind", "ić\tending"], 2, "kind 'ending'"),
        ("event_types.tsv", ["type\tdefinition", "party\tfun"], 2, "type 'party'"),
        ("event_triggers.tsv", [TRIGGER, "x\ten\tverb\tmeeting\t9"], 2, "rank '9'"),
        ("event_triggers.tsv", [TRIGGER, "x\ten\tadverb\tmeeting\t1"], 2, "adverb"),
        ("event_triggers.tsv", [TRIGGER + "\tsubject", "x\ten\tverb\tcall\t1\tboss"], 2, "boss"),
        ("event_triggers.tsv", [TRIGGER + "\tlink_role", "x\ten\tverb\tcall\t1\tto"], 2, "to"),
        ("event_triggers.tsv", [TRIGGER + "\tstatus", "x\ten\tverb\tcall\t1\tdone"], 2, "done"),
        ("speech_verbs.tsv", ["lemma\tlanguage\tmode\tpattern\tstrength", "x\ten\tloud\tverb\t1"], 2, "mode"),
        ("status_words.tsv", ["phrase\tlanguage\tstatus\tside\tweight", "x\ten\tplanned\tup\t1"], 2, "side"),
        ("sessions.tsv", ["id\tname\tbase", "x\tX\tlong"], 2, "whole numbers"),
        ("sessions.tsv", ["id\tname\tmonth", "x\tX\t13"], 2, "month 13"),
        ("sessions.tsv", ["id\tname\tpatterns", "x\tX\t("], 0, "regular expression"),
        ("anniversaries.tsv", ["id\tname\tdate", "x\tX\t9 May"], 2, "date '9 May'"),
        ("units.tsv", ["form\tlanguage\tkind\tvalue", "x\ten\tunit\tbig"], 2, "not a number"),
        ("units.tsv", ["form\tlanguage\tkind", "x\ten\tlength"], 2, "kind 'length'"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_sentence(tmp_path: Path, name: str, lines: list[str], line: int, words: str):
    write(tmp_path, name, *lines)
    with pytest.raises(BadTable) as caught:
        load(tmp_path)
    error = caught.value
    assert words in error.reason
    assert error.line == line
    assert error.path.name == name
    assert "\n" not in str(error)
    assert str(error).endswith(".")


def test_what_is_not_utf_8_is_said(tmp_path: Path):
    (tmp_path / "people.tsv").write_bytes(b"id\tname\nx\tX\ny\t\x9ae\n")
    with pytest.raises(BadTable, match=r"line 3: .*UTF-8"):
        load(tmp_path)


def test_a_folder_that_is_not_there(tmp_path: Path):
    with pytest.raises(BadTable, match="no such folder"):
        load(tmp_path / "absent")


def test_the_error_survives_another_process(tmp_path: Path):
    error = pickle.loads(pickle.dumps(BadTable(tmp_path, 3, "the reason.")))
    assert (error.path, error.line, error.reason) == (tmp_path, 3, "the reason.")
