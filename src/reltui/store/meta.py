"""What a corpus says of itself: to and from the table `meta`."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from reltui.store.errors import Damaged
from reltui.store.rows import Meta


def meta(connection: sqlite3.Connection, path: Path) -> Meta:
    """Return the meta of the database at `path`; raises `Damaged` where it is incomplete."""
    values: dict[str, str] = dict(connection.execute("SELECT name, value FROM meta").fetchall())
    try:
        return Meta(
            title=values["title"],
            built=values["built"],
            generator=values["generator"],
            schema=int(values["schema"]),
            fingerprint=values["fingerprint"],
            counts=json.loads(values["counts"]),
            inputs=tuple(json.loads(values["inputs"])),
            unreadable=tuple((name, reason) for name, reason in json.loads(values["unreadable"])),
            stamp=values["stamp"],
            left_out=tuple(json.loads(values.get("left_out", "[]"))),
        )
    except (KeyError, ValueError) as error:
        raise Damaged(path) from error


def rows(meta: Meta) -> list[tuple[str, str]]:
    """Return the meta as rows of the table."""
    return [
        ("title", meta.title),
        ("built", meta.built),
        ("generator", meta.generator),
        ("schema", str(meta.schema)),
        ("fingerprint", meta.fingerprint),
        ("stamp", meta.stamp),
        ("left_out", json.dumps(list(meta.left_out), ensure_ascii=False)),
        ("counts", json.dumps(dict(meta.counts))),
        ("inputs", json.dumps(list(meta.inputs), ensure_ascii=False)),
        ("unreadable", json.dumps([list(pair) for pair in meta.unreadable], ensure_ascii=False)),
    ]
