"""How fast reltui starts, each time beside its yardstick in the same run.

    python -m benchmarks.startup.startup [-n RUNS] [--db FILE]

Prints one table: the first paint of the app against a bare Textual app, `--version` and a headless search
against Python doing nothing. The runs of all of them alternate, so that a busy machine slows all alike.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.startup.pseudo_terminal import first_paint

HERE = Path(__file__).resolve().parent
PYTHON = sys.executable
_PYTHON, _TEXTUAL = "python -c pass", "bare Textual app"


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that is timed; `beside` is its yardstick, `target` the milliseconds it may take more."""

    name: str
    run: Callable[[], float]
    beside: str = ""
    target: int = 0


def cases(
    env: Mapping[str, str], db: Sequence[str], large: Sequence[str] = (), word: str = "djuric"
) -> list[Case]:
    """Return what is timed: the yardsticks, each followed by what stands beside it.

    `db` are the options that name the corpus, `large` those of a second, large one, in which `word` stands.
    """
    reltui = [PYTHON, "-m", "reltui"]
    search = [*reltui, "search", *db, "djuric"]
    more = [
        Case(
            "reltui search, large corpus", lambda: whole([*reltui, "search", *large, word], env), _PYTHON, 150
        ),
        Case("reltui, large corpus", lambda: first_paint([*reltui, *large], env, b"Actors"), _TEXTUAL, 150),
    ]
    return [
        Case(_PYTHON, lambda: whole([PYTHON, "-c", "pass"], env)),
        Case("reltui --version", lambda: whole([*reltui, "--version"], env), _PYTHON, 60),
        Case("reltui search djuric", lambda: whole(search, env), _PYTHON, 150),
        Case(_TEXTUAL, lambda: first_paint([PYTHON, str(HERE / "bare_app.py")], env)),
        Case("reltui", lambda: first_paint([*reltui, *db], env, b"Actors"), _TEXTUAL, 150),
        *(more if large else ()),
    ]


def whole(command: Sequence[str], env: Mapping[str, str]) -> float:
    """Return the seconds a process takes from start to end; raises CalledProcessError if it fails."""
    begun = time.perf_counter()
    subprocess.run(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def alternate(timed: Sequence[Case], runs: int) -> dict[str, list[float]]:
    """Return the seconds of so many runs of each, one after the other in turns."""
    for case in timed:
        case.run()  # once unmeasured: compiles modules, builds the shipped corpus
    results: dict[str, list[float]] = {case.name: [] for case in timed}
    for _ in range(runs):
        for case in timed:
            results[case.name].append(case.run())
    return results


def surroundings(home: str) -> dict[str, str]:
    """Return an environment with a home of its own, so that nobody's settings or corpora are touched."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {**kept, "HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def table(results: Mapping[str, list[float]], timed: Sequence[Case]) -> str:
    """Return the results as a Markdown table, in milliseconds.

    What is more than the yardstick stands there twice: by medians, which the target is held against,
    and by the fastest runs, which other work on the machine disturbs least.
    """
    lines = [
        "| what | median | least | most | more, by median | more, by least | at most |",
        "| --- | --: | --: | --: | --: | --: | --: |",
    ]
    for case in timed:
        times = results[case.name]
        cells = [f"{1000 * value:.0f}" for value in (statistics.median(times), min(times), max(times))]
        if case.beside:
            base = results[case.beside]
            more = (statistics.median(times) - statistics.median(base), min(times) - min(base))
            cells += [f"{1000 * value:+.0f}" for value in more] + [str(case.target)]
        else:
            cells += ["", "", ""]
        lines.append(f"| {case.name} | " + " | ".join(f"{cell} ms" if cell else "" for cell in cells) + " |")
    return "\n".join(lines)


def main() -> int:
    """Time everything and print the table; return 1 where a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr] - it stands above
    parser.add_argument("-n", "--runs", type=int, default=20, help="runs of each (else 20)")
    parser.add_argument("--db", help="another corpus than the shipped one")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        env = surroundings(home)
        timed = cases(env, ["--db", str(Path(options.db).resolve())] if options.db else [])
        results = alternate(timed, options.runs)
    print(table(results, timed))
    medians = {name: statistics.median(times) for name, times in results.items()}
    missed = [c.name for c in timed if c.beside and 1000 * (medians[c.name] - medians[c.beside]) > c.target]
    if missed:
        print(f"\nover the target: {', '.join(missed)}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
