"""From what was typed to a tree. Nothing that can be typed is an error.

    query  = group+                      all of them
    group  = term (OR term)*             one of them
    term   = [-] ( "(" query ")" | [=] word | [=] "phrase" | [=] "phrase"~9 | field:value )

What cannot be understood is said in `Query.problems` and searched as words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from reltui.query.fields import FIELDS, NotUnderstood, read_field
from reltui.query.lexer import LONGEST_QUERY, MORE, MOST_TERMS, Term, clean, lex
from reltui.query.tokens import words
from reltui.query.tree import EMPTY, And, Node, Not, Or, Query, Words

DEEPEST = 16


@lru_cache(maxsize=256)
def parse(text: str) -> Query:
    """Return the query that a text means; never raises, whatever the text."""
    cleaned = clean(text[: 2 * LONGEST_QUERY])
    terms = lex(cleaned)
    if not terms:
        return EMPTY
    whole = _Parser(terms, typing=False)
    tree = whole.read()
    typed = _Parser(terms, typing=True).read()
    return Query(cleaned.strip(), tree, typed, tuple(whole.problems))


@dataclass
class _Parser:
    """Reads the terms of one query from left to right."""

    terms: list[Term]
    typing: bool
    problems: list[str] = field(default_factory=list[str])
    at: int = 0
    leaves: int = 0
    whole: bool = True

    def read(self) -> Node | None:
        """Return the tree of all terms."""
        whole = self.terms[-1] is not MORE
        if not whole:
            self.terms = self.terms[:-1]
        self.whole = whole
        tree = self._query(0)
        if self.leaves > MOST_TERMS or not whole:
            self._say(f"only the first {MOST_TERMS} words and fields of this query are searched")
        return tree

    def _query(self, depth: int) -> Node | None:
        groups: list[Node] = []
        while (term := self._peek()) is not None:
            if term.kind == ")":
                self.at += 1
                if depth:
                    return _joined(groups, And)
                continue
            group = self._group(depth)
            if group is not None:
                groups.append(group)
        if depth and self.whole:
            self._say("a bracket ( is not closed: it is taken to close at the end")
        return _joined(groups, And)

    def _group(self, depth: int) -> Node | None:
        """Read alternatives: `one OR two`; an OR that lacks one side is a word."""
        nodes = self._some(self._term(depth))
        while self._is_or():
            self.at += 1
            after = self._peek()
            if after is None or after.kind == ")" or self._is_or():
                if not self.typing or after is not None:
                    self._say("OR stands between two words; here it lacks one, so it is searched as a word")
                    return _joined([*self._some(_joined(nodes, Or)), *self._some(self._word("or"))], And)
                break
            nodes += self._some(self._term(depth))
        return _joined(nodes, Or)

    def _term(self, depth: int) -> Node | None:
        term = self.terms[self.at]
        self.at += 1
        if term.kind == "(":
            if depth >= DEEPEST:
                self._say(f"brackets are understood {DEEPEST} deep; the others are left out")
                return None
            node = self._query(depth + 1)
            return Not(node) if term.negated and node is not None else node
        if term.raw == "OR":
            self._say("OR stands between two words; here it lacks one, so it is searched as a word")
            return self._word("or")
        if term.raw == "AND":
            return None  # all words must be there anyway
        node = self._field(term) if term.field else self._words(term, term.text)
        return Not(node) if term.negated and node is not None else node

    def _field(self, term: Term) -> Node | None:
        text = f"{term.field}:{term.text}"
        if term.field not in FIELDS:
            if term.text:
                known = ", ".join(FIELDS)
                self._say(f"there is no field '{_short(term.field)}:' (there are {known}): searched as words")
            return self._words(term, text)
        if not term.closed and not self.typing:
            self._say(f"a quotation mark is not closed after {term.field}: it is taken to close at the end")
        if self.typing and term.last and not term.text.strip():
            return None  # the value is still to come
        try:
            node = read_field(term.field, term.text, self.typing and term.last)
        except NotUnderstood as problem:
            if self.typing and term.last:
                return None
            self._say(f"{problem}: searched as words")
            return self._words(term, text)
        self.leaves += 1
        return node if self.leaves <= MOST_TERMS else None

    def _words(self, term: Term, text: str) -> Node | None:
        """Return what a word, a phrase or a run of joined words ("Russia–Serbia") asks for."""
        found = words(text, MOST_TERMS + 1)
        if not found:
            if term.text.strip("-–—=*()'’.,;:!?") and not self.typing:
                self._say(f"'{_short(term.raw)}' has no letter or digit that could be searched")
            return None
        open_end = self.typing and term.last and (term.kind == "word" or not term.closed)
        starred = text.rstrip().endswith("*") and len(found) <= MOST_TERMS
        if not term.closed and not self.typing:
            self._say("a quotation mark is not closed: what follows it is searched as words")
            nodes = self._some(*[self._word(word, exact=term.exact) for word in found])
            return _joined(nodes, And)
        self.leaves += 1
        if self.leaves > MOST_TERMS:
            return None
        return Words(
            tuple(found[:MOST_TERMS]),
            prefix=(starred or open_end) and not term.exact,
            exact=term.exact,
            near=term.near if len(found) > 1 else 0,
        )

    def _word(self, text: str, exact: bool = False) -> Node | None:
        self.leaves += 1
        return Words((text,), exact=exact) if self.leaves <= MOST_TERMS else None

    def _peek(self) -> Term | None:
        return self.terms[self.at] if self.at < len(self.terms) else None

    def _is_or(self) -> bool:
        term = self._peek()
        return term is not None and term.raw == "OR"

    def _say(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)

    @staticmethod
    def _some(*nodes: Node | None) -> list[Node]:
        return [node for node in nodes if node is not None]


def _joined(nodes: list[Node], kind: type[And] | type[Or]) -> Node | None:
    """Return the nodes as one: none, the only one, or all of them, flat."""
    if len(nodes) < 2:
        return nodes[0] if nodes else None
    flat: list[Node] = []
    for node in nodes:
        flat += node.nodes if isinstance(node, kind) else (node,)
    return kind(tuple(flat))


def _short(text: str) -> str:
    return text if len(text) <= 24 else text[:23] + "…"
