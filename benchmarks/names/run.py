#!/usr/bin/env python3
"""Run the benchmark of names: `python benchmarks/names/run.py reltui baselines:AnyasciiRatio [options]`.

Arguments are those of the benchmark's own runner. For reltui's adapter a second table follows: the same
figures at the threshold that the product uses, and what its index costs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from common import runner

_RESIDENT = """
import sys
from reltui.names import Index, similarity, keys
def peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
similarity("Ана", "Ana"); keys("Ана")
before = peak()
with Index.open(sys.argv[1]) as index:
    for line in open(sys.argv[2], encoding="utf-8"):
        index.query(line.split("\\t")[0], 10)
print(before, peak())
"""


def at_threshold(run) -> None:
    """Print F1 and false matches at the product's threshold, and the cases that must come out right."""
    from adapters.reltui import Adapter

    adapter = Adapter()
    rows = run.tsv("pairs.tsv")
    hits = [adapter.score(row[1], row[2]) >= adapter.threshold for row in rows]
    right = sum(hit and row[0] == "1" for hit, row in zip(hits, rows, strict=True))
    wanted = sum(row[0] == "1" for row in rows)
    print(
        f"at the product's threshold {adapter.threshold}: F1={2 * right / (sum(hits) + wanted):.4f}", end=""
    )
    for kind in ("shared-token", "near-surname", "random"):
        of_kind = [
            hit for hit, row in zip(hits, rows, strict=True) if row[0] == "0" and row[4].endswith(kind)
        ]
        print(f" {kind}={sum(of_kind) / len(of_kind):.3f}", end="")
    must = run.tsv("must.tsv")
    wrong = [row for row in must if (adapter.score(row[1], row[2]) >= adapter.threshold) != (row[0] == "1")]
    print(f" must={len(must) - len(wrong)}/{len(must)}", *(f"{row[1]}~{row[2]}" for row in wrong))


def index_costs(run) -> None:
    """Print what building, keeping and asking an index of all names costs."""
    from reltui.names import Index

    listed = [(row[0], row[1]) for row in run.tsv("names.tsv")]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.index"
        start = time.process_time()
        Index.build(path, listed)
        seconds = time.process_time() - start
        told = subprocess.run(
            [sys.executable, "-c", _RESIDENT, str(path), os.path.join(run.B, "retrieval.tsv")],
            capture_output=True, text=True, check=True,
        ).stdout.split()  # fmt: skip
        before, after = map(float, told)
        print(
            f"index of {len(listed)} names: built in {seconds:.1f} s, "
            f"{path.stat().st_size / 1e6:.1f} MB on disk, "
            f"{after - before:.1f} MB more resident while queried ({before:.0f} before, {after:.0f} at most)"
        )


if __name__ == "__main__":
    run = runner()
    run.main()
    if any(argument.partition(":")[0] == "reltui" for argument in sys.argv[1:]):
        at_threshold(run)
        if "--no-retrieval" not in sys.argv:
            index_costs(run)
