"""Where else a search leads: the same words among statements, offices, figures and doubts, and as fields.

Somebody who types `putin gas` may want what Putin says of gas, and need not know that `says:` asks for it.
Everything that is offered was counted first, so that no lead ends at nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from reltui.present.counting import plural
from reltui.present.safe import safe

if TYPE_CHECKING:
    from reltui.query import Query
    from reltui.store import Reader

_WORDS = 6  # of a query that is looked into word by word


class Lead(NamedTuple):
    """A line that leads on: what it offers, the query it does it with, how much there is of it.

    `goes` is "search:QUERY" to another search, "view:NAME QUERY" to a view narrowed to the query.
    """

    id: str
    label: str
    query: str
    much: str
    goes: str
    source: None = None  # it has no words of its own


def leads(reader: Reader, text: str, filter_: Query | None) -> list[Lead]:
    """What a search that is typed leads to besides its hits; to be called at a desk."""
    from reltui.query import Words, parse

    query = parse(text)
    leaves = query.leaves()
    words = [leaf.words[0] for leaf in leaves if isinstance(leaf, Words) and len(leaf.words) == 1]
    named = [word for word in words[:_WORDS] if len(words) <= _WORDS and len(reader.actors(parse(word)))]
    found = list(_by_field(reader, text, words, named, filter_))
    whole = filter_ & query if filter_ is not None else query
    if not any(lead.id == "says" for lead in found) and (count := len(reader.statements(whole))):
        found.append(_view("statements", "what is said", text, plural(count, "statement")))
    if count := len(reader.offices(query)) if words else 0:
        found.append(_view("offices", "who held office", text, plural(count, "office")))
    if count := len(reader.figures(whole)):
        found.append(_view("figures", "figures", text, plural(count, "figure")))
    if count := len(reader.doubts(whole)):
        found.append(_view("doubts", "contradictions", text, plural(count, "doubt")))
    return found


def _by_field(
    reader: Reader, text: str, words: list[str], named: list[str], filter_: Query | None
) -> Iterator[Lead]:
    """What the fields `with:` and `says:` find, where words of the search name actors."""
    from reltui.query import parse

    def of(query: str) -> Query:
        parsed = parse(query)
        return filter_ & parsed if filter_ is not None else parsed

    if len(named) > 1 and (count := len(reader.events(of(query := _with(text, named, "with"))))):
        yield Lead("with", "events with both" if len(named) == 2 else "events with all", query,
                   plural(count, "event"), f"search:{query}")  # fmt: skip
    if len(words) > len(named):
        for name in named:
            if all(row.kind != "person" for row in reader.actors(parse(name)).rows(0, _WORDS)):
                continue
            query = _with(text, [name], "says")
            if count := len(reader.statements(of(query))):
                yield Lead(
                    "says",
                    "in their own words",
                    query,
                    plural(count, "statement"),
                    f"view:statements {query}",
                )


def _with(text: str, names: list[str], field: str) -> str:
    """The query with a field before each of these words."""
    return " ".join(f"{field}:{word}" if word in names else word for word in text.split())


def _view(name: str, label: str, text: str, count: str) -> Lead:
    return Lead(name, label, text, count, f"view:{name} {text}")


def instead(reader: Reader, text: str, filter_: Query | None) -> list[Lead]:
    """What is offered where nothing was found: some of the words, and what is near; to be called at a desk."""
    from reltui.present.fewer import fewer

    offered: list[Lead] = []
    if shorter := fewer(reader, text, filter_):
        offered.append(_offer(f"without {shorter.without}", shorter.query))
    return offered + [_offer("did you mean", near) for near in reader.suggest(text)]


def _offer(label: str, query: str) -> Lead:
    return Lead(f"instead {query}", safe(label), query, "", f"search:{query}")
