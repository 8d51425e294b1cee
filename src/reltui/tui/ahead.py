"""Typing ahead: each key is given to what has the focus once the keys before it have had their effect.

Textual gives a key to what has the focus at the moment at which the key arrives, before the keys that
came with it have been acted upon: of `/gas` typed fast, or sent over a slow line in one piece, the
letters would go to the chronology and not to the search that `/` opens.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from reltui.present.actions import at

if TYPE_CHECKING:
    from textual import events
    from textual.message_pump import MessagePump

    from reltui.tui.app import ReadingRoom

_PATIENCE = 2.0  # seconds for which what was opened may take to have the focus
_AGAIN = 0.01
_ROUNDS = 2  # an action moves the focus by a message, whose effect is awaited too
# What moves within one list or text leaves the focus where it is: nothing has to wait for it.
_MOVES = frozenset(action.id for action in at("moving", "actors", "chronology", "source")) - {"open"}
_EDITS = frozenset({"backspace", "delete", "left", "right", "up", "down", "home", "end"})


class Ahead:
    """The keys that wait for the one that is being acted upon."""

    def __init__(self, app: ReadingRoom) -> None:
        """Keep the keys of an app in order."""
        self._app = app
        self._waiting: deque[events.Key] = deque()
        self._busy = False
        self._number = 0
        self._since = 0.0
        self._ready: Callable[[], bool] | None = None
        self._held: frozenset[str] | None = None

    @property
    def idle(self) -> bool:
        """Whether every key that was typed has had its effect."""
        return not self._busy

    def must_wait(self, key: events.Key) -> bool:
        """Keep a key back if another one is still being acted upon; whether it is kept."""
        if self._held is not None:
            if key.key not in self._held:
                self._waiting.append(key)
            return key.key not in self._held
        if not self._busy or (not self._waiting and self._too_long()):
            return False
        self._waiting.append(key)
        number = self._number
        self._app.set_timer(_PATIENCE, lambda: self._risen(number, 1))  # should what had the key be gone
        return True

    def hold(self, *but: str) -> None:
        """Keep all keys for what lies below, until `release`, but for those that are meant for what lies above."""
        self._held = frozenset(but)

    def release(self) -> None:
        """Give the keys that were kept, in their order."""
        if self._held is not None:
            self._held = None
            if not self._busy:
                self._next()

    def wait_for(self, ready: Callable[[], bool]) -> None:
        """Give no further key to anything until `ready` says so, or a moment has passed."""
        self._ready = ready
        self._since = monotonic()

    def given(self, target: MessagePump, harmless: bool) -> None:
        """A key was given to a widget: wait until it has risen from there to the app, and what it caused too."""
        if harmless:
            self._next()
            return
        self._busy = True
        self._since = monotonic()
        self._number += 1  # a key may be given on in another's place, which then is not waited for
        self._rise(target, self._number, _ROUNDS)

    def _rise(self, node: MessagePump | None, number: int, rounds: int) -> None:
        if node is None or node is self._app:
            self._app.call_later(self._risen, number, rounds)
        else:
            above = node._parent  # pyright: ignore[reportPrivateUsage]  `parent` is narrower
            node.call_later(self._rise, above, number, rounds)

    def _risen(self, number: int, rounds: int) -> None:
        if number != self._number:
            return
        if rounds > 1:
            self._rise(self._app.focused or self._app.screen, number, rounds - 1)
        elif not self._at_rest():
            self._app.set_timer(_AGAIN, lambda: self._risen(number, 1))
        else:
            self._ready = None
            self._next()

    def _next(self) -> None:
        if self._held is not None:
            self._busy = False
            return
        self._busy = bool(self._waiting)
        if self._waiting:
            self._app.call_later(self._offer, self._waiting.popleft())

    async def _offer(self, key: events.Key) -> None:
        """Give a key once what has the focus by now can take it: the focus may have moved since it was looked at."""
        if self._at_rest():
            await self._app.give(key)
        else:
            self._app.set_timer(_AGAIN, lambda: self._offer(key))

    def leaves_focus(self, key: events.Key) -> bool:
        """Whether a key surely leaves the focus where it is."""
        # a `Prompt`, which the first screen does not load
        if getattr(self._app.focused, "takes_letters", False):
            return key.is_printable or key.key in _EDITS
        bound = self._app.screen.active_bindings.get(key.key)
        name = bound.binding.action.partition("'")[2].rstrip("')") if bound is not None else ""
        return name in _MOVES

    def _too_long(self) -> bool:
        return monotonic() - self._since > _PATIENCE

    def _at_rest(self) -> bool:
        """Whether what was opened has the focus by now, or takes too long to have it."""
        if self._too_long():
            return True
        if self._ready is not None:
            return self._ready()
        screen = self._app.screen
        if isinstance(screen, ModalScreen) and screen.focused is None:
            return False
        # a list without its rows yet has none to move in
        return getattr(self._app.focused, "pages", self) is not None
