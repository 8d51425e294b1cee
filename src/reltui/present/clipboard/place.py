"""Where the program runs, as far as copying is concerned: told from the environment."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass

_DEAF = {
    "dumb": "this terminal is dumb",
    "linux": "the Linux console has no clipboard",
    "": "TERM is not set",
}


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that puts its standard input on a clipboard."""

    name: str
    argv: tuple[str, ...]
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Place:
    """What of the surroundings decides how to copy."""

    tmux: bool = False
    screen: bool = False
    ssh: bool = False
    tools: tuple[Tool, ...] = ()  # native tools whose display exists, the most fitting first
    deaf: str = ""  # why the terminal cannot take OSC 52, where that is known

    @classmethod
    def of(cls, env: Mapping[str, str], platform: str = sys.platform) -> Place:
        """Return the place that an environment describes; tools are looked for on its PATH."""
        return cls(
            tmux=bool(env.get("TMUX")),
            screen=bool(env.get("STY")) and not env.get("TMUX"),
            ssh=any(env.get(name) for name in ("SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT")),
            tools=tuple(_tools(env, platform)),
            deaf=_deaf(env),
        )


def _tools(env: Mapping[str, str], platform: str) -> list[Tool]:
    """Return the native tools that are installed and have a display to talk to."""
    from shutil import which  # slow to import, and only copying needs it

    wanted: list[Tool] = []
    if platform == "darwin":
        wanted.append(Tool("pbcopy", ("pbcopy",)))
    if env.get("TERMUX_VERSION"):
        wanted.append(Tool("termux-clipboard-set", ("termux-clipboard-set",)))
    if env.get("WAYLAND_DISPLAY"):
        # the type is given because wl-copy would otherwise guess it from the words
        wanted.append(Tool("wl-copy", ("wl-copy", "--type", "text/plain")))
    if env.get("DISPLAY"):
        wanted.append(Tool("xclip", ("xclip", "-selection", "clipboard", "-in")))
        wanted.append(Tool("xsel", ("xsel", "--clipboard", "--input")))
    if env.get("WSL_DISTRO_NAME") or env.get("WSL_INTEROP"):
        wanted.insert(0, Tool("clip.exe", ("clip.exe",), "utf-16-le"))
    path = env.get("PATH", "")
    return [
        Tool(tool.name, (found, *tool.argv[1:]), tool.encoding)
        for tool in wanted
        if (found := which(tool.argv[0], path=path))
    ]


def _deaf(env: Mapping[str, str]) -> str:
    if env.get("TERM_PROGRAM") == "Apple_Terminal":
        return "Terminal.app does not take OSC 52"
    return _DEAF.get(env.get("TERM", ""), "")
