"""An office that is named without its holder stands for who held it then."""

from dataclasses import replace

import pytest
from samples import a_party, a_report, an_article

from goodoffices.model.dates import DateInterval
from goodoffices.reading.reader import Reader
from goodoffices.resolving.features import weigh
from goodoffices.resolving.holders import holder_of
from goodoffices.resolving.outline import outline
from goodoffices.resolving.together import Together
from goodoffices.resolving.whereabouts import country_of


@pytest.mark.parametrize(
    ("on", "holder"),
    [("2024-04-15", "Murat Nurtleu"), ("2022-06", "Mukhtar Tleuberdi"), ("2025", ""), ("1990-01-01", "")],
)
def test_who_held_an_office(on: str, holder: str) -> None:
    assert holder_of("foreign_minister", "Kazakhstan", DateInterval.from_iso(on)) == holder


def test_an_office_that_nobody_knows_has_no_holder() -> None:
    assert holder_of("foreign_minister", "Atlantis", DateInterval.from_iso("2024")) == ""


@pytest.mark.parametrize(("year", "may_be_one"), [("2024", True), ("2026", False)])
def test_the_minister_is_the_one_of_that_year(year: str, may_be_one: bool) -> None:
    first = an_article("a1", published=f"{year}-04-16")
    second = an_article("a2", "Another text, on the same talks of the same two ministers.", published=f"{year}-04-17")
    minister = replace(a_party("Kazakhstan"), post="foreign_minister")
    nurtleu = a_party("Murat Nurtleu", stands_for="Kazakhstan")
    by_office = a_report(first, actors=[minister, "Peru"], date=f"{year}-04-15")
    by_name = a_report(second, actors=[nurtleu, "Peru"], date=f"{year}-04-15")
    one, other = (
        Together.of(outline(report, article.published, country_of, holder_of))
        for report, article in ((by_office, first), (by_name, second))
    )
    assert (weigh(one, other) > 0) == may_be_one


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Kazakh foreign minister met Aliyev."),
        ("ru", "Министр иностранных дел Казахстана встретился с Алиевым."),
    ],
)
def test_a_report_keeps_the_office_by_which_its_article_names_a_party(lang: str, text: str) -> None:
    (report,) = Reader(dossier="armenia-azerbaijan").read(replace(an_article("a1", text), lang=lang)).reports
    assert ("Kazakhstan", "foreign_minister") in {(filler.value, filler.post) for filler in report.actors}
