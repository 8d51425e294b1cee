"""Screens: the reading room, and what is laid over it for a moment."""
