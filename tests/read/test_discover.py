"""Which files are read, in which order, under which names, and what is said of the others."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reltui.read import Found, Missing, Reading, Unreadable, discover, read

TEXT = "The minister met his guest in Belgrade and they spoke of trade.\n"


def make(folder: Path, *names: str, text: str = TEXT) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name}: {text}", encoding="utf-8")


def names(found: list[Found]) -> list[str]:
    return [file.name for file in found]


def reason(file: Found) -> str:
    with pytest.raises(Unreadable) as caught:
        read(file)
    assert caught.value.path == file.name
    return caught.value.reason


def test_a_folder_is_read_in_a_stable_order(tmp_path: Path):
    make(tmp_path, "b.txt", "a.md", "sub/c.txt", "sub/deeper/d.txt", "another/e.txt")
    assert names(discover([tmp_path])) == ["a.md", "b.txt", "another/e.txt", "sub/c.txt", "sub/deeper/d.txt"]


def test_names_are_relative_to_what_all_paths_share(tmp_path: Path):
    make(tmp_path, "one/a.txt", "two/a.txt", "two/b.txt")
    found = discover([tmp_path / "two", tmp_path / "one" / "a.txt"])
    assert names(found) == ["two/a.txt", "two/b.txt", "one/a.txt"]
    assert names(discover([tmp_path / "one" / "a.txt"])) == ["a.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path):
    make(tmp_path, "a.txt")
    assert names(discover([tmp_path, tmp_path / "a.txt", tmp_path / "." / "a.txt"])) == ["a.txt"]


def test_hidden_empty_and_binary_files_are_left_out_of_a_folder(tmp_path: Path):
    make(tmp_path, "a.txt", ".hidden.txt", ".git/config.txt")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    assert names(discover([tmp_path])) == ["a.txt"]


def test_named_by_the_user_they_are_listed_with_a_reason(tmp_path: Path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    empty, picture = discover([tmp_path / "empty.txt", tmp_path / "picture.png"])
    assert reason(empty) == "the file is empty"
    assert "not text" in reason(picture)


def test_a_text_file_that_is_binary_is_said(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"abc\0\1\2" * 100)
    (file,) = discover([tmp_path])
    assert "NUL" in reason(file)


def test_a_format_without_reader_is_said_even_in_a_folder(tmp_path: Path):
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7\n")
    (file,) = discover([tmp_path])
    assert "PDF" in reason(file)


def test_white_space_alone_is_no_text(tmp_path: Path):
    (tmp_path / "a.txt").write_text(" \n\n\t\n")
    (file,) = discover([tmp_path])
    assert reason(file) == "there is no text in it"


def test_a_file_that_goes_away_or_is_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    make(tmp_path, "a.txt", "b.txt")
    gone, locked = discover([tmp_path])
    (tmp_path / "a.txt").unlink()
    assert "No such file" in reason(gone)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "Permission denied" in reason(locked)


def test_a_path_that_is_not_there(tmp_path: Path):
    with pytest.raises(Missing, match="no such file"):
        discover([tmp_path / "nowhere"])
    with pytest.raises(Missing, match="pattern"):
        discover([str(tmp_path / "*.txt")])


def test_patterns(tmp_path: Path):
    make(tmp_path, "a.txt", "b.txt", "c.md", "sub/d.txt")
    assert names(discover([str(tmp_path / "*.txt")])) == ["a.txt", "b.txt"]
    assert names(discover([str(tmp_path / "**" / "*.txt")])) == ["a.txt", "b.txt", "sub/d.txt"]


def test_a_file_whose_name_looks_like_a_pattern(tmp_path: Path):
    make(tmp_path, "a[1].txt")
    assert names(discover([tmp_path / "a[1].txt"])) == ["a[1].txt"]


def test_links_that_lead_round_in_a_circle(tmp_path: Path):
    make(tmp_path, "a.txt", "sub/b.txt")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere.txt")
    assert names(discover([tmp_path])) == ["a.txt", "sub/b.txt"]


def test_a_name_that_is_not_utf8(tmp_path: Path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT)
    (file,) = discover([tmp_path])
    assert file.name == "caf\ufffd.txt"
    assert read(file).file.path == "caf\ufffd.txt"


def standard_input(data: bytes, monkeypatch: pytest.MonkeyPatch) -> Found:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (file,) = discover(["-"])
    return file


def test_standard_input(monkeypatch: pytest.MonkeyPatch):
    reading = read(standard_input(TEXT.encode(), monkeypatch))
    assert reading.file.path == "-"
    assert reading.sources[0].text == TEXT.strip()


def test_nothing_on_standard_input(monkeypatch: pytest.MonkeyPatch):
    assert "empty" in reason(standard_input(b"", monkeypatch))


def ids(readings: list[Reading]) -> list[str]:
    return [source.id for reading in readings for source in reading.sources]


def test_files_of_the_same_bytes_have_ids_of_their_own(tmp_path: Path):
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT)
    found = discover([tmp_path])
    assert [file.twin for file in found] == [False, True, True]
    assert len(set(ids([read(file) for file in found]))) == 3


def test_an_id_comes_from_content_not_from_place(tmp_path: Path):
    make(tmp_path, "x/a.txt", text=TEXT)
    (tmp_path / "y").mkdir()
    (tmp_path / "y" / "renamed.txt").write_bytes((tmp_path / "x" / "a.txt").read_bytes())
    (one,) = discover([tmp_path / "x"])
    (two,) = discover([tmp_path / "y"])
    assert ids([read(one)]) == ids([read(two)])
    assert ids([read(one)])[0].startswith("s")


def test_a_file_too_large_for_memory(tmp_path: Path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    (found,) = discover([tmp_path])
    assert "larger than 256 MB" in reason(found)


def test_listing_files_loads_no_reader():
    """Every start asks whether the corpus is fresh, and that must not cost what reading costs."""
    code = (
        "import sys; from reltui.read.discover import discover; discover([])\n"
        "print(*sys.modules)\n"
        "from reltui.read import discover as again, read; assert again is discover; assert callable(read)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {
        "reltui.read.reader",
        "reltui.read.shapes",
        "reltui.read.formats",
        "reltui.model",
        "yaml",
        "tomllib",
    }
    assert not heavy & set(done.stdout.split())
