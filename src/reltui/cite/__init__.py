"""Citations: a passage and its source, in the form one needs (`docs/citing.md`)."""

from reltui.cite.record import Record
from reltui.cite.styles import STYLES, Style, cite, quote

__all__ = ["STYLES", "Record", "Style", "cite", "quote"]
