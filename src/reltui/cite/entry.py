"""`Entry`: a source described as citations need it, before any style has put it in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from reltui.cite.creators import Creator, body, creators
from reltui.cite.platforms import platform_of
from reltui.cite.record import Record
from reltui.cite.scripts import with_latin
from reltui.cite.titles import first_words, numbered, opening
from reltui.cite.when import When
from reltui.dates import Edtf, inferred_part
from reltui.model import Source
from reltui.model.vocab import SourceKind

_GENRES: dict[SourceKind, str] = {
    "briefing": "briefing", "release": "press release", "post": "post", "tweet": "post",
    "transcript": "transcript", "message": "email",
}  # fmt: skip
# what a source without a title is called in its place
_UNTITLED: dict[SourceKind, str] = {
    "article": "news article", "profile": "profile", "document": "document", "page": "web page",
}  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\s]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a source. Empty strings stand for what is not.

    `title` is shown as it is where `verbatim` (the first words of a post), else with the capitals of
    the style. `container` is what it appeared in (a paper, a site), `volume` the book it is a part of,
    with its `number` there; `platform` where a post stands.
    """

    kind: SourceKind
    creators: tuple[Creator, ...]
    title: str
    verbatim: bool
    genre: str
    container: str
    volume: str
    number: str
    platform: str
    publisher: str
    forwarded: str
    when: When
    url: str
    language: str
    post: tuple[int, int] | None  # number of the post and how many the file has
    path: str

    @property
    def english(self) -> bool:
        """Whether English rules of capitals hold for the title."""
        return self.language.split("-")[0] == "en" and not self.verbatim

    @property
    def identified(self) -> bool:
        """Whether a reader could find it again without the name of the file."""
        someone = bool(self.creators or self.container or self.volume or self.publisher)
        return bool(self.url) or (bool(self.title) + someone + bool(self.when) >= 2 and not self.post)


def describe(record: Record) -> Entry:
    """Return the entry of a record's source, out of what is known of it and nothing else."""
    source = record.source
    kind = source.kind
    date = Edtf.try_parse(source.published)
    when = When(date, inferred_part(source.published_basis, source.published_why) if date.known else None)
    url = _url(source.url)
    author = creators(clean(source.author), source.language)
    publisher, handle = clean(source.publisher), ""
    posted = kind in {"post", "tweet"}
    if posted:
        if publisher.startswith("@"):
            publisher, handle = "", publisher
        name = clean(source.author) or publisher or clean(source.forwarded_from) or handle
        author = body(name, source.language, "" if name == handle else handle)
        publisher = ""
    elif kind in {"release", "briefing"} and not author:
        author, publisher = body(publisher, source.language), ""
    number, title = _title(source)
    genre = _GENRES.get(kind, "") if title or kind in _GENRES else _UNTITLED[kind]
    platform = platform_of(url, kind, when.date) if posted else ""
    forwarded = clean(source.forwarded_from) if posted else ""
    if forwarded and author and _same(forwarded, author[0].family):
        genre, forwarded = "forwarded post", ""
    elif platform or forwarded:
        genre = ""
    in_container = kind in {"article", "profile", "page"}
    return Entry(
        kind=kind,
        creators=author,
        title=with_latin(title, source.language),
        verbatim=posted,
        genre=genre,
        container=with_latin(publisher, source.language) if in_container else "",
        volume=publisher if kind == "document" else "",
        number=number,
        platform=platform,
        publisher="" if in_container or kind == "document" else with_latin(publisher, source.language),
        forwarded=with_latin(forwarded, source.language),
        when=when,
        url=url,
        language=source.language or "",
        post=(source.unit, source.units) if kind == "post" and source.units > 1 else None,
        path=clean(source.path),
    )


def clean(text: str | None) -> str:
    """Return a text on one line without control characters, "" for None."""
    return _CONTROL.sub(" ", text or "").strip()


def _title(source: Source) -> tuple[str, str]:
    title = clean(source.title)
    if source.kind in {"post", "tweet"}:
        words = clean(first_words(title) if title else opening(source))
        return "", words[:-1] if words.endswith(".") and not words.endswith("..") else words
    return numbered(title) if source.kind == "document" else ("", title)


def _same(one: str, other: str) -> bool:
    """Whether two names are one but for flags and signs: "Russian MFA 🇷🇺", "Russian MFA"."""
    return re.sub(r"\W+", "", one).casefold() == re.sub(r"\W+", "", other).casefold()


def _url(url: str | None) -> str:
    """Return the address if it is one of the web, with what must not stand in one escaped; else ""."""
    text = clean(url)
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https", "ftp"} or not parts.netloc:
        return ""
    return quote(text, safe="!#$%&'()*+,/:;=?@[]~")
