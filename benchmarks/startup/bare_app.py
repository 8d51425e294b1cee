"""The yardstick: the least that Textual can show, one line of text."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """A screen with one line on it."""

    def compose(self) -> ComposeResult:
        """Show the line."""
        yield Static("Ready")


if __name__ == "__main__":
    Bare().run()
