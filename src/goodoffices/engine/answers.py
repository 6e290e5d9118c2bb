"""Questions that need no record: what is wrong with the data, which dates a text names."""

import datetime as dt
from collections.abc import Callable, Sequence

from goodoffices.dossier.load import dossier_names, load_dossier
from goodoffices.errors import CollectedError, UsageError
from goodoffices.lexicon.date_tables import load_date_tables
from goodoffices.lexicon.load import languages, load_lexicon
from goodoffices.reading.date_mentions import DateMention
from goodoffices.reading.dates import find_dates


def check_data(names: Sequence[str]) -> list[str]:
    """Return what is wrong with the lexicons and dossiers of these names, all where none is given, one line each.

    Raises:
        UsageError: There is no lexicon and no dossier of a name.
    """
    known: dict[str, Callable[[str], object]] = {
        **dict.fromkeys(languages(), load_lexicon),
        **dict.fromkeys(dossier_names(), load_dossier),
    }
    problems: list[str] = []
    for name in names or sorted(known):
        if name not in known:
            raise UsageError(
                "no lexicon and no dossier has this name", subject=name, hint=f"There are {', '.join(known)}"
            )
        try:
            known[name](name)
        except CollectedError as error:
            problems.extend(error.problems)
    return problems


def dates_in(text: str, lang: str, published: dt.date | None) -> list[DateMention]:
    """Return the dates that a text of a language mentions, in its order, counted from its day of publication.

    Raises:
        UnsupportedLanguage: There are no date words for the language.
        LexiconError: Its date words have mistakes.
    """
    return find_dates(text, load_date_tables(lang), published)
