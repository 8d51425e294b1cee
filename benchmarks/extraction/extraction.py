"""How good extraction is, and how fast: the gold sets, the persons of a FRUS volume, documents a second.

    python benchmarks/extraction/extraction.py [--shared ../shared] [--spacy]

The texts and the scorer are not part of the repository; where their folder is absent this says so and ends
with 2. `--spacy` times spaCy's English pipeline on the same texts in the same run, where it is installed.
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
    parser.add_argument("--spacy", action="store_true", help="time spaCy beside it")
    parser.add_argument("--misses", action="store_true", help="list what was missed or wrong")
    args = parser.parse_args()
    if not (args.shared / "gold" / "score.py").is_file():
        print(
            f"{args.shared}: the gold texts and their scorer are not here; name their folder with --shared.",
            file=sys.stderr,
        )
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        gold.table(args.shared / "gold", args.shared / "seeds", Path(scratch), misses=args.misses)
    print()
    frus.table(args.shared / "corpora" / "frus")
    print()
    speed.table(args.shared, with_spacy=args.spacy)
    return 0


if __name__ == "__main__":
    sys.exit(main())
