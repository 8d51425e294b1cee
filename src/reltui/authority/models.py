"""Which statistical models are asked for names beside the rules, and what their labels mean."""

from __future__ import annotations

from typing import NamedTuple

from reltui.authority.table import Layout

KINDS = frozenset(("person", "organisation"))


class ModelRow(NamedTuple):
    """A model to ask: the package or folder of a pipeline, and its version when it was chosen."""

    model: str
    version: str


class ModelLabel(NamedTuple):
    """What a label of models means: a kind of actor."""

    label: str
    kind: str


def model(c: list[str]) -> ModelRow:
    """Make a model's row from its cells."""
    return ModelRow(c[0], c[1])


def label(c: list[str]) -> ModelLabel:
    """Make a label from its cells; raises ValueError where one is wrong."""
    if c[1] not in KINDS:
        raise ValueError(f"kind '{c[1]}' is not one of {', '.join(sorted(KINDS))}.")
    return ModelLabel(c[0], c[1])


MODELS = Layout("models.tsv", ("model", "version"), model)
LABELS = Layout("model_labels.tsv", ("label", "kind"), label)
