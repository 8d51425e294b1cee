"""Archives: their texts are read as those of a folder, and nothing bad in them does harm."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from reltui.read import Unreadable, discover, read

TEXT = "The minister met his guest in Belgrade and they spoke of trade.\n"
FILES = {
    "b.txt": TEXT,
    "sub/a.md": "# A Day\n\n" + TEXT,
    "sub/sources.toml": '["a.md"]\npublisher = "The Ministry"\n',
    ".hidden.txt": TEXT,
    "empty.txt": "",
    "../../escape.txt": TEXT,
}


def zipped(path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def tarred(path: Path, files: dict[str, str], mode: str) -> Path:
    with tarfile.open(path, mode) as archive:
        for name, text in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    return path


def make(folder: Path, name: str) -> Path:
    if name.endswith(".zip"):
        return zipped(folder / name, FILES)
    return tarred(folder / name, FILES, {"tar": "w", "tgz": "w:gz", "xz": "w:xz"}[name.rsplit(".", 1)[-1]])


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tgz", "a.tar.xz"])
@pytest.mark.parametrize("whole_folder", [True, False], ids=["folder", "named"])
def test_texts_are_found_and_described(tmp_path: Path, name: str, whole_folder: bool):
    path = make(tmp_path, name)
    found = discover([tmp_path if whole_folder else path])
    assert [file.name for file in found] == [f"{name}/b.txt", f"{name}/escape.txt", f"{name}/sub/a.md"]
    sources = [source for file in found for source in read(file).sources]
    assert sources[0].text == TEXT.strip()
    assert (sources[2].title, sources[2].publisher) == ("A Day", "The Ministry")
    assert len({source.id for source in sources}) == 3, "two members are the same, their ids are not"
    assert sorted(path.name for path in tmp_path.iterdir()) == [name], "nothing was unpacked"


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.xz"])
def test_what_is_no_archive(tmp_path: Path, name: str):
    (tmp_path / name).write_bytes(b"this is no archive at all" * 100)
    (file,) = discover([tmp_path])
    with pytest.raises(Unreadable, match="cannot be opened as an archive"):
        read(file)


def test_a_cut_off_archive(tmp_path: Path):
    path = make(tmp_path, "a.tar.xz")
    path.write_bytes(path.read_bytes()[: len(path.read_bytes()) // 2])
    (file,) = discover([tmp_path])
    with pytest.raises(Unreadable, match="archive"):
        read(file)


def test_a_member_too_large_is_refused_and_the_others_are_read(tmp_path: Path):
    zipped(tmp_path / "a.zip", {"big.txt": "a " * 5000, "small.txt": TEXT})
    big, small = discover([tmp_path], largest=2000)
    with pytest.raises(Unreadable, match="too large"):
        read(big)
    assert read(small).sources[0].text == TEXT.strip()


def test_a_member_without_reader_is_reported(tmp_path: Path):
    zipped(tmp_path / "a.zip", {"report.pdf": "%PDF", "a.txt": TEXT})
    texts, report = discover([tmp_path])
    assert texts.name == "a.zip/a.txt"
    with pytest.raises(Unreadable, match="PDF"):
        read(report)
