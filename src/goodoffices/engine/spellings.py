"""A question that needs no record: who is called so, in any language?"""

from goodoffices.dossier.entry import EntryKind
from goodoffices.dossier.gazetteer import load_gazetteer
from goodoffices.dossier.load import dossier_names
from goodoffices.lexicon.load_scripts import load_scripts


def english_names(text: str) -> frozenset[str]:
    """Return the usual English names of whom a name, as any language writes it, means; a capital means its state.

    Empty for a name that neither world knowledge nor a carried dossier has.
    """
    found: set[str] = set()
    for lang in load_scripts().script_of(text).written_by:
        for dossier in dossier_names():
            for naming in load_gazetteer(lang, dossier).find(text):
                if len(naming.text) == len(text.strip()):
                    found.update(e.stands_for if e.kind is EntryKind.PLACE else e.name for e in naming.entries)
        if found - {""}:
            break
    return frozenset(found - {""})
