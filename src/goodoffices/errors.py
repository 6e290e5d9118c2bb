"""Every exception of the package.

    GoodOfficesError            base; says what is wrong, where, and what to do
    |-- UsageError              the call itself is wrong
    |-- ConfigurationError      stop: fix the setup
    |   |-- SettingsError
    |   |-- LexiconError        many problems, collected into one
    |   `-- DossierError        many problems, collected into one
    |-- SourceError             a file or page cannot be taken in
    |   `-- FetchError          an address gives no page, now or ever
    |-- VaultError              stop: what is kept cannot be kept, or is not what was put there
    |-- ReadingError            an article cannot be read
    |   `-- UnsupportedLanguage (skippable) no lexicon for the article's language
    |-- RecordError             the record cannot be opened or written
    |   |-- NotFound            nothing in the record has this id
    |   |-- RecordLocked        another run is writing
    |   |-- RecordVersionError  the record was made by a newer version
    |   `-- RecordUnwritable    read-only folder, full disk
    `-- Interrupted             the user stopped the run; what was read is kept

Exit statuses are class attributes, read at use: 1 something could not be read, 2 wrong use.
"""

from collections.abc import Sequence
from typing import ClassVar


class Skippable:
    """Marker: the rest of the run goes on, and the trouble becomes a stored notice."""


class GoodOfficesError(Exception):
    """Base of every error that the package raises.

    Args:
        detail: What is wrong, as a sentence without a full stop.
        subject: Where: a path, an id, a key.
        hint: What the user can do about it.
    """

    exit_status: ClassVar[int] = 1

    def __init__(self, detail: str, *, subject: str = "", hint: str = "") -> None:
        super().__init__(detail)
        self.detail = detail
        self.subject = subject
        self.hint = hint

    def __str__(self) -> str:
        where = f"{self.subject}: " if self.subject else ""
        what_to_do = f". {self.hint}" if self.hint else ""
        return f"{where}{self.detail}{what_to_do}"


class UsageError(GoodOfficesError):
    """The call itself is wrong."""

    exit_status = 2


class ConfigurationError(GoodOfficesError):
    """The setup is wrong: nothing can be done before it is mended."""

    exit_status = 2


class SettingsError(ConfigurationError):
    """A setting from the environment cannot be used."""


class CollectedError(ConfigurationError):
    """Many problems of one kind of file, found in one pass.

    Args:
        problems: One line each, "what @ file: key path".
    """

    what: ClassVar[str] = "data files"

    def __init__(self, problems: Sequence[str], *, subject: str = "", hint: str = "") -> None:
        self.problems = tuple(problems)
        listed = "".join(f"\n  - {problem}" for problem in self.problems)
        super().__init__(f"{len(self.problems)} problem(s) in {self.what}:{listed}", subject=subject, hint=hint)


class LexiconError(CollectedError):
    """A lexicon file is wrong; every problem is listed."""

    what = "the lexicon"


class DossierError(CollectedError):
    """A dossier file is wrong; every problem is listed."""

    what = "the dossier"


class SourceError(GoodOfficesError, Skippable):
    """A file or page cannot be taken in."""


class FetchError(SourceError):
    """An address gives no page.

    Args:
        is_passing: Whether it may give one another time.
    """

    def __init__(self, detail: str, *, subject: str = "", hint: str = "", is_passing: bool = False) -> None:
        super().__init__(detail, subject=subject, hint=hint)
        self.is_passing = is_passing


class VaultError(GoodOfficesError):
    """What is kept as it came cannot be kept or read, or is not what was put there."""


class ReadingError(GoodOfficesError, Skippable):
    """An article cannot be read."""


class UnsupportedLanguage(ReadingError):
    """No lexicon is there for the article's language."""


class RecordError(GoodOfficesError):
    """The record cannot be opened or written."""


class NotFound(RecordError):
    """Nothing in the record has this id."""


class RecordLocked(RecordError):
    """Another run is writing to the record."""


class RecordVersionError(RecordError):
    """The record was made by a newer version of the program."""


class RecordUnwritable(RecordError):
    """The record's place cannot be written to: read-only, or the disk is full."""


class Interrupted(GoodOfficesError):
    """The user stopped the run; what was read until then is kept."""

    exit_status = 130
