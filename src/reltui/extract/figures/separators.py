"""Which mark of a document is the decimal one, and where a single number goes its own way.

English texts write 2,802.5 and Serbian, Russian and most other European ones 2.802,5. A number such as
"2,374" fits both. It is read by the language of the text, except where that makes nonsense beside its
neighbours ("2.802 billion dollars (2,374 billion euros)") or a fraction of what comes in whole pieces.
"""

from __future__ import annotations

from collections.abc import Sequence

from reltui.extract.figures.numbers import Mark, Number

#: Languages that write a point between thousands and whole units; all others are read as English.
COMMA_DECIMAL = frozenset(
    [
        "sr",
        "hr",
        "bs",
        "sl",
        "mk",
        "bg",
        "ru",
        "uk",
        "be",
        "pl",
        "cs",
        "sk",
        "de",
        "fr",
        "es",
        "pt",
        "it",
        "nl",
        "tr",
        "ro",
        "hu",
        "da",
        "nb",
        "no",
        "sv",
        "fi",
        "el",
    ]
)
_BILLION = 1e9
_FAR = 100.0


def decimal_mark(language: str | None) -> Mark:
    """Return the decimal mark that texts in a language (BCP 47) use; a point where it is unknown."""
    return "," if language and language.partition("-")[0].lower() in COMMA_DECIMAL else "."


def settle(
    number: Number, neighbours: Sequence[Number], mark: Mark, text: str, *, whole: bool
) -> tuple[float, Mark, str | None]:
    """Return the value of a number, the decimal mark it was read with, and why where that is in doubt.

    `neighbours` are the other amounts of money or measure of the same sentence, `whole` says that what is
    counted comes in whole pieces (people), `mark` is the decimal mark of the document.
    """
    usual = number.read(mark)
    if not number.unclear:
        return usual, mark, None
    other: Mark = "," if mark == "." else "."
    turned = number.read(other)
    words = text[number.start : number.end]
    if whole and number.scale == 1 and usual != int(usual):
        return (
            turned,
            other,
            f"“{words}” cannot be a fraction here: the {_NAMES[number.unclear]} stands between thousands",
        )
    if number.scale >= _BILLION and number.unclear != mark:
        for neighbour in neighbours:
            beside = neighbour.read(mark)
            if neighbour is number or neighbour.scale < number.scale or neighbour.unclear == number.unclear:
                continue
            if beside > 0 and usual / beside >= _FAR and 1 / _FAR < turned / beside < _FAR:
                near = text[neighbour.start : neighbour.end]
                name = _NAMES[number.unclear]
                return (
                    turned,
                    other,
                    f"“{words}” stands beside “{near}”: the {name} is read as a decimal mark",
                )
    return usual, mark, None


_NAMES: dict[Mark, str] = {",": "comma", ".": "point", "": "mark"}
