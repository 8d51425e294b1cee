"""`cite`: what has an id has a citation, of the passage it stands on."""

from __future__ import annotations

import json

import pytest

from reltui.cite import STYLES
from tests.cli.conftest import Run


def test_the_styles_are_listed(run: Run):
    code, out, _ = run("cite", "--styles")
    assert code == 0
    assert [line.split("\t")[0] for line in out.splitlines()] == list(STYLES)


def test_a_source_is_cited(run: Run):
    code, out, _ = run("cite", "brief")
    assert code == 0
    assert "the serbian foreign minister" in out.lower()
    assert "February 14, 2025" in out


@pytest.mark.parametrize("id_", ["brief", "post-1:2", "call-may", "st-1", "f-3", "tweet"])
@pytest.mark.parametrize("style", STYLES)
def test_everything_in_every_style(run: Run, id_: str, style: str):
    code, out, err = run("cite", id_, "--style", style)
    assert (code, err) == (0, "")
    assert out.strip()
    if style in ("csl-json", "annotation"):
        json.loads(out)


def test_an_event_is_cited_once_for_each_source_that_tells_of_it(run: Run):
    cited = json.loads(run("cite", "session", "--json")[1])
    assert [one["source"] for one in cited] == ["profile", "post-2"]
    assert len({one["text"] for one in cited}) == 2


def test_a_quotation_comes_with_its_citation(run: Run):
    code, out, _ = run("cite", "f-1", "--quote")
    assert code == 0
    assert "2.802 billion dollars" in out
    assert "Russian MFA" in out


def test_a_tweet_is_quoted_in_its_article(run: Run):
    assert "Гласник" in run("cite", "tweet", "--json")[1]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["vulin"], 2, "An actor is not cited itself"),
        ([], 2, "Nothing to cite"),
        (["brief", "--style", "turabian"], 2, "chicago-note"),
        (["nothing"], 1, "nothing with the id"),
    ],
)
def test_what_cannot_be_cited_is_said(run: Run, arguments: list[str], code: int, said: str):
    got, out, err = run("cite", *arguments)
    assert (got, out) == (code, "")
    assert said in err
