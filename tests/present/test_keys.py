"""Keys: how they are shown, changed by the user, and what is said of what cannot be."""

from __future__ import annotations

import pytest

from reltui.present.keys import is_key, keys_of, markdown, shown, table


@pytest.mark.parametrize(
    ("key", "as_shown"),
    [("c", "c"), ("G", "G"), ("?", "?"), ("enter", "Enter"), ("ctrl+p", "Ctrl+P"), ("pagedown", "PgDn"), ("f5", "F5"),
     ("shift+tab", "Shift+Tab"), ("down", "↓")],
)  # fmt: skip
def test_keys_as_they_are_shown(key: str, as_shown: str) -> None:
    assert shown(key) == as_shown


@pytest.mark.parametrize("key", ["c", "Ж", "/", "enter", "ctrl+x", "alt+enter", "f12", "space"])
def test_names_of_keys(key: str) -> None:
    assert is_key(key)


@pytest.mark.parametrize("key", ["", " ", ",", "entre", "ctrl+", "hyperspace+x", "ab", "\x1b"])
def test_what_is_no_key(key: str) -> None:
    assert not is_key(key)


def test_the_users_keys_replace_the_tables() -> None:
    keys = keys_of({"cite": "Z", "down": ["j", "ctrl+n"], "theme": ""})
    assert keys.of["cite"] == ("Z",)
    assert keys.of["down"] == ("j", "ctrl+n")
    assert keys.of["theme"] == ()
    assert keys.first("theme") == ""
    assert keys.problems == ()
    assert keys.changed() == {"cite": ("Z",), "down": ("j", "ctrl+n"), "theme": ()}
    assert "`Z`" in markdown(keys)


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"fly": "x"}, "no such action"),
        ({"cite": 3}, "a key, or a list of keys"),
        ({"cite": ["c", 3]}, "a key, or a list of keys"),
        ({"cite": "entre"}, "'entre' is not the name of a key"),
    ],
)
def test_what_cannot_be_used_is_said_and_left_out(own: dict[str, object], said: str) -> None:
    keys = keys_of(own)
    assert any(said in problem for problem in keys.problems)
    assert keys.of["cite"] == ("c",)


def test_a_clash_is_told_with_both_actions() -> None:
    told = keys_of({"cite": "q"}).problems
    assert len(told) == 1
    assert "cite" in told[0]
    assert "quit" in told[0]
    assert keys_of({"month_back": "j"}).problems, "a pane's key against the keys for moving"
    assert not keys_of({"month_back": "{"}).problems, "two panes never have the focus together"


def test_help_as_data_is_what_the_table_says() -> None:
    [(heading, rows)] = table(keys_of({"everyone": "A"}), "actors")
    assert heading == "Actors"
    assert rows == [("A", "everyone", "Show the events of all actors again.")]
    assert len(table(keys_of())) > 5


def test_a_text_tells_the_keys_in_force() -> None:
    keys = keys_of({"cite": "Z", "theme": ""})
    assert (
        keys.told("{cite} cites, {theme} changes the theme")
        == "Z cites, “theme” in the palette changes the theme"
    )
    assert keys.told("no keys here") == "no keys here"
