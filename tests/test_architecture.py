"""The house's own rules, held by tests: which way imports run, what starts lean, how long files are."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reltui.cli.route import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
LONGEST = 300  # lines of one file

# Written in two parts, so that this file does not hold what it looks for.
FORBIDDEN = {
    "a package registry": re.compile(r"\b(pypi" + r"\.org|python" + r"hosted|npm" + r"js\.(com|org))"),
    "a folder of one machine": re.compile(
        r"(?<![\w.])/(home/(?!user\b|me\b|you\b)\w+|Users/\w+|root/|work/|tmp/w\b)"
    ),
}


def tracked() -> list[Path]:
    """Return the files of the repository that are text somebody wrote (the seeds are quoted as they are)."""
    if not (ROOT / ".git").exists():
        pytest.skip("no git checkout: the list of files is git's")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split("\0")
    return [
        ROOT / name for name in listed if name and not name.startswith("seeds/") and (ROOT / name).is_file()
    ]


def test_imports_run_downward_only():
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_never_imports_textual(name: str):
    """The help of a command imports all that the module does; running it is watched in tests/cli."""
    code = (
        "import sys; from reltui.__main__ import main\n"
        f"try: main([{name!r}, '--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'textual', 'rich', 'sqlite_utils', 'jsonschema', 'rapidfuzz'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, f"imported at the start: {done.stderr}"
    assert name in done.stdout


def test_the_version_imports_next_to_nothing():
    code = (
        "import sys; before = set(sys.modules); from reltui.__main__ import main; main(['--version'])\n"
        "print(*sorted(set(sys.modules) - before), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True)
    imported = {name for name in done.stderr.split() if not name.startswith("reltui")}
    assert done.stdout.startswith("reltui ")
    assert imported <= {"__future__"}, "each of them is paid for at every start"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_a_file_holds_one_idea(path: Path):
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST, f"{path.name} has {lines} lines: give its second idea a file of its own"


def public(body: list[ast.stmt]) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Yield the public functions and classes of a module or class body, and the methods of the latter.

    An overload is none: it tells a way to call what says itself what it is.
    """
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and node.name[0] != "_":
            if any(isinstance(one, ast.Name) and one.id == "overload" for one in node.decorator_list):
                continue
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_what_is_public_says_what_it_is(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the module does not say what it is for"
    assert [node.name for node in public(tree.body) if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("what", FORBIDDEN)
def test_nothing_names(what: str):
    found: list[str] = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture, an archive, a test file in another encoding
        for number, line in enumerate(text.splitlines(), 1):
            if FORBIDDEN[what].search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_every_dependency_is_bounded_and_says_why():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text[text.index("dependencies = [") : text.index("[project.scripts]")]
    lines = [line.strip() for line in block.splitlines() if line.strip().startswith('"')]
    assert lines
    unbounded = [line for line in lines if "<" not in line and "reltui[" not in line]
    assert unbounded == []
    runtime = block[: block.index("]")].splitlines()[1:]
    assert [line for line in runtime if line.strip().startswith('"') and "#" not in line] == []
