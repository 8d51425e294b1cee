"""Who made a source: persons whose names can be turned around, and bodies and accounts whose cannot."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reltui.cite.scripts import latin

_AND = re.compile(r"\s*;\s*|,?\s+(?:and|&|и)\s+")
_NOT_IN_NAMES = re.compile(r"[\d/@#|:()\[\]]")


@dataclass(frozen=True, slots=True)
class Creator:
    """A person (`family` and `given`), or a body or account (`family` alone, as it calls itself)."""

    family: str
    given: str = ""
    handle: str = ""
    language: str | None = None

    @property
    def person(self) -> bool:
        """Whether this is somebody whose surname comes first in a list."""
        return bool(self.given)

    @property
    def natural(self) -> str:
        """The name in its usual order, with the handle of an account: "MFA Serbia (@MFASerbia)"."""
        name = self._latin(f"{self.given} {self.family}".strip())
        return f"{name} ({self.handle})" if self.handle else name

    @property
    def inverted(self) -> str:
        """The surname first: "Kanwal, Areeba"; bodies and accounts as they are."""
        return self._latin(f"{self.family}, {self.given}") if self.person else self.natural

    @property
    def initials(self) -> str:
        """As APA lists it: "Kanwal, A.", "MFA Serbia [@MFASerbia]"."""
        if not self.person:
            name = self._latin(self.family)
            return f"{name} [{self.handle}]" if self.handle else name
        letters = " ".join(_initial(word) for word in self.given.split())
        return self._latin(f"{self.family}, {letters}")

    @property
    def initialled(self) -> str:
        """The initials first: "A. Kanwal"; bodies and accounts as they are."""
        letters = " ".join(_initial(word) for word in self.given.split())
        return self._latin(f"{letters} {self.family}") if self.person else self.short

    @property
    def short(self) -> str:
        """What an in-text citation calls it: the surname, or the whole name of a body."""
        return self._latin(self.family)

    def _latin(self, name: str) -> str:
        other = latin(name, self.language)
        return f"{name} [{other}]" if other else name


def creators(author: str | None, language: str | None) -> tuple[Creator, ...]:
    """Return the creators that an author line names: "Areeba Kanwal", "Kanwal, A.; Smith, B.", "Reuters"."""
    line = " ".join((author or "").split()).strip(" ,;")
    if not line:
        return ()
    line = re.sub(r"^by\s+(?=\w)", "", line, flags=re.IGNORECASE)
    if _is_body(line):
        return (Creator(line, language=language),)
    names = [name for name in _AND.split(line) if name]
    if len(names) == 1 or any("," in name for name in names):
        names = [part for name in names for part in _commas(name)]
    return tuple(_creator(name, language) for name in names)


def body(name: str | None, language: str | None, handle: str = "") -> tuple[Creator, ...]:
    """Return a body or account as creator; none where there is no name."""
    name = " ".join((name or "").split())
    return (Creator(name, handle=handle, language=language),) if name else ()


def _commas(line: str) -> list[str]:
    """Take a list apart at its commas, but leave "Kanwal, Areeba", a name turned around, together."""
    parts = [part.strip() for part in line.split(",") if part.strip()]
    if len(parts) == 2 and (len(parts[0].split()) == 1 or len(parts[1].split()) == 1):
        return [line]
    return parts


def _creator(name: str, language: str | None) -> Creator:
    from reltui.names import split

    parts = split(name)
    before, comma, after = name.partition(",")
    if comma and after.strip() and parts.surname:
        return Creator(before.strip(), after.strip(), language=language)
    family = " ".join((*parts.particles, parts.surname))
    given = name.removesuffix(family).strip() if family and name.endswith(family) else ""
    given = given.removeprefix(parts.title).strip()
    if not given or _is_body(name):
        return Creator(name, language=language)
    return Creator(family, given, language=language)


def _is_body(name: str) -> bool:
    """Whether a name is that of a body: turned around it would be nonsense ("Press, Associated")."""
    words = name.split()
    if _NOT_IN_NAMES.search(name) or (len(words) == 1 and "," not in name):
        return True
    if any(word in {"of", "the", "for", "The"} for word in words):
        return True
    acronyms = [len(word) > 1 and word.isalpha() and word.isupper() for word in words]
    if any(acronyms) and not all(acronyms):  # "RIA Novosti"; but "ANA MARIC" is only printed so
        return True
    known = _body_words()
    return name.casefold() in known or any(word.strip(".,").casefold() in known for word in words)


@cache
def _body_words() -> frozenset[str]:
    """Return the names of bodies and the words in them that the tables know; none without the tables."""
    from reltui.authority import BadTable, load

    tables = load()
    found: set[str] = set()
    try:
        found.update(entry.word.casefold() for entry in tables.organisation_words if entry.strength >= 2)
        for body in tables.organisations:
            found.update(name.casefold() for name in (body.name, *body.aliases))
    except (BadTable, OSError):
        pass  # a name that is not turned around, or wrongly so, is no reason to give no citation
    return frozenset(found)


def _initial(word: str) -> str:
    """Return the initial of a given name: "Areeba" → "A.", "Jean-Luc" → "J.-L."."""
    return "-".join(f"{part[0]}." for part in word.split("-") if part)
