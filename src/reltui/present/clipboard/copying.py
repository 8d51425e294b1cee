"""`copy`: take the routes that fit the place, in their order, and say what happened."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reltui.present.clipboard.last import keep
from reltui.present.clipboard.place import Place, Tool
from reltui.present.clipboard.terminal import LIMIT, sequence, terminal_writer
from reltui.present.safe import safe

Write = Callable[[str], object]

TIMEOUT = 2.0
"""Seconds that a program has to take the text and end."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of a copy.

    `route` names the way taken ("tmux", "wl-copy", "tmux + xclip", "osc52", "none"). `ok`: something took
    the text. `certain`: it confirmed so; a terminal that was sent OSC 52 never answers. `said` is one
    sentence for the reader, `file` where the last copy is kept (None where that could not be written),
    `text` what was copied, to be shown where `ok` is false, and `failed` why each other way was not it.
    `brief` is `said` for a line with little room: without the file.
    """

    route: str
    said: str
    ok: bool
    certain: bool
    file: Path | None
    text: str
    failed: tuple[str, ...] = ()
    brief: str = ""


def copy(
    text: str,
    *,
    app_driver: Write | None = None,
    env: Mapping[str, str] | None = None,
    folder: Path | None = None,
    timeout: float = TIMEOUT,
) -> Copied:
    """Copy a text, made safe, and keep it in the file of the last copy.

    `app_driver` writes to the terminal (the app's driver); without it `/dev/tty` is written to.
    `env` and `folder` stand in for the environment and the state folder. Never raises and waits at
    most `timeout` seconds for each tool: call it from a worker where the screen must not wait.
    """
    text = safe(text, newlines=True)
    if not text:
        nothing = "There is nothing to copy."
        return Copied("none", nothing, False, False, None, text, brief=nothing)
    place = Place.of(os.environ if env is None else env)
    attempt = _Attempt(text, dict(os.environ if env is None else env), place, timeout, app_driver)
    attempt.run()
    try:
        file, unkept = keep(text, folder), ""
    except OSError as error:
        file, unkept = None, f"the last copy could not be kept in a file ({error.strerror or error})"
    said = safe(attempt.sentence(file, unkept))
    failed = (*attempt.failed, unkept) if unkept else tuple(attempt.failed)
    route = " + ".join(attempt.taken) or "none"
    brief = safe(attempt.brief()) if file and attempt.taken else said
    return Copied(route, said, bool(attempt.taken), attempt.certain, file, text, failed, brief)


class _Attempt:
    """One copy on its way: what took it, what did not and why."""

    def __init__(
        self, text: str, env: dict[str, str], place: Place, timeout: float, app_driver: Write | None
    ) -> None:
        self.text, self.env, self.place, self.timeout = text, env, place, timeout
        self.app_driver = app_driver
        self.taken: list[str] = []
        self.failed: list[str] = []
        self.certain = False
        self.handed_on = True  # tmux passes it to the terminal as well

    def run(self) -> None:
        """Take the routes in their order.

        A tmux on this machine often runs in a terminal that drops what tmux hands on, so the native
        tool is used beside it. Over SSH the native tool would copy to the wrong machine, unless its
        display is forwarded: it comes last.
        """
        if self.place.tmux:
            self._tmux()
        if self.place.ssh:
            ways = () if self.taken else (self._osc52, self._native)
        else:
            ways = (self._native,) if self.taken else (self._native, self._osc52)
        for way in ways:
            if way():
                return

    def sentence(self, file: Path | None, unkept: str) -> str:
        """Return what the reader is told."""
        kept = f"The text is in {file}" if file else ""
        if not self.taken:
            why = "; ".join(self.failed) or "no clipboard tool and no terminal was found"
            rest = f"{kept}." if kept else f"{unkept[:1].upper()}{unkept[1:]}: the text is shown instead."
            return f"Nothing here took the copy: {why}. {rest}"
        head = self._taken()
        if self.certain:
            return f"{head}; {unkept}." if unkept else f"{head}."
        rest = f"if it is not there: {file}" if file else unkept
        return f"{head}, which does not confirm that its clipboard took it; {rest}."

    def brief(self) -> str:
        """Return what took it and whether that is certain."""
        return f"{self._taken()}{'.' if self.certain else ', unconfirmed.'}"

    def _taken(self) -> str:
        if self.taken[0] == "tmux":
            on = "to the terminal's clipboard where it allows that" if self.handed_on else ""
            and_tool = f"with {self.taken[1]} to the clipboard" if len(self.taken) > 1 else ""
            more = " and ".join(part for part in (and_tool, on) if part)
            old = "" if self.handed_on else " (older than 3.2, it hands nothing on)"
            return f"Copied to tmux{old}{f', and {more}' if more else ''}"
        if self.taken[0] == "osc52":
            return "Sent to the terminal (OSC 52)"
        return f"Copied to the clipboard with {self.taken[0]}"

    def _tmux(self) -> None:
        """Put it into tmux's own buffer, which `-w` (tmux 3.2) also sends on to the terminal."""
        data = self.text.encode("utf-8")
        problem = self._feed(("tmux", "load-buffer", "-w", "-"), data)
        if problem and "did not finish" not in problem:
            self.handed_on = False
            problem = self._feed(("tmux", "load-buffer", "-"), data)
        if problem:
            self.failed.append(problem)
        else:
            self.taken.append("tmux")
            self.certain = True

    def _feed(self, argv: tuple[str, ...], data: bytes) -> str:
        from reltui.present.clipboard.tool import feed  # subprocess is for those who copy to pay

        return feed(argv, data, self.env, self.timeout)

    def _native(self) -> bool:
        return any(self._tool(tool) for tool in self.place.tools)

    def _tool(self, tool: Tool) -> bool:
        problem = self._feed(tool.argv, self.text.encode(tool.encoding))
        if problem:
            self.failed.append(problem)
            return False
        self.taken.append(tool.name)
        self.certain = True
        return True

    def _osc52(self) -> bool:
        size = len(self.text.encode("utf-8"))
        write = self.app_driver or terminal_writer()
        if self.place.deaf or write is None:
            self.failed.append(self.place.deaf or "there is no terminal to send it to")
            return False
        if size > LIMIT:
            self.failed.append(f"at {size:,} bytes it is too long for the terminal, which takes {LIMIT:,}")
            return False
        try:
            write(sequence(self.text, self.place.screen))
        except Exception as error:  # whatever the caller's driver raises, copying must not end the app
            self.failed.append(f"the terminal could not be written to ({error})")
            return False
        self.taken.append("osc52")
        return True
