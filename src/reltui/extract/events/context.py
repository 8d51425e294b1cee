"""What a document as a whole gives its sentences: headline and lead, venue line, page subject, speakers."""

from __future__ import annotations

from functools import cached_property

from reltui.extract.document import Document
from reltui.extract.drafts import PartyDraft
from reltui.extract.mentions.spotter import Read
from reltui.extract.order import within

_LEAD_SENTENCES = 2
_ENTRIES = 3


class Context:
    """The document's frame; parties are indices of spots."""

    def __init__(self, document: Document, read: Read) -> None:
        self._document = document
        self._rows = read.rows
        self._spots = read.spots

    @cached_property
    def chronicle(self) -> bool:
        """Whether this is a page of many headed entries, each with its own dates, rather than one piece of news."""
        headings = sum(block.kind == "heading" for block in self._document.blocks)
        return self._document.source.kind in ("page", "document") and headings >= _ENTRIES

    @cached_property
    def leads(self) -> frozenset[int]:
        """Numbers of the headline's and the lead's sentences: they tell the document's own event."""
        if self.chronicle or self._document.source.kind in ("profile", "document"):
            return frozenset()
        leads: list[int] = []
        prose = 0
        for number, sentence in enumerate(self._document.sentences):
            kind = self._document.blocks[sentence.block].kind
            if kind in ("turn", "quote"):
                break
            if kind in ("title", "heading") and prose == 0:
                leads.append(number)
            elif kind in ("paragraph", "item"):
                prose += 1
                if prose > _LEAD_SENTENCES:
                    break
                leads.append(number)
        return frozenset(leads)

    @cached_property
    def poster(self) -> PartyDraft | None:
        """Who signs a post and is meant where its clauses have no subject: "Great to meet …", "Spoke with …"."""
        source = self._document.source
        if source.kind == "post" and source.forwarded_from:
            at = self._document.text.find(source.forwarded_from)
            inside = (
                i
                for i, s in enumerate(self._spots)
                if s.author and at <= s.start < at + len(source.forwarded_from)
            )
            return next(map(PartyDraft, inside), None)
        if source.kind != "tweet":
            return None
        for block in self._document.blocks:
            if block.kind == "attribution":
                for index, spot in within(self._spots, block.start, block.end):
                    if spot.kind == "person" and not spot.handle:
                        return PartyDraft(index)
        return None

    @cached_property
    def two_states(self) -> tuple[int, ...]:
        """Spots of the states that headline and lead name, where these are two: those whose affairs it tells of."""
        found: dict[str, int] = {}
        titles = {
            n
            for n, s in enumerate(self._document.sentences)
            if self._document.blocks[s.block].kind == "title"
        }
        for number in sorted(self.leads | titles):
            sentence = self._document.sentences[number]
            for i, s in within(self._spots, sentence.start, sentence.end):
                if s.kind != "state" or not s.known:
                    continue
                if s.known not in found or self._spots[found[s.known]].adjective:
                    found[s.known] = i
        return tuple(found.values()) if len(found) == 2 else ()

    @cached_property
    def venue(self) -> tuple[int, int] | None:
        """The line of a transcript's head that says where: "The Kremlin, Moscow"."""
        if self._document.source.kind not in ("transcript", "release", "briefing"):
            return None
        for number, sentence in enumerate(self._document.sentences):
            block = self._document.blocks[sentence.block]
            letters = set(self._rows[number].letters)
            if block.kind == "dateline" and letters & set("LlKS") and "d" not in letters:
                return block.start, block.end
        return None

    @cached_property
    def subject(self) -> PartyDraft | None:
        """The person that a profile page is about: the one its title names first."""
        if self._document.source.kind != "profile":
            return None
        for block in self._document.blocks:
            if block.kind in ("title", "heading"):
                for i, s in within(self._spots, block.start, block.end):
                    if s.kind == "person" and s.sure:
                        return PartyDraft(i, "subject")
        first = next((i for i, s in enumerate(self._spots) if s.kind == "person" and s.sure), None)
        return PartyDraft(first, "subject") if first is not None else None

    @cached_property
    def principals(self) -> tuple[PartyDraft, ...]:
        """The persons of headline and lead, each once: whom "you" and "we" of a talk can mean."""
        found: dict[str, PartyDraft] = {}
        for number in sorted(self.leads):
            sentence = self._document.sentences[number]
            for i, s in within(self._spots, sentence.start, sentence.end):
                if s.kind == "person" and s.sure:
                    found.setdefault(s.surface.split()[-1].casefold(), PartyDraft(i))
        return tuple(found.values())

    def speaker(self, group: int) -> tuple[PartyDraft, ...]:
        """Who speaks in the turn or quotation of that group."""
        if group in self._speakers:
            return self._speakers[group]
        return (self.subject,) if self.subject is not None else ()

    @cached_property
    def _speakers(self) -> dict[int, tuple[PartyDraft, ...]]:
        """Whom the labels name, by group."""
        speakers: dict[int, tuple[PartyDraft, ...]] = {}
        for block in self._document.blocks:
            if block.group < 0 or block.label is None or block.group in speakers:
                continue
            found = tuple(PartyDraft(i) for i, s in within(self._spots, *block.label) if s.kind == "person")
            if found or block.kind == "turn":
                speakers[block.group] = found
        return speakers

    def same(self, one: PartyDraft, two: PartyDraft) -> bool:
        """Whether two parties go by the same last word."""
        a, b = self._spots[one.spot].surface, self._spots[two.spot].surface
        return a.split()[-1].casefold() == b.split()[-1].casefold()
