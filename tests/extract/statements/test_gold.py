"""Statements of the annotated texts: the right words by the right speaker, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reltui.authority import load
from reltui.extract import extract
from reltui.read import discover, read

ROOT = Path(__file__).resolve().parents[3]
GOLD = ROOT.parent / "shared" / "gold"
TEXTS = {"seeds": ROOT / "seeds", "dev": GOLD / "dev-texts"}


def _plain(text: str) -> str:
    for marks, plain in (('“”„«»"', ""), ("‘’", "'"), ("‐‑–—", "-")):
        for mark in marks:
            text = text.replace(mark, plain)
    return " ".join(text.split()).casefold()


@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated texts are not beside this checkout")
@pytest.mark.parametrize(("which", "least"), [("seeds", 0.95), ("dev", 0.95)])
def test_words_and_speakers_agree_with_the_annotation(which: str, least: float) -> None:
    wanted = hit = ours = right = 0
    for path in sorted((GOLD / which).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        surfaces = {a["id"]: {_plain(s) for s in a["surfaces"]} for a in gold["actors"]}
        (found,) = discover([TEXTS[which] / f"{path.stem}.txt"])
        left = list(gold["statements"])
        wanted += sum(not s.get("optional") for s in left)
        for source in read(found).sources:
            extraction = extract(source, load())
            for draft in extraction.statements:
                words = _plain(source.text[draft.spans[0][0] : draft.spans[0][1]])
                speaker = extraction.spots[draft.speaker].surface if draft.speaker is not None else None
                ours += 1
                for one in left:
                    names = surfaces.get(one["speaker"], set()) if one["speaker"] else {None}
                    same = (_plain(speaker) if speaker else None) in names or one["speaker"] is speaker
                    if same and 0 <= words.find(_plain(one["start"]).rstrip(",. ")) <= 40:
                        left.remove(one)
                        right += 1
                        hit += not one.get("optional")
                        break
    assert wanted > 10
    precision, recall = right / ours, hit / wanted
    assert 2 * precision * recall / (precision + recall) >= least
