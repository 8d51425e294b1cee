"""The user's hand on the screen: marks, notes, labels and corrections, where they show and how they are made."""
