"""As many documents as one likes out of a few real ones, no two alike: other people, other days, other paragraphs.

    python -m benchmarks.building.generate 10000 /tmp/documents [--texts FOLDER ...]

Each document begins like one of the texts and goes on with paragraphs of others, to about 500 words. Who is called
by a given name and a surname is called otherwise in each document, out of made-up people some of whom come often
(Zipf's law); days and years are moved. The same texts and number always make the same documents, and the first of
many are the same as of few.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from benchmarks.search.words import vocabulary

from reltui.resources import shipped

WORDS = 500  # of a document, about
LONGEST = 150  # words of a paragraph that is taken
PEOPLE = 20_000  # that there are to be named
FOLDER = 500  # documents of one folder
_SUFFIXES = (".txt", ".md")
_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_YEAR = re.compile(r"\b(20[012])(\d)\b")
_DAY = re.compile(
    r"\b(\d{1,2})(?= (?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
_LATER_DAY = re.compile(
    r"\b((?:January|February|March|April|May|June|July|August|September|October|November|December) )(\d{1,2})\b"
)
_ISO = re.compile(r"\b(20[012]\d)-(\d\d)-(\d\d)\b")
_NAME = re.compile(r"\b([A-ZŽĐČĆŠ][a-zžđčćš]+) ((?:[A-Z]\. )?)([A-ZŽĐČĆŠ][a-zžđčćš]{2,})\b")


class Generator:
    """Makes documents out of texts."""

    def __init__(self, texts: Sequence[str], seed: int = 5) -> None:
        self._seed = seed
        self._heads = [_HEAD.match(text) for text in texts]
        bodies = [text[head.end() :] if head else text for text, head in zip(texts, self._heads, strict=True)]
        self._parts = [
            [part for part in body.split("\n\n") if 0 < len(part.split()) <= LONGEST] for body in bodies
        ]
        self._all = [part for parts in self._parts for part in parts]
        self._given = _given_names()
        self._people = _people(random.Random(seed), sorted(self._given))
        self._fame = list(accumulate(1 / rank**0.8 for rank in range(1, PEOPLE + 1)))

    def document(self, number: int) -> str:
        """Return the `number`-th document."""
        chance = random.Random(f"{self._seed} {number}")
        first = chance.randrange(len(self._parts))
        parts = list(self._parts[first][: chance.randint(2, 6)])
        words = sum(len(part.split()) for part in parts)
        while words < WORDS:
            parts.append(chance.choice(self._all))
            words += len(parts[-1].split())
        head = self._heads[first]
        text = (head.group() if head else "") + "\n\n".join(parts)
        return self._others(self._other_days(text, chance), chance)

    def _other_days(self, text: str, chance: random.Random) -> str:
        """Move all days and years, one year of the text always to the same other one."""
        years, days = chance.randint(0, 9), chance.randint(0, 27)

        def day(number: str) -> str:
            return str((int(number) + days) % 28 + 1)

        text = _ISO.sub(lambda m: f"{m[1]}-{m[2]}-{int(day(m[3])):02d}", text)
        text = _DAY.sub(lambda m: day(m[1]), text)
        text = _LATER_DAY.sub(lambda m: m[1] + day(m[2]), text)
        return _YEAR.sub(lambda m: m[1] + str((int(m[2]) + years) % 10), text)

    def _others(self, text: str, chance: random.Random) -> str:
        """Put other people for those who are called by a given name and a surname."""
        surnames = {m[3] for m in _NAME.finditer(text) if m[1] in self._given}
        if not surnames:
            return text
        chosen = chance.choices(self._people, cum_weights=self._fame, k=len(surnames))
        now = dict(zip(sorted(surnames), chosen, strict=True))

        def full(m: re.Match[str]) -> str:
            return " ".join(now[m[3]]) if m[1] in self._given else m[0]

        text = _NAME.sub(full, text)
        alone = re.compile(rf"\b({'|'.join(map(re.escape, now))})\b")
        return alone.sub(lambda m: now[m[1]][1], text)


def _given_names() -> frozenset[str]:
    """Return the given names of the program's own table, but those that are ordinary words as well."""
    with (shipped("data") / "given_names.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return frozenset(row["name"] for row in rows if not row["flags"])


def _people(chance: random.Random, given: Sequence[str]) -> list[tuple[str, str]]:
    """Return given names and surnames of made-up people; some share either."""
    surnames = [word.title() for word in vocabulary(chance, PEOPLE)[1000:]]
    return [(chance.choice(given), chance.choice(surnames)) for _ in range(PEOPLE)]


def texts_in(folders: Sequence[Path]) -> list[str]:
    """Return the texts below some folders, in the order of their names."""
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in _SUFFIXES)
    return [path.read_text(encoding="utf-8", errors="replace") for path in files]


def documents(texts: Sequence[str], count: int) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of that many documents."""
    generator = Generator(texts)
    for number in range(count):
        yield f"{number // FOLDER:04d}/{number:06d}.md", generator.document(number)


def make(folders: Sequence[Path], count: int, out: Path) -> int:
    """Write that many documents into a folder; return how many words they have."""
    words = 0
    for name, text in documents(texts_in(folders), count):
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        words += len(text.split())
    return words


def main() -> None:
    """Write the documents of the number and to the folder given on the command line."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--texts", type=Path, nargs="+", default=[shipped("seeds")], metavar="FOLDER")
    options = parser.parse_args()
    words = make(options.texts, options.count, options.out)
    print(f"{options.count:,} documents, {words:,} words")


if __name__ == "__main__":
    main()
