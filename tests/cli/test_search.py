"""`reltui search`: what is counted, and how the query is explained."""

from __future__ import annotations

import json

from tests.cli.conftest import Run


def test_facets_to_a_pipe(run: Run):
    code, out, err = run("search", "--facets", "lavrov")
    assert code == 0
    assert err == "reltui: these count 5 passages.\n"
    lines = [line.split("\t") for line in out.splitlines()]
    assert ["actor", "5", "Sergey Lavrov", "actor:lavrov"] in lines
    assert {line[0] for line in lines} == {"actor", "date", "type", "kind"}
    for _, count, _, narrower in lines:
        if narrower:
            said = run("search", "--facets", f"lavrov {narrower}")[2]
            assert f"these count {int(count):,} passages" in said


def test_facets_as_json(run: Run):
    found = json.loads(run("search", "--facets", "--json", "lavrov")[1])
    assert (found["passages"], found["exact"]) == (5, True)
    assert {"field": "actor", "value": "lavrov", "label": "Sergey Lavrov", "count": 5} in found["actors"]
    lines = [json.loads(line) for line in run("search", "--facets", "--jsonl", "lavrov")[1].splitlines()]
    assert lines == [*found["actors"], *found["years"], *found["types"], *found["kinds"]]
    one = json.loads(run("search", "--facets", "--json", "--limit", "1", "lavrov")[1])
    assert len(one["actors"]) == 1


def test_no_facets_of_nothing(run: Run):
    code, out, err = run("search", "--facets", "qqqzzz")
    assert (code, out) == (1, "")
    assert "nothing found for 'qqqzzz'" in err


def test_explained_on_stderr_with_whom_a_name_means(run: Run):
    code, out, err = run("search", "--explain", "actor:djuric")
    assert code == 0
    assert "query: names “djuric”, in any spelling\nquery:   means Marko Đurić (actor:djuric)" in err
    assert "query:" not in out
    for name in ("actors", "events", "statements", "figures", "doubts", "sources"):
        assert "query:   means Marko Đurić" in run(name, "--explain", "actor:djuric")[2], name


def test_without_a_word_that_could_be_searched_it_says_so(run: Run):
    for query in ("", "  ", "=", "-", '""', "()"):
        code, out, err = run("search", "--", query)
        assert (code, out) == (2, ""), query
        assert "no word to search for" in err


def test_where_nothing_is_found_it_says_without_which_words_something_is(run: Run):
    code, out, err = run("search", "vulin zzzqq")
    assert (code, out) == (1, "")
    assert err.startswith("reltui: nothing found for 'vulin zzzqq'. Without 'zzzqq' something is: 'vulin'.")


def test_a_long_query_is_not_said_again_whole(run: Run):
    code, _, err = run("search", "zq" * 5000)
    assert code == 1
    assert len(err) < 500
