"""What can be wrong with an export."""


class BadExport(ValueError):
    """What was to be written would break its own contract; the message says in one sentence which part."""
