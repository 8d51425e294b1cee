"""The stretches and blocks of a source in few characters, as they stand in the database (docs/store.md).

Most of them follow closely on one another, so each is told by its distance from the one before. What is long
even so is deflated: a long text has thousands of lines.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import cast, get_args

from reltui.model import Block, Stretch
from reltui.model.vocab import BlockKind


class Malformed(ValueError):
    """What stands in the database was not written by `pack_…`: it is damaged."""


_KINDS = frozenset(get_args(BlockKind))


_SHORT = 64  # characters that are kept as they are, for whoever looks at the table


def squeezed(packed: str) -> str | bytes:
    """Return what was packed as the database keeps it: deflated (RFC 1951) where it is long."""
    if len(packed) < _SHORT:
        return packed
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return deflate.compress(packed.encode()) + deflate.flush()


def unsqueezed(kept: str | bytes) -> str:
    """Return what was packed; raises `Malformed` where it is no such thing."""
    if isinstance(kept, str):
        return kept
    try:
        return zlib.decompress(kept, -zlib.MAX_WBITS).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise Malformed("a deflated column does not come out whole") from error


def pack_spans(spans: Sequence[Stretch]) -> str:
    """Return stretches as "gap,length,gap …": in the file since the last one ended, its length, in the text.

    A last part that is nothing is left out.
    """
    parts: list[str] = []
    in_file = in_text = 0
    for span in spans:
        length = span.file_end - span.file_start
        gap, skipped = span.file_start - in_file, span.start - in_text
        parts.append(f"{gap},{length},{skipped}" if skipped else f"{gap},{length}")
        in_file, in_text = span.file_end, span.start + length
    return " ".join(parts)


def unpack_spans(packed: str) -> tuple[Stretch, ...]:
    """Return the stretches; raises `Malformed` where they are none."""
    found: list[Stretch] = []
    in_file = in_text = 0
    for part in packed.split():
        gap, length, *rest = _numbers(part, 2, 3)
        start, at = in_file + gap, in_text + (rest[0] if rest else 0)
        found.append(Stretch(start, start + length, at))
        in_file, in_text = start + length, at + length
    return tuple(found)


def pack_pairs(pairs: Sequence[tuple[int, int]]) -> str:
    """Return stretches of the file that only repeat the text as "start,end …"."""
    return " ".join(f"{start},{end}" for start, end in pairs)


def unpack_pairs(packed: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches; raises `Malformed` where they are none."""
    found: list[tuple[int, int]] = []
    for part in packed.split():
        start, end = _numbers(part, 2)
        found.append((start, end))
    return tuple(found)


def pack_blocks(blocks: Sequence[Block]) -> str:
    """Return blocks as "kind gap,length …; …", then what else there is: `l` label, `g` group, `r` role, `h` heading.

    The gap is from the end of the block before; a label is "start,end" in the text.
    """
    parts: list[str] = []
    last = 0
    for block in blocks:
        words = [block.kind, f"{block.start - last},{block.end - block.start}"]
        words += [f"l{block.label[0]},{block.label[1]}"] if block.label else []
        words += [f"g{block.group}"] if block.group != -1 else []
        words += [f"r{block.role}"] if block.role else []
        words += [f"h{block.heading}"] if block.heading != -1 else []
        parts.append(" ".join(words))
        last = block.end
    return ";".join(parts)


def unpack_blocks(packed: str) -> tuple[Block, ...]:
    """Return the blocks; raises `Malformed` where they are none."""
    found: list[Block] = []
    last = 0
    for part in packed.split(";") if packed else ():
        kind, _, told = part.partition(" ")
        place, *more = told.split(" ")
        if kind not in _KINDS:
            raise Malformed(f"'{kind}' is no kind of block")
        gap, length = _numbers(place, 2)
        rest = {word[:1]: word[1:] for word in more}
        label = cast("tuple[int, int] | None", _numbers(rest["l"], 2) if "l" in rest else None)
        group, heading = (_numbers(rest.get(letter, "-1"), 1)[0] for letter in "gh")
        start = last + gap
        last = start + length
        role = rest.get("r", "")
        found.append(Block(cast(BlockKind, kind), start, last, label, group, role, heading))
    return tuple(found)


def _numbers(part: str, *counts: int) -> tuple[int, ...]:
    try:
        found = tuple(map(int, part.split(",")))
    except ValueError as error:
        raise Malformed(f"'{part}' is no list of numbers") from error
    if len(found) not in counts:
        raise Malformed(f"'{part}' has {len(found)} numbers")
    return found
