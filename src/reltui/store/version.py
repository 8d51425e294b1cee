"""The numbers by which a file is known as a corpus, and as one of this version."""

SCHEMA = 4
"""Raised whenever a table changes in a way that an older or a newer reltui could not read."""

KEPT = 3
"""Letters of the longest beginnings for which the finders have tokens of their own."""

APPLICATION_ID = 0x72656C74  # "relt", so that `file` and other programs can tell
