"""Take values out of what a person may have written by hand; each mistake is one clear sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import cast

from reltui.corrections.errors import BadEntry

_LONGEST_NAME = 200


class Fields:
    """The members of one JSON object; `of` names it in messages ("the event", "the correction")."""

    def __init__(self, value: object, of: str) -> None:
        if not isinstance(value, dict):
            raise BadEntry(f"{of} should be written in braces, like {{…}}")
        self.all = cast("Mapping[str, object]", value)
        self._of = of

    def has(self, name: str) -> bool:
        """Whether there is such a member."""
        return name in self.all

    def get(self, name: str) -> object:
        """Return a member that must be there."""
        if name not in self.all:
            raise BadEntry(f"{self._of} has no “{name}”")
        return self.all[name]

    def text(self, name: str, default: str | None = None) -> str:
        """Return a member that is text; one without a default must be there and not be empty."""
        value = self.all.get(name, default) if default is not None else self.get(name)
        if not isinstance(value, str):
            raise BadEntry(f"“{name}” of {self._of} should be text in quotation marks")
        if default is None and not value.strip():
            raise BadEntry(f"“{name}” of {self._of} is empty")
        if any("\ud800" <= c <= "\udfff" for c in value):
            raise BadEntry(f"“{name}” of {self._of} has half a character in it (a surrogate)")
        return value

    def optional(self, name: str) -> str | None:
        """Return a member that is text, None where it is absent, null or empty."""
        return None if self.all.get(name) is None else (self.text(name, "") or None)

    def name(self, name: str) -> str:
        """Return a member that is a name: one line in NFC, without control characters."""
        value = " ".join(unicodedata.normalize("NFC", self.text(name)).split())
        if any(unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn") for c in value):
            raise BadEntry(f"“{name}” of {self._of} has a control character in it")
        if not any(c.isalnum() for c in value):
            raise BadEntry(f"“{name}” of {self._of} has no letter or digit in it")
        if len(value) > _LONGEST_NAME:
            raise BadEntry(f"“{name}” of {self._of} is longer than {_LONGEST_NAME} characters")
        return value

    def choice(self, name: str, known: tuple[str, ...], default: str | None = None) -> str:
        """Return a member that is one of a few words."""
        value = self.text(name, default)
        if value not in known:
            raise BadEntry(f"“{name}” of {self._of} is “{value[:40]}”, which is none of {', '.join(known)}")
        return value

    def whole(self, name: str, default: int) -> int:
        """Return a member that is a whole number."""
        value = self.all.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise BadEntry(f"“{name}” of {self._of} should be a whole number")
        return value

    def many(self, name: str, needed: bool = False) -> list[object]:
        """Return a member that is a list, empty where it is absent."""
        value = self.get(name) if needed else self.all.get(name, [])
        if not isinstance(value, list):
            raise BadEntry(f"“{name}” of {self._of} should be a list in square brackets")
        if needed and not value:
            raise BadEntry(f"“{name}” of {self._of} is empty")
        return cast("list[object]", value)
