"""Titles as the styles write them: headline capitals, first words in place of a title, short forms."""

from __future__ import annotations

import re

from reltui.model import Source

FIRST_WORDS = 20
"""How many words of a post stand in for its title (APA's rule; Chicago and MLA allow more)."""

_SHORT_TITLE = 5
_ARTICLES = frozenset((
    "a", "an", "the", "and", "but", "for", "nor", "or", "so", "yet", "as", "to",
))  # fmt: skip
# prepositions of up to four letters, which Chicago 18 leaves small
_BRIEF = frozenset((
    "at", "by", "down", "from", "in", "into", "like", "near", "of", "off", "on", "onto", "out", "over",
    "past", "per", "than", "till", "up", "upon", "via", "with", "v", "vs",
))  # fmt: skip
# longer ones, which only MLA leaves small
_LONG = frozenset((
    "about", "above", "across", "after", "against", "along", "alongside", "amid", "amidst", "among",
    "amongst", "around", "before", "behind", "below", "beneath", "beside", "besides", "between", "beyond",
    "concerning", "despite", "during", "except", "following", "inside", "outside", "regarding", "since",
    "through", "throughout", "toward", "towards", "under", "underneath", "unlike", "until", "versus",
    "within", "without",
))  # fmt: skip
_SMALL = {"chicago": _ARTICLES | _BRIEF, "mla": _ARTICLES | _BRIEF | _LONG}
_WORD = re.compile(r"[^\s\-–—]+")
_LOWER = re.compile(r"""([“‘"'(\[<{¿¡]*)([^\W\d_]+(?:[’'][^\W\d_]+)?)[”’"'.,;:!?)\]>}…]*$""")
_NUMBER = re.compile(r"^(\d{1,4}[a-z]?)\.\s+(?=\S)")


def headline(title: str, style: str) -> str:
    """Return an English title with headline capitals; `style` is "chicago" or "mla".

    Only words wholly in small letters change: a name, an acronym, an address or a hashtag stays as it is.
    """
    small = _SMALL[style]
    words = list(_WORD.finditer(title))
    out = list(title)
    for index, match in enumerate(words):
        found = _LOWER.match(match[0])
        if not found or found[2] != found[2].lower():
            continue
        joined = title[: match.start()].endswith(("-", "–"))
        starts = not joined and (
            index == 0 or title[: match.start()].rstrip().endswith((":", "?", "!", ".", "—"))
        )
        ends = index == len(words) - 1
        heads = not joined and title[match.end() : match.end() + 1] == "-"  # Up-to-Date
        if found[2] in small and not (starts or ends or heads):
            continue
        at = match.start() + found.start(2)
        out[at] = title[at].upper() if len(title[at].upper()) == 1 else title[at]
    return "".join(out)


def first_words(text: str, limit: int = FIRST_WORDS) -> str:
    """Return the beginning of a text, cut between words, with "…" where it goes on."""
    words = text.split()
    if len(words) <= limit:
        return " ".join(words)
    cut = " ".join(words[:limit])
    if cut.count("(") > cut.count(")") and (whole := cut[: cut.rindex("(")].strip()):
        cut = whole  # rather than a bracket that never closes
    return cut.rstrip(" ,;:–—-") + "…"


def opening(source: Source) -> str:
    """Return the first words of a source's own text, past what only announces it; "" where there are none."""
    spoken = [
        b for b in source.blocks if b.kind in {"title", "heading", "paragraph", "item", "turn", "quote"}
    ]
    text = source.text[spoken[0].start : spoken[0].end] if spoken else source.text
    return first_words(text)


def short(title: str) -> str:
    """Return a title as in-text citations shorten it: its first words, not ending on a small one."""
    words = title.split()
    if len(words) <= _SHORT_TITLE + 1:
        return title.rstrip(".")
    kept = words[:_SHORT_TITLE]
    while len(kept) > 2 and kept[-1].casefold() in _ARTICLES | _BRIEF | _LONG:
        kept.pop()
    return " ".join(kept).rstrip(" ,;:.–—-…")


def numbered(title: str) -> tuple[str, str]:
    """Return the number and the rest of a document's title: "19. Memorandum" → ("19", "Memorandum")."""
    match = _NUMBER.match(title)
    return (match[1], title[match.end() :]) if match else ("", title)
