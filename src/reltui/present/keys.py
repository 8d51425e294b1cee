"""Keys as they are written, shown and bound: the table's own, changed by the user's settings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reltui.present.actions import ACTIONS, BY_ID, HEADINGS, Action, Where, at, reach

# How keys with names are shown; all others are shown as they are written.
_SHOWN = {
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "shift+tab": "Shift+Tab", "space": "Space",
    "down": "↓", "up": "↑", "left": "←", "right": "→", "home": "Home", "end": "End",
    "pagedown": "PgDn", "pageup": "PgUp", "backspace": "Backspace", "delete": "Del",
}  # fmt: skip
# The same as `shift+tab`, as some terminals name it; bound, but never shown.
_SILENT = {"backtab"}
_NAMED = set(_SHOWN) | _SILENT | {"insert", *(f"f{number}" for number in range(1, 25))}
_MODIFIERS = ("ctrl", "shift", "alt", "super", "meta", "hyper")


def shown(key: str) -> str:
    """A key as help and footer show it: `enter` is Enter, `ctrl+p` is Ctrl+P, `c` is c."""
    if key in _SHOWN:
        return _SHOWN[key]
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if modifiers:
        return "+".join([*(modifier.capitalize() for modifier in modifiers), shown(last).upper()])
    return last.upper() if len(last) > 1 else last


def is_key(key: str) -> bool:
    """Whether this names a key: one printable character, a named key, or either after modifiers."""
    if len(key) == 1:
        return key.isprintable() and key not in " ,"
    *modifiers, last = key.split("+")
    if any(modifier not in _MODIFIERS for modifier in modifiers):
        return False
    return last in _NAMED or (bool(modifiers) and len(last) == 1 and last.isprintable())


@dataclass(frozen=True, slots=True)
class Keys:
    """Which keys do what: one tuple of keys for each action, and what was wrong with the settings."""

    of: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...] = ()

    def first(self, action_id: str) -> str:
        """The first key of an action as it is shown, or an empty string if it has none."""
        keys = self.of[action_id]
        return shown(keys[0]) if keys else ""

    def shown(self, action_id: str) -> str:
        """All keys of an action as they are shown, separated by spaces."""
        return " ".join(shown(key) for key in self.of[action_id] if key not in _SILENT)

    def told(self, text: str) -> str:
        """A text with the keys in force: `{search}` is that action's key, or how to find it where it has none."""

        def key(match: re.Match[str]) -> str:
            return self.first(match[1]) or f"“{BY_ID[match[1]].label}” in the palette"

        return re.sub(r"\{(\w+)\}", key, text)

    def changed(self) -> dict[str, tuple[str, ...]]:
        """The actions whose keys differ from the table's."""
        return {id_: keys for id_, keys in self.of.items() if keys != BY_ID[id_].keys}


def keys_of(own: Mapping[str, object] | None = None) -> Keys:
    """The keys in force: the table's, replaced by the user's for the actions that the settings name.

    `own` maps an action to a key, to a list of keys, or to `""` for none. What cannot be used is left
    out and said in `problems`; so is a key that would do two things in one place.
    """
    keys: dict[str, tuple[str, ...]] = {action.id: action.keys for action in ACTIONS}
    problems: list[str] = []
    for name, value in (own or {}).items():
        if name not in keys:
            problems.append(f"[keys] {name}: there is no such action; `reltui config keys` lists them")
            continue
        wanted = _wanted(value)
        if wanted is None:
            problems.append(f"[keys] {name}: a key, or a list of keys, was expected")
            continue
        bad = [key for key in wanted if not is_key(key)]
        problems.extend(f"[keys] {name}: {key!r} is not the name of a key" for key in bad)
        if not bad:
            keys[name] = wanted
    return Keys(keys, (*problems, *_clashes(keys)))


def _wanted(value: object) -> tuple[str, ...] | None:
    if isinstance(value, str):
        return tuple(value.split()) if value.strip() else ()
    if isinstance(value, Sequence):
        items: list[object] = list(value)  # pyright: ignore[reportUnknownArgumentType]  TOML gives any type
        return tuple(str(item) for item in items) if all(isinstance(item, str) for item in items) else None
    return None


def _clashes(keys: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Say where one key would do two things: in one place, or in a place and in one that holds it.

    Two places that never have the focus together may use the same key (`h` in chronology and source).
    """
    said: list[str] = []
    for place in HEADINGS:
        near = reach(place)
        taken: dict[str, Action] = {}
        for other in reversed(near):
            for action in at(other):
                for key in keys[action.id]:
                    clash = taken.get(key)
                    if clash is not None and action.where == place:
                        said.append(
                            f"[keys] {shown(key)} is both {clash.id} and {action.id}; "
                            f"{action.id} has it in {HEADINGS[place]}"
                        )
                    taken[key] = action
    return said


def table(keys: Keys, *places: Where) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Help as data: for each place its heading and its rows of keys, label and help."""
    wanted = places or tuple(HEADINGS)
    return [
        (HEADINGS[place], [(keys.shown(action.id), action.label, action.help) for action in at(place)])
        for place in HEADINGS
        if place in wanted and at(place)
    ]


def markdown(keys: Keys | None = None) -> str:
    """The page `docs/keys.md`."""
    keys = keys or keys_of()
    lines = [
        "# Keys",
        "",
        "Made from the table of actions in `src/reltui/present/actions.py`; do not edit by hand.",
        "The last column names the action in the `[keys]` part of the settings file, where every key can",
        'be changed: `cite = "c"`, `down = ["j", "down"]`, `theme = ""` for none.',
        "Letters also work at the same place of a Cyrillic keyboard (setting `cyrillic`).",
    ]
    for place, heading in HEADINGS.items():
        lines += ["", f"## {heading}", "", "| keys | what they do | action |", "| --- | --- | --- |"]
        for action in at(place):
            written = " ".join(f"`{shown(key)}`" for key in keys.of[action.id] if key not in _SILENT)
            lines.append(f"| {written.replace('|', chr(92) + '|')} | {action.help} | `{action.id}` |")
    return "\n".join(lines) + "\n"
