"""Read and extract all files of a corpus: from what is kept, in this process, or in workers where that pays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from reltui.corpus.parcel import Parcel, parcel
from reltui.corpus.work import Gathered, Told, extracted, gather, joined, read_file, remote, tables_of

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from reltui.corpus.crew import Job
    from reltui.corpus.kept import Kept
    from reltui.corpus.stock import Stock
    from reltui.read.discover import Found

Progress = Callable[[str, int, int], None]

_PAYS = 400_000  # bytes to read from which workers earn the half second that they take to start
_TOGETHER = 24_000  # bytes of files that are sent together: some tenths of a second of work
_LARGE = 500_000  # bytes of a file from which its sources may be shared out
_SHARES = 8  # of what a worker has to do: a file that is no more than one share is left whole to a worker


def gather_all(
    found: Sequence[Found],
    folder: str | None,
    kept: Kept,
    stock: Stock,
    tell: Progress,
    *,
    workers: int | None = None,
    executor: Executor | None = None,
) -> None:
    """Put what each file yields into the stock.

    `folder` is that of the user's tables. `workers` is how many processes do it (None: as many as pay);
    with `executor` the extraction runs there instead, a source at a time.
    """
    missing: list[int] = []
    for number, file in enumerate(found):
        known = kept.get(file)
        if known is None:
            missing.append(number)
        else:
            stock.take(number, parcel(file, known, tables_of(folder), keep=False))
        tell("read", number + 1, len(found))
    done = len(found) - len(missing)
    size = sum(found[number].size for number in missing)
    count = workers or (_fitting(size) if workers is None else 1)
    if executor is not None:
        finished = _on_executor(found, missing, folder, executor)
    elif count > 1 and len(missing):
        finished = _by_crew(found, missing, folder, count, lambda: tell("extract", done, len(found)))
    else:
        finished = ((number, gather(found[number], tables_of(folder))) for number in missing)
    for number, one in finished:
        packed = parcel(found[number], one, tables_of(folder)) if isinstance(one, Gathered) else one
        if packed.kept:
            kept.put_packed(found[number], packed.file.sha256 if packed.file else "", packed.kept)
        stock.take(number, packed)
        done += 1
        tell("extract", done, len(found))
    kept.only(file.name for file in found)
    stock.sort()


def _fitting(size: int) -> int:
    """Return how many workers pay for so many bytes."""
    from reltui.corpus.crew import cores

    return min(cores(), size // _PAYS + 1) if size >= _PAYS else 1


def _on_executor(
    found: Sequence[Found], missing: Sequence[int], folder: str | None, executor: Executor
) -> Iterator[tuple[int, Gathered]]:
    from functools import partial

    read = [(number, read_file(found[number])) for number in missing]
    sources = [source for _, one in read if one.reading for source in one.reading.sources]
    results = executor.map(partial(remote, folder=folder), sources, chunksize=4)
    for number, one in read:
        if one.reading is not None:
            one = joined(one, [next(results) for _ in one.reading.sources])
        yield number, one


def _by_crew(
    found: Sequence[Found], missing: Sequence[int], folder: str | None, count: int, look: Callable[[], None]
) -> Iterator[tuple[int, Gathered | Parcel]]:
    """Share the files out among worker processes; what they cannot do is done here."""
    from reltui.corpus.crew import CannotStart, Crew, Died

    shared = _Shared(found, missing, count)
    try:
        with Crew(count, folder) as crew:
            for key, result in crew.run(shared.jobs(), look):
                shared.take(key, f"it was given up: {result.why}" if isinstance(result, Died) else result)
                yield from shared.finished()
    except CannotStart:
        for number in list(shared.left):
            look()
            shared.take(number, gather_rest(found[number], shared.read_already(number), folder))
            yield from shared.finished()
    yield from shared.finished()


def gather_rest(file: Found, read: Gathered | None, folder: str | None) -> Gathered:
    """Return what a file yields, in this process; what was read of it already is not read again."""
    tables = tables_of(folder)
    return gather(file, tables) if read is None else extracted(read, tables)


class _Shared:
    """Files as tasks for workers: small ones several together, large ones a few of their sources at a time.

    What is shared out is read and packed in this process, which all workers wait for in the end. So that is done
    only with a file so large that one worker would still be busy with it when the others have nothing left.
    """

    def __init__(self, found: Sequence[Found], missing: Sequence[int], count: int) -> None:
        self._found = found
        self._large = max(_LARGE, sum(found[number].size for number in missing) // (_SHARES * count))
        self.left = dict.fromkeys(missing)
        self._read: dict[int, Gathered] = {}  # large files whose sources are being worked on
        self._results: dict[int, dict[int, Told | str]] = {}
        self._finished: list[tuple[int, Gathered | Parcel]] = []

    def jobs(self) -> Iterator[Job]:
        """Yield the jobs; large files and the standard input are read here."""
        from reltui.corpus.crew import Job

        some: list[tuple[Any, Any]] = []
        size = 0
        for number in list(self.left):
            file = self._found[number]
            if file.path is None or file.size >= self._large:
                yield from self._sources(number, file)
                continue
            some.append((number, file))
            size += file.size
            if size >= _TOGETHER:
                yield Job("files", tuple(some))
                some, size = [], 0
        if some:
            yield Job("files", tuple(some))

    def _sources(self, number: int, file: Found) -> Iterator[Job]:
        from reltui.corpus.crew import Job

        read = read_file(file)
        sources = read.reading.sources if read.reading else ()
        if not sources:
            self.take(number, read)
            return
        self._read[number], self._results[number] = read, {}
        part: list[tuple[Any, Any]] = []
        letters = 0
        for place, source in enumerate(sources):
            part.append(((number, place), source))
            letters += len(source.text)
            if letters >= _TOGETHER or place == len(sources) - 1:
                yield Job("sources", tuple(part))
                part, letters = [], 0

    def read_already(self, number: int) -> Gathered | None:
        """Return what was read of a large file."""
        return self._read.get(number)

    def take(self, key: int | tuple[int, int], result: Gathered | Parcel | Told | str) -> None:
        """Take the result of a file, or of one source of one; a sentence where there is none."""
        if isinstance(key, int):
            if not isinstance(result, Gathered | Parcel):
                result = Gathered(None, (), ((self._found[key].name, str(result)),))
            self._finish(key, result)
            return
        number, place = key
        results = self._results[number]
        results[place] = cast("Told | str", result)
        read = self._read[number]
        if read.reading is not None and len(results) == len(read.reading.sources):
            self._finish(number, joined(read, [results[place] for place in range(len(results))]))

    def _finish(self, number: int, gathered: Gathered | Parcel) -> None:
        del self.left[number]
        self._read.pop(number, None)
        self._finished.append((number, gathered))

    def finished(self) -> Iterator[tuple[int, Gathered | Parcel]]:
        """Yield the files that are done since this was last asked."""
        while self._finished:
            yield self._finished.pop(0)
