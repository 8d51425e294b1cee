"""Copying, by the way that works at the place one is in, and never claimed without it.

The routes and their order are described in `docs/copying.md`.
"""

from reltui.present.clipboard.copying import Copied, copy
from reltui.present.clipboard.last import last_copy_file
from reltui.present.clipboard.place import Place
from reltui.present.clipboard.terminal import LIMIT, terminal_writer

__all__ = ["LIMIT", "Copied", "Place", "copy", "last_copy_file", "terminal_writer"]
