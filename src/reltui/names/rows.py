"""Two rows side by side: letters and what becomes of them, as grammars print them."""

from __future__ import annotations


def paired(letters: str, readings: str) -> dict[str, str]:
    """Return letter → reading from a run of letters and their readings parted by spaces; `-` is nothing.

    Raises `ValueError` where the rows are not of one length.
    """
    return {
        letter: "" if reading == "-" else reading
        for letter, reading in zip(letters, readings.split(), strict=True)
    }
