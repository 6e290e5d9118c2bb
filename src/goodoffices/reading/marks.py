"""Marks that every stage of reading knows: the cases of a word, and the punctuation that parts phrases."""

CASES = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})
COMMAS = frozenset({",", "،"})
QUOTES = frozenset({'"', "“", "”", "«", "»"})
DASHES = frozenset({"–", "—", "-"})
FINITE = frozenset({"past", "present", "future"})
"""Tags of the forms in which a verb has a subject."""
