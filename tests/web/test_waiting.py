"""What waits for a person: readings with gaps, loose links; and what was kept, undone as a whole."""

import pytest
from samples import a_party, a_report, an_article

from goodoffices.model.act import ActKind, Modality
from goodoffices.model.report import Report
from goodoffices.record.rows import Sourced
from goodoffices.resolving.merge import merge
from goodoffices.web.pages.waiting import LOOSE, gaps_in
from web.sites import Site


def gaps(told: Report, published: str = "2024-05-11") -> tuple[str, ...]:
    head = type("Head", (), {"published": published})
    return gaps_in(merge([told], lambda _: ""), [Sourced(report=told, article=head)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "gap"),
    [
        ({"actors": []}, "nobody is named"),
        ({"actors": ["Peru"]}, "one side alone"),
        ({"actors": [a_party("Peru", at=90), a_party("Colombia", at=90)]}, "another sentence"),
        ({"modality": Modality.POSSIBLE}, "put as possible"),
        ({"date": "2024"}, "known but roughly"),
    ],
)
def test_reading_with_a_gap_says_which(told: dict[str, object], gap: str) -> None:
    article = an_article(text="x" * 200)
    assert gaps(a_report(article, date="2024-05-10")) == ()
    given = {"date": "2024-05-10", **told}
    assert [gap in one for one in gaps(a_report(article, **given))] == [True]  # type: ignore[arg-type]


def test_statement_of_one_party_has_no_gap() -> None:
    assert gaps(a_report(an_article(text="x" * 200), ActKind.DEMAND, actors=["Peru"], date="2024-05-10")) == ()


def test_queues_begin_where_most_is_missing(demo_site: Site) -> None:
    tasks = demo_site.data("/review?topic=unsure")["tasks"]
    counts = [task["reason"].count(";") for task in tasks]
    assert tasks and counts == sorted(counts, reverse=True)


def test_loose_links_show_both_ends_the_loosest_first(demo_site: Site) -> None:
    tasks = demo_site.data("/review?topic=links")["tasks"]
    sure = [float(task["reason"].partition(":")[0]) for task in tasks]
    assert tasks and sure == sorted(sure) and max(sure) < LOOSE
    assert all(task["before"]["act"] == task["one"] and task["item"]["act"] == task["other"] for task in tasks)


def test_every_judgement_on_an_act_is_undone_at_once(site: Site) -> None:
    act = site.data("/search?kind=meeting&status=held")["acts"][0]
    assert len(act["reports"]) > 1
    form = {"token": site.desk.token, "by": "R.", "reason": "read", "topic": "single", "one": act["act"]}
    kept = site.send("/review", {**form, "verdict": "confirm"})
    page = site.data(kept.headers["location"])
    assert page["done"].count(",") == len(act["reports"]) - 1
    undone = site.send("/review", {**form, "verdict": "withdraw", "one": page["done"]})
    assert undone.status_code == 303
    said = site.data("/log")["said"]
    assert [one["standing"] for one in said].count("withdrawn") == len(act["reports"])


def test_value_leads_to_its_sentence_in_one_click(demo_site: Site) -> None:
    act = demo_site.data("/search?kind=meeting&place=Almaty")["acts"][0]["act"]
    page, html = demo_site.data(f"/acts/{act}"), demo_site.page(f"/acts/{act}")
    for field in page["fields"]:
        for value in field["values"]:
            for number in value["quotes"][:8]:
                quote = page["accounts"][number - 1]["quote"]
                assert f"#{quote['report']}" in html
    row = html.partition('<table class="fields">')[2].partition("</table>")[0]
    assert row.count('href="/article?') == sum(len(v["quotes"]) for f in page["fields"] for v in f["values"])
