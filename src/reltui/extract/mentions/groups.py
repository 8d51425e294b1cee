"""States and organisations in a row of chunks: those that the tables know, and phrases headed by words such as
Ministry, Committee or JSC; acronyms, and the phrase an acronym in brackets stands for."""

from __future__ import annotations

import re
from functools import cache

from reltui.authority import Tables
from reltui.extract.drafts import Spot
from reltui.extract.mentions.chunks import Chunk, Row
from reltui.extract.mentions.inside import abbreviated, compound, in_title
from reltui.extract.mentions.things import names_a_thing
from reltui.read.tables import rows

_BODY = "NnUAOSKPTMWLlGg"
_PLACE_BEFORE = frozenset(
    "in at to from near outside via u na iz у на из в into toward towards visit visited visiting visits".split()  # noqa: SIM905 — a word list
)
_OCCASIONS = frozenset("visit visits talks meeting meetings trip tour summit conference process time".split())  # noqa: SIM905 — a word list
_OWNED = re.compile(r"\w+[’']s\s(?=\w+$)")  # "Russia's Gazprom": one word is the body's name
_SINGLE = re.compile("[O@SKAUT]")  # what may be a body or a state by itself, or an office that has one in it
_CAPITAL = re.compile("[Nn]")
_OF = re.compile(r"(?:[fi]f?)(?:[NPSAOKLUGPM]+)(?:(?:,[NAP]+)*,?c[NAP]+N?)?")
_HEAD = re.compile("W")
_AND = re.compile(r"(?:^|[^,NGgP])([NGgP])c$")
_ROMAN = re.compile(r"[IVXLC]+")


def find_groups(
    row: Row,
    text: str,
    taken: list[tuple[int, int]],
    tables: Tables,
    *,
    heading: bool = False,
    named: frozenset[str] = frozenset(),
    otherwise: frozenset[str] = frozenset(),
) -> list[Spot]:
    """Return the states and organisations of the row that do not overlap the spans in `taken` (persons).

    `named` are the ids of the bodies that the text calls by their full names somewhere, `otherwise` the
    acronyms that it spells out as something else than the tables do.
    """
    spots: list[Spot] = []
    used = list(taken)

    def add(spot: Spot) -> None:
        if all(spot.end <= a or spot.start >= b for a, b in used):
            spots.append(spot)
            used.append((spot.start, spot.end))

    spots += abbreviated(row, text)  # whatever words inside it look like a name
    used += [(s.start, s.end) for s in spots]
    for spot in _phrases(row, text, tables):
        add(spot)
    for match in _SINGLE.finditer(row.letters):
        i = match.start()
        chunk = row.chunks[i]
        spot = _single(row, i, chunk, heading, text, named, otherwise)
        if spot is not None:
            add(spot)
        elif chunk.cls == "T" and " " in chunk.text:
            for part in in_title(chunk, tables):
                add(part)
    for match in _CAPITAL.finditer(row.letters):
        chunk = row.chunks[match.start()]
        if "-" in chunk.text:
            for part in compound(chunk, tables):
                add(part)
    return sorted(spots, key=lambda s: s.start)


def _single(
    row: Row,
    i: int,
    chunk: Chunk,
    heading: bool,
    text: str,
    named: frozenset[str],
    otherwise: frozenset[str],
) -> Spot | None:
    if chunk.cls == "O":
        entry = next(e for e in chunk.entries if e.kind == "organisation")
        if chunk.text in otherwise:  # whoever has the long form before the bracket has the letters too
            return Spot("organisation", chunk.start, chunk.end, chunk.text, sure=False)
        if entry.ambiguous and entry.how == "acronym" and chunk.text.isupper() and entry.id not in named:
            # an acronym of many bodies means none of them where the full name is nowhere near
            return Spot(
                "organisation", chunk.start, chunk.end, chunk.text, sure=row.letters[i - 1 : i] == "f"
            )
        known = entry.id
        longer = _longer(row, i, text)
        if longer is not None:
            return longer
        owner = _OWNED.match(chunk.text)
        start = chunk.start + owner.end() if owner else chunk.start
        return Spot("organisation", start, chunk.end, text[start : chunk.end], known=known)
    if chunk.cls == "@":
        known = next((e.id for e in chunk.entries if e.kind == "organisation"), None)
        if known:
            return Spot("organisation", chunk.start, chunk.end, chunk.text, known=known, handle=True)
        return Spot("person", chunk.start, chunk.end, chunk.text, handle=True, sure=False)
    if chunk.cls in "SKA":
        state = next((e for e in chunk.entries if e.kind == "state"), None)
        if state is None:
            return None
        if chunk.cls == "K" and not _governs(row, i):
            return None
        if chunk.cls == "A" and state.how != "demonym":
            return Spot("state", chunk.start, chunk.end, chunk.text, known=state.id, adjective=True)
        return Spot("state", chunk.start, chunk.end, chunk.text, known=state.id)
    if chunk.cls == "U" and len(chunk.text) >= 3 and not heading and not _ROMAN.fullmatch(chunk.text):
        nearby = row.letters[max(i - 1, 0) : i + 2]
        if "U" in nearby.replace("U", "", 1) or _hashtag(row, i) or chunk.text in _no_bodies():
            return None
        article = i > 0 and row.chunks[i - 1].low == "the"
        return Spot("organisation", chunk.start, chunk.end, chunk.text, sure=article)
    return None


@cache
def _no_bodies() -> frozenset[str]:
    return frozenset(row[0] for row in rows("mentions/no_bodies"))


