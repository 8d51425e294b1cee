"""The app a widget belongs to, by its own type: Textual itself only knows that it is some app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from textual.app import App
    from textual.message_pump import MessagePump

    from reltui.tui.app import ReadingRoom


def app_of(pump: MessagePump) -> App[Any]:
    """The app of a widget or screen."""
    return cast("App[Any]", pump.app)  # pyright: ignore[reportUnknownMemberType]  Textual leaves its type open


def ours(pump: MessagePump) -> ReadingRoom:
    """The same, as the app of reltui."""
    return cast("ReadingRoom", app_of(pump))
