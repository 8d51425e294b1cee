"""The command line: one command a module under `commands/`, none of which imports Textual.

`guard` turns every failure into a sentence and an exit code, `route` finds the command that was
meant, `options` holds what commands share, `output` writes tables, tab-separated lines and JSON.
"""
