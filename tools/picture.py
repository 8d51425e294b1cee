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

SIZE = (120, 36)
# Until an event with its words and its neighbours is on the screen.
KEYS = ("2", "j", "j", "enter")
# The page that holds the picture must not fetch fonts from elsewhere; the columns hold without them.
FONTS = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)


async def picture(keys: tuple[str, ...]) -> str:
    """Return the screen as SVG after the given keys."""
    from reltui import corpus, resources
    from reltui.present.settings import Settings
    from reltui.tui.app import ReadingRoom

    db = corpus.shipped()
    corpus.build([resources.shipped("seeds")], db)
    app = ReadingRoom(db, Settings())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(1.0)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.3)
        await pilot.pause(1.0)
        drawn = app.export_screenshot(title="reltui")
    return FONTS.sub("", drawn)


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
