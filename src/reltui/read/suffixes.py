"""What a file's name and first bytes say of it, known without loading any format."""

from __future__ import annotations

import codecs
from pathlib import Path, PurePath

TEXT = frozenset({".txt", ".text"})
MARKDOWN = frozenset({".md", ".markdown", ".mkd", ".qmd"})
#: All endings that a format claims.
READ = TEXT | MARKDOWN
#: Archives are read as folders are.
ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.bz2", ".tbz2")
#: Kinds of file that people keep sources in and that have no reader: said rather than skipped.
NOT_YET: dict[str, str] = {
    ".pdf": "PDF", ".doc": "Word", ".docx": "Word", ".odt": "OpenDocument", ".rtf": "RTF", ".epub": "EPUB",
    ".eml": "mail", ".mbox": "mail", ".json": "JSON", ".jsonl": "JSON", ".xml": "XML", ".rss": "feed",
    ".atom": "feed", ".html": "HTML", ".htm": "HTML", ".gz": "gzip", ".xz": "xz", ".7z": "7-Zip",
    ".rar": "RAR",
}  # fmt: skip


SNIFFED = 1024  # bytes


def refusal(name: str) -> str:
    """Return why a file of that name cannot be read, or an empty string where it may be."""
    kind = NOT_YET.get(PurePath(name).suffix.casefold())
    return f"{kind} files cannot be read yet; save it as text or Markdown" if kind else ""


def suits(path: Path | None) -> bool:
    """Return whether a file met in a folder is a text: by its suffix, else by its first bytes."""
    if path is None or path.suffix.casefold() in READ:
        return True
    try:
        with path.open("rb") as file:
            return suits_data(path.name, file.read(SNIFFED))
    except OSError:
        return True  # reading it says why


def suits_data(name: str, data: bytes) -> bool:
    """Return the same of bytes and a name."""
    if PurePath(name).suffix.casefold() in READ or refusal(name):
        return True
    return b"\0" not in data[:SNIFFED] or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
