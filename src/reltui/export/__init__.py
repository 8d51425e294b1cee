"""`reltui export FORM`: a whole corpus in a form that other programs read (`docs/export.md`)."""

from reltui.export.errors import BadExport
from reltui.export.forms import FORMS, Form, export, export_file

__all__ = ["FORMS", "BadExport", "Form", "export", "export_file"]
