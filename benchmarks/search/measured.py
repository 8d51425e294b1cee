"""Percentiles of many calls, by the clock and by the processor, as rows of a Markdown table."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

Call = Callable[[], object]


@dataclass
class Measured:
    """What many calls of one kind took, in milliseconds; `target` is the p95 they are held against."""

    name: str
    target: float | None = None
    wall: list[float] = field(default_factory=list[float])
    cpu: list[float] = field(default_factory=list[float])

    def time(self, calls: Iterable[Call]) -> Measured:
        """Time each of the calls by itself."""
        for call in calls:
            wall, cpu = time.perf_counter(), time.thread_time()
            call()
            self.wall.append((time.perf_counter() - wall) * 1000)
            self.cpu.append((time.thread_time() - cpu) * 1000)
        return self

    def row(self) -> list[str]:
        """Return the name, how many calls, p50, p95, p99 and the worst, p50 and p95 of the processor's time."""
        cells = [self.name, str(len(self.wall))]
        cells += [number(share(self.wall, part)) for part in (0.5, 0.95, 0.99, 1)]
        cells += [number(share(self.cpu, part)) for part in (0.5, 0.95)]
        return [*cells, "" if self.target is None else number(self.target)]


HEAD = ["", "calls", "p50", "p95", "p99", "most", "cpu p50", "cpu p95", "p95 at most"]


def share(values: Sequence[float], part: float) -> float:
    """Return the value below which that part of the values lies (the nearest rank); 0 of none."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)] if ordered else 0.0


def number(value: float) -> str:
    """Return a number with three digits that tell."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; all columns but the first are numbers."""
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def timed(rows: Iterable[Measured]) -> str:
    """Return what was timed as a table, in milliseconds."""
    return table(HEAD, (row.row() for row in rows))
