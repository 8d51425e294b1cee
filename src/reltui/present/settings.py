"""The user's settings: one commented TOML file in the config folder, every line of it optional."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, cast

from reltui.present.cyrillic import LAYOUTS
from reltui.present.keys import Keys, keys_of, shown

DARK: Final = "textual-dark"
LIGHT: Final = "textual-light"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user may set; `problems` says, a sentence each, what in the file could not be used."""

    theme: str = DARK
    cite: str = "chicago-note"
    mouse: bool = True
    flat: bool = False
    motion: bool = True
    cyrillic: str = "auto"
    ner: str = ""
    keys: Keys = field(default_factory=keys_of)
    problems: tuple[str, ...] = ()


# name, what it does; the default is that of `Settings`
_ABOUT: dict[str, str] = {
    "theme": "The theme: textual-dark, textual-light, or any other of Textual's (nord, gruvbox, ...).",
    "cite": "The form of citations that `c` copies; `reltui cite --help` lists the forms.",
    "mouse": "Take the mouse; false leaves it to the terminal, for its own selecting and copying.",
    "flat": "No box drawing: for screen readers, and for copying from the screen.",
    "motion": "Smooth movement; false shows every change at once.",
    "cyrillic": f"Letters at the same place of a Cyrillic keyboard: auto, none, {', '.join(LAYOUTS)}.",
    "ner": "A statistical model to find names beside the rules (docs/ner.md); empty: as the corpus was built before.",
}


def about() -> dict[str, str]:
    """Each setting with what it does."""
    return dict(_ABOUT)


def config_file() -> Path:
    """Where the settings are: `config.toml` in the platform's folder for them."""
    from platformdirs import user_config_path

    return user_config_path("reltui", appauthor=False) / "config.toml"


def load(path: Path | None = None) -> Settings:
    """Read the settings; a file that is not there means the defaults, and so does what is wrong in it.

    Never raises: the app must start with any file. What could not be used is in `problems`.
    """
    path = path or config_file()
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        return Settings(problems=(f"{path}: cannot be read: {error.strerror or error}",))
    import tomllib

    try:
        read = tomllib.loads(raw.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return Settings(problems=(f"{path}: is not TOML ({error}); the defaults are used",))
    return _settings(read, path)


def _settings(read: Mapping[str, object], path: Path) -> Settings:
    problems: list[str] = []
    texts: dict[str, str] = {}
    switches: dict[str, bool] = {}
    own: Mapping[str, object] = {}
    for name, value in read.items():
        if name == "keys" and isinstance(value, dict):
            own = cast("dict[str, object]", value)
        elif name not in _ABOUT:
            problems.append(f"{path}: there is no setting {name!r}; `reltui config` shows them all")
        elif isinstance(getattr(Settings(), name), bool):
            if isinstance(value, bool):
                switches[name] = value
            else:
                problems.append(f"{path}: {name} is true or false")
        elif not isinstance(value, str):
            problems.append(f"{path}: {name} is a word in quotation marks")
        elif name == "cyrillic" and value not in ("auto", "none", *LAYOUTS):
            problems.append(f"{path}: cyrillic is auto, none, {', '.join(LAYOUTS)}")
        else:
            texts[name] = value
    keys = keys_of(own)
    problems += [f"{path}: {problem}" for problem in keys.problems]
    base = Settings()
    return Settings(
        theme=texts.get("theme", base.theme),
        cite=texts.get("cite", base.cite),
        cyrillic=texts.get("cyrillic", base.cyrillic),
        ner=texts.get("ner", base.ner),
        mouse=switches.get("mouse", base.mouse),
        flat=switches.get("flat", base.flat),
        motion=switches.get("motion", base.motion),
        keys=keys,
        problems=tuple(problems),
    )


def template() -> str:
    """A settings file in which every setting stands with its meaning and its default, commented out."""
    base = Settings()
    lines = ["# Settings of reltui. A line that begins with # is not read: remove the # to change it.", ""]
    for name, about in _ABOUT.items():
        value = getattr(base, name)
        written = str(value).lower() if isinstance(value, bool) else f'"{value}"'
        lines += [f"# {about}", f"# {name} = {written}", ""]
    lines += [
        "[keys]",
        "# The keys of each action: one key, a list of keys, or an empty string for none.",
        "# Letters, signs and names (enter, space, escape, pagedown, ctrl+p) are keys.",
    ]
    from reltui.present.actions import ACTIONS

    for action in ACTIONS:
        inner = ", ".join(f'"{key}"' for key in action.keys)
        written = f"[{inner}]" if len(action.keys) != 1 else inner
        lines.append(f"# {action.id} = {written}  # {action.help}")
    return "\n".join(lines) + "\n"


def table(settings: Settings) -> list[tuple[str, str, str]]:
    """The settings in force as rows of name, value and meaning; changed keys at the end."""
    rows = [(name, str(getattr(settings, name)), about) for name, about in _ABOUT.items()]
    changed = settings.keys.changed().items()
    return rows + [
        (f"keys.{id_}", " ".join(map(shown, keys)) or "none", "changed key") for id_, keys in changed
    ]
