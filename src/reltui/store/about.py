"""The tags that everything in a source bears: its kind, its language, the words of its title and its like."""

from __future__ import annotations

import sqlite3
from pathlib import PurePath

from reltui.store.indexed import source_tag, source_tags, value_tag

_REMEMBERED = 4096  # sources whose tags are at hand


class About:
    """The tags that everything in a source bears, by its row number."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[int, list[str]] = {}

    def __getitem__(self, key: int) -> list[str]:
        """Return the tags of a source."""
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[key] = self._tags(key)
        return found

    def _tags(self, key: int) -> list[str]:
        kind, language, script, path, *named = self._connection.execute(
            "SELECT s.kind, s.language, s.script, f.path, s.title, s.publisher, s.author, s.forwarded_from "
            "FROM sources s JOIN files f ON f.key = s.file WHERE s.key = ?",
            (key,),
        ).fetchone()
        tags = [source_tag(key), value_tag("kind", kind)]
        if language:
            tags += [value_tag("lang", language), value_tag("lang", language.split("-")[0])]
        if script:
            tags.append(value_tag("lang", script))
        for text in filter(None, (*named, PurePath(path).name)):
            tags += source_tags(text)
        return tags
