"""What is installed is whole: the wheel holds seeds and tables, and finds them without a checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from reltui import resources

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ("seeds", "data")


def build(kind: str, source: Path, into: Path) -> Path:
    """Build a wheel or an sdist of `source` with hatchling, as pip does; return the archive."""
    into.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(into)],
        cwd=source, check=True, capture_output=True,
    )  # fmt: skip
    (archive,) = into.iterdir()
    return archive


def contents(wheel: Path) -> dict[str, bytes]:
    """Return what a wheel installs, by path; its own list of checksums aside."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("RECORD")}


def written_by_hand(folder: Path) -> dict[str, bytes]:
    """Return the files under a folder by their path, without what Python and editors leave there."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.mark.parametrize("folder", SHIPPED)
def test_the_wheel_holds_every_shipped_file_unchanged(wheel: Path, folder: str):
    ours = written_by_hand(ROOT / folder)
    inside = contents(wheel)
    assert ours
    assert {name: inside.get(f"reltui/_shipped/{folder}/{name}") for name in ours} == ours


def test_the_wheel_holds_every_file_of_the_package(wheel: Path):
    """Style sheets, schemas and the marker of typing are as necessary as modules."""
    ours = written_by_hand(ROOT / "src" / "reltui")
    inside = contents(wheel)
    assert set(ours) <= {name.removeprefix("reltui/") for name in inside}
    assert not [name for name in inside if name.startswith(("tests/", "docs/", "benchmarks/"))]


def test_the_source_archive_builds_the_same_wheel(wheel: Path, tmp_path: Path):
    sdist = build("sdist", ROOT, tmp_path / "sdist")
    safely = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}  # from Python 3.11.4 on
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "unpacked", **safely)
    (source,) = (tmp_path / "unpacked").iterdir()
    again = build("wheel", source, tmp_path / "wheel")
    assert again.name == wheel.name
    assert contents(again) == contents(wheel)


@pytest.mark.parametrize("folder", SHIPPED)
def test_shipped_files_are_found_in_a_checkout(folder: str):
    assert resources.shipped(folder) == ROOT / folder


@pytest.mark.parametrize("folder", SHIPPED)
def test_shipped_files_are_found_in_an_installation(wheel: Path, tmp_path: Path, folder: str):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    found = run_installed(tmp_path, f"from reltui.resources import shipped; print(shipped({folder!r}))")
    assert Path(found.stdout.strip()) == tmp_path / "reltui" / "_shipped" / folder


def test_an_installation_without_them_says_so(wheel: Path, tmp_path: Path):
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if "_shipped" not in name:
                archive.extract(name, tmp_path)
    done = run_installed(tmp_path, "import sys; from reltui.__main__ import main; sys.exit(main(['actors']))")
    assert done.returncode == 4
    assert "missing from this installation" in done.stderr
    assert "Traceback" not in done.stderr


def run_installed(place: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run code with the unpacked wheel first on the path, away from the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(place), "HOME": str(place), "XDG_DATA_HOME": str(place)}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=place, env=environment, capture_output=True, text=True, check=False
    )
