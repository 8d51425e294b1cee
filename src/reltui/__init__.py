"""reltui: a terminal reading room for diplomatic sources."""

__version__ = "0.1.0"
