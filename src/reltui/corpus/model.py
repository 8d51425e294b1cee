"""Which statistical model a corpus is built with: a row of its own tables, so that all that tables do holds for it.

A build goes by it until it is taken back, a corpus whose model changed is built anew, and a worker process is told
of it by being told where the tables are.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from reltui.resources import own_tables

NONE = "none"
"""The name that takes a model back."""


def choose(db: Path, name: str) -> None:
    """Let the corpus at `db` be built with the model of that name (`NONE`: with the rules alone) from now on.

    Raises `extract.ner.NoModel` where the model cannot be used here, and OSError where the choice cannot be written.
    """
    table = own_tables(db) / "models.tsv"
    if name == NONE:
        table.unlink(missing_ok=True)
        with suppress(OSError):  # other tables are there, or none ever were
            table.parent.rmdir()
        return
    from reltui.extract.ner import model_of

    if Path(name).is_dir():
        name = str(Path(name).resolve())
    model = model_of(name, table)
    text = f"# written by reltui build --ner; see docs/ner.md\nmodel\tversion\n{name}\t{model.version}\n"
    if table.is_file() and table.read_text(encoding="utf-8") == text:
        return
    table.parent.mkdir(parents=True, exist_ok=True)
    fresh = table.with_name(f".{table.name}.new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(table)
