"""A question that needs no record: who or what is called so, in any language?"""

from collections.abc import Iterator

from goodoffices.dossier.entry import Entry, EntryKind
from goodoffices.dossier.gazetteer import load_gazetteer
from goodoffices.dossier.load import dossier_names
from goodoffices.lexicon.load_scripts import load_scripts

_WHERE = frozenset({EntryKind.PLACE, EntryKind.STATE})


def english_names(text: str) -> frozenset[str]:
    """Return the usual English names of whom a name, as any language writes it, means; a capital means its state.

    Empty for a name that neither world knowledge nor a carried dossier has.
    """
    for entries in _called(text):
        if found := {e.stands_for if e.kind is EntryKind.PLACE else e.name for e in entries} - {""}:
            return frozenset(found)
    return frozenset()


def english_names_of_places(text: str) -> frozenset[str]:
    """Return the usual English names of the places and states that a name, as any language writes it, means.

    Empty for a name that neither world knowledge nor a carried dossier has.
    """
    for entries in _called(text):
        if found := {e.name for e in entries if e.kind in _WHERE}:
            return frozenset(found)
    return frozenset()


def _called(text: str) -> Iterator[list[Entry]]:
    """Yield, for each language that the text can be of, what is called so."""
    for lang in load_scripts().script_of(text).written_by:
        namings = (naming for dossier in dossier_names() for naming in load_gazetteer(lang, dossier).find(text))
        yield [e for naming in namings if len(naming.text) == len(text.strip()) for e in naming.entries]
