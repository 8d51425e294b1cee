"""Write docs/cli.md from the commands' own declarations (`make docs`)."""

from pathlib import Path

from reltui.cli.manual import manual

if __name__ == "__main__":
    (Path(__file__).resolve().parents[1] / "docs" / "cli.md").write_text(manual(), encoding="utf-8")
