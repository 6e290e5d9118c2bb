"""Texts laid out for a test: items, clauses, frames and reports, with every table loaded only once."""

import datetime as dt
from functools import cache

from goodoffices.dossier.gazetteer import load_gazetteer
from goodoffices.lexicon.date_tables import load_date_tables
from goodoffices.lexicon.load import load_lexicon
from goodoffices.model.article import Article
from goodoffices.model.dates import DateInterval
from goodoffices.model.mention import Mention
from goodoffices.model.report import Report
from goodoffices.reading.document import Document, Row, Tables, lay_out
from goodoffices.reading.frames import Frame, find_frames
from goodoffices.reading.reader import NO_DOSSIER, Reader
from goodoffices.reading.reading import Reading
from goodoffices.reading.relations import find_relations
from goodoffices.reading.sentence import Sentence

ON = "2024-05-15"
"""A Wednesday: the day of publication where a test names no other."""


@cache
def tables(lang: str = "en") -> Tables:
    """Return a language's tables on world knowledge alone."""
    return Tables(load_lexicon(lang), load_date_tables(lang), load_gazetteer(lang, None))


@cache
def reader(dossier: str | None = NO_DOSSIER) -> Reader:
    """Return the reader for a dossier."""
    return Reader(dossier=dossier)


def document(text: str, lang: str = "en") -> Document:
    """Return a text laid out."""
    return lay_out(text, tables(lang), dt.date.fromisoformat(ON))


def mentions(text: str, lang: str = "en") -> list[Mention]:
    """Return the namings of a text, in order."""
    return [item.mention for row in document(text, lang).rows for item in row.items if item.mention is not None]


def whom(text: str, lang: str = "en") -> dict[str, list[str]]:
    """Return whom each naming of a text stands for: its words with names, each with "of" its state where it has one."""
    return {
        mention.text: [f"{p.name} of {p.stands_for}" if p.stands_for else p.name for p in mention.parties]
        for mention in mentions(text, lang)
    }


def only_row(text: str, lang: str = "en") -> Row:
    """Return the row of a text of one sentence."""
    (row,) = document(text, lang).rows
    return row


def sentence(text: str, lang: str = "en") -> Sentence:
    """Return a text of one sentence with its relations and clauses."""
    row, lexicon = only_row(text, lang), load_lexicon(lang)
    return Sentence(row.items, find_relations(row.items, lexicon), row.clauses, lexicon)


def frames(text: str, lang: str = "en") -> list[Frame]:
    """Return the frames of a text of one sentence, the longest first."""
    row = only_row(text, lang)
    return find_frames(row.items, row.clauses, load_lexicon(lang))


def article(text: str, lang: str = "en", on: str = ON) -> Article:
    """Return an article; `on` is its day of publication, empty where nobody gives one."""
    return Article(
        id=Article.id_from(text=text), text=text, lang=lang, published=DateInterval.from_iso(on) if on else None
    )


def reading(text: str, lang: str = "en", *, on: str = ON, dossier: str | None = NO_DOSSIER) -> Reading:
    """Return what reading a text gives."""
    return reader(dossier).read(article(text, lang, on))


def reports(text: str, lang: str = "en", *, on: str = ON, dossier: str | None = NO_DOSSIER) -> tuple[Report, ...]:
    """Return the reports of a text."""
    return reading(text, lang, on=on, dossier=dossier).reports


def read(text: str, lang: str = "en", *, on: str = ON, dossier: str | None = NO_DOSSIER) -> list[str]:
    """Return the reports of a text, each as one line."""
    return [str(report) for report in reports(text, lang, on=on, dossier=dossier)]