def _longer(row: Row, i: int, text: str) -> Spot | None:
    """A body whose name only contains a known one: the *National* Security Council of a state, RT *Balkan*."""
    chunk = row.chunks[i]
    first, last = i, i + 1
    entry = next(e for e in chunk.entries if e.kind == "organisation")
    if row.letters[i - 1 : i] == "N" and entry.how != "acronym" and not row.chunks[i - 1].owner:
        first -= 1
    if re.search(r"f[NPg]c$", row.letters[:first]) and entry.how != "acronym" and first == i:
        first -= 2  # "the *Peace and* Security Council"
    if (
        row.letters[last : last + 1] == "N"
        and not chunk.owner
        and entry.how != "name"
        and chunk.text.isupper()
    ):
        last += 1
    if (first, last) == (i, i + 1):
        return None
    start, end = row.chunks[first].start, row.chunks[last - 1].end
    if names_a_thing(text, start, end) or (
        last - first == 2 and last > i + 1 and row.letters[last : last + 1] not in ("U", "x", "W")
    ):
        return None
    return Spot("organisation", start, end, text[start:end])


def _hashtag(row: Row, i: int) -> bool:
    return i > 0 and row.chunks[i - 1].text in ("#", "@")


def _governs(row: Row, i: int) -> bool:
    """Whether a capital stands for its government here: it does something, or something is said to it."""
    before = row.chunks[i - 1] if i else None
    after = row.chunks[i + 1] if i + 1 < len(row.chunks) else None
    if before is not None and (before.low in _PLACE_BEFORE or before.cls in "(W"):
        return False
    if after is None or after.cls in "NWU(" or after.low in _OCCASIONS:
        return False
    if before is not None and before.cls == ",":
        return after.cls == "x"
    if after.cls == ",":
        return before is not None and row.letters[max(0, i - 3) : i].endswith(
            "if"
        )  # "according to the Kremlin,"
    return True


def _phrases(row: Row, text: str, tables: Tables) -> list[Spot]:
    """Phrases with a head word: grown to the left over capitals, to the right over "of the …"."""
    spots: list[Spot] = []
    letters = row.letters
    for head in _HEAD.finditer(letters):
        i = head.start()
        position = row.chunks[i].entries[0].position
        strength = max(e.strength for e in row.chunks[i].entries)
        first = i
        while first > 0 and letters[first - 1] in _BODY and not row.chunks[first - 1].owner:
            first -= 1
        joined = _joined(row, first, i)
        if first < i and letters[first] == "n" and strength < 3 and i - first == 1:
            pass
        last = i + 1
        if position != "last" or letters[last : last + 1] == "f":
            last = _right(row, last)
        while last < len(letters) and letters[last] in "W":
            last += 1
        while first < i and (letters[first] in "Tt" or row.chunks[first].text[:1].islower()):
            first += 1
        if _at_seat(row, first, last):
            joined = max(joined, first + 1)
            first += 1  # "White House *Gender Policy Council*"
        if letters[first] in "SAO" and letters[max(0, first - 2) : first] in ("S-", "A-", "O-"):
            first -= 2  # "*Vietnam –* Laos Intergovernmental Committee"
        words = [c for c in row.chunks[first:last] if c.cls not in "fic,"]
        article = first > 0 and row.chunks[first - 1].low == "the"
        if len(words) < 2 and strength < 3 and not article:
            continue
        if len(words) < 2:
            # "the Center" shortens a name told before, or names nobody
            spots.append(
                Spot("organisation", row.chunks[i].start, row.chunks[i].end, row.chunks[i].text, sure=False)
            )
            continue
        start, end = row.chunks[first].start, row.chunks[last - 1].end
        bodies = [c for c in row.chunks[first:last] if c.cls != "W"]
        if len(bodies) == 1 and bodies[0].cls == "O" and _describes(row.chunks[i], bodies[0], tables):
            continue  # "Russia Today TV", "Gazprom JSC": the body itself is known
        if joined < first:  # both are offered, the longer one first: a person may stand before "and"
            spots.append(
                Spot("organisation", row.chunks[joined].start, end, text[row.chunks[joined].start : end])
            )
        spots.append(Spot("organisation", start, end, text[start:end]))
    return spots


def _at_seat(row: Row, first: int, last: int) -> bool:
    """Whether a body's name begins with the seat of power that it belongs to, and is a name without it as well."""
    chunk = row.chunks[first]
    names = [c for c in row.chunks[first + 1 : last] if c.cls not in "fic,"]
    return chunk.cls == "K" and len(names) >= 3 and any(e.how == "seat" for e in chunk.entries)


def _joined(row: Row, first: int, head: int) -> int:
    """Return where a name joined by "and" begins: "Food and Drug Administration", "Boone and Crockett Club"."""
    match = _AND.search(row.letters, max(0, first - 3), first)
    return match.start(1) if match and first < head and row.letters[first] in "NP" else first


def _describes(word: Chunk, body: Chunk, tables: Tables) -> bool:
    """Whether the head word only says what kind of body it is: "Russia *Today* TV", not "UN Committee"."""
    kinds = {
        tables.organisations[e.id].kind
        for e in body.entries
        if e.kind == "organisation" and e.id in tables.organisations
    }
    return any(e.position == "last" or e.kind in kinds - {"international"} for e in word.entries)


def _right(row: Row, last: int) -> int:
    """Grow over "of the Republic of Serbia", "on Trade, Economic, Scientific and Technical Cooperation"."""
    letters = row.letters
    while True:
        match = _OF.match(letters, last)
        if match is None:
            return last
        if letters[last] == "i" and row.chunks[last].low not in ("on", "for"):
            return last
        last = match.end()
