"""A source in the making: which lines it has, what is known of it, and the blocks a shape marks in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reltui.model import Block
from reltui.model.vocab import Basis, BlockKind, SourceKind
from reltui.read.lines import Line
from reltui.read.when import bare_end, find

#: Emoji, arrows and dingbats that open a line without being words.
LEAD = re.compile(
    "[\U0001f000-\U0001faff\U000e0020-\U000e007f\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff"
    "\u200d\ufe0e\ufe0f\u20e3\\s]+"
)
ITEM = re.compile(r"(?:[-*•–·▪◦●]|\(?\d{1,3}[.)])\s+(?=\S)")

_BRACKETS = re.compile(r"\(([^()]{6,60})\)$")
_NUMBERED = re.compile(
    r"(?:No|Nr|№|Number)[.:]?\s?\d[\w/.-]*,\s(?P<date>[^,]{6,30}(?:,\s\d{4})?),\s", re.IGNORECASE
)
_BEHIND = re.compile(r"(?:,|\s[–—|-])\s*$")


def lead(text: str) -> int:
    """Return how many characters of emoji and white space open the text (0 where it is nothing else)."""
    if text[0].isalnum() or text[0] in '"“«(':
        return 0
    match = LEAD.match(text)
    return match.end() if match and match.end() < len(text) else 0


@dataclass(slots=True)
class Draft:
    """A source before it is cut out. All offsets are those of the content's text."""

    lines: list[Line]
    kind: SourceKind = "page"
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    basis: Basis | None = None
    why: str | None = None
    url: str | None = None
    forwarded_from: str | None = None
    embedded: bool = False  # cut out of the source before it that is not embedded itself
    repeats: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    blocks: list[Block] = field(default_factory=list[Block])
    heading: int = -1
    role: str = ""
    groups: int = 0

    def add(
        self,
        kind: BlockKind,
        start: int,
        end: int,
        label: tuple[int, int] | None = None,
        group: int = -1,
    ) -> None:
        """Mark a block under the heading and in the role in force."""
        self.blocks.append(Block(kind, start, end, label, group, self.role, self.heading))

    def mark(self, kind: BlockKind, line: Line, group: int = -1) -> None:
        """Mark a whole line, without the emoji that open it."""
        self.add(kind, line.start + lead(line.text), line.end, None, group)

    def item(self, line: Line) -> None:
        """Mark a list item without its bullet or number."""
        skip = lead(line.text)
        if match := ITEM.match(line.text, skip):
            skip = match.end()
        self.add("item", line.start + skip, line.end)

    def open(self, line: Line, role: str | None = None) -> None:
        """Mark a heading; what follows stands under it."""
        self.heading = -1
        if role is not None:
            self.role = role
        self.mark("heading", line)
        self.heading = len(self.blocks) - 1

    def entitle(self, line: Line) -> None:
        """Mark the title and take it as the source's."""
        start = line.start + lead(line.text)
        self.add("title", start, line.end)
        if self.title is None:
            self.title = " ".join(line.text[start - line.start :].split())

    def group(self) -> int:
        """Return a fresh group number."""
        self.groups += 1
        return self.groups - 1

    def date(self, edtf: str, why: str) -> None:
        """Take a date of publication unless a better one is known already."""
        if self.published is None:
            self.published, self.basis, self.why = edtf, "explicit", why

    def date_in_title(self) -> None:
        """Take the date that closes a title: "... (Moscow, March 21, 2024)", "..., 17 февраля 2025 года"."""
        title = self.title or ""
        if numbered := _NUMBERED.match(title):
            told = find(numbered["date"])
            if told is not None and told.edtf and len(told.edtf) == 10:
                self.date(told.edtf, f"the head of the heading, “{numbered['date']}”")
                return
        match = _BRACKETS.search(title)
        tail = match.group(1) if match else title[-40:]
        told = find(tail)
        if told is None or not told.edtf or len(told.edtf) < 10 or bare_end(tail, told.end) < len(tail):
            return
        if match:
            self.date(told.edtf, f"the heading “{match.group()}”")
        elif _BEHIND.search(tail, 0, told.start):  # not "... on 6 May 2024", which is when it happens
            self.date(told.edtf, f"the end of the heading, “{tail[told.start :]}”")
