"""A corpus is built again when something has changed that it depends on, and only then."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reltui import corpus
from reltui.store import Foreign, Newer, Reader


def touch(texts: Path) -> None:
    os.utime(texts / "letter.txt", (1_000_000_000, 1_000_000_000))


def renew(texts: Path) -> None:
    shutil.copytree(texts, texts.parent / "copy")
    shutil.rmtree(texts)
    (texts.parent / "copy").rename(texts)


def change(texts: Path) -> None:
    path = texts / "letter.txt"
    state = path.stat()
    path.write_text(path.read_text().replace("Moscow", "Russia"))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns + 1))


def add(texts: Path) -> None:
    (texts / "deep" / "new.txt").write_text("A new text.\n")


def remove(texts: Path) -> None:
    (texts / "deep" / "note.txt").unlink()


def rename(texts: Path) -> None:
    (texts / "letter.txt").rename(texts / "brief.txt")


def describe(texts: Path) -> None:
    (texts / "sources.toml").write_text('["letter.txt"]\npublisher = "Ministry"\n')


def nothing(texts: Path) -> None:
    pass


@pytest.mark.parametrize(
    ("happens", "fresh"),
    [
        (nothing, True),
        (touch, True),
        (renew, True),
        (change, False),
        (add, False),
        (remove, False),
        (rename, False),
        (describe, False),
    ],
)
def test_what_makes_a_corpus_stale(
    texts: Path, tmp_path: Path, happens: Callable[[Path], None], fresh: bool
) -> None:
    db = tmp_path / "c.db"
    assert not corpus.fresh([texts], db)
    corpus.build([texts], db)
    happens(texts)
    assert corpus.fresh([texts], db) is fresh
    corpus.build([texts], db)
    assert corpus.fresh([texts], db)


def test_a_description_beside_a_single_file(texts: Path, tmp_path: Path) -> None:
    paths = [texts / "letter.txt"]
    corpus.build(paths, tmp_path / "c.db")
    assert corpus.fresh(paths, tmp_path / "c.db")
    describe(texts)
    assert not corpus.fresh(paths, tmp_path / "c.db")


def test_other_paths_are_another_corpus(texts: Path, tmp_path: Path) -> None:
    corpus.build([texts], tmp_path / "c.db")
    assert not corpus.fresh([texts / "letter.txt"], tmp_path / "c.db")


def test_patterns(texts: Path, tmp_path: Path) -> None:
    paths = [str(texts / "*.txt")]
    corpus.build(paths, tmp_path / "c.db")
    assert corpus.fresh(paths, tmp_path / "c.db")
    (texts / "more.txt").write_text("Another text.\n")
    assert not corpus.fresh(paths, tmp_path / "c.db")


def test_the_users_tables_count(texts: Path, tmp_path: Path) -> None:
    db = tmp_path / "c" / "corpus.db"
    corpus.build([texts], db)
    (db.parent / "tables").mkdir()
    assert corpus.fresh([texts], db)
    (db.parent / "tables" / "people.tsv").write_text("# nobody yet\n")
    assert not corpus.fresh([texts], db)


def test_another_version_of_the_program(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db = tmp_path / "c.db"
    corpus.build([texts], db)
    monkeypatch.setattr("reltui.corpus.stamp.__version__", "99")
    monkeypatch.setattr("reltui.corpus.fingerprint.__version__", "99")
    assert not corpus.fresh([texts], db)


def test_a_module_of_the_extractor_that_changed(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import reltui.corpus.stamp

    db = tmp_path / "c.db"
    corpus.build([texts], db)
    package = tmp_path / "reltui"
    shutil.copytree(
        Path(reltui.corpus.stamp.__file__).parents[1], package, ignore=shutil.ignore_patterns("__pycache__")
    )
    monkeypatch.setattr("reltui.corpus.stamp.__file__", str(package / "corpus" / "stamp.py"))
    assert corpus.fresh([texts], db)  # elsewhere, but the same
    module = package / "extract" / "__init__.py"
    module.write_text(module.read_text() + "# changed\n")
    assert not corpus.fresh([texts], db)
    shutil.copy(Path(corpus.__file__).parents[1] / "extract" / "__init__.py", module)
    assert corpus.fresh([texts], db)
    screen = package / "cli" / "guard.py"
    screen.write_text("# no matter for facts\n")
    assert corpus.fresh([texts], db)


def test_a_file_that_is_no_corpus_is_not_simply_stale(texts: Path, tmp_path: Path) -> None:
    with pytest.raises(Foreign):
        corpus.fresh([texts], texts / "letter.txt")
    db = tmp_path / "c.db"
    corpus.build([texts], db)
    import sqlite3

    connection = sqlite3.connect(db)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(Newer):
        corpus.fresh([texts], db)


def test_a_start_loads_no_readers(texts: Path, tmp_path: Path) -> None:
    db = tmp_path / "c.db"
    corpus.build([texts], db)
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from reltui import corpus\n"
        "from reltui.query import parse\n"
        "from reltui.store import Reader\n"
        f"assert corpus.fresh([{str(texts)!r}], Path({str(db)!r}))\n"
        f"reader = Reader({str(db)!r})\n"
        "reader.events().rows(0, 40), reader.actors().rows(0, 40)\n"
        "heavy = {'sqlite_utils', 'rich', 'rapidfuzz', 'anyascii', 'reltui.read', 'reltui.extract',\n"
        "         'reltui.model.facts', 'asyncio', 'textual'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_meta_says_what_was_built(texts: Path, tmp_path: Path) -> None:
    corpus.build([texts], tmp_path / "c.db")
    with Reader(tmp_path / "c.db") as reader:
        meta = reader.meta
    assert meta.generator.startswith("reltui ")
    assert meta.built.endswith("Z")
    assert len(meta.fingerprint) == 32
