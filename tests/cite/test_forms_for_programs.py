"""BibTeX, RIS, CSL-JSON and Web Annotation: what programs read must parse, whatever the source holds."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reltui.cite import STYLES, Record, cite, quote
from reltui.cite.csl_json import item
from reltui.model.vocab import SOURCE_KINDS

from .cases import CASES, TEXT, passages, record, source

anything = st.text(
    alphabet=st.characters(exclude_categories=["Cs"])
    | st.sampled_from(list("{}\\%&$#_^~\"'<>|[]()*`@,;:-\n\r\t \x01\x02\x1b“”‘’…ђЖ中👩")),
    max_size=40,
)
maybe = st.none() | anything


@st.composite
def records(draw):
    """Records with anything in every field that comes from outside."""
    text = draw(anything.filter(str.strip))
    of = source(
        draw(st.sampled_from(SOURCE_KINDS)),
        text=text,
        path=draw(anything),
        unit=2,
        units=draw(st.sampled_from([2, 9])),
        title=draw(maybe),
        author=draw(maybe),
        publisher=draw(maybe | anything.map("@{}".format)),
        forwarded_from=draw(maybe),
        url=draw(maybe | anything.map("https://a.example/{}".format)),
        language=draw(st.sampled_from([None, "en", "sr", "ru", "ar"])),
        published=draw(
            st.sampled_from([None, "2024", "../2024-05", "2024-03~", "nonsense", "2021-11-24/2021-11-25"])
        ),
        published_basis=draw(st.sampled_from([None, "explicit", "inferred"])),
        published_why=draw(maybe),
    )
    parent = draw(st.sampled_from([None, source("article", title=draw(maybe), author=draw(maybe))]))
    return Record.of(of, passages(of), draw(st.sampled_from([(0, len(text)), None])), parent)


@settings(max_examples=40)
@given(records())
def test_every_form_stands_whatever_the_source_holds(found):
    for style in STYLES:
        for make in (cite, quote):
            text = make(found, style)
            assert text.strip()
            assert style in {"csl-json", "annotation"} or not re.search(r"[\x00-\x08\x0b-\x1f]", text)


@settings(max_examples=40)
@given(records())
def test_json_parses_and_keeps_the_words(found):
    (entry,) = json.loads(cite(found, "csl-json"))
    assert entry["id"]
    assert entry["type"]
    assert all(entry.values())
    annotation = json.loads(cite(found, "annotation"))
    for selector in annotation["target"].get("selector", ()):
        if selector["type"] == "TextQuoteSelector":
            assert selector["exact"] == found.quotation
        else:
            assert found.source.text[selector["start"] : selector["end"]] == found.quotation


@settings(max_examples=40)
@given(records())
def test_ris_is_lines_of_tags(found):
    lines = cite(found, "ris").split("\n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
    assert lines[0].startswith("TY  - ")
    assert lines[-1] == "ER  - "
    assert sum(line.startswith(("TY", "ER")) for line in lines) == 2


@settings(max_examples=40)
@given(records())
def test_bibtex_has_balanced_braces_and_no_loose_specials(found):
    text = cite(found, "bibtex")
    level = 0
    for char in text:
        level += {"{": 1, "}": -1}.get(char, 0)
        assert level >= 0
    assert level == 0
    head, *fields, last = text.split("\n")
    assert re.fullmatch(r"@(article|misc|incollection)\{[a-z0-9-]+,", head)
    assert last == "}"
    for field in fields:
        name, _, value = field.strip().partition(" = ")
        assert value.endswith(",")
        if name not in {"url", "month"}:
            assert not re.search(r"(?<!\\)[#$%&_^~\"<>|]", value)


def test_the_same_words_have_the_same_annotation_and_others_another():
    of = source("article")
    one = json.loads(cite(Record.of(of, None, (0, 9)), "annotation"))["id"]
    again = json.loads(cite(Record.of(of, None, (0, 9)), "annotation"))["id"]
    other = json.loads(cite(Record.of(of, None, (0, 8)), "annotation"))["id"]
    assert one == again != other
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", one)


def test_an_annotation_points_to_the_address_or_to_the_content_of_the_file():
    linked = json.loads(cite(CASES["article"], "annotation"))["target"]["source"]["id"]
    assert linked == "https://paper.example/1?a=1&b=2"
    unlinked = json.loads(cite(CASES["briefing-of-nobody"], "annotation"))["target"]["source"]["id"]
    assert unlinked == "ni:///sha-256;ASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4mrze8"


def test_unknown_parts_are_not_in_the_entry():
    bare = Record.of(source("briefing", language=None, script=None))
    assert set(item(bare)) == {"id", "type", "genre", "note"}
    assert "year" not in cite(bare, "bibtex")
    assert "PY" not in cite(bare, "ris")


def test_keys_tell_sources_apart():
    def key(ident: str) -> str:
        return str(item(Record.of(source("release", publisher="Ministry", id=ident)))["id"])

    assert key("saaaaaaaaaa") != key("sbbbbbbbbbb")
    assert key("saaaaaaaaaa") == "ministry-nd-aaaaaa"


NEEDS_PANDOC = pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed here")


@NEEDS_PANDOC
@pytest.mark.parametrize("case", ["article", "article-of-three", "post-of-a-dump", "document-in-a-volume"])
def test_pandoc_reads_in_bibtex_what_was_meant(case):
    done = subprocess.run(
        ["pandoc", "--from", "bibtex", "--to", "csljson"],
        input=cite(CASES[case], "bibtex"), capture_output=True, check=True, text=True, timeout=60,
    )  # fmt: skip
    (read,) = json.loads(done.stdout)
    meant = item(CASES[case])
    assert read["title"].replace('<span class="nocase">', "").replace("</span>", "") == meant["title"]
    assert [name.get("family", name.get("literal")) for name in read.get("author", [])] == [
        name["family"].removeprefix("von der ") if "family" in name else name["literal"]
        for name in meant.get("author", [])
    ]
    assert read["issued"] == meant["issued"]


@NEEDS_PANDOC
def test_pandoc_reads_special_characters_back():
    # without braces and bars: \textbraceleft and \textbar, which LaTeX has, are not among pandoc's commands
    words = r"100 % & more_less #1 $5 \b ~c^ <d> e"
    of = record(source("article", title=words, publisher=words, published="2024", text=TEXT))
    done = subprocess.run(
        ["pandoc", "--from", "bibtex", "--to", "csljson"],
        input=cite(of, "bibtex"), capture_output=True, check=True, text=True, timeout=60,
    )  # fmt: skip
    (read,) = json.loads(done.stdout)
    for field in ("title", "container-title"):
        assert re.sub(r"</?span[^>]*>", "", read[field]).replace("&lt;", "<").replace("&gt;", ">") == words


@NEEDS_PANDOC
def test_markdown_is_read_as_the_words_that_were_meant():
    words = r"*a* _b_ `c` [d](e) <f> #g | h ~i~ \j 1. k - l"
    of = record(source("article", title=words, publisher="P*Q", published="2024", language="sr"))
    done = subprocess.run(
        ["pandoc", "--from", "commonmark", "--to", "plain", "--wrap=none"],
        input=cite(of, "markdown"), capture_output=True, check=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.stdout.strip() == f"“{words},” P*Q, 2024, para. 2."
