"""Search: what is found, in which order, and what a hit says of itself."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reltui.model import Facts, File, Passage, Source
from reltui.query import EMPTY, parse
from reltui.store import Hit, Reader, write
from tests.conftest import meta
from tests.factory import Reading


def passages(hits: list[Hit]) -> set[str]:
    return {hit.id for hit in hits if hit.kind == "passage"}


DJURIC = {"brief:2", "article:1", "article:2", "tweet:1", "profile:6"}


@pytest.mark.parametrize(
    "text", ["djuric", "Đurić", "DJURIC", "ђурић", "Ђурићем", "джурич", "Dzhurich", "Djurich"]
)
def test_any_spelling_finds_all(reader: Reader, text: str) -> None:
    hits = reader.search(parse(text))
    assert passages(hits) == DJURIC
    assert [hit.id for hit in hits if hit.kind == "actor"] == ["djuric"]
    assert {hit.id for hit in hits if hit.kind == "event"} == {"visit-djuric", "say-nov"}


def test_a_spelling_without_its_diacritics(reader: Reader) -> None:
    hits = reader.search(parse("duric"))
    assert hits[0].id == "djuric"
    assert passages(hits) == DJURIC


@pytest.mark.parametrize("text", ['"Marko Djuric"', '"Марко Ђурић"', '"marko đurić"', '"Марко Джурич"'])
def test_phrases_in_any_script(reader: Reader, text: str) -> None:
    assert passages(reader.search(parse(text))) == {"brief:2", "article:2", "tweet:1"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("=Ђурић", {"article:1", "article:2", "tweet:1"}),
        ("=ђурић", {"article:1", "article:2", "tweet:1"}),
        ("=Djuric", {"brief:2"}),
        ("=DJURIC", set()),
        ("=Niš", {"profile:5"}),
        ("=NIS", {"post-2:2"}),  # the newer of two copies
        ("nis", {"post-2:2", "profile:5"}),
        ('="Marko Djuric"', {"brief:2"}),
        ("lavrov -vulin", {"brief:2", "post-1:1", "profile:7"}),
        ("rosatom OR brnabic", {"profile:4", "post-1:1"}),
        ("(rosatom OR brnabic) -moscow", {"post-1:1"}),
        ('"foreign lavrov"~2', {"post-1:1"}),
        ('"lavrov foreign"~2', {"post-1:1"}),
        ('"foreign lavrov"~1', set()),
        ("actor:lavrov actor:djuric", {"brief:2"}),
        ("with:lavrov with:vulin", {"post-2:1", "profile:5"}),
        ("says:lavrov", {"post-2:2"}),
        ("actor:vučič", {"brief:3", "article:3", "profile:7"}),
        ("type:call kind:post", {"post-1:1"}),
        ("place:vladivostok", {"profile:3"}),
        ("date:2024-05 lavrov", {"post-1:1"}),
        ("has:figure", {"brief:3", "brief:4", "profile:7"}),
        ("has:doubt lang:en", {"brief:2", "brief:4", "profile:7"}),
        ("has:note", set()),
        ("2.802", {"brief:4"}),
        ("mfa_russia", {"tweet:1"}),
    ],
)
def test_what_is_found(reader: Reader, text: str, found: set[str]) -> None:
    assert passages(reader.search(parse(text))) == found


@pytest.mark.parametrize("order", ["relevance", "date"])
def test_letter_by_letter(reader: Reader, order: str) -> None:
    for name in ("djuric", "ђурић", "джурич", "Vučić", "вучич"):
        whole = passages(reader.search(parse(name), order=order))  # type: ignore[arg-type]
        assert whole
        for stop in range(1, len(name) + 1):
            typed = passages(reader.search(parse(name[:stop]), order=order, typing=True))  # type: ignore[arg-type]
            assert whole <= typed, (name[:stop], typed)


def test_order(reader: Reader) -> None:
    newest = [hit for hit in reader.search(parse("lavrov"), order="date") if hit.kind != "actor"]
    dated = [hit.date for hit in newest if hit.date and "/" not in hit.date]
    assert dated == sorted(dated, reverse=True)
    assert [hit.date for hit in newest][-1] is None  # what has no date is last
    best = reader.search(parse("lavrov vulin"))
    assert best[0].score == 1.0
    assert all(one.score >= other.score for one, other in pairwise(best))


def test_actors_come_first(reader: Reader) -> None:
    hits = reader.search(parse("vulin"), limit=3)
    assert (hits[0].kind, hits[0].id, hits[0].label) == ("actor", "vulin", "Aleksandar Vulin")
    assert len(hits) == 3
    assert reader.search(parse("energy"))[0].kind == "passage"


def test_an_actor_hit_leads_to_the_words(reader: Reader) -> None:
    hit = reader.search(parse("ђурић"))[0]
    assert hit.source is not None
    assert hit.before + hit.match + hit.after == "Marko Đurić"
    assert hit.match == "Đurić"
    assert hit.start < hit.end
    assert reader.source(hit.source).text[hit.start : hit.end] in {
        "Marko Djuric",
        "Ђурић",
        "Марко Ђурић",
        "Джурич",
    }


def test_a_passage_hit(reader: Reader) -> None:
    hit = next(hit for hit in reader.search(parse("санкције")) if hit.kind == "passage")
    text = reader.source("article").text
    assert (hit.id, hit.source, hit.ordinal, hit.date) == ("article:2", "article", 2, "2021-11-25")
    assert [text[start:end] for start, end in hit.spans] == ["санкције"]
    assert all(hit.start <= start < end <= hit.end for start, end in hit.spans)
    assert hit.match == "санкције"
    assert hit.before.endswith(" неће уводити ")
    assert hit.after.startswith(". „Србија")
    assert hit.label == "Ђурић: Србија остаје на свом путу"


def test_a_statement_is_found_by_who_says_it(reader: Reader) -> None:
    hits = reader.search(parse("says:djuric путу OR політику OR политику"))
    assert {hit.id for hit in hits if hit.kind == "statement"} == {"st-1"}
    assert not [hit for hit in reader.search(parse("политику")) if hit.kind == "statement"]


def test_copies_are_shown_once(reader: Reader) -> None:
    hits = [hit for hit in reader.search(parse("energy")) if hit.kind == "passage"]
    assert len(hits) == 1
    assert {hits[0].source, *hits[0].also_in} == {"post-1", "post-2"}
    # a filter may leave the copy alone
    hits = [hit for hit in reader.search(parse("energy source:post-2")) if hit.kind == "passage"]
    assert [(hit.source, hit.also_in) for hit in hits] == [("post-2", ("post-1",))]


def test_limits(reader: Reader) -> None:
    assert reader.search(EMPTY) == []
    assert reader.search(parse("lavrov"), limit=0) == []
    for limit in range(1, 8):
        assert len(reader.search(parse("lavrov"), limit=limit)) == limit
    everything = reader.search(parse("lavrov"), limit=10**9)
    assert len(everything) == 1 + 5 + 5
    assert reader.count(parse("lavrov")) == {"passages": 5, "events": 5, "actors": 1}
    assert reader.count(parse('"sergey lavrov"'))["passages"] == 4
    assert reader.count(parse("actor:djuric lavrov")) == {"passages": 1, "events": 1, "actors": 0}


def test_a_filter_and_a_search(reader: Reader) -> None:
    found = reader.search(parse("date:2024") & parse("vul"), typing=True)
    assert passages(found) == {"post-2:1"}
    assert [hit.id for hit in found if hit.kind == "actor"] == ["vulin"]


def test_highlights(reader: Reader) -> None:
    text = reader.source("article").text
    assert [text[a:b] for a, b in reader.highlights(parse("djuric OR санкције"), "article")] == [
        "Ђурић", "Ђурић", "санкције", "Ђурић",
    ]  # fmt: skip
    assert [text[a:b] for a, b in reader.highlights(parse('"marko djuric"'), "article")] == ["Марко Ђурић"]
    assert [text[a:b] for a, b in reader.highlights(parse("actor:vucic"), "article")] == ["Александар Вучић"]
    assert [text[a:b] for a, b in reader.highlights(parse("vuč"), "article", typing=True)] == ["Вучић"]
    assert reader.highlights(parse("-djuric"), "article") == []
    assert reader.highlights(parse("djuric"), "no-such-source") == []
    assert reader.highlights(EMPTY, "article") == []


def test_a_phrase_does_not_run_over_a_paragraph(reader: Reader) -> None:
    assert reader.search(parse('"timeline in september"')) == []
    assert reader.highlights(parse('"timeline in september"'), "profile") == []


def one_text(path: Path, text: str) -> Reader:
    source = Source("s", "f.txt", 1, 1, "page", text, "0")
    reading = Reading(File("f.txt", "0", "text", "utf-8"), (source,), (Passage("s", 1, 0, len(text)),))
    write(path, [reading], Facts(), meta())
    return Reader(path)


def test_chinese_and_japanese_by_parts_of_words(tmp_path: Path) -> None:
    with one_text(
        tmp_path / "c.db", "中华人民共和国外交部发言人汪文斌主持例行记者会。東京タワーへ"
    ) as reader:
        for text in ("外交部", "外交", "记者会", "共和国外交", "タワー", '"文斌主持"'):
            hit = reader.search(parse(text))[0]
            assert hit.match == text.strip('"')
        assert reader.search(parse("交外")) == []
        assert reader.search(parse("外 部"))


def test_context_is_one_line_that_says_where_it_was_cut(tmp_path: Path) -> None:
    text = "word " * 60 + "needle\n\tin\u00a0a haystack " + "more " * 60
    with one_text(tmp_path / "c.db", text) as reader:
        hit = reader.search(parse("needle"))[0]
        assert hit.match == "needle"
        assert hit.before.startswith("…word ")
        assert hit.after.startswith(" in a haystack")
        assert hit.after.endswith("…")
        assert not set("\n\t") & set(hit.before + hit.match + hit.after)
        # shown where the most of the query stands together
        assert "haystack more" in reader.search(parse("word haystack more"))[0].after


_PIECES = st.sampled_from(
    ['"', "(", ")", "-", "=", "*", "~5", ":", "OR", "AND", "NOT", "NEAR(", "^", "{", "}", "words:", "tags:",
     "_x", "~q", "actor:", "date:2024", "type:call", "lavrov", "Ђурић", "北京", "\0", "\ud800", "\u202e",
     "😀", "'", ";", "--", "%", " "]
)  # fmt: skip


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(), st.lists(_PIECES).map("".join), st.lists(_PIECES).map(" ".join)), st.booleans())
def test_no_query_is_an_error(reader: Reader, text: str, typing: bool) -> None:
    query = parse(text)
    for order in ("relevance", "date"):
        hits = reader.search(query, order=order, typing=typing)  # type: ignore[arg-type]
        hasty = reader.search(query, order=order, typing=typing, hasty=True)  # type: ignore[arg-type]
        for hit in (*hits, *hasty):
            assert hit.kind in {"passage", "actor", "event", "statement"}
    for window in (
        reader.events(query),
        reader.actors(query),
        reader.statements(query),
        reader.sources(query),
    ):
        assert len(window.rows(0, 100)) == len(window)
    assert all(isinstance(near, str) for near in reader.suggest(text))
    assert reader.facets(query, typing=typing).exact
    assert reader.explain(query, typing=typing)
    assert isinstance(reader.highlights(query, "brief", typing), list)


def test_long_queries(reader: Reader) -> None:
    assert reader.search(parse("x" * 10_000)) == []
    assert reader.search(parse("lavrov " * 1400))
    assert reader.search(parse("(" * 10_000)) == []
    assert reader.search(parse("l* " * 3000), typing=True)
    assert reader.search(parse('"' + "lavrov " * 1400 + '"')) == []


def test_one_word_does_not_stand_near_itself(tmp_path: Path) -> None:
    with one_text(tmp_path / "c.db", "gas and oil") as reader:
        assert reader.search(parse('"gas gas"~3')) == []
    with one_text(tmp_path / "d.db", "gas and more gas") as reader:
        assert len(reader.search(parse('"gas gas"~3'))) == 1


def test_haste_shows_the_words_too(reader: Reader) -> None:
    """What is found while one types is the same; each line shows words that answer."""
    for text in (
        "lavrov",
        "djuric",
        "ђури",
        '"marko djuric"',
        "=Niš",
        "energy",
        "外",
        "vulin OR rosatom -gas",
    ):
        query = parse(text)
        hasty = reader.search(query, typing=True, hasty=True)
        assert {(hit.kind, hit.id) for hit in hasty} == {
            (hit.kind, hit.id) for hit in reader.search(query, typing=True)
        }
        for hit in hasty:
            if hit.kind == "passage":
                whole = reader.highlights(query, hit.source or "", typing=True)
                assert hit.match
                assert all(any(a <= start < end <= b for a, b in whole) for start, end in hit.spans), hit


def test_a_place_is_found_by_the_users_own_names(db: Path, tmp_path: Path) -> None:
    own = _beside(
        db, tmp_path, "id\tname\tkind\tstate\taliases\nvladivostok\tVladivostok\tcity\trussia\tVladik\n"
    )
    with Reader(own) as reader:
        assert passages(reader.search(parse("place:vladik"))) == {"profile:3"}


def test_a_mistake_in_the_users_tables_ends_no_search(db: Path, tmp_path: Path) -> None:
    own = _beside(
        db, tmp_path, "id\tname\tkind\tstate\taliases\nvladivostok\tX\tno such kind\tnone\tVladik\n"
    )
    with Reader(own) as reader:  # the next build tells it
        assert passages(reader.search(parse("place:vladivostok"))) == {"profile:3"}
        assert passages(reader.search(parse("place:vladik"))) == set()


def _beside(db: Path, folder: Path, places: str) -> Path:
    """Return a copy of a database beside which the user has a table of places."""
    own = folder / "corpus.db"
    own.write_bytes(db.read_bytes())
    (folder / "tables").mkdir()
    (folder / "tables" / "places.tsv").write_text(places, "utf-8")
    return own
