"""Somebody's words: turns, quotations, words told indirectly, posts. What counts and what does not: `find_statements`."""

from reltui.extract.statements.finder import find_statements

__all__ = ["find_statements"]
