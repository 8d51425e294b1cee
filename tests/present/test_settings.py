"""The settings file: every line optional, none of them able to keep the app from starting."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reltui.present.settings import Settings, config_file, load, table, template


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Settings()


def test_what_is_set_is_used(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'theme = "nord"\ncite = "apa"\nmouse = false\nflat = true\nmotion = false\ncyrillic = "serbian"\n'
        '[keys]\ncite = "z"\ndown = ["j", "down"]\n',
    )
    settings = load(path)
    assert settings.problems == ()
    assert (settings.theme, settings.cite, settings.cyrillic) == ("nord", "apa", "serbian")
    assert (settings.mouse, settings.flat, settings.motion) == (False, True, False)
    assert settings.keys.of["cite"] == ("z",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("theme = ", "is not TOML"),
        ("\x00\x01", "is not TOML"),
        ('them = "nord"', "no setting 'them'"),
        ("theme = 3", "in quotation marks"),
        ('mouse = "no"', "true or false"),
        ('cyrillic = "klingon"', "cyrillic is auto"),
        ('[keys]\ncite = "q"', "both"),
        ("keys = 3", "no setting 'keys'"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence_and_the_rest_holds(tmp_path: Path, text: str, said: str) -> None:
    settings = load(written(tmp_path, text))
    assert len(settings.problems) == 1
    assert said in settings.problems[0]
    assert str(tmp_path) in settings.problems[0]
    assert settings.theme == Settings().theme
    assert settings.mouse is True


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()
    settings = load(tmp_path / "config.toml")
    assert "cannot be read" in settings.problems[0]


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b'theme = "\xff\xfe"')
    assert "is not TOML" in load(tmp_path / "config.toml").problems[0]


def test_the_template_says_everything_and_changes_nothing(tmp_path: Path) -> None:
    assert load(written(tmp_path, template())) == Settings()


def test_the_template_with_every_line_in_force_is_the_default(tmp_path: Path) -> None:
    in_force = re.sub(r"(?m)^# (\w+ = )", r"\1", template())
    assert in_force != template()
    assert load(written(tmp_path, in_force)) == Settings()


def test_the_table_names_every_setting_and_changed_keys(tmp_path: Path) -> None:
    settings = load(written(tmp_path, 'theme = "nord"\n[keys]\nquit = "Q"\n'))
    rows = {name: value for name, value, _ in table(settings)}
    assert rows["theme"] == "nord"
    assert rows["mouse"] == "True"
    assert rows["keys.quit"] == "Q"


def test_the_file_is_in_the_platforms_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert config_file().name == "config.toml"
    assert tmp_path in config_file().parents
