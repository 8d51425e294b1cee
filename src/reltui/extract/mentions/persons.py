"""Persons in a row of chunks: names that the tables know, and names that their company gives away.

What makes a capitalised run a person's name: a title or honorific before or after it, a given name of
the lexicon at its head, an initial, or the place of a speaker. A run without any of these is an open
question (`sure=False`): the document, or the corpus, may know somebody of that name.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reltui.authority import Tables
from reltui.extract.drafts import Spot
from reltui.extract.mentions.chunks import Row
from reltui.extract.mentions.things import names_a_thing
from reltui.extract.mentions.titles import Title, title_after, title_before
from reltui.model.noun import noun
from reltui.names import fold

#: A run of capitals; a place's name may be a surname behind a given name, an office or an honorific.
#: An office may be a given name before a particle or behind an office: "Sultan bin Saad", "Minister Amir Khan".
_RUN = re.compile(
    r"(?:[GgNnIUZ]|(?<=[TH])[Ll]|T(?=p{1,2}[GgNn])|(?<=T)T(?=[GgNn]))(?:p{0,2}[GgNnIUlZ]|(?<=[GI])L)*"
)
#: What follows a known person's short name and belongs to it: "Tamim bin Hamad Al-Thani".
_LINEAGE = re.compile(r"(?:p{1,2}[GgNn]+)+")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_A-Z]{3,}")
#: A firm's name behind a given name is a surname: "Aaron Ford", "Elias Bou Saab".
_FIRM = re.compile(r"G[Np]?O")
_TOWN = re.compile(r"l(?=[GgNI])")
#: More capitals and then a word that heads bodies: what stands before is part of the body's name.
_HEADED = re.compile(r"[NPGgU]{1,3}W")
_GIVEN = re.compile("[Gg]")
_ROMAN = re.compile(r"[IVX]+")
_FIRST_OF_TWO = re.compile(r"(T)[GgNnIZp]{1,4}c\Z")
_SUFFIX = re.compile(r",?\s(?:Jr|Sr|II|III|IV)\b\.?")

_MAX_TOKENS = 6


@noun
class _Name:
    first: int
    last: int  # exclusive
    sure: bool


def find_persons(
    row: Row, text: str, tables: Tables, *, heading: bool = False, label: bool = False
) -> list[Spot]:
    """Return the persons named in the row, in order.

    `heading`: title case means nothing there. `label`: the row is a speaker's label.
    """
    spots: list[Spot] = []
    row = _women_named_as_towns(row, tables)
    for match in _RUN.finditer(row.letters):
        begin = match.start()
        if row.letters[begin] == "T" and tables.given.find(row.chunks[begin].text, "") is None:
            begin += 1 + len(match.group()[1:]) - len(match.group()[1:].lstrip("p"))
        for name in _names(row, begin, match.end(), tables, heading=heading, label=label):
            chunks = row.chunks[name.first : name.last]
            if names_a_thing(text, chunks[0].start, chunks[-1].end, addressed=_addressed(row, name)):
                continue
            spots.append(_spot(row, name, text, tables))
    return spots


def _second_of_two(row: Row, first: int) -> bool:
    """Whether the run is the second name behind a plural office: "Presidents X and Y"."""
    if not first or row.letters[first - 1] != "c" or row.letters[first] == "Z":
        return False
    match = _FIRST_OF_TWO.search(row.letters, 0, first)
    return match is not None and _plural(row, match.start(1))


def _plural(row: Row, i: int) -> bool:
    return any("plural" in getattr(e, "flags", ()) for e in row.chunks[i].entries)


def _given_before(row: Row, first: int, known: int, tables: Tables) -> bool:
    """Whether the words before a known surname are the given names of its bearer."""
    if not set(row.letters[first:known]) <= set("GgI") or row.chunks[known - 1].owner:
        return False
    person = next((e for e in row.chunks[known].entries if getattr(e, "kind", "") == "person"), None)
    name = fold(tables.people[person.id].name) if person is not None and person.id in tables.people else ""
    return name.endswith(fold(row.chunks[known].text)) and name.startswith(fold(row.chunks[first].text))


def _women_named_as_towns(row: Row, tables: Tables) -> Row:
    """Read a place's name before a capital as the given name that it is as well, a firm's behind one as a surname."""
    letters = row.letters
    for match in _TOWN.finditer(row.letters):
        i = match.start()
        if tables.given.find(row.chunks[i].text) is not None and not row.chunks[i].owner:
            letters = f"{letters[:i]}G{letters[i + 1 :]}"
    for match in _FIRM.finditer(letters):
        i = match.end() - 1
        if row.chunks[i].text.istitle() and " " not in row.chunks[i].text:
            letters = f"{letters[:i]}N{letters[i + 1 :]}"
    return row if letters is row.letters else replace(row, letters=letters)


def _names(row: Row, first: int, last: int, tables: Tables, *, heading: bool, label: bool) -> list[_Name]:
    """Cut a run into names: known persons stand by themselves, a possessive ends a name."""
    found: list[_Name] = []
    begin = first
    for i in range(first, last):
        if i < begin:
            continue
        if row.letters[i] == "Z":
            if i > begin and _given_before(row, begin, i, tables):
                found.append(_Name(begin, i + 1, True))  # "Andres Manuel *López Obrador*"
                begin = i + 1
                continue
            if i > begin:
                found += _judge(row, begin, i, tables, heading=heading, label=label)
            lineage = _LINEAGE.match(row.letters, i + 1, last)
            begin = lineage.end() if lineage else i + 1
            while begin < last and row.chunks[begin].text[:3].casefold() in ("al-", "el-") and not lineage:
                begin += 1  # "Salman bin Abdulaziz *al-Saud*"
            found.append(_Name(i, begin, True))
        elif ("-" in row.chunks[i].text and _COMPOUND.fullmatch(row.chunks[i].text)) or (
            row.title_case and row.letters[i] in "NnUg" and row.chunks[i].low in tables.common_words
        ):
            # "EU-facilitated"; a headline: "Wang Yi *Holds Talks*", "PRESIDENT KENYATTA *RECEIVES*"
            if i > begin:
                found += _judge(row, begin, i, tables, heading=heading, label=label)
            begin = i + 1
        elif row.chunks[i].owner and i + 1 < last:
            found += _judge(row, begin, i + 1, tables, heading=heading, label=label)
            begin = i + 1
    if begin < last:
        found += _judge(row, begin, last, tables, heading=heading, label=label)
    return found


def _judge(row: Row, first: int, last: int, tables: Tables, *, heading: bool, label: bool) -> list[_Name]:
    letters = row.letters[first:last]
    if last - first > _MAX_TOKENS:
        return []
    before = title_before(row, first)
    if before is None and (row.letters[last : last + 1] == "W" or row.letters[first - 1 : first] == "W"):
        return []
    while before is None and last - first > 1 and row.letters[first] == "U":
        first += 1  # "ILO Declaration": the body is not part of a name
        before = title_before(row, first)
    letters = row.letters[first:last]
    if before is None and _second_of_two(row, first) and len(letters.replace("p", "")) <= 3:
        return [_Name(first, last, True)]  # "Presidents Biden and *Von der Leyen*"
    direct = before is not None and before.last == first and row.letters[first - 1] in "TtHMP"
    if set(letters) <= {"U"}:
        return [_Name(first, last, True)] if direct and not heading else []
    given = _GIVEN.search(letters)
    at = given.start() if given else 0
    runs_on = first > 0 and row.letters[first - 1] not in ',.:;("-'
    if (
        at
        and runs_on
        and not direct
        and "I" not in letters[:at]
        and letters[at] == "G"
        and len(letters) - at >= 2
    ):
        # words that end a title run into the name: "… Low-Intensity Conflict Chris Maier"
        first += at
        letters = row.letters[first:last]
        before = title_before(row, first)
    elif runs_on and set(letters) == {"N"} and not heading:
        # "… for Racial Justice and *Equity* Chiraag Bains": a title's last words are ordinary ones
        ends = [i for i in range(first, last - 2) if row.chunks[i].low in tables.common_words]
        if ends and not any(c.low in tables.common_words for c in row.chunks[last - 2 : last]):
            title = title_before(row, ends[-1] + 1)
            if title is not None and title.last == ends[-1] + 1:
                first, before = ends[-1] + 1, title
                letters = row.letters[first:last]
    words = len(letters.replace("p", ""))
    if (
        words == 1
        and letters in "Nn"
        and row.letters[last : last + 1] in tuple("TPH")
        and row.chunks[last].text[0].isupper()
    ):
        return []  # "Chief *Economic* Advisor": a word inside a title
    if label:
        return [_Name(first, last, True)]
    if words == 1 and direct and row.chunks[first].low in tables.common_words and _plural(row, first - 1):
        return []  # "the APEC Leaders *Meeting*"
    if before is not None:
        # in a headline, and behind a comma, a capital alone makes no name: "Official Travel", "Deputies, Ladies"
        plain = not set(letters) & set("GgI") and not _surname(row, last, tables)
        # a bare part of titles ("Official") or an office that is a common word as well
        vague = all("ambiguous" in getattr(e, "flags", ("ambiguous",)) for e in row.chunks[first - 1].entries)
        vague = vague and before.of is None  # "FEMA Administrator Criswell": whose office it is makes it one
        weak = (heading and (words < 2 or vague)) or (words < 2 and (vague or before.last != first))
        if vague and row.chunks[last - 1].low in tables.common_words:
            weak = plain = True  # "Major Non-NATO Ally", "Official State Visit": a vague title before a thing
        return [_Name(first, last, not (plain and weak))]
    if title_after(row, last) is not None and words >= 2:
        return [_Name(first, last, True)]
    if letters[0] == "G" and words >= 2 and (not heading or _surname(row, last, tables)):
        return [_Name(first, last, True)]
    if letters[0] == "I" and words >= 2 and letters[-1] != "I":
        return [_Name(first, last, not heading)]
    if letters[0] == "g" and words >= 2 and _surname(row, last, tables) and not heading:
        return [_Name(first, last, True)]
    if "G" in letters and words >= 2 and letters[0] == "n" and not heading:
        return [_Name(first, last, _surname(row, last, tables))]
    return [_Name(first, last, False)] if words <= 4 else []


def _addressed(row: Row, name: _Name) -> bool:
    """Whether an honorific, or an office before a single word, makes it a person: "Mr Hall", "President Bush"."""
    before = row.letters[name.first - 1] if name.first else ""
    return before == "H" or (
        before == "T" and name.last - name.first == 1 and row.letters[name.first] in "GgNZ"
    )


def _surname(row: Row, last: int, tables: Tables) -> bool:
    return tables.surname_hints.strength(row.chunks[last - 1].text) > 0


def _spot(row: Row, name: _Name, text: str, tables: Tables) -> Spot:
    chunks = row.chunks[name.first : name.last]
    start, end = chunks[0].start, chunks[-1].end
    title = title_before(row, name.first)
    after = None if title is not None and not _is_honorific(row, title) else title_after(row, name.last)
    span = _span(row, after or title)
    if title is not None and _takes_title(row, title, name):
        word = row.chunks[title.last - 1]
        start = word.end - len(word.text.split()[-1])  # "Pope" of "His Holiness Pope"
        before = text[row.chunks[title.first].start : start].rstrip()
        span = (
            (row.chunks[title.first].start, row.chunks[title.first].start + len(before)) if before else None
        )
    known = next((e.id for c in chunks for e in c.entries if getattr(e, "kind", "") == "person"), None)
    if row.letters[name.first] == "Z" and (lead := _styled(text[start:end], tables, known)):
        # a table's alias with a style of address in it: "His Holiness Pope Francis"
        span = span or (start, start + len(text[start : start + lead].rstrip()))
        start += lead
    if suffix := _SUFFIX.match(text, end):
        end = suffix.end()
    elif text[start:end].endswith(("Jr", "Sr")) and text[end : end + 1] == ".":
        end += 1
    elif text[end - 1] == "." and not chunks[-1].initial and text[end - 3 : end - 1] not in ("Jr", "Sr"):
        end -= 1
    chosen = after or title
    return Spot(
        "person", start, end, text[start:end],
        title=text[slice(*span)] if span else None, title_span=span,
        office_of=(chosen.of or _of_after(row, name.last)) if chosen is not None else None,
        known=known, sure=name.sure,
    )  # fmt: skip


def _styled(surface: str, tables: Tables, known: str | None) -> int:
    """Return how many characters of address stand before the name itself; "Pope" belongs to a pope's name."""
    if surface in (tables.people[known].name if known else ""):
        return 0  # "Amir Khan Muttaqi": the office is a given name in it
    hit = next(iter(tables.office_phrases.scan(surface)), None)
    if hit is None or hit.start > 0 or not surface[hit.end :].strip():
        return 0
    flags = {flag for e in hit.entries for flag in e.flags}
    words = surface[: hit.end].split()
    rest = [w for w in surface[hit.end :].split() if not _ROMAN.fullmatch(w)]
    if "religious" in flags and len(rest) == 1:
        return hit.end - len(words[-1]) if len(words) > 1 else 0
    return len(surface) - len(surface[hit.end :].lstrip())


