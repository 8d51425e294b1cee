"""The plan of a list's lines, held against the list written out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reltui.tui.widgets.plan import Heading, Line, Plan


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    count = draw(st.integers(0, 30))
    firsts = draw(st.sets(st.integers(0, max(0, count - 1)), max_size=8)) if count else set[int]()
    return Plan(
        count,
        draw(st.integers(1, 4)),
        [Heading(first, f"h{first}") for first in sorted(firsts)],
        draw(st.integers(-1, count)),
        draw(st.integers(0, 5)),
    )


def written_out(plan: Plan) -> list[Line]:
    titles = {heading.first: heading.text for heading in plan.headings}
    lines: list[Line] = []
    for row in range(plan.count):
        if row in titles:
            lines.append(Line(row, heading=titles[row]))
        extra = plan.extra if row == plan.opened else 0
        lines += [Line(row, part) for part in range(plan.height + extra)]
    return lines


@given(plans())
def test_every_line_is_what_the_list_written_out_has_there(plan: Plan) -> None:
    lines = written_out(plan)
    assert plan.lines == len(lines)
    assert [plan.at(number) for number in range(len(lines))] == lines
    assert plan.at(len(lines)) is None
    assert plan.at(-1) is None


@given(plans())
def test_a_row_begins_where_its_first_part_stands(plan: Plan) -> None:
    lines = written_out(plan)
    for row in range(plan.count):
        start = plan.line_of(row)
        assert lines[start] == Line(row, 0)
        assert all(lines[start + part] == Line(row, part) for part in range(plan.tall(row)))


@given(plans())
def test_headings_around_a_row(plan: Plan) -> None:
    for row in range(plan.count):
        above = [heading for heading in plan.headings if heading.first <= row]
        below = [heading for heading in plan.headings if heading.first > row]
        strictly = [heading for heading in plan.headings if heading.first < row]
        assert plan.heading_of(row) == (above[-1] if above else None)
        assert plan.heading_after(row) == (below[0] if below else None)
        assert plan.heading_before(row) == (strictly[-1] if strictly else None)


def test_a_million_rows_are_asked_about_without_being_counted() -> None:
    plan = Plan(1_000_000, 1, [Heading(year * 10_000, str(year)) for year in range(100)])
    assert plan.lines == 1_000_100
    assert plan.at(1_000_099) == Line(999_999)
    assert plan.line_of(999_999) == 1_000_099
