"""Numbers with a meaning: value, unit, qualifier, period, and which make a sum. See `find_figures`."""

from reltui.extract.figures.finder import find_figures

__all__ = ["find_figures"]
