"""Further fields of a report: counts, quotations, instruments, deadlines; and what must not fill them."""

import pytest

from goodoffices.model.act import ActKind
from goodoffices.model.article import Article
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ArticleId
from goodoffices.model.report import Report
from goodoffices.reading.reader import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(dossier="armenia-azerbaijan")


def read(reader: Reader, text: str, *, on: str = "2024-06-10") -> dict[ActKind, Report]:
    """Return the reports of a text by kind."""
    article = Article(id=ArticleId("t"), text=text, published=DateInterval.from_iso(on))
    return {report.kind: report for report in reader.read(article).reports}


def detail(report: Report, name: str) -> str:
    filler = report.detail(name)
    return filler.value if filler else ""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Armenia handed over four border villages to Azerbaijan on Monday.", "4 villages"),
        ("Armenia handed over 12 villages to Azerbaijan on Monday.", "12 villages"),
        ("В понедельник Армения передала Азербайджану пять приграничных сёл.", "5 villages"),
    ],
)
def test_counts_are_the_same_in_every_language(reader: Reader, text: str, value: str) -> None:
    assert detail(read(reader, text)[ActKind.TERRITORY_TRANSFER], "quantity") == value


def test_a_number_in_a_relative_clause_is_of_what_that_clause_tells(reader: Reader) -> None:
    text = (
        "Armenia and Azerbaijan met in Brussels. They agreed on the dispatch of an EU mission to the border "
        "where at least 40 soldiers were killed last month in fighting between Armenia and Azerbaijan."
    )
    found = read(reader, text)
    assert detail(found[ActKind.DEPLOYMENT], "quantity") == ""
    assert detail(found[ActKind.HOSTILITY], "casualties") == "40 soldiers"


def test_the_sidelines_are_what_the_meeting_was_beside(reader: Reader) -> None:
    text = "Armenia and Azerbaijan met in Vienna on Monday on the margins of a conference of energy ministers."
    assert detail(read(reader, text)[ActKind.MEETING], "sidelines_of").startswith("a conference")


def test_an_instrument_known_by_name_is_an_agreement_without_parties(reader: Reader) -> None:
    text = "Armenia and Azerbaijan recalled it. The Madrid Principles, which were first proposed in 2007, are old."
    proposed = read(reader, text)[ActKind.AGREEMENT]
    assert (proposed.status, detail(proposed, "document"), proposed.actors) == ("proposed", "Madrid Principles", ())


@pytest.mark.parametrize(
    ("on", "deadline"), [("2024-05-08", "2024-12-31"), ("2024-05", "2024-12-31"), ("2024/2025", "")]
)
def test_a_date_counts_where_every_day_of_publication_gives_it(reader: Reader, on: str, deadline: str) -> None:
    text = "Analyst Ali Demir said that Armenia and Azerbaijan could sign a treaty by the end of this year."
    assert detail(read(reader, text, on=on)[ActKind.PREDICTION], "deadline") == deadline


def test_an_opposition_charges_its_own_president(reader: Reader) -> None:
    text = "Opposition parties in Armenia accused Nikol Pashinyan of a surrender to Azerbaijan."
    charge = read(reader, text)[ActKind.ACCUSATION]
    assert [filler.value for filler in charge.targets] == ["Nikol Pashinyan"]
