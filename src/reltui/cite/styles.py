"""The registry of styles: one module a style, imported when it is first used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from reltui.cite.record import Record


@dataclass(frozen=True, slots=True)
class Style:
    """A form of citation: `label` for menus, `description` for lists, `module` that renders it.

    The module has `render(record) -> str` and `quoted(record) -> str`, the quotation with its citation.
    """

    label: str
    description: str
    module: str

    def render(self, record: Record) -> str:
        """Return the citation of a record."""
        return self._call("render", record)

    def quoted(self, record: Record) -> str:
        """Return the quotation with its citation."""
        return self._call("quoted", record)

    def _call(self, name: str, record: Record) -> str:
        function: Callable[[Record], str] = getattr(import_module(f"reltui.cite.{self.module}"), name)
        return function(record)


STYLES: dict[str, Style] = {
    "chicago-note": Style("Chicago note", "Chicago 18, a full note", "chicago_note"),
    "chicago-bibliography": Style(
        "Chicago bibliography", "Chicago 18, an entry of the bibliography", "chicago_bibliography"
    ),
    "apa": Style("APA", "APA 7, a reference and the citation in the text", "apa"),
    "mla": Style("MLA", "MLA 9, a work cited and the citation in the text", "mla"),
    "plain": Style("plain line", "one line, with the file where nothing else identifies the source", "plain"),
    "markdown": Style("Markdown", "a note in Markdown, with its link", "markdown"),
    "bibtex": Style("BibTeX", "an entry for BibTeX, biblatex and JabRef", "bibtex"),
    "ris": Style("RIS", "an entry for Zotero, EndNote and Mendeley", "ris"),
    "csl-json": Style("CSL-JSON", "an entry for Zotero and pandoc", "csl_json"),
    "annotation": Style("Web Annotation", "W3C Web Annotation: the words and where they stand", "annotation"),
}
"""Every style by its name on the command line and in the settings."""


def cite(record: Record, style: str) -> str:
    """Return the citation of a record in a style; raises ValueError where there is no such style."""
    return _style(style).render(record)


def quote(record: Record, style: str) -> str:
    """Return the quotation of a record with its citation; the citation alone where there is none.

    BibTeX, RIS, CSL-JSON and Web Annotation hold the quotation in any case. Raises ValueError where
    there is no such style.
    """
    return _style(style).quoted(record)


def _style(name: str) -> Style:
    try:
        return STYLES[name]
    except KeyError:
        raise ValueError(f"there is no style '{name}': choose one of {', '.join(STYLES)}") from None
