"""What was read: files, the sources in them, and the blocks and passages of a source.

All offsets count Unicode code points. `Source.text` is what is shown, searched and cited;
`Source.spans` leads from it back to the file.
"""

from __future__ import annotations

from reltui.model.noun import noun
from reltui.model.vocab import Basis, BlockKind, SourceKind


@noun
class File:
    """One file that was read: `path` is relative to the folder that was built."""

    path: str
    sha256: str
    format: str
    encoding: str
    size: int = 0
    note: str = ""  # what the reader has to say of it: a guessed encoding, mojibake


@noun
class Stretch:
    """A stretch of a file's decoded text, [file_start, file_end), standing at `start` in a source's text."""

    file_start: int
    file_end: int
    start: int


@noun
class Block:
    """A part of a source with a function: a paragraph, a heading, one paragraph of a speaker's turn.

    `start`/`end` span the content alone; `label` spans what announces it (the speaker's name before
    a turn, the source line of a quotation) and may lie outside. Blocks that belong to one turn, or to
    one quotation and its attribution, share a `group` (-1: none). `role` says what the section is for
    in shapes that know: `timeline actions quotes others context answers`, else empty. `heading` is
    the index of the block that heads this one (-1: none).
    """

    kind: BlockKind
    start: int
    end: int
    label: tuple[int, int] | None = None
    group: int = -1
    role: str = ""
    heading: int = -1


@noun
class Source:
    """The smallest thing one would cite: an article, a release, one post of a dump, one tweet."""

    id: str
    path: str
    unit: int  # its number in the file, from 1
    units: int  # how many the file has
    kind: SourceKind
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None  # EDTF
    published_basis: Basis | None = None
    published_why: str | None = None
    language: str | None = None  # BCP 47: en, sr, ru
    script: str | None = None  # ISO 15924: Latn, Cyrl
    url: str | None = None
    forwarded_from: str | None = None
    embedded_in: str | None = None  # id of the source whose file text this one was cut out of
    translated: bool = False  # machine translation suspected
    spans: tuple[Stretch, ...] = ()
    repeats: tuple[tuple[int, int], ...] = ()  # stretches of the file that only repeat this text
    blocks: tuple[Block, ...] = ()


@noun
class Passage:
    """A paragraph of a source: what search finds and a citation points to."""

    source: str
    ordinal: int  # from 1: the paragraph number of a locator
    start: int
    end: int
    heading: str | None = None
    copy_of: tuple[str, int] | None = None  # (source id, ordinal) of the passage that this one copies
