"""The law of reading: every character of a source leads back to the file, and none of the file is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reltui.model import Source
from reltui.read import Description, Reading, Unreadable, read_bytes
from tests.read.texts import dev_texts, seeds

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def check(data: bytes, reading: Reading) -> None:
    """Assert the law for a plain text file: spans agree, and with repeats they cover all but white space."""
    file_text = data.decode(reading.file.encoding)
    owner = [""] * len(file_text)
    for source in reading.sources:
        check_source(file_text, source)
        for stretch in source.spans:
            for position in range(stretch.file_start, stretch.file_end):
                assert owner[position] == "", "a character belongs to two sources"
                owner[position] = source.id
        for start, end in source.repeats:
            assert all(mark == "" for mark in owner[start:end] if not mark.isspace())
            owner[start:end] = ["repeat"] * (end - start)
            for line in file_text[start:end].splitlines():
                # a post embedded in the one that is repeated is a source of its own
                bare = "".join(letter for letter in line if letter not in INVISIBLE).strip()
                assert any(bare in one.text for one in reading.sources), "a repeat says something new"
    lost = {letter for letter, mark in zip(file_text, owner, strict=True) if not mark}
    assert {letter for letter in lost if not letter.isspace() and letter not in INVISIBLE} == set()


def check_source(file_text: str, source: Source) -> None:
    covered = [False] * len(source.text)
    for stretch in source.spans:
        length = stretch.file_end - stretch.file_start
        assert length > 0
        assert file_text[stretch.file_start : stretch.file_end] == source.text[stretch.start :][:length]
        for position in range(stretch.start, stretch.start + length):
            assert not covered[position]
            covered[position] = True
    put = {letter for letter, known in zip(source.text, covered, strict=True) if not known}
    assert put <= {" ", "\n"}, "only the white space of a joined line is not the file's own"


def check_blocks(source: Source) -> None:
    for number, block in enumerate(source.blocks):
        assert 0 <= block.start < block.end <= len(source.text)
        assert source.text[block.start : block.end].strip() == source.text[block.start : block.end]
        assert -1 <= block.heading < number
        if block.label:
            assert 0 <= block.label[0] < block.label[1] <= len(source.text)
    starts = [block.start for block in source.blocks]
    assert starts == sorted(starts)
    ends = [block.end for block in source.blocks]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False)), "two blocks overlap"


def check_passages(reading: Reading) -> None:
    for source in reading.sources:
        found = [passage for passage in reading.passages if passage.source == source.id]
        assert [passage.ordinal for passage in found] == list(range(1, len(found) + 1))
        assert all(0 <= passage.start < passage.end <= len(source.text) for passage in found)


def check_all(data: bytes, reading: Reading) -> None:
    check(data, reading)
    check_passages(reading)
    for source in reading.sources:
        check_blocks(source)
    assert [source.unit for source in reading.sources] == list(range(1, len(reading.sources) + 1))
    assert {source.units for source in reading.sources} == {len(reading.sources)}
    assert len({source.id for source in reading.sources}) == len(reading.sources)


@pytest.mark.parametrize("path", [*seeds(), *dev_texts()], ids=lambda path: path.name)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_real_texts(path: Path, ends: str):
    data = path.read_text(encoding="utf-8").replace("\n", ends).encode()
    check_all(data, read_bytes(data, path.name, Description()))


@pytest.mark.parametrize("path", seeds(), ids=lambda path: path.name)
def test_line_ends_and_a_byte_order_mark_change_no_text(path: Path):
    raw = path.read_text(encoding="utf-8")
    plain = read_bytes(raw.encode(), path.name, Description())
    other = read_bytes(raw.replace("\n", "\r\n").encode("utf-8-sig"), path.name, Description())
    assert [source.text for source in other.sources] == [source.text for source in plain.sources]
    assert [source.blocks for source in other.sources] == [source.blocks for source in plain.sources]
    assert other.file.encoding == "utf-8-sig"


LINES = st.sampled_from(
    [
        "Forwarded from Some Channel 🇷🇸",
        "VIEW IN TELEGRAM",
        "#Tag #Other",
        "* * *",
        "<…>",
        "",
        "   ",
        "\u200b",
        "Question: What will you say of this?",
        "💬 Ana Anić: We said it all.",
        "Ana Anić: I am glad.",
        "Ana Anić:",
        "— Some Body (@somebody) February 17, 2025",
        "🔴 #LIVE https://t.co/abcdef",
        "Timeline",
        "Key Quotes",
        "Context",
        "What Others Say",
        "Publication date:",
        "May 6, 2024, 12:20",
        "Belgrade, 6 May 2024 (ABC): The minister said that the talks had been held in a good spirit.",
        "Direct link: example.org/d/1",
        "  1. An item",
        "    with a line of its own below it",
        "- another item.",
        "“Words that stand elsewhere in the very same text of ours.”",
        "He said: Words that stand elsewhere in the very same text of ours.",
        "A Short Heading",
        "The parties noted that the relations of both countries develop in the spirit of an old friendship.",
        "and agreed to go on with the talks that had begun in the year before and that were\u00a0",
        "Министар спољних послова састао се са амбасадором.",
        "By Ana Anić",
        "\x1b[31mred\x1b[0m \u202eright to left\u202c",
        "a\x0bb\x0cc\x85d\u2028e\u2029f",
    ]
)
TEXTS = st.lists(st.one_of(LINES, st.text(max_size=60)), min_size=1, max_size=30).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n"]).map(lambda end: end.join(lines))
)


def read_or_refuse(data: bytes, name: str) -> Reading | None:
    """Return what a file holds, or None where it is refused with path and reason; nothing else is raised."""
    try:
        return read_bytes(data, name, Description())
    except Unreadable as error:
        if error.path != name or not error.reason:
            pytest.fail("a refusal must say which file and why")
        return None


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_any_text(text: str):
    data = text.encode("utf-8", "replace")
    reading = read_or_refuse(data, "any.txt")
    if reading is None:
        seen = [letter for letter in text if not letter.isspace() and letter not in INVISIBLE]
        assert "\0" in text or not seen, "a text was refused"
        return
    check_all(data, reading)


@settings(max_examples=150, deadline=None)
@given(st.binary(min_size=1, max_size=300))
def test_any_bytes(data: bytes):
    reading = read_or_refuse(data, "any.txt")
    if reading is None:
        return
    file_text = data.decode(reading.file.encoding, "replace")
    for source in reading.sources:
        check_source(file_text, source)