def _of_after(row: Row, last: int) -> str | None:
    """The state in "… Secretary Armen Grigoryan of Armenia"."""
    j = last + (row.letters[last : last + 1] == ",")
    if j + 1 < len(row.chunks) and row.letters[j] == "f" and row.chunks[j].low == "of":
        k = j + 1 + (row.chunks[j + 1].low == "the")
        if k < len(row.chunks) and row.letters[k] == "S":
            return next(e.id for e in row.chunks[k].entries if e.kind == "state")
    return None


def _is_honorific(row: Row, title: Title) -> bool:
    return set(row.letters[title.first : title.last]) <= {"H"}


def _takes_title(row: Row, title: Title, name: _Name) -> bool:
    """Whether the title is part of the name itself: Pope Francis, Patriarch Alexy II, King Charles III."""
    if title.last != name.first or row.letters[title.last - 1] != "T":
        return False
    chunk = row.chunks[title.last - 1]
    lone = [c for c in row.chunks[name.first : name.last] if not _ROMAN.fullmatch(c.text)]
    return len(lone) == 1 and any("religious" in getattr(e, "flags", ()) for e in chunk.entries)


def _span(row: Row, title: Title | None) -> tuple[int, int] | None:
    if title is None:
        return None
    return row.chunks[title.first].start, row.chunks[title.last - 1].end
