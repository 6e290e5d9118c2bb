"""Every entry of every lexicon reads its own examples as it promises, and does not read what it must not."""

from collections.abc import Iterator

import pytest

from goodoffices.lexicon.load import languages, load_lexicon
from goodoffices.lexicon.schema import Expression
from goodoffices.model.article import Article
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ArticleId
from goodoffices.model.report import Report
from goodoffices.reading.reader import Reader

DOSSIER = "armenia-azerbaijan"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(dossier=DOSSIER)


def _entries() -> Iterator[tuple[str, Expression]]:
    for lang in languages():
        for expression in load_lexicon(lang).expressions:
            yield lang, expression


def _read(reader: Reader, lang: str, text: str, on: str = "2024-05-12") -> tuple[Report, ...]:
    article = Article(id=ArticleId("example"), text=text, lang=lang, published=DateInterval.from_iso(on))
    return reader.read(article).reports


@pytest.mark.parametrize(("lang", "entry"), [pytest.param(lang, e, id=e.id) for lang, e in _entries()])
def test_entry_reads_its_examples(reader: Reader, lang: str, entry: Expression) -> None:
    for example in entry.yes:
        read = [str(report) for report in _read(reader, lang, example.text, example.on) if entry.id in report.read_by]
        assert any(line.startswith(example.reads) for line in read), f"{example.text!r} is read as {read}"


@pytest.mark.parametrize(("lang", "entry"), [pytest.param(lang, e, id=e.id) for lang, e in _entries() if e.no])
def test_entry_does_not_read_what_it_must_not(reader: Reader, lang: str, entry: Expression) -> None:
    for text in entry.no:
        read = [str(report) for report in _read(reader, lang, text) if entry.id in report.read_by]
        assert not read, f"{text!r} is read as {read}"
