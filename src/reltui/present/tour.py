"""What a newcomer needs to know, in five steps: told once, with the keys that are in force."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from reltui.present.keys import Keys
from reltui.present.session import state_folder


class Step(NamedTuple):
    """A step: a title and a few sentences, in which `{search}` is the key of that action."""

    title: str
    text: str


STEPS: tuple[Step, ...] = (
    Step(
        "Three panes in step",
        "Actors on the left, what happened in the middle, the source on the right. {next_pane} goes from pane to "
        "pane, {down} and {up} or the arrows move. As you move through the chronology, the source follows and "
        "marks the very words: no fact is shown without them.",
    ),
    Step(
        "Search as you type",
        "{search}, then a name or a word in any script: djuric finds Đurić and Ђурић. {open} goes to the hits, and "
        "once more to the words. Above the hits stands where else your words lead: to what somebody said, to who "
        "held an office, to figures. {filter} narrows everything and stays; {clear_filter} clears it.",
    ),
    Step(
        "One event, several sources",
        "A number at the right says how many reports tell of an event. {reports} puts them side by side and says "
        "where they disagree; {why} says how a date was found and a name was matched. ● took place, ○ was only "
        "planned, ? is doubtful.",
    ),
    Step(
        "Views",
        "{views}, then a letter: statements, figures, doubts, offices, sources, plots over time. {profile} shows all "
        "about an actor. Every line leads to its words; {escape} leads back, {back} to where you were before.",
    ),
    Step(
        "Take it with you",
        "{cite} copies a citation of the words, {quote} the quotation with it, {form} chooses the form. {export} "
        "writes a file. {help} shows the keys that work where you are, {palette} finds any action by its name, "
        "{quit} leaves and remembers your place.",
    ),
)


def told(step: Step, keys: Keys) -> str:
    """The text of a step with the keys in force."""
    return keys.told(step.text)


def _seen_file(folder: Path | None) -> Path:
    return (folder or state_folder()) / "tour-seen"


def seen(folder: Path | None = None) -> bool:
    """Whether the tour was shown before."""
    return _seen_file(folder).exists()


def see(folder: Path | None = None) -> None:
    """Remember that the tour was shown; where that cannot be written it will be shown again."""
    path = _seen_file(folder)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The tour was shown; without this file it is shown again.\n", encoding="utf-8")
    except OSError:
        pass
