"""Somebody's words: turns, quotations, words told indirectly, posts. See `find_statements`."""

from reltui.extract.statements.finder import find_statements

__all__ = ["find_statements"]
