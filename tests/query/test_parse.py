"""What a text is understood to ask for; whatever the text, nothing is an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reltui.query import EMPTY, And, Named, Node, Not, Or, Query, Tagged, When, Words, explain, parse
from reltui.query.lexer import clean, lex
from tests.store.corpora import Asked, queries


def word(text: str, **more: object) -> Words:
    return Words((text,), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("djuric", word("djuric")),
        ("lavrov vulin", And((word("lavrov"), word("vulin")))),
        ("lavrov AND vulin", And((word("lavrov"), word("vulin")))),
        ('"Marko Djuric"', Words(("Marko", "Djuric"))),
        ("„Марко Ђурић“", Words(("Марко", "Ђурић"))),
        ("«Marko Djuric»", Words(("Marko", "Djuric"))),
        ('"gas nis"~5', Words(("gas", "nis"), near=5)),
        ('"one"~5', word("one")),
        ("-nis", Not(word("nis"))),
        ("−nis", Not(word("nis"))),
        ("vuci*", word("vuci", prefix=True)),
        ('"marko dju*"', Words(("marko", "dju"), prefix=True)),
        ("=Niš", word("Niš", exact=True)),
        ('="Марко Ђурић"', Words(("Марко", "Ђурић"), exact=True)),
        ("-=NIS", Not(word("NIS", exact=True))),
        ("Russia–Serbia", Words(("Russia", "Serbia"))),
        ("a b OR c d", And((word("a"), Or((word("b"), word("c"))), word("d")))),
        ("a OR b OR c", Or((word("a"), word("b"), word("c")))),
        ("(a b) OR c", Or((And((word("a"), word("b"))), word("c")))),
        ("-(a OR b)", Not(Or((word("a"), word("b"))))),
        ("((a))", word("a")),
        ("f(x)", Words(("f", "x"))),
        ("actor:lavrov", Named("actor", "lavrov")),
        ('says:"Ana Brnabić"', Named("says", "Ana Brnabić")),
        ("WITH:vulin", Named("with", "vulin")),
        ("-actor:lavrov", Not(Named("actor", "lavrov"))),
        ("type:call", Tagged("type", ("call",), "call")),
        ("type:call,visit", Tagged("type", ("call", "visit"), "call,visit")),
        ("type:press", Tagged("type", ("press_conference",), "press")),
        ('type:"press conference"', Tagged("type", ("press_conference",), "press conference")),
        ('place:"St. Petersburg"', Tagged("place", ("St. Petersburg",), "St. Petersburg")),
        ("lang:sr-Cyrl", Tagged("lang", ("sr-cyrl",), "sr-Cyrl")),
        ("kind:person", Tagged("kind", ("person",), "person")),
        ("https://example.org/a", Words(("https", "example", "org", "a"))),
        ("12:30", Words(("12", "30"))),
        ("外交", Words(("外", "交"))),
    ],
)
def test_a_text_means(text: str, tree: Node) -> None:
    query = parse(text)
    assert query.tree == tree
    assert query.problems == ()
    assert query


@pytest.mark.parametrize("text", ["", "   ", "\0", "\n\t", "()", "AND", "-", "–", "*", '"', '""', "( )"])
def test_nothing_is_asked_for(text: str) -> None:
    query = parse(text)
    assert query.tree is None
    assert explain(query)[0] == "everything"


@pytest.mark.parametrize(
    ("text", "tree", "said"),
    [
        ("type:nonsense", Words(("type", "nonsense")), "is none of visit, meeting"),
        ("date:tomorrow", Words(("date", "tomorrow")), "is not a date that can be used"),
        ("date:?", word("date"), "is no date"),
        ("color:red", Words(("color", "red")), "there is no field 'color:'"),
        ("type:", word("type"), "needs a value, as in type:call"),
        ("actor:-", word("actor"), "names nobody"),
        ("lang:!", word("lang"), "no language code"),
        ('one "two three', And((word("one"), word("two"), word("three"))), "a quotation mark is not closed"),
        ("(one two", And((word("one"), word("two"))), "a bracket ( is not closed"),
        ("one OR", And((word("one"), word("or"))), "OR stands between two words"),
        ("OR one", And((word("or"), word("one"))), "OR stands between two words"),
        ("one 😀", word("one"), "has no letter or digit"),
    ],
)
def test_what_is_not_understood_is_said_and_searched_as_words(text: str, tree: Node, said: str) -> None:
    query = parse(text)
    assert query.tree == tree
    assert any(said in problem for problem in query.problems), query.problems
    assert any(line.startswith("! ") and said in line for line in explain(query))


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("vuci", word("vuci", prefix=True)),
        ("lavrov vu", And((word("lavrov"), word("vu", prefix=True)))),
        ("lavrov ", word("lavrov")),
        ('"marko dj', Words(("marko", "dj"), prefix=True)),
        ('"marko djuric"', Words(("marko", "djuric"))),
        ("=ni", word("ni", exact=True)),
        ("lavrov OR", word("lavrov")),
        ("lavrov OR vu", Or((word("lavrov"), word("vu", prefix=True)))),
        ("lavrov type:", word("lavrov")),
        ("lavrov type:nons", word("lavrov")),
        ("lavrov date:2024-1", word("lavrov")),
        ("actor:lav", Named("actor", "lav", prefix=True)),
        ("(lavrov vu", And((word("lavrov"), word("vu", prefix=True)))),
    ],
)
def test_while_typing_the_end_is_still_open(text: str, typed: Node) -> None:
    assert parse(text).typed == typed
    assert parse(text).as_typed().tree == typed


def test_the_tree_that_is_typed_has_what_the_tree_has_but_for_the_end() -> None:
    query = parse("lavrov -nis type:call vu")
    assert isinstance(query.tree, And)
    assert isinstance(query.typed, And)
    assert query.tree.nodes[:-1] == query.typed.nodes[:-1]


def test_a_filter_and_a_search_are_one_query() -> None:
    both = parse("type:call (a OR b)") & parse("vu")
    assert both.tree == parse("type:call (a OR b) vu").tree
    assert both.typed == parse("type:call (a OR b) vu").typed
    assert (EMPTY & parse("x")).tree == parse("x").tree
    assert (parse("x") & EMPTY).tree == parse("x").tree
    # OR binds inside its own side
    assert (parse("a OR b") & parse("c OR d")).tree == And(
        (Or((word("a"), word("b"))), Or((word("c"), word("d"))))
    )
    assert not EMPTY & EMPTY


def test_a_query_of_thousands_of_words_is_cut_and_says_so() -> None:
    query = parse("word " * 2000)
    assert len(query.leaves()) == 64
    assert query.problems == ("only the first 64 words and fields of this query are searched",)
    assert parse("x" * 10_000).leaves() == [word("x" * 10_000)]


@pytest.mark.parametrize(
    "text", ["x" * 9000 + ":y", "type:" + "x" * 9000, "date:" + "9" * 9000, "lang:" + "!" * 9000]
)
def test_what_is_said_is_short_however_long_the_query(text: str) -> None:
    assert len(parse(text).problems) == 1
    assert len(parse(text).problems[0]) < 300


def test_brackets_of_any_depth() -> None:
    query = parse("(" * 5000 + "a" + ")" * 5000)
    assert isinstance(query, Query)
    assert query.problems
    assert explain(query)


def expected(asked: Asked) -> Node:
    """The tree of a query that was made as a structure."""
    if asked.op == "not":
        return Not(expected(asked.parts[0]))
    if asked.op in ("and", "or"):
        kind = And if asked.op == "and" else Or
        flat: list[Node] = []
        for part in map(expected, asked.parts):
            flat += part.nodes if isinstance(part, kind) else (part,)
        return kind(tuple(flat))
    if asked.op == "field":
        leaf = parse(":".join(asked.field_value)).tree
        assert isinstance(leaf, Named | Tagged | When)
        return leaf
    begun, exact = asked.op in ("prefix", "opening"), asked.op in ("exact", "exactly")
    return Words(asked.words, prefix=begun, exact=exact, near=asked.number)


@given(queries)
def test_what_was_written_is_what_is_read(asked: Asked) -> None:
    query = parse(asked.text())
    assert query.tree == expected(asked)
    assert query.problems == ()


_PIECES = st.sampled_from(
    ['"', "(", ")", "-", "=", "*", "~5", ":", "OR", "AND", "NOT", "NEAR(", "^", "{", "}", "actor:", "date:",
     "type:", "2024..2025", "..", "lavrov", "Ђурић", "北京", "\0", "\ud800", "\x1b[31m", "\u202e", "😀", "'",
     ";", "--", "%", "_x", " "]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(_PIECES).map("".join), st.lists(_PIECES).map(" ".join)))
def test_any_text_is_a_query(text: str) -> None:
    query = parse(text)
    assert all(len(problem) < 400 for problem in query.problems)
    for line in (query.text, *query.problems, *explain(query)):
        assert not any(character < " " or "\ud800" <= character <= "\udfff" for character in line), line
    assert len(query.leaves()) + len(query.leaves(negated=True)) <= 64
    assert parse(text) == query


@pytest.mark.parametrize("filler", ["gas ", '"a b" ', "date:2024 ", "a OR ", "(a ", "-x ", "— a "])
def test_of_what_is_pasted_the_first_words_count(filler: str) -> None:
    whole = parse(filler * 60_000)
    assert len(whole.leaves()) + len(whole.leaves(negated=True)) <= 64
    assert len(set(whole.leaves()) | set(whole.leaves(negated=True))) >= 1
    assert whole.problems[-1].startswith("only the first 64")
    assert not any("not closed" in problem for problem in whole.problems)


@pytest.mark.parametrize("sign", ["-", ":", "=", "(", ")", '"', "OR ", "\0", "*", "~5", "😀", "_"])
def test_of_signs_without_end_little_is_read(sign: str) -> None:
    assert len(lex(clean(sign * 200_000))) <= 1_100
    assert len(parse(sign * 200_000).leaves()) <= 64


def test_64_words_are_no_words_too_many() -> None:
    text = " ".join(f"w{n}" for n in range(64))
    assert len(parse(text).leaves()) == 64
    assert parse(text).problems == ()
    assert parse(f"({text})").problems == ()
    assert parse(f"{text} — ()").problems == parse("a — ()").problems
    assert len(parse(f"{text} more").leaves()) == 64
    assert parse(f"{text} more").problems


@given(
    st.lists(st.sampled_from(("gas", "OR", "AND", "Nis", "2024", "or", "a")), max_size=90),
    st.sampled_from(("", " ")),
)
def test_plain_words_are_read_as_any_others(pieces: list[str], end: str) -> None:
    text = f"{' '.join(pieces)}{end}"
    other = text.replace("gas", "gаs")  # with a Cyrillic letter, which is read the long way
    assert [(term.raw.replace("а", "a"), term.last, term.kind) for term in lex(other)] == [
        (term.raw, term.last, term.kind) for term in lex(text)
    ]
