"""What every widget on the line API needs: the styles in use, and its own colours beneath them."""

from __future__ import annotations

from rich.style import Style
from textual.scroll_view import ScrollView

from reltui.tui.look import Look, look_of


class DrawnView(ScrollView):
    """A scrolled widget that draws its own lines."""

    _base: Style | None = None

    @property
    def look(self) -> Look:
        """The styles in use."""
        return look_of(self)

    @property
    def base(self) -> Style:
        """The widget's own colours, on which everything is drawn."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def notify_style_update(self) -> None:
        """Forget the colours: the focus or the theme has changed them."""
        super().notify_style_update()
        self._base = None

    def restyle(self) -> None:
        """Take up the styles of another theme."""
        self.refresh()

    def on_focus(self) -> None:
        """Show that the cursor is here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that the cursor is elsewhere."""
        self.refresh()
