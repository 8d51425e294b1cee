"""Views: lists that take the place of actors and chronology, each line leading to its words."""
