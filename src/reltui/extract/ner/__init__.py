"""Names that a statistical model finds, united with those of the rules and filtered by them (optional).

Nothing here is imported, and no model loaded, unless the tables name one (`tables.models`).
"""

from reltui.extract.ner.engine import Entity, Model, NoModel, model_of
from reltui.extract.ner.uniting import unite

__all__ = ["Entity", "Model", "NoModel", "model_of", "unite"]
