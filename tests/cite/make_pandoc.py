"""Make `expected/pandoc/` anew: what citeproc makes of the items in `csl_items.json`.

    python tests/cite/make_pandoc.py FOLDER_WITH_CSL_STYLES

Made with pandoc 2.17.1.1 (citeproc 0.6.0.1) and the styles of the Citation Style Language project:
chicago-notes-bibliography.csl (18th edition, 2025-02-09), apa.csl (7th, 2026-02-07) and
modern-language-association.csl (9th, 2026-02-03). The items are written by hand and not by `reltui.cite`,
so that the two do not agree by construction. Each is cited with its
`locator`, which is no field of CSL but of this script ("para. 2" where none is given).
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
STYLES = {
    "chicago": "chicago-notes-bibliography.csl",
    "apa": "apa.csl",
    "mla": "modern-language-association.csl",
}


def cited(item: str, style: Path, locator: str) -> list[str]:
    """Return the lines of a document that cites one item: text, reference, note."""
    header = f"---\nbibliography: {HERE / 'csl_items.json'}\ncsl: {style}\nlang: en-US\n---\n\n"
    # -smart: what the items say is data, "..." stays three dots
    done = subprocess.run(
        ["pandoc", "--citeproc", "--from", "markdown-smart", "--to", "plain", "--wrap=none"],
        input=f"{header}X [@{item}{f', {locator}' if locator else ''}]\n",
        capture_output=True,
        check=True,
        text=True,
    )
    return [line for line in done.stdout.splitlines() if line.strip()]


def main(styles: Path) -> None:
    """Write the four files."""
    known = json.loads((HERE / "csl_items.json").read_text(encoding="utf-8"))
    items = {item["id"]: item.get("locator", "para. 2") for item in known}
    found: dict[str, dict[str, str]] = {"chicago-note": {}, "chicago-bibliography": {}, "apa": {}, "mla": {}}
    for item, locator in items.items():
        lines = cited(item, styles / STYLES["chicago"], locator)
        notes = [line.removeprefix("[1] ") for line in lines if line.startswith("[1] ")]
        found["chicago-note"][item] = notes[0]
        found["chicago-bibliography"][item] = "\n".join(lines[1 : -len(notes)])
        for name in ("apa", "mla"):
            text, *references = cited(item, styles / STYLES[name], locator)
            found[name][item] = "\n".join((*references, text.removeprefix("X ")))
    for name, entries in found.items():
        parts = [f"## {item}\n{text or '(no entry)'}\n" for item, text in entries.items()]
        (HERE / "expected" / "pandoc" / f"{name}.txt").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
