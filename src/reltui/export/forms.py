"""The registry of forms: one module a form, imported when it is first used."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol

from reltui.model import Facts, Source


class Corpus(Protocol):
    """What an export reads: `store.Reader` is one."""

    def everything(self) -> tuple[list[Source], Facts]:
        """Return all sources and all facts."""
        ...


class Out(Protocol):
    """Where an export is written: any text file."""

    def write(self, text: str, /) -> object:
        """Write some text."""
        ...


@dataclass(frozen=True, slots=True)
class Form:
    """A form: `label` for menus, `description` for lists, `suffix` for file names, `module` that writes it.

    The module has `write(corpus, out)`. It raises `BadExport` before it has written anything.
    """

    label: str
    description: str
    suffix: str
    module: str

    def write(self, corpus: Corpus, out: Out) -> None:
        """Write the whole corpus."""
        function: Callable[[Corpus, Out], None] = import_module(f"reltui.export.{self.module}").write
        function(corpus, out)


FORMS: dict[str, Form] = {
    "json": Form("JSON", "one JSON object with everything and all evidence (reltui/1)", ".json", "json_form"),
}
"""Every form by its name on the command line."""


def export(reader: Corpus, form: str, out: Out) -> None:
    """Write a corpus in a form.

    Raises ValueError where there is no such form, `BadExport` (nothing is written then) where a fact is
    not what the form promises, and whatever reading and writing raise.
    """
    if form not in FORMS:
        raise ValueError(f"there is no form '{form}': choose one of {', '.join(FORMS)}")
    FORMS[form].write(reader, out)


def export_file(reader: Corpus, form: str, path: Path) -> None:
    """Write a corpus to a file, which is replaced only once the export is whole and on the disk.

    What is no file (a device, a pipe) is written to as it is. Where a link leads there, the link stays; who may
    read a file that was there already may read the new one. Raises what `export` does, and OSError where the
    file cannot be written.
    """
    path = path.resolve() if path.is_symlink() else path
    there = path.exists()
    if there and not path.is_file():
        with path.open("w", encoding="utf-8", newline="\n") as out:
            export(reader, form, out)
        return
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as out:
            if there:
                os.fchmod(out.fileno(), stat.S_IMODE(path.stat().st_mode))
            export(reader, form, out)
            out.flush()
            os.fsync(out.fileno())
        partial.replace(path)
    except OSError as error:
        if error.filename == str(partial):
            error.filename = str(path)  # which is the name that the person knows
        raise
    finally:
        partial.unlink(missing_ok=True)
