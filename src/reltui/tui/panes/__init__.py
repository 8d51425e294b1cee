"""The three panes that are always in step: actors, chronology, source."""
