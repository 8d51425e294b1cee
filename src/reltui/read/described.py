"""What is said of a file from outside its text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Description:
    """What somebody says of a file from outside its text: front matter, or `sources.toml` beside it."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    kind: str | None = None
    language: str | None = None
    url: str | None = None
    date: str | None = None  # EDTF
    origin: str = ""  # where it says so: "front matter", "sources.toml"

    def over(self, other: Description) -> Description:
        """Return this description with the gaps filled from the other."""
        return Description(
            title=self.title or other.title,
            publisher=self.publisher or other.publisher,
            author=self.author or other.author,
            kind=self.kind or other.kind,
            language=self.language or other.language,
            url=self.url or other.url,
            date=self.date or other.date,
            origin=self.origin if self.date else other.origin or self.origin,
        )


NOTHING = Description()
