"""Parts that know nothing of diplomacy: lists and texts on the line API, bars, a prompt."""
