"""Titles of office around a name: "First Deputy Prime Minister and Foreign Minister of Serbia" before it,
", Minister of Economic Development of the Russian Federation," after it."""

from __future__ import annotations

from reltui.extract.mentions.chunks import Chunk, Row
from reltui.model.noun import noun

_CORE = frozenset("TtMPHSAOWKLl")
_LOOSE = frozenset("NUn")
_TRIM = frozenset("fic,")


@noun
class Title:
    """A title: chunks [first, last) of the row, and the table id of the state or body it is of."""

    first: int
    last: int
    of: str | None


def title_before(row: Row, name: int) -> Title | None:
    """Return the title that ends right before chunk `name` (a comma may stand between), or None."""
    letters = row.letters
    last = name
    # "President of Republika …": the name is inside the title; "the President’s travel": the title owns it
    if name and (letters[name - 1] in "fic" or (row.chunks[name - 1].owner and letters[name - 1] in "TtO")):
        return None
    if last > 1 and letters[last - 1] == "," and letters[last - 2] in "TtSOPAW":
        last -= 1
    j = last - 1
    while j >= 0 and _continues_left(row, j, last):
        j -= 1
    first = j + 1
    while first < last and letters[first] in _TRIM:
        first += 1
    span = letters[first:last]
    if "T" not in span and not span.endswith(("t", "H")):
        return None
    if last != name and ("T" not in span or _in_apposition(letters, first)):
        return None
    if set(span) <= {"H"}:
        return Title(first, last, None)
    return Title(first, last, office_of(row.chunks[first:last]))


def _in_apposition(letters: str, first: int) -> bool:
    """Whether the title is that of a name before it: "Joe Britton, Executive Director, Zero Emission …"."""
    return letters[max(0, first - 1) : first] == "," and letters[max(0, first - 2) : first - 1] in tuple(
        "GgNnIZ"
    )


def _continues_left(row: Row, j: int, last: int) -> bool:
    letters = row.letters
    cls = letters[j]
    right = letters[j + 1] if j + 1 < last else ""
    left = letters[j - 1] if j else ""
    if cls in _CORE:
        # "… of Serbia, President X": what stands before a name's own honorific is not its title
        return True
    if cls in _LOOSE:
        return not row.title_case and right != "" and right in "TtMWPNU" and not row.chunks[j].owner
    if cls == "f":
        return right != "" and (left != "" and left in "TtPSOWNUAfi")
    if cls == "i":
        return right != "" and left != "" and left in "TtPW"
    if cls == "c":
        return (
            right != ""
            and right in "TMAPNSOf"
            and left != ""
            and left in "TtPN"
            and not _two_heads(row, j, last)
        )
    return False


def _two_heads(row: Row, j: int, last: int) -> bool:
    """Whether "and" joins two heads of state or government: "the Vice President and President Castro" are two."""
    right = next((c for c in row.chunks[j + 1 : last] if c.cls == "T"), None)
    left = row.chunks[j - 1]
    if right is None or left.cls != "T":
        return False
    levels = [min((getattr(e, "level", 9) for e in c.entries), default=9) for c in (left, right)]
    return levels == [1, 1]


def title_after(row: Row, end: int) -> Title | None:
    """Return the title in apposition after a name that ends before chunk `end`, or None."""
    letters = row.letters
    if letters[end : end + 1] != ",":
        return None
    j = end + 1
    while j < len(letters) and letters[j] == "f" and row.chunks[j].low in ("the", "a", "an"):
        j += 1
    first = j
    while j < len(letters) and (letters[j] in "TtMPHSAOWKLfUN" or _links_on(row, j)):
        if (
            letters[j] in "UN"
            and letters[j + 1 : j + 2] not in ("T", "W", "M")
            and letters[j - 1] not in "fNUW"
        ):
            break
        j += 1
    while j > first and letters[j - 1] in "fic":
        j -= 1
    span = letters[first:j]
    if "T" not in span[:6] and "t" not in span[:3]:
        return None
    if letters[j : j + 1] and letters[j] in "GgZInNU":  # the title belongs to the next name
        return None
    return Title(first, j, office_of(row.chunks[first:j]))


def _links_on(row: Row, j: int) -> bool:
    letters = row.letters
    after = letters[j + 1 : j + 2]
    if letters[j] == "i":
        return letters[j - 1] in "TtP" and after != "" and after in "fSAOPNWK"
    if letters[j] == "c":
        return letters[j - 1] in "TtPN" and after != "" and after in "TMPfA"
    return False


def office_of(chunks: tuple[Chunk, ...]) -> str | None:
    """Return the id of the state or organisation that a title is of: the last one it names."""
    for chunk in reversed(chunks):
        if chunk.cls in "SAK":
            states = [e.id for e in chunk.entries if e.kind == "state"]
            if states:
                return states[0]
    for chunk in reversed(chunks):
        if chunk.cls == "O":
            return next((e.id for e in chunk.entries if e.kind == "organisation"), None)
    return None
