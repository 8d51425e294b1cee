"""A form of one or two lines: what is to be so, and why. What is wrong is said at once, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text
from textual.containers import Vertical

from reltui.present.safe import safe
from reltui.tui.look import look_of
from reltui.tui.screens.dialog import Dialog
from reltui.tui.widgets.bars import Bar
from reltui.tui.widgets.prompt import Prompt
from reltui.tui.widgets.wrap import wrap

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

_MOST_TOLD = 8  # lines above the form, what there is more of is cut


class Filled(NamedTuple):
    """What was filled in: the value, and why in the user's own words."""

    text: str
    why: str


class Form(Dialog[Filled]):
    """Asks for a value and, where it is a correction, for the reason.

    `told` are lines above it: what the sources say. `check` gives a sentence for a value that cannot be taken,
    `shows` what a good one means. Without `placeholder` only the reason is asked for.
    """

    CSS_PATH = "../screens/dialog.tcss"
    CSS = """
    Form #told { color: $foreground-muted; height: auto; }
    Form Bar { height: 1; }
    Form Prompt { height: 1; }
    """

    def __init__(
        self,
        title: str,
        told: Sequence[str] = (),
        placeholder: str = "",
        filled: Filled | None = None,
        check: Callable[[str], str] | None = None,
        shows: Callable[[str], str] | None = None,
        reason: bool = True,
        hint: str = "",
    ) -> None:
        super().__init__()
        self._title, self._told, self._placeholder = title, told, placeholder
        self._filled = filled or Filled("", "")
        self._check, self._shows, self._reason = check, shows, reason
        self._hint = hint or (
            "Enter takes it · Tab to the reason · Esc leaves" if reason else "Enter takes it · Esc leaves"
        )

    def compose(self) -> ComposeResult:
        """What is told, the line for the value, the line for the reason, and what is wrong."""
        box = Vertical(classes="box")
        box.border_title = Text(safe(self._title))
        box.border_subtitle = Text(self._hint)
        with box:
            yield Vertical(id="told")
            if self._placeholder:
                yield Prompt(self._placeholder, "line")
            if self._reason:
                yield Prompt("why, in your own words (may stay empty)", "why")
            yield Bar("wrong")

    def on_mount(self) -> None:
        """Begin with what is in force."""
        self.call_after_refresh(self._tell)
        for name, value in (("line", self._filled.text), ("why", self._filled.why)):
            for prompt in self.query(f"#{name}").results(Prompt):
                prompt.value = value
        first = self.query(Prompt).first()
        first.focus()
        self._say()

    def _tell(self) -> None:
        look = look_of(self)
        told = self.query_one("#told", Vertical)
        cells = max(10, told.size.width or self.size.width - 8)
        lines: list[str] = []
        for text in self._told:
            shown = safe(text)
            wrapped = wrap(shown, cells)
            lines += [shown[slice(*wrapped.span(number))] for number in range(len(wrapped))]
        for number, line in enumerate(lines[:_MOST_TOLD]):
            bar = Bar(f"told-{number}")
            told.mount(bar)
            bar.put([(line, look.dim)])

    def _value(self, name: str) -> str:
        return next((prompt.value.strip() for prompt in self.query(f"#{name}").results(Prompt)), "")

    def _say(self) -> bool:
        """Say what is wrong with the value, or what it means; whether it can be taken."""
        look, value = look_of(self), self._value("line")
        wrong = self._check(value) if self._check is not None else ""
        means = self._shows(value) if self._shows is not None and value and not wrong else ""
        shown = (f"! {safe(wrong)}", look.doubt) if wrong and value else (safe(means), look.accent)
        self.query_one("#wrong", Bar).put([shown])
        return not wrong

    def on_input_changed(self, event: Prompt.Changed) -> None:
        """Look at the value as it is typed."""
        event.stop()
        self._say()

    def on_input_submitted(self, event: Prompt.Submitted) -> None:
        """Take it, or say what is wrong with it."""
        event.stop()
        if self._say():
            self.dismiss(Filled(self._value("line"), self._value("why")))
            return
        value = self._value("line")
        wrong = self._check(value) if self._check is not None else ""
        self.query_one("#wrong", Bar).put([(f"! {safe(wrong)}", look_of(self).doubt)])

    def on_key(self, event: events.Key) -> None:
        """Go from one line to the other."""
        if event.key in ("tab", "shift+tab", "backtab", "down", "up"):
            event.stop()
            event.prevent_default()
            prompts = list(self.query(Prompt))
            here = next((place for place, prompt in enumerate(prompts) if prompt.has_focus), 0)
            prompts[
                (here + (-1 if event.key in ("shift+tab", "backtab", "up") else 1)) % len(prompts)
            ].focus()
