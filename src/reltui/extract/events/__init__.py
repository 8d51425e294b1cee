"""Happenings told in one source: triggers, clauses, status, places and parties."""

from __future__ import annotations

from reltui.authority import Tables
from reltui.extract.document import Document
from reltui.extract.drafts import ReportDraft
from reltui.extract.events.finder import ReportFinder
from reltui.extract.mentions import Read

__all__ = ["find_reports"]


def find_reports(document: Document, read: Read, tables: Tables) -> tuple[ReportDraft, ...]:
    """Return the reports of happenings in the document, in order."""
    return ReportFinder(document, read, tables).find()
