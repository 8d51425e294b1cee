"""How good extraction is, and how fast: the gold sets, the persons of a FRUS volume, documents a second.

    python benchmarks/extraction/extraction.py [--shared ../shared] [--spacy MODEL] [--ner MODEL]

The texts and the scorer are not part of the repository; where their folder is absent this says so and ends
with 2. spaCy's English pipeline is timed on the same texts in the same run; `--spacy` says which one (a package, or
a folder). Where only spaCy is there, an untrained pipeline of the same parts stands in for it, which is said;
where spaCy is not there, that is said. `--ner` prints the figures with that model beside the rules as well.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import frus
import gold
import speed

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Run all parts and print their tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument(
        "--spacy", metavar="MODEL", default="en_core_web_sm", help="the pipeline to time beside it"
    )
    parser.add_argument("--ner", metavar="MODEL", help="score also with this model beside the rules")
    parser.add_argument("--misses", action="store_true", help="list what was missed or wrong")
    args = parser.parse_args()
    if not (args.shared / "gold" / "score.py").is_file():
        print(
            f"{args.shared}: the gold texts and their scorer are not here; name their folder with --shared.",
            file=sys.stderr,
        )
        return 2
    for model in ("", args.ner) if args.ner else ("",):
        if model:
            print(f"\nwith the model {model} beside the rules:")
        with tempfile.TemporaryDirectory() as scratch:
            gold.table(
                args.shared / "gold", args.shared / "seeds", Path(scratch), misses=args.misses, model=model
            )
        print()
        with tempfile.TemporaryDirectory() as scratch:
            frus.table(args.shared / "corpora" / "frus", Path(scratch), model=model)
    print()
    speed.table(args.shared, args.spacy)
    speed.whole(args.shared)
    return 0


if __name__ == "__main__":
    sys.exit(main())
