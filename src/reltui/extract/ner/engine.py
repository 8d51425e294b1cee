"""Statistical models behind one small interface: texts in, spans with labels out. The engine is spaCy.

Of the libraries that find names, spaCy is the one that is maintained, free (MIT), runs on the processor without
a deep-learning framework and has its models as packages of files, so that nothing is fetched while it works.
Stanza, Flair and GLiNER need PyTorch and load their models from a hub.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from reltui.authority import BadTable

#: Parts of a pipeline that say nothing of names: they would cost three quarters of the time.
_OTHERS = (
    "tagger",
    "morphologizer",
    "parser",
    "senter",
    "attribute_ruler",
    "lemmatizer",
    "trainable_lemmatizer",
)
_FINDERS = frozenset(("ner", "beam_ner", "entity_ruler", "span_ruler"))


class Entity(NamedTuple):
    """Something named at [start, end) of a text, with the model's own label."""

    start: int
    end: int
    label: str


class Model(Protocol):
    """What finds names in texts."""

    @property
    def name(self) -> str:
        """What it is called; mentions that it helped to find say so."""
        ...

    @property
    def version(self) -> str:
        """Its version, "" where it has none."""
        ...

    @property
    def language(self) -> str:
        """The language (BCP 47) of the texts it was made for, "xx" for any."""
        ...

    def entities(self, texts: Sequence[str]) -> Iterator[list[Entity]]:
        """Yield what is named in each text, in order."""
        ...


class NoModel(BadTable):
    """A model cannot be used; the reason says what is missing and what to do."""


@cache
def model_of(name: str, table: Path = Path("models.tsv")) -> Model:
    """Return the model of that name, loaded once a process; `table` is where it was asked for.

    Raises `NoModel` where spaCy or the model is missing, or the model is none that finds names.
    """
    try:
        spacy: Any = import_module("spacy")  # an extra: reltui[ner]
    except ImportError:
        raise NoModel(
            table, 0, f"the model '{name}' needs spaCy, which is not installed: pip install 'reltui[ner]'."
        ) from None
    try:
        pipeline: Any = spacy.load(name, exclude=list(_OTHERS))
    except OSError:
        raise NoModel(
            table,
            0,
            f"there is no model '{name}' here: install its package (python -m spacy download {name}), or give the "
            "folder of a pipeline, or take it back with reltui build --ner none.",
        ) from None
    except Exception as error:
        said = str(error).partition("\n")[0]
        raise NoModel(
            table, 0, f"the model '{name}' cannot be loaded by this version of spaCy: {said}"
        ) from None
    if _FINDERS.isdisjoint(pipeline.pipe_names):
        raise NoModel(
            table, 0, f"the model '{name}' finds no names: it has none of {', '.join(sorted(_FINDERS))}."
        )
    return _Spacy(name, pipeline)


class _Spacy:
    """A spaCy pipeline."""

    def __init__(self, name: str, pipeline: Any) -> None:
        self.name = Path(name).name
        self.version = str(pipeline.meta.get("version", ""))
        self.language = str(pipeline.lang)
        self._pipeline = pipeline

    def entities(self, texts: Sequence[str]) -> Iterator[list[Entity]]:
        for doc in self._pipeline.pipe(texts):
            yield [Entity(e.start_char, e.end_char, e.label_) for e in doc.ents]
