"""A question that needs no record: are two names one?"""

from goodoffices.lexicon.load_scripts import load_scripts
from goodoffices.resolving.names import NameScore, compare_names


def score_names(a: str, b: str, *, lang_a: str = "", lang_b: str = "") -> NameScore:
    """Return how alike two names are, with the tables of scripts that come with the package.

    Args:
        lang_a: Code of the language of the text in which `a` stands; empty where unknown.
        lang_b: The same for `b`.

    Raises:
        LexiconError: The tables have mistakes.
    """
    return compare_names(a, b, scripts=load_scripts(), lang_a=lang_a, lang_b=lang_b)
