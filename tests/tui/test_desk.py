"""A desk answers on another thread, the newest question of each group only."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.app import App

from reltui.store import Interrupted, Missing, Reader
from reltui.tui.widgets.pages import PAGE, Pages, begin
from reltui.tui.workers.desk import Answer, Desk, Trouble


class Asker(App[None]):
    """An app that takes answers, and no more."""

    def __init__(self) -> None:
        super().__init__()
        self.troubles: list[Exception] = []

    def on_answer(self, answer: Answer) -> None:
        answer.deliver()

    def on_trouble(self, trouble: Trouble) -> None:
        self.troubles.append(trouble.error)


async def until(true: Callable[[], object]) -> None:
    for _ in range(1000):
        if true():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it did not come to pass")


@pytest.fixture
def desk(db: Path):
    desk = Desk(db, "test")
    yield desk
    desk.close()


async def test_a_job_runs_elsewhere_and_its_answer_here(desk: Desk) -> None:
    app, threads, got = Asker(), [], []
    async with app.run_test():
        here = threading.get_ident()

        def job(reader: Reader) -> str:
            threads.append(threading.get_ident())
            return reader.meta.title

        def take(title: str) -> None:
            threads.append(threading.get_ident())
            got.append(title)

        desk.ask(app, "title", job, take)
        await until(lambda: got)
        assert got == ["Test corpus"]
        assert threads[0] != here
        assert threads[1] == here


async def test_only_the_newest_of_a_group_is_answered(desk: Desk) -> None:
    app, done, gate, started = Asker(), [], threading.Event(), threading.Event()
    async with app.run_test():

        def slow(_: Reader) -> int:
            started.set()
            gate.wait(5)
            return 0

        desk.ask(app, "keys", slow, done.append)
        await until(started.is_set)
        for number in range(1, 5):
            desk.ask(app, "keys", lambda _, number=number: number, done.append)
        desk.ask(app, "other", lambda _: 99, done.append)
        gate.set()
        await until(lambda: len(done) == 2)
        await until(desk.idle)
        assert done == [4, 99]


async def test_the_query_that_is_overtaken_is_interrupted(desk: Desk) -> None:
    app, ended, started, done = Asker(), [], threading.Event(), []
    async with app.run_test():

        def endless(reader: Reader) -> None:
            # no query of a small corpus takes so long that it could be met in it for certain
            endless_sql = (
                "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
            )
            try:
                with reader._translated() as connection:
                    started.set()
                    connection.execute(endless_sql).fetchone()
            except Interrupted:
                ended.append("interrupted")
                raise

        desk.ask(app, "keys", endless, done.append)
        await until(started.is_set)
        await until(lambda: desk.ask(app, "keys", lambda _: "next", done.append) or ended)
        await until(lambda: "next" in done)
        assert ended == ["interrupted"]
        assert app.troubles == []


async def test_what_a_job_raises_reaches_who_asked_or_the_app(desk: Desk) -> None:
    app, failed = Asker(), []
    async with app.run_test():
        desk.ask(app, "one", lambda reader: reader.event("no such event"), lambda _: None, failed.append)
        await until(lambda: failed)
        assert isinstance(failed[0], KeyError)
        desk.ask(app, "two", lambda reader: reader.event("no such event"), lambda _: None)
        await until(lambda: app.troubles)
        assert isinstance(app.troubles[0], KeyError)


async def test_a_corpus_that_is_not_there_is_a_trouble_and_not_a_crash(tmp_path: Path) -> None:
    app, desk = Asker(), Desk(tmp_path / "none.db", "test")
    async with app.run_test():
        desk.ask(app, "one", lambda reader: reader.meta, lambda _: None)
        await until(lambda: app.troubles)
        assert isinstance(app.troubles[0], Missing)
    desk.close()


async def test_after_closing_nothing_is_asked_any_more(db: Path) -> None:
    app, desk, done = Asker(), Desk(db, "test"), []
    async with app.run_test():
        desk.close()
        desk.ask(app, "late", lambda _: 1, done.append)
        await asyncio.sleep(0.05)
        assert done == []


class Numbers:
    """A long window whose reads are counted."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.reads: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return self.count

    def rows(self, start: int, stop: int, /) -> list[int]:
        self.reads.append((start, stop))
        return list(range(start, min(stop, self.count)))

    def index_of(self, ident: str, /) -> int | None:
        return int(ident) if int(ident) < self.count else None


async def test_pages_read_what_is_in_view_and_no_more(desk: Desk) -> None:
    app, window, arrived = Asker(), Numbers(1_000_000), []
    async with app.run_test():
        pages = Pages(desk, app, "numbers", begin(window))
        assert pages.count == 1_000_000
        assert pages.row(5) == 5
        assert pages.row(999_999) is None
        pages.want(999_960, 999_999, lambda: arrived.append(1))
        await until(lambda: pages.row(999_999) == 999_999)
        await until(desk.idle)
        assert sum(stop - start for start, stop in window.reads) <= 4 * PAGE
        found: list[int | None] = []
        pages.find("777", found.append)
        await until(lambda: found)
        assert found == [777]


async def test_pages_forget_what_is_far_away(desk: Desk) -> None:
    app, window = Asker(), Numbers(PAGE * 200)
    async with app.run_test():
        pages = Pages(desk, app, "numbers", begin(window))
        for page in range(0, 200, 2):
            pages.want(page * PAGE, page * PAGE + 10, lambda: None)
            await until(lambda page=page: pages.row(page * PAGE) is not None)
        await until(desk.idle)
        held = sum(pages.row(page * PAGE) is not None for page in range(200))
        assert held <= 50


async def test_a_question_that_waits_for_a_rest_is_never_begun_where_the_next_one_comes(desk: Desk) -> None:
    app, begun, done = Asker(), [], []

    def job(number: int) -> Callable[[Reader], int]:
        def work(_: Reader) -> int:
            begun.append(number)
            return number

        return work

    async with app.run_test():
        desk.ask(app, "rest", job(1), done.append, after=60)
        desk.ask(app, "other", job(2), done.append)
        await until(lambda: done == [2])
        assert not desk.idle(), "it waits"
        desk.ask(app, "rest", job(3), done.append, after=0.01)
        await until(lambda: done == [2, 3])
        assert begun == [2, 3]
        await until(desk.idle)
        desk.ask(app, "rest", job(4), done.append, after=60)
        desk.drop("rest")
        assert desk.idle()


async def test_a_reader_that_is_being_closed_is_not_interrupted(desk: Desk, db: Path) -> None:
    app, closing, go_on, late, got = Asker(), threading.Event(), threading.Event(), list[str](), list[str]()

    class Slow(Reader):
        def close(self) -> None:
            super().close()
            closing.set()
            go_on.wait(10)

        def interrupt(self) -> None:
            late.append("closed" if closing.is_set() else "open")

    async with app.run_test():
        desk.renew(lambda: Slow(db))
        desk.ask(app, "hits", lambda reader: type(reader).__name__, got.append)
        await until(lambda: got)
        desk.renew()
        desk.ask(app, "hits", lambda reader: "overtaken", got.append)
        await until(closing.is_set)
        desk.ask(app, "hits", lambda reader: type(reader).__name__, got.append)
        go_on.set()
        await until(lambda: len(got) == 2)
    assert (got, late) == (["Slow", "Reader"], [])
