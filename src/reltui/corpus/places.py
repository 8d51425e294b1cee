"""Where corpora live: the shipped one and the user's, each in a folder of its own."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

from reltui.corpus.errors import CannotWrite

DATABASE = "corpus.db"
SHIPPED_TITLE = "Russia–Serbia"  # what the texts that ship with reltui are about

PathLike = str | os.PathLike[str]


def home() -> Path:
    """Return the folder under which corpora live on this platform; it need not exist yet.

    Raises `CannotWrite` where the system knows no home for this user.
    """
    import platformdirs

    try:
        path = platformdirs.user_data_path("reltui", appauthor=False)
    except RuntimeError:
        path = Path("~")
    if not path.is_absolute():
        raise CannotWrite(path, "this system knows no home folder for you (HOME is not set)")
    return path


def shipped() -> Path:
    """Return where the database of the shipped texts is, or would be built.

    Where the platform's folder cannot be written it is a folder for temporary files (see `notice`),
    unless a database stands in the platform's folder already that can at least be read.
    """
    return _usable("shipped")


def user(paths: Sequence[PathLike]) -> Path:
    """Return where the database of these paths is, or would be built: one folder for each set of paths."""
    from reltui.model.ids import digest, slug

    absolute = sorted({os.path.abspath(path) for path in paths})
    name = slug(Path(absolute[0]).name) if absolute else ""
    return _usable(os.path.join("corpora", f"{name or 'corpus'}-{digest(*absolute)}"))


def listed() -> list[Path]:
    """Return the databases that are kept in the platform's folder, the shipped one first; some may be unreadable."""
    root = home()
    found = [root / "shipped" / DATABASE, *sorted((root / "corpora").glob(f"*/{DATABASE}"))]
    return [path for path in found if path.exists()]


def notice(path: Path) -> str:
    """Return what to tell somebody whose corpus is not where it belongs; empty where it is."""
    if not path.is_relative_to(_refuge_path()):
        return ""
    return (
        f"your data folder cannot be written, so the corpus is kept in {path.parent} "
        "and may have to be built again next time"
    )


def _usable(folder: str) -> Path:
    try:
        wanted = home() / folder / DATABASE
    except CannotWrite:
        return _refuge() / folder / DATABASE
    if _writable(wanted.parent) or os.access(wanted, os.R_OK):
        return wanted
    return _refuge() / folder / DATABASE


def _writable(folder: Path) -> bool:
    """Whether files can be made in a folder, or the folder itself can be made."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def _refuge_path() -> Path:
    return Path(tempfile.gettempdir()) / f"reltui-{os.getuid()}"


def _refuge() -> Path:
    """Return a folder for temporary files that is nobody else's; raises `CannotWrite` without one."""
    path = _refuge_path()
    try:
        path.mkdir(mode=0o700, exist_ok=True)
        state = path.lstat()
    except OSError as error:
        raise CannotWrite(path, error.strerror or "the folder cannot be made") from error
    if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.getuid() or state.st_mode & 0o022:
        raise CannotWrite(path, "the folder belongs to somebody else")
    return path
