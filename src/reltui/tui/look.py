"""The styles of the screen, worked out from the theme in use.

Everything on the line API is drawn with these. Each has a shape or a weight of its own beside its
colour (a sign, bold, italic, underlined), so that nothing is lost in grey.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.style import Style
from textual.color import Color
from textual.message_pump import MessagePump
from textual.theme import Theme

from reltui.tui.ours import app_of

EVENT_SIGNS = {"occurred": "●", "planned": "○", "cancelled": "✕"}
ACTOR_SIGNS = {"person": "●", "organisation": "▪", "state": "◆"}
DOUBT_SIGNS = {"note": "·", "doubt": "?", "conflict": "≠"}


_KEPT: dict[str, tuple[Theme, Look]] = {}


class Look(NamedTuple):
    """One style for each thing that is drawn; none sets a background but those that stand on one."""

    text: Style
    dim: Style
    strong: Style
    heading: Style
    accent: Style
    occurred: Style
    planned: Style
    cancelled: Style
    doubt: Style
    cursor: Style  # the row under the cursor, in the pane that has the focus
    resting: Style  # the same in the others
    marked: Style  # rows that bear on what is selected elsewhere
    mention: Style  # an actor named in a source
    chosen: Style  # the chosen actor named in a source
    evidence: Style  # the words that a fact rests on
    hit: Style  # words that answer the search
    here: Style  # the hit one stands on
    selection: Style  # text selected with the mouse
    key: Style
    notice: Style
    bar: Style
    lit: Look | None  # the same, to be read on the row under the cursor

    def status(self, status: str) -> Style:
        """The style of an event's sign."""
        return {"occurred": self.occurred, "planned": self.planned}.get(status, self.cancelled)


def look_of(widget: MessagePump) -> Look:
    """The styles for the theme that is shown; worked out once for each theme."""
    theme = app_of(widget).current_theme
    kept = _KEPT.get(theme.name)
    if kept is None or kept[0] is not theme:
        kept = _KEPT[theme.name] = (theme, look(theme.to_color_system().generate()))
    return kept[1]


def look(variables: Mapping[str, str]) -> Look:
    """The styles for a theme, by its CSS variables."""
    names = (
        "foreground", "background", "surface", "primary", "accent", "warning", "success",
        "text-primary", "text-accent", "text-success", "text-warning", "text-error",
    )  # fmt: skip
    colours = [_colour(variables[name]) for name in names]
    surface, primary = colours[2], colours[3]
    lit = surface.blend(primary, 0.55)
    return _look(colours, colours[1], _look(colours, lit, None))


def _look(colours: Sequence[Color], under: Color, lit: Look | None) -> Look:
    """The styles for text on a ground; `lit` are those for text on the row under the cursor."""
    text, ground, surface, primary, accent, warning, success = colours[:7]
    if _contrast(text, under) < 4.5:
        text = _against(under)
    blue, amber, green, yellow, red = (_readable(tone, under, text) for tone in colours[7:])
    dim = _ink(_readable(text.blend(under, 0.38), under, text))
    return Look(
        text=_ink(text),
        dim=dim,
        strong=_ink(text) + Style(bold=True),
        heading=_ink(blue) + Style(bold=True),
        accent=_ink(blue),
        occurred=_ink(green),
        planned=_ink(yellow) + Style(bold=True),
        cancelled=_ink(red) + Style(bold=True),
        doubt=_ink(red) + Style(bold=True),
        cursor=_ground(surface.blend(primary, 0.55)),
        resting=_ground(surface.blend(primary, 0.20)),
        marked=_ink(amber) + Style(bold=True),
        mention=_ink(blue) + Style(italic=True),
        chosen=_ink(amber) + Style(bold=True, underline=True),
        evidence=_ground(ground.blend(success, 0.20)),
        hit=_on(text, ground.blend(warning, 0.38)) + Style(bold=True),
        here=_on(_against(warning), warning) + Style(bold=True, underline=True),
        selection=_ground(ground.blend(accent, 0.35)),
        key=_ink(amber) + Style(bold=True),
        notice=_ink(green) + Style(bold=True),
        bar=_ink(blue),
        lit=lit,
    )


def _colour(text: str) -> Color:
    """A theme's colour; `auto 87%` and the like, which depend on what is behind, are left to the caller."""
    try:
        return Color.parse(text)
    except ValueError:
        return Color.parse("#808080")


def _readable(tone: Color, ground: Color, text: Color, least: float = 4.5) -> Color:
    """The tone, moved towards the text's colour until it stands out from the ground (WCAG contrast)."""
    for step in range(10):
        moved = tone.blend(text, step / 10)
        if _contrast(moved, ground) >= least:
            return moved
    return text


def _contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours by WCAG 2.2: 1 for none, 21 for black on white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    """Relative luminance by WCAG 2.2."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _against(ground: Color) -> Color:
    """Black or white, whichever is read better on a ground."""
    black, white = Color.parse("#000000"), Color.parse("#ffffff")
    return black if _contrast(black, ground) >= _contrast(white, ground) else white


def _ink(colour: Color) -> Style:
    return Style.from_color(colour.rich_color)


def _ground(colour: Color) -> Style:
    return Style.from_color(None, colour.rich_color)


def _on(ink: Color, ground: Color) -> Style:
    return Style.from_color(ink.rich_color, ground.rich_color)
