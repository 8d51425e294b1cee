"""Make the picture of the README from the app itself: open the shipped corpus, press keys, save the screen.

python tools/picture.py docs/reltui.svg [KEY ...]
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from reltui.tui.app import ReadingRoom

SIZE = (120, 36)
# Until an event with its words and its neighbours is on the screen.
KEYS = ("2", *"LLLLL", *"jjj")
# The page that holds the picture must not fetch fonts from elsewhere; the columns hold without them.
FONTS = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)


async def picture(keys: tuple[str, ...]) -> str:
    """Return the screen as SVG after the given keys."""
    from reltui import corpus, resources
    from reltui.present.settings import Settings
    from reltui.tui.app import ReadingRoom
    from reltui.tui.start import Wanted

    db = corpus.shipped()
    corpus.build([resources.shipped("seeds")], db)
    app = ReadingRoom(Wanted(db), Settings(motion=False))
    async with app.run_test(size=SIZE) as pilot:
        await _rest(app, pilot)
        for key in keys:
            await pilot.press(key)
            await _rest(app, pilot)
        drawn = app.export_screenshot(title="reltui")
    return FONTS.sub("", drawn)


async def _rest(app: ReadingRoom, pilot: Pilot[int]) -> None:
    """Wait until all that was asked for is on the screen."""
    for _ in range(1000):
        await pilot.pause(0.01)
        if app.idle and not any(worker.is_running for worker in app.workers):
            return
    raise RuntimeError("the app did not come to rest")


def main() -> int:
    """Write the picture; the corpus is built in a home of its own, so that nobody's settings show."""
    target = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOME"] = home
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = f"{home}/{name.lower()}"
        os.environ.pop("NO_COLOR", None)
        target.write_text(asyncio.run(picture(tuple(sys.argv[2:]) or KEYS)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
