"""Front matter: the YAML (or TOML) between two rules at the head of a Markdown file.

Only scalars of the top level are looked at, and only those that describe a source. YAML is read as a stream
of events, so that neither aliases nor deep nesting in a hostile file cost anything.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple, cast, get_args

from reltui.model.vocab import SourceKind
from reltui.read import when
from reltui.read.content import Weave
from reltui.read.described import NOTHING, Description

if TYPE_CHECKING:
    import yaml

_YAML = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
_TOML = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n(.*?)\n\+\+\+[ \t]*(?:\r?\n|\Z)", re.S)
_LONGEST = 16_384  # characters: no description is longer, and the YAML parser is slow on deep nesting
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\s*\n\s*|.)", re.S)
_ADDRESS = re.compile(r"https?://\S+")

#: Field of a description <- keys that writers of front matter use for it, the surest first.
_KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "name"),
    "date": (
        "date",
        "published",
        "published_time",
        "publish_date",
        "date_published",
        "pubdate",
        "publishdate",
    ),
    "author": ("author", "authors", "creator", "byline"),
    "publisher": ("publisher", "site_name", "site", "outlet", "organization", "organisation", "source_name"),
    "url": ("url", "source_url", "canonical", "canonical_url", "permalink", "link", "source"),
    "language": ("language", "lang", "locale"),
    "kind": ("kind", "type"),
}


class Value(NamedTuple):
    """A scalar of the front matter and where it stands in the file's text (-1 where that is not known)."""

    text: str
    start: int
    end: int


class FrontMatter(NamedTuple):
    """What a front matter says, the place of the title in the file, and where the body begins."""

    described: Description
    title: Value | None
    end: int
    note: str


def front_matter(raw: str) -> FrontMatter:
    """Return the front matter of a text; one that ends at 0 where there is none."""
    if raw.startswith(("---", "\ufeff---")) and (match := _YAML.match(raw, 0, _LONGEST)):
        values, note = _yaml(raw, *match.span(1))
    elif raw.startswith(("+++", "\ufeff+++")) and (match := _TOML.match(raw, 0, _LONGEST)):
        values, note = _toml(raw, *match.span(1))
    else:
        return FrontMatter(NOTHING, None, 0, "")
    if not values and not note:  # a rule over a paragraph, not a front matter
        return FrontMatter(NOTHING, None, 0, "")
    fields = {field: value for field, keys in _KEYS.items() if (value := _first(values, keys, field))}
    title = fields.get("title")
    described = Description(**{field: value.text for field, value in fields.items()}, origin="front matter")
    return FrontMatter(described, title, match.end(), note)


def _first(values: dict[str, Value], keys: tuple[str, ...], field: str) -> Value | None:
    for key in keys:
        value = values.get(key)
        if value is None or not value.text.strip():
            continue
        if field == "date":
            if edtf := _edtf(value.text):
                return value._replace(text=edtf)
        elif field == "url":
            if _ADDRESS.fullmatch(value.text):
                return value
        elif field != "kind" or value.text in get_args(SourceKind):
            return value._replace(text=" ".join(value.text.split()))
    return None


def _edtf(text: str) -> str | None:
    if re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", text):
        return text
    told = when.find(text)
    return told.edtf if told else None


def _yaml(raw: str, start: int, end: int) -> tuple[dict[str, Value], str]:
    import yaml  # costs start-up time, and only Markdown files need it

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    values: dict[str, Value] = {}
    depth, key = 0, ""
    try:
        events = cast("Iterable[yaml.Event]", cast("Any", yaml).parse(raw[start:end], Loader=loader))
        for event in events:
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
                key = "" if depth == 1 else key
            elif isinstance(event, yaml.ScalarEvent) and depth == 1:
                if key:
                    first, last = event.start_mark.index, event.end_mark.index
                    values.setdefault(key, Value(event.value, start + first, start + last))
                    key = ""
                else:
                    key = event.value.casefold()
            elif isinstance(event, yaml.ScalarEvent) and depth == 2 and key and key not in values:
                values[key] = Value(event.value, -1, -1)  # the first of a list: "authors: [...]"
    except yaml.YAMLError as error:
        problem = str(getattr(error, "problem", None) or "not YAML")
        return values, f"the front matter is not sound YAML ({problem}); read as far as it goes"
    return values, ""


def _toml(raw: str, start: int, end: int) -> tuple[dict[str, Value], str]:
    try:
        table = tomllib.loads(raw[start:end].replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        return {}, f"the front matter is not sound TOML ({error})"
    values: dict[str, Value] = {}
    for key, value in table.items():
        if isinstance(value, (str, int)) or hasattr(value, "isoformat"):
            at = raw.find(str(value), start, end)
            values[key.casefold()] = Value(str(value), at, at + len(str(value)) if at >= 0 else -1)
    return values, ""


def weave_title(weave: Weave, title: Value) -> None:
    """Append the title to a text, mapped to the file letter by letter as far as it stands there unescaped."""
    raw, at = weave.raw, title.start
    if at < 0:
        weave.put(title.text)
        return
    done, wanted = 0, title.text
    while done < len(wanted):
        same = at
        while same < title.end and done < len(wanted) and raw[same] == wanted[done]:
            same, done = same + 1, done + 1
        weave.keep(at, same)
        at = same
        if done == len(wanted):
            break
        if at < title.end and raw[at] == "\\" and (match := _ESCAPE.match(raw, at)):
            at = match.end()
            if match.group()[1:].isspace():  # a line of the scalar goes on below
                continue
        elif at < title.end and (raw[at].isspace() or raw[at] in "'\""):
            at += 1
            continue
        weave.put(wanted[done])  # an escape stands for it
        done += 1
