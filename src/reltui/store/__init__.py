"""The database of a corpus: facts go in, rows, windows and hits come out (docs/store.md).

Importing this package costs nothing: reading needs `sqlite3` alone, `sqlite_utils` is imported by `write`.
"""
