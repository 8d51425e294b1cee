"""Who is named where: chunks of a sentence, titles, persons, organisations and states."""

from reltui.extract.mentions.spotter import Read, spot

__all__ = ["Read", "spot"]
