"""What a query was understood to mean, in words: for `--explain`, the status line and doubtful users."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reltui.query.tree import And, Leaf, Named, Node, Or, Query, When, Words, walk
from reltui.query.tree import Not as Negation

_NAMED = {"actor": "names", "with": "has as a party", "says": "is said by"}
_TAGGED = {
    "type": "an event of type",
    "status": "an event that is",
    "place": "an event at",
    "source": "from a source named",
    "kind": "from a source of kind",
    "lang": "in the language",
    "has": "with a",
    "label": "labelled by you",
}


def explain(query: Query, known: Callable[[Leaf], Iterable[str]] | None = None) -> list[str]:
    """Return what a query asks for, a line each, then what of it could not be understood.

    `known` says what a word or field comes to in a corpus; it stands below its line, indented by two spaces.
    """
    if not query:
        return ["everything", *(f"! {said}" for said in query.problems)]
    tree = query.tree if query.tree is not None else query.typed
    nodes = tree.nodes if isinstance(tree, And) else (tree,)
    lines: list[str] = []
    for node in nodes:
        if node is not None:
            lines.append(_said(node))
            lines += [f"  {said}" for leaf, _ in walk(node) for said in (known(leaf) if known else ())]
    return lines + [f"! {said}" for said in query.problems]


def _said(node: Node) -> str:
    if isinstance(node, Negation):
        return f"not ({_said(node.node)})" if isinstance(node.node, And | Or) else f"not {_said(node.node)}"
    if isinstance(node, And):
        return " and ".join(_inner(child) for child in node.nodes)
    if isinstance(node, Or):
        return " or ".join(_inner(child) for child in node.nodes)
    return _leaf(node)


def _inner(node: Node) -> str:
    return f"({_said(node)})" if isinstance(node, And | Or) else _said(node)


def _leaf(leaf: Leaf) -> str:
    if isinstance(leaf, Words):
        return _words(leaf)
    if isinstance(leaf, Named):
        begins = "a name that begins with " if leaf.prefix else ""
        return f"{_NAMED[leaf.field]} {begins}“{leaf.value}”, in any spelling"
    if isinstance(leaf, When):
        return _when(leaf)
    values = [value.replace("_", " ") for value in leaf.values]
    return f"{_TAGGED[leaf.field]} {' or '.join(values)}"


def _words(leaf: Words) -> str:
    text = " ".join(leaf.words)
    if leaf.exact:
        return f"exactly “{text}”, in this script and with these diacritics"
    if len(leaf.words) == 1:
        begins = "a word that begins with " if leaf.prefix else "the word "
        return f"{begins}“{text}”, in any script"
    if leaf.near:
        return f"the words “{text}” with at most {leaf.near} others between them, in any order"
    return f"the phrase “{text}{'…' if leaf.prefix else ''}”, in any script"


def _when(leaf: When) -> str:
    if leaf.lower and leaf.upper:
        return f"dated {leaf.lower}" if leaf.lower == leaf.upper else f"dated {leaf.lower} to {leaf.upper}"
    return f"dated {leaf.lower} or later" if leaf.lower else f"dated {leaf.upper} or earlier"
