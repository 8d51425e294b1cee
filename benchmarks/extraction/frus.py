"""Persons in a volume of *Foreign Relations of the United States*: plain text against its own markup.

The markup's list is a lower bound (tagging is incomplete), so this is recall and no precision.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

from reltui.authority import load
from reltui.corpus.model import choose
from reltui.extract import extract
from reltui.model import Block, Source
from reltui.resolve import resolve

TEI = "{http://www.tei-c.org/ns/1.0}"
_PARTS = tuple(f"{TEI}{tag}" for tag in ("head", "p", "item", "dateline", "signed", "salute", "cell"))
_NAME = re.compile(r"[\w’'-]+")


class _Reading:
    def __init__(self, source: Source) -> None:
        self.sources = (source,)


def table(folder: Path, scratch: Path, *, model: str = "") -> None:
    """Print the recall over all persons that a document's body mentions. `model`: one beside the rules."""
    volume = next(folder.glob("*.xml"), None)
    listed = next(folder.glob("*.persons.jsonl"), None)
    if volume is None or listed is None:
        print("persons in FRUS: the volume is not here, left out")
        return
    sources = {s.id: s for s in _documents(volume)}
    tables = load()
    if model:
        choose(scratch / "frus.db", model)
        tables = load(scratch / "tables")
    facts = resolve(
        [_Reading(s) for s in sources.values()], [extract(s, tables) for s in sources.values()], tables
    )  # type: ignore[arg-type]  # only .sources of a reading is used
    people = {a.id for a in facts.actors if a.kind == "person"}
    found: dict[str, set[str]] = {}
    for mention in facts.mentions:
        if mention.actor in people:
            found.setdefault(mention.source, set()).add(_last(mention.surface))
    wanted = hits = 0
    missed: dict[str, int] = {}
    for line in listed.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        for person in document["persons"]:
            if not person["in_body"]:
                continue
            wanted += 1
            if found.get(document["doc"], set()) & {_last(s) for s in person["surfaces"]}:
                hits += 1
            else:
                missed[person["name"]] = missed.get(person["name"], 0) + 1
    print(
        f"persons in {volume.stem}: recall {hits / wanted:.3f} ({hits} of {wanted} in {len(sources)} documents)"
    )
    print("  missed most:", ", ".join(f"{n} {c}" for n, c in sorted(missed.items(), key=lambda x: -x[1])[:8]))


def _last(surface: str) -> str:
    words = _NAME.findall(surface.casefold().removesuffix("'s").removesuffix("’s"))
    return words[-1] if words else ""


def _documents(volume: Path) -> list[Source]:
    """Each document of the volume as plain text, a paragraph a block, footnotes left out."""
    found: list[Source] = []
    for element in ET.parse(volume).iter(
        f"{TEI}div"
    ):  # a public-domain file that we ship beside, not the user's
        if element.get("type") != "document":
            continue
        text, blocks = "", []
        for part in element.iter():
            if part.tag in _PARTS:
                words = " ".join("".join(_words(part)).split())
                if words:
                    kind = "title" if part.tag == f"{TEI}head" and not blocks else "paragraph"
                    blocks.append(Block(kind, len(text), len(text) + len(words)))
                    text += words + "\n"
        identity = element.get("{http://www.w3.org/XML/1998/namespace}id", "")
        found.append(
            Source(
                identity,
                volume.name,
                len(found) + 1,
                0,
                "document",
                text,
                "",
                language="en",
                blocks=tuple(blocks),
            )
        )
    return found


def _words(element: ET.Element) -> list[str]:
    """The element's text without its notes and without the paragraphs and items inside it."""
    words = [element.text or ""]
    for child in element:
        if child.tag not in (f"{TEI}note", f"{TEI}list", *_PARTS):
            words += _words(child)
        words.append(child.tail or "")
    return words
