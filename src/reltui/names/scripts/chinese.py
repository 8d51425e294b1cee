"""Chinese characters: Mandarin, the spellings of families overseas, and their Korean readings.

Pinyin comes from anyascii; the others from `data/names/dialects.tsv` and `data/names/hanja.tsv`.
A word is read in one tradition as a whole: 朴昌植 is Piao Changzhi or Pak Changsik, no mixture.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product

from reltui.names.orthography import Lattice, Orthography, combine
from reltui.names.scripts.latin import LATIN
from reltui.names.scripts.other import romanised
from reltui.resources import shipped

# Pinyin and, where they differ, what Wade–Giles and Palladius make of the same sounds.
_PINYIN = {
    "zh": "c|q|j", "ch": "c", "sh": "x|s", "x": "x|s|h", "q": "c|k", "j": "q|c|g|k", "z": "z|c", "c": "c",
    "r": "r|j", "y": "i", "yi": "i", "yu": "iu", "w": "v", "wu": "u", "hu": "hu|fu|u", "hua": "hua|va|fa",
    "er": "er|r|l", "e": "e|o", "ao": "au|o", "uo": "o|uo", "ai": "ai|e", "ui": "ui|uei", "ei": "ei|i|e",
    "iu": "iu|iou", "ü": "iu|u", "ong": "ong|ung", "d": "d|t", "g": "g|k", "b": "b|p", "p": "p|b",
    "k": "k", "si": "si|s|x", "shi": "xi|s|x", "zi": "zi|c", "ci": "ci|s", "de$": "d|de", "te$": "t|te",
    "ke$": "k|ke", "fu$": "f|v|fu", "bu$": "b|bu", "le$": "l|r|le", "lei$": "l|re|lei", "er$": "r|l|er",
    "l": "l|r", "ng": "ng", "ng$": "ng", "mu$": "m|mu", "pu$": "p|pu", "ge$": "g|ge", "gu$": "g|gu",
    "te": "te|t", "ke": "ke|k", "de": "de|d", "fei": "fi|fe|vi", "wei": "vei|vi|ui", "xi": "xi|si|hi",
    "ji": "qi|gi|ki|ci", "qi": "ci|ki", "fu": "fu|f|v", "bu": "bu|b", "mu": "mu|m", "gu": "gu|g",
    "ku": "ku|k", "pu": "pu|p", "he": "he|h",
}  # fmt: skip

PINYIN = Orthography(_PINYIN)


@cache
def _table(name: str) -> dict[str, tuple[str, ...]]:
    """Return character → spellings, from one of the two tables; `hanja` stands reading first."""
    found: dict[str, tuple[str, ...]] = {}
    path = shipped("data") / "names" / f"{name}.tsv"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        left, tab, right = line.partition("\t")
        if not tab:
            raise ValueError(f"{path}, line {number}: expected two columns parted by a tab")
        characters, spellings = (right, [left]) if name == "hanja" else (left, right.split())
        for character in characters:
            known = found.get(character, ())
            found[character] = tuple(dict.fromkeys((*known, *spellings)))
    return found


@lru_cache(maxsize=8192)
def _mandarin(character: str) -> tuple[str, ...]:
    return tuple(combine(PINYIN.lattice(romanised(character)), 4))


@lru_cache(maxsize=8192)
def _korean(character: str) -> tuple[str, ...]:
    return tuple(r for s in _table("hanja").get(character, ())[:2] for r in combine(LATIN.lattice(s), 2))


@lru_cache(maxsize=8192)
def _overseas(character: str) -> tuple[str, ...]:
    return tuple(r for s in _table("dialects").get(character, ())[:4] for r in combine(LATIN.lattice(s), 1))


def lattice(word: str) -> Lattice:
    """Return the readings of a word as one segment: Mandarin's first, then Korean and overseas ones."""
    found: dict[str, None] = {}
    for reading in combine([_mandarin(c) for c in word], 5):
        found[reading] = None
    for source in (_korean, _overseas):
        options = [source(c) for c in word]
        if all(options):
            for chosen in list(product(*options))[: 4 if source is _korean else 6]:
                found["".join(chosen)] = None
        elif source is _overseas and len(word) > 1 and any(options):
            mixed = [o or _mandarin(c) for o, c in zip(options, word, strict=True)]
            for chosen in list(product(*mixed))[:4]:
                found["".join(chosen)] = None
    return [tuple(found)]
