"""Notice that the files of a corpus have changed, by their sizes and times."""

from __future__ import annotations

from pathlib import Path

from reltui.corpus.builder import Progress, Report, table_folders
from reltui.corpus.changing import meta_of, update
from reltui.corpus.stamp import stamp


class Watch:
    """The files of one corpus, looked at now and then. Raises the store's errors where there is no corpus."""

    def __init__(self, db: Path) -> None:
        self._db = Path(db)
        meta = meta_of(self._db)
        self.title = meta.title
        self._inputs = meta.inputs
        self._known = meta.stamp or self._now()  # what the corpus was built of

    def changed(self) -> bool:
        """Whether something is not as it was when the corpus was built or a change last failed."""
        return self._now() != self._known

    def update(self, progress: Progress | None = None, workers: int | None = None) -> Report:
        """Bring the corpus up to date; what fails is not tried again before something else changes."""
        now = self._now()
        self._known = now
        report = update(self._db, progress, workers=workers)
        self._inputs = meta_of(self._db).inputs
        return report

    def _now(self) -> str:
        from reltui.read import Missing, discover

        now = stamp(self._inputs, table_folders(self._db))
        if now:
            return now
        try:  # a pattern must be expanded to see what answers to it
            return repr([(file.name, file.size, file.modified) for file in discover(self._inputs)])
        except Missing as error:
            return str(error)
