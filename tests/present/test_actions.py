"""The table of actions: complete, in step with its page, and without clashes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reltui.present.actions import ACTIONS, BY_ID, HEADINGS, PLACES, at, in_footer, reach
from reltui.present.keys import is_key, keys_of, markdown

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_has_help_and_a_key_on_every_keyboard(action) -> None:
    assert action.help.endswith(".")
    assert action.help[0].isupper()
    assert action.label
    assert all(is_key(key) for key in action.keys)
    easy = [
        key
        for key in action.keys
        if not key.startswith(("ctrl+", "alt+")) and not (key[0] == "f" and key[1:].isdigit())
    ]
    assert easy, "not only a function key, alt or ctrl"


def test_ids_are_unique_and_places_are_known() -> None:
    assert len(BY_ID) == len(ACTIONS)
    assert {action.where for action in ACTIONS} == set(PLACES) == set(HEADINGS)


def test_no_key_does_two_things_in_one_place() -> None:
    assert keys_of().problems == ()


def test_the_nearest_place_comes_first() -> None:
    assert reach("source") == ("source", "moving", "room", "everywhere")
    assert reach("room") == ("room", "everywhere")
    assert reach("everywhere") == ("everywhere",)


def test_the_footer_is_in_order_of_rank_and_says_nothing_twice() -> None:
    for place in PLACES:
        shown = in_footer(at(*reach(place)))
        assert [action.footer for action in shown] == sorted(action.footer for action in shown)
        assert len({action.label for action in shown}) == len(shown)
        assert all(action.footer for action in shown)
    assert "cite" in [action.id for action in in_footer(at(*reach("source")))]


def test_the_page_of_keys_is_in_step_with_the_table() -> None:
    page = (DOCS / "keys.md").read_text(encoding="utf-8")
    assert page == markdown(), (
        "made by: python -c 'from reltui.present import keys; print(keys.markdown(), end=\"\")'"
    )
    for action in ACTIONS:
        assert action.help in page
        assert f"`{action.id}`" in page
