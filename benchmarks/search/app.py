"""The app itself on a corpus: its memory, and how late the screen is while one types."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.search.measured import Measured
from benchmarks.startup.pseudo_terminal import running

TICK = 0.01  # seconds between two ticks of a clock on the screen's own thread


def memory(db: Path, texts: Sequence[str], env: Mapping[str, str]) -> tuple[float, float]:
    """Return the megabytes the app holds after some searches in a terminal, and has held at most."""
    with running([sys.executable, "-m", "reltui", "--db", str(db)], env, b"Actors") as program:
        program.rest(1.0)
        program.type("/")
        program.rest(0.5)
        for text in texts:
            for letter in text:
                program.type(letter)
                program.rest(0.05)
            program.rest(1.5)
            program.type("\x7f" * len(text))  # backspaces
        program.rest(1.0)
        return program.memory()


def lateness(db: Path, texts: Sequence[str]) -> tuple[Measured, Measured]:
    """Return how late each tick of the screen's clock was while nothing was done, and while queries were typed.

    Ten keys a second are typed. What is late while nothing is done is the machine's own doing.
    """
    return asyncio.run(_type(db, texts))


async def _type(db: Path, texts: Sequence[str]) -> tuple[Measured, Measured]:
    from reltui.present.settings import Settings
    from reltui.tui.app import ReadingRoom
    from reltui.tui.start import Wanted

    still, late = Measured("ticks while nothing is done"), Measured("ticks while one types", 50)
    with tempfile.TemporaryDirectory() as folder:
        app = ReadingRoom(Wanted(db), Settings(motion=False), Path(folder) / "session.json")
        async with app.run_test(size=(120, 36)) as pilot:
            await asyncio.sleep(2.0)
            idle = asyncio.create_task(_tick(still))
            await asyncio.sleep(4.0)
            idle.cancel()
            await pilot.press("slash")
            await asyncio.sleep(0.5)
            ticking = asyncio.create_task(_tick(late))
            for text in texts:
                for letter in text:
                    app.simulate_key("space" if letter == " " else letter)
                    await asyncio.sleep(0.1)
                await asyncio.sleep(1.0)
                for _ in text:
                    app.simulate_key("backspace")
            ticking.cancel()
    return still, late


async def _tick(late: Measured) -> None:
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + TICK
        await asyncio.sleep(TICK)
        late.wall.append(max(0.0, loop.time() - due) * 1000)
        late.cpu.append(0.0)
