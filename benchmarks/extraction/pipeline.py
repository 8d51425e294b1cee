"""spaCy's full English pipeline, the yardstick of extraction: a trained one, else one of the same make.

What nobody trained tells nothing, but its arithmetic is the same: the widths, the depths and the numbers of labels
are those of spaCy's small English pipeline. It lacks two parts that look things up in tables (the attribute ruler and
the lemmatizer, a quarter of the time of the trained one), so that it is a little faster: a stricter yardstick.
"""

from __future__ import annotations

import os
from contextlib import suppress
from importlib import import_module
from typing import Any

MODEL = "en_core_web_sm"
#: For the environment of a process, before numpy is imported in it: arithmetic on one thread.
ONE_THREAD = {
    f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL", "BLIS", "VECLIB", "NUMEXPR")
}

_WIDTH = 96  # of all vectors; these and the following as in the configuration of en_core_web_sm 3.8
_LETTERS = {"NORM": 5000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 2500}  # rows of the tables of vectors
_SPACES = {"SPACY": 50, "IS_SPACE": 50}
_TAGS, _RELATIONS, _NAMES = 50, 45, 18  # labels of the tagger, the parser and the finder of names


class Absent(Exception):
    """spaCy is not here; the sentence says what to do."""


def pipeline(model: str = MODEL) -> tuple[Any, str]:
    """Return a pipeline with all of its parts, and what to call it. Raises `Absent` where spaCy is not installed.

    `model` is a package or a folder. A package whose name goes on after that is as good.
    """
    try:
        spacy: Any = import_module("spacy")  # an extra: reltui[ner]
    except ImportError:
        raise Absent("spaCy is not installed (pip install 'reltui[ner]')") from None
    installed = sorted(name for name in spacy.util.get_installed_models() if name.startswith(model))
    for name in (model, *installed):
        with suppress(OSError):  # what spaCy raises where there is no such model
            found = spacy.load(name)
            return found, f"{found.meta['lang']}_{found.meta['name']} {found.meta['version']}"
    return untrained(spacy), f"tok2vec, tagger, parser and ner, untrained, for want of {model}"


def untrained(spacy: Any) -> Any:
    """Return a pipeline of the make of spaCy's small English one, with weights that nobody trained."""
    made = spacy.blank("en")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": _WIDTH, "upstream": "tok2vec"}
    made.add_pipe("tok2vec", config={"model": _vectors(_LETTERS | _SPACES)})
    made.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    made.add_pipe("parser", config={"model": _transitions("parser", listener), "min_action_freq": 1})
    made.add_pipe("ner", config={"model": _transitions("ner", _vectors(_LETTERS))})
    example = _example(made, spacy)
    made.initialize(lambda: [example])
    return made


def _vectors(rows: dict[str, int]) -> dict[str, Any]:
    """Return the configuration of the layers that make vectors of words."""
    embed = {"@architectures": "spacy.MultiHashEmbed.v2", "attrs": list(rows), "rows": list(rows.values())}
    encode = {"@architectures": "spacy.MaxoutWindowEncoder.v2", "depth": 4, "window_size": 1}
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": embed | {"width": _WIDTH, "include_static_vectors": False},
        "encode": encode | {"width": _WIDTH, "maxout_pieces": 3},
    }


def _transitions(kind: str, vectors: dict[str, Any]) -> dict[str, Any]:
    """Return the configuration of a part that decides word by word."""
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": vectors,
    }


def _example(made: Any, spacy: Any) -> Any:
    """Return one sentence in which every label occurs."""
    count = 4 * _TAGS
    relations = [f"r{i % (_RELATIONS - 2)}" for i in range(count)]  # ROOT, and "dep" that spaCy adds
    told = {
        "tags": [f"t{i % _TAGS}" for i in range(count)],
        "heads": [max(i - 1, 0) for i in range(count)],
        "deps": ["ROOT", *relations[1:]],
        "entities": [f"U-n{i % _NAMES}" for i in range(count)],
    }
    words = made.make_doc(" ".join(f"word{i}" for i in range(count)))
    return spacy.training.Example.from_dict(words, told)


def on_one_thread() -> dict[str, str]:
    """Return the environment of a process that is to do its arithmetic on one thread."""
    return os.environ | ONE_THREAD
