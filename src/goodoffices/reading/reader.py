"""Reads one article into reports: the way through the stages, in order.

Pure: the same article gives the same reading. Knows nothing of other articles.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from goodoffices.dossier.gazetteer import Gazetteer, load_gazetteer
from goodoffices.dossier.load import dossier_names
from goodoffices.errors import UnsupportedLanguage
from goodoffices.lexicon.date_tables import load_date_tables
from goodoffices.lexicon.load import languages, load_lexicon
from goodoffices.lexicon.quotation import QuotationTables, load_quotation, quotation_languages
from goodoffices.model.article import Article
from goodoffices.model.dates import Precision
from goodoffices.model.mention import Party
from goodoffices.model.notice import Notice, Severity
from goodoffices.model.text import Span
from goodoffices.reading.attribution import find_attributions
from goodoffices.reading.clauses import find_clauses
from goodoffices.reading.coreference import PAIR, Referents, find_home, find_sides
from goodoffices.reading.date_mentions import DateMention
from goodoffices.reading.dates import find_dates, repoint
from goodoffices.reading.document import Document, Tables, lay_out
from goodoffices.reading.draft import Draft
from goodoffices.reading.drafting import Context, draft_sentence, settle_tense
from goodoffices.reading.issues import classify
from goodoffices.reading.joining import join_drafts
from goodoffices.reading.language import LanguageTeller
from goodoffices.reading.reading import Reading
from goodoffices.reading.voices import Voice, find_author, find_voices, voice_at

NO_DOSSIER = "none"
"""In the place of a dossier's name: read on world knowledge alone."""


class Reader:
    """Reads articles in any language that there is a lexicon for.

    Args:
        dossier: Name of the process's dossier, or the path of one; NO_DOSSIER to read on world knowledge alone; None
            to take, for each article, the carried dossier two of whose parties it names, and none where it names none.
    """

    def __init__(self, *, dossier: str | None) -> None:
        self._dossier = dossier
        self._tables: dict[tuple[str, str | None], tuple[Tables, QuotationTables | None]] = {}
        self._teller = LanguageTeller(languages())

    def read(self, article: Article) -> Reading:
        """Return the reports of an article; what could not be read is told in the notices, not raised."""
        lang = article.lang or self._teller.tell(article.text)
        try:
            load_lexicon(lang)
            tables, quotation = self._tables_for(lang, self._dossier_for(article.text, lang))
        except UnsupportedLanguage as error:
            notice = Notice(stage="reading", subject=article.id, message=str(error), severity=Severity.ERROR)
            return Reading(reports=(), notices=(notice,), lang=lang)
        article = replace(article, lang=lang)
        drafts = self._drafts(article, tables, quotation)
        reports = {report.id: report for report in (draft.report(article) for draft in drafts)}
        return Reading(reports=tuple(reports.values()), notices=(), lang=lang)

    def _dossier_for(self, text: str, lang: str) -> str | None:
        """Return the name of the dossier by which an article is read; None for world knowledge alone."""
        if self._dossier == NO_DOSSIER:
            return None
        if self._dossier is not None:
            return self._dossier
        return next((name for name in dossier_names() if _names_two_parties(text, load_gazetteer(lang, name))), None)

    def _tables_for(self, lang: str, dossier: str | None) -> tuple[Tables, QuotationTables | None]:
        key = (lang, dossier)
        if key not in self._tables:
            tables = Tables(load_lexicon(lang), load_date_tables(lang), load_gazetteer(lang, dossier))
            self._tables[key] = (tables, load_quotation(lang) if lang in quotation_languages() else None)
        return self._tables[key]

    def _drafts(self, article: Article, tables: Tables, quotation: QuotationTables | None) -> list[Draft]:
        anchor = _anchor(article, tables)
        earliest = article.published.start if article.published is not None else None
        document = lay_out(article.text, tables, anchor, earliest=earliest, is_exact=_is_exact(article))
        sentences = [row.sentence for row in document.rows]
        attributions = find_attributions(article.text, sentences, quotation) if quotation is not None else []
        sides = find_sides((row.items for row in document.rows), tables.lexicon, tables.gazetteer.parties)
        told = [content for attribution in attributions for content in attribution.contents]
        _resolve(document, tables, sides, (), told)
        voices = find_voices(attributions, document.rows, tables.lexicon.roles.relatives)
        _resolve(document, tables, sides, voices, told)
        context = Context(article.text, tables.lexicon, sides, voices, partial(_point, tables=tables, anchor=anchor),
                          find_author(document.rows, voices, document.people), _in_office(document))  # fmt: skip
        cues = tables.gazetteer.find_cues(article.text)
        drafts = [draft for number, row in enumerate(document.rows) for draft in draft_sentence(row, number, context)]
        for draft in drafts:
            draft.fields["issue"] = classify(draft.evidence, draft.head, cues)
            settle_tense(draft, anchor)
        return join_drafts(drafts)


def _names_two_parties(text: str, gazetteer: Gazetteer) -> bool:
    """Return whether a text names two of a dossier's parties: by name, capital, people, or who speaks for them."""
    named = {
        name for naming in gazetteer.find(text) for entry in naming.entries for name in (entry.name, entry.stands_for)
    }
    return len(named & set(gazetteer.parties)) >= PAIR


def _resolve(
    document: Document,
    tables: Tables,
    sides: tuple[Party, ...],
    voices: Sequence[tuple[Span, Voice]],
    told: Sequence[Span],
) -> None:
    """Resolve the pronouns and groups of every row, in order."""

    def speaker_of(span: Span) -> tuple[Party, ...]:
        voice = voice_at(span, voices)
        return (voice.party,) if voice is not None else ()

    home = find_home(row.items for row in document.rows)
    referents = Referents(tables.lexicon, speaker_of, told, sides, home=home)
    for row in document.rows:
        row.led = referents.led
        row.items = referents.resolve(row.items)
        row.pair = referents.of_whose_talks()
        row.clauses = find_clauses(row.items, tables.lexicon)


def _in_office(document: Document) -> frozenset[str]:
    """Return the names of the people whom an article names with an office."""
    mentions = (item.mention for row in document.rows for item in row.items)
    held = (mention for mention in mentions if mention is not None and mention.post)
    return frozenset(party.name for mention in held for party in mention.parties)


def _point(date: DateMention, is_ahead: bool, *, tables: Tables, anchor: dt.date | None) -> DateMention:
    return repoint(date, anchor, tables.dates, future=is_ahead)


def _anchor(article: Article, tables: Tables) -> dt.date | None:
    """Return the day that relative dates count from: the publication day, or the last that it can have been.

    Where nobody gives one, the latest day that the text itself names in full: "Astana, October 14, 2022".
    """
    if article.published is not None:
        return article.published.last
    named = (date.interval for date in find_dates(article.text, tables.dates, None) if date.interval is not None)
    return max((interval.start for interval in named if interval.precision is Precision.DAY), default=None)


def _is_exact(article: Article) -> bool:
    """Return whether the day of publication is known: where it is not, "on Friday" has no date."""
    return article.published is not None and article.published.precision is Precision.DAY
