"""Letters at the same place of a Cyrillic keyboard: `с` where a Latin keyboard has `c`.

Russian and Ukrainian keyboards follow one plan, Serbian and Macedonian ones another, Bulgarian ones
a third, and they contradict each other: `а` stands at F on a Russian keyboard and at A on a Serbian
one. So a layout has to be known. It is taken from the settings, from the locale, or learnt from the
first letter typed that only one of them has (`ђ`, `љ`, `ј`; `ы`, `э`, `й`).
"""

from __future__ import annotations

from typing import Literal, get_args

Layout = Literal["russian", "ukrainian", "serbian", "macedonian", "bulgarian"]
LAYOUTS: tuple[Layout, ...] = get_args(Layout)

# The letter keys of each keyboard in the order of `_LATIN`: the upper, the middle and the lower row.
# Serbian Latin keyboards have z and y changed over, and so has the Cyrillic layout made from them:
# its letters are given at the Latin letter that is printed on the same key there.
_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_ROWS: dict[Layout, str] = {
    "russian": "йцукенгшщзфывапролдячсмить",
    "ukrainian": "йцукенгшщзфівапролдячсмить",
    "serbian": "љњертѕуиопасдфгхјклзџцвбнм",
    "macedonian": "љњертѕуиопасдфгхјклзџцвбнм",
    "bulgarian": "явертъуиопасдфгхйклзьцжбнм",
}
_OWN: dict[str, Layout] = {
    **dict.fromkeys("ыэщ", "russian"),
    **dict.fromkeys("іїєґ", "ukrainian"),
    **dict.fromkeys("ђћљњџј", "serbian"),
    **dict.fromkeys("ѓќ", "macedonian"),
}
_LOCALES: dict[str, Layout] = {
    "sr": "serbian", "bs": "serbian", "cnr": "serbian", "mk": "macedonian",
    "bg": "bulgarian", "uk": "ukrainian",
}  # fmt: skip
_TABLES: dict[Layout, dict[str, str]] = {
    layout: dict(zip(row + row.upper(), _LATIN + _LATIN.upper(), strict=True))
    for layout, row in _ROWS.items()
}


def is_cyrillic(character: str) -> bool:
    """Whether this is one Cyrillic letter."""
    return len(character) == 1 and "\u0400" <= character <= "\u052f"


def latin(character: str, layout: Layout) -> str | None:
    """The Latin letter on the key that types this Cyrillic one, or None if it is on no letter key."""
    return _TABLES[layout].get(character)


def guess(character: str) -> Layout | None:
    """The layout that alone has this letter, or None where several have it."""
    return _OWN.get(character.lower())


def of_locale(locale: str) -> Layout:
    """The layout that goes with a locale such as `sr_RS.UTF-8`; Russian where nothing says otherwise."""
    language = locale.replace("-", "_").split("_", 1)[0].split(".", 1)[0].lower()
    return _LOCALES.get(language, "russian")


class Keyboard:
    """The layout in use: fixed by the settings, or learnt from what is typed."""

    def __init__(self, layout: str = "auto", locale: str = "") -> None:
        """Start with a layout by name, or with `auto` and the user's locale; `none` turns it off."""
        self._learning = layout == "auto"
        self.layout: Layout | None = of_locale(locale) if self._learning else None
        for known in LAYOUTS:
            if known == layout:
                self.layout = known

    def learn(self, text: str) -> None:
        """Take note of typed text: a letter that one layout alone has settles which it is."""
        if self._learning:
            for character in text:
                self.layout = guess(character) or self.layout

    def latin(self, character: str) -> str | None:
        """The Latin letter at the place of this Cyrillic one, or None."""
        self.learn(character)
        return latin(character, self.layout) if self.layout and is_cyrillic(character) else None
