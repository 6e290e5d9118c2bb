"""Questions that need no record: what is wrong with the data, which dates a text names."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from goodoffices.dossier.check import check
from goodoffices.dossier.load import dossier_names, load_dossier
from goodoffices.dossier.schema import Dossier
from goodoffices.errors import CollectedError, UsageError
from goodoffices.lexicon.check import check as check_lexicon
from goodoffices.lexicon.date_tables import load_date_tables
from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.lexicon.load import languages, load_lexicon
from goodoffices.reading.date_mentions import DateMention
from goodoffices.reading.dates import find_dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What checking lexicons and dossiers found; one line each, with file or name and key."""

    # What must be mended before anything is read.
    mistakes: tuple[str, ...]
    # What may be meant so and is likely a slip.
    warnings: tuple[str, ...]


def check_data(names: Sequence[str]) -> Findings:
    """Return what is wrong with the lexicons and dossiers of these names, all where none is given.

    Raises:
        UsageError: There is no lexicon and no dossier of a name.
    """
    known: dict[str, Callable[[str], object]] = {
        **dict.fromkeys(languages(), load_lexicon),
        **dict.fromkeys(dossier_names(), load_dossier),
    }
    mistakes: list[str] = []
    warnings: list[str] = []
    for name in names or sorted(known):
        if name not in known:
            hint = f"There are {', '.join(sorted(known))}"
            raise UsageError("no lexicon and no dossier has this name", subject=name, hint=hint)
        try:
            loaded = known[name](name)
        except CollectedError as error:
            mistakes.extend(f"{name}: {problem}" for problem in error.problems)
        else:
            warnings.extend(f"{name}: {line}" for line in _slips(loaded))
    return Findings(mistakes=tuple(mistakes), warnings=tuple(warnings))


def _slips(loaded: object) -> list[str]:
    if isinstance(loaded, Dossier):
        return check(loaded)
    return check_lexicon(loaded) if isinstance(loaded, Lexicon) else []


def dates_in(text: str, lang: str, published: dt.date | None) -> list[DateMention]:
    """Return the dates that a text of a language mentions, in its order, counted from its day of publication.

    Raises:
        UnsupportedLanguage: There are no date words for the language.
        LexiconError: Its date words have mistakes.
    """
    return find_dates(text, load_date_tables(lang), published)
