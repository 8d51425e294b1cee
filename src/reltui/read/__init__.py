"""Bytes in; files, sources, blocks and passages out, each with its way back to the file.

Format (bytes to text, `formats/`) and shape (text to sources, `shapes/`) are two questions, each with its
register.
"""

from reltui.read.content import Description
from reltui.read.copies import link_copies
from reltui.read.discover import Found, discover
from reltui.read.errors import Missing, Unreadable
from reltui.read.reader import Reading, read, read_bytes

__all__ = [
    "Description",
    "Found",
    "Missing",
    "Reading",
    "Unreadable",
    "discover",
    "link_copies",
    "read",
    "read_bytes",
]
