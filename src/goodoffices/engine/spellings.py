"""A question that needs no record: who is called so, in any language?"""

from goodoffices.dossier.entry import EntryKind
from goodoffices.dossier.gazetteer import load_gazetteer
from goodoffices.dossier.load import dossier_names

_LANGS = (
    ("\u0400", "\u04ff", ("ru", "uk", "kk")),
    ("\u0530", "\u058f", ("hy",)),
    ("\u0600", "\u06ff", ("ar", "fa")),
    ("\u10a0", "\u10ff", ("ka",)),
)
_LATIN = ("en", "tr", "az", "de", "fr", "es")


def english_names(text: str) -> frozenset[str]:
    """Return the usual English names of whom a name, as any language writes it, means; a capital means its state.

    Empty for a name that neither world knowledge nor a carried dossier has.
    """
    langs = next((langs for first, last, langs in _LANGS if any(first <= char <= last for char in text)), _LATIN)
    found: set[str] = set()
    for lang in langs:
        for dossier in dossier_names():
            for naming in load_gazetteer(lang, dossier).find(text):
                if len(naming.text) == len(text.strip()):
                    found.update(e.stands_for if e.kind is EntryKind.PLACE else e.name for e in naming.entries)
        if found - {""}:
            break
    return frozenset(found - {""})
