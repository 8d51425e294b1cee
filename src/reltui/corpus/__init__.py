"""Where a corpus lives and how it is built."""
