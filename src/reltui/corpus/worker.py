"""A worker process: takes files or sources from its standard input, gives back what they yield.

Both ways go frames: eight bytes of length, then a pickle. Parent and worker are one program of one user;
nothing that comes from a file of the user's is unpickled. A worker ends when its input does, which also
happens when the parent dies.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
from typing import TYPE_CHECKING, Any, BinaryIO

from reltui.corpus.pickled import dumps
from reltui.garbage import HeldBack

if TYPE_CHECKING:
    from reltui.authority import Tables

HEAD = struct.Struct("<Q")

START = "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); " + (
    "from reltui.corpus.worker import serve; serve()"
)
"""The program of a worker: it is sent the parent's `sys.path` first, so that both run the same reltui."""


def put(stream: BinaryIO, message: object) -> None:
    """Write a frame."""
    data = dumps(message)
    stream.write(HEAD.pack(len(data)))
    stream.write(data)
    stream.flush()


def get(stream: BinaryIO) -> Any:
    """Read a frame; raises EOFError where the other side is gone."""
    head = _exactly(stream, HEAD.size)
    return pickle.loads(_exactly(stream, HEAD.unpack(head)[0]))


def _exactly(stream: BinaryIO, size: int) -> bytes:
    parts: list[bytes] = []
    while size:
        part = stream.read(size)
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def serve() -> None:
    """Answer until the input ends: ("files", [Found…]) or ("sources", [Source…]) each with a list of results.

    The first frame says where the user's tables are (or None); they are loaded once, and ("ready", None) says
    so. What stops everything (a bad table) is answered as ("raise", error).
    """
    import signal

    from reltui.corpus.work import tables_of

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is for the parent, which ends its workers
    ours = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that prints may come between frames
    try:
        tables = tables_of(get(sys.stdin.buffer))
        HeldBack(200_000, 20, 50, aside=True).begin()  # the tables stay
        put(ours, ("ready", None))
        while True:
            kind, tasks = get(sys.stdin.buffer)
            put(ours, _answer(kind, tasks, tables))
    except (EOFError, BrokenPipeError):
        os._exit(0)


def _answer(kind: str, tasks: list[Any], tables: Tables) -> tuple[str, Any]:
    from reltui.corpus.parcel import parcel
    from reltui.corpus.work import facts_of, gather

    try:
        if kind == "files":
            return kind, [parcel(found, gather(found, tables), tables, ahead=True) for found in tasks]
        return kind, [facts_of(source, tables) for source in tasks]
    except Exception as error:
        return "raise", error
