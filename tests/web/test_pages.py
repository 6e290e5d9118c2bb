"""Every page as HTML and as JSON: whole, linked, and the same in both."""

import re

import pytest

from goodoffices.web.pages.ledgers import LEDGERS
from web.sites import Site, links_of

PAGES = [
    "/", "/?lanes=issue", "/timeline", "/timeline?since=2022&until=2024&lanes=issue", "/positions", "/network",
    "/network?by=people", "/brief", "/search", "/search?lang=en&status=held", "/sources", "/review",
    "/review?topic=single", "/review?topic=differences", "/log", *(f"/ledgers/{key}" for key in LEDGERS),
]  # fmt: skip


@pytest.mark.parametrize("address", [*PAGES, "/add"])
def test_page_and_its_json_agree(site: Site, address: str) -> None:
    html, data = site.page(address), site.data(address)
    title = re.search(r"<title>(.*?) · Good Offices</title>", html)
    assert title is not None and title[1].startswith(data["title"].split("'")[0])
    path, _, query = address.partition("?")
    by_ending = site.client.get(f"{'/index' if path == '/' else path}.json?{query}")
    assert by_ending.headers["content-type"] == "application/json"
    assert set(by_ending.json()) == set(data)


@pytest.mark.parametrize("address", PAGES)
def test_pages_of_an_empty_record_say_so(empty_site: Site, address: str) -> None:
    html = empty_site.page(address)
    assert (
        'class="none"' in html
        or "Nothing has been read yet" in html
        or "Nothing is reported" in html
        or ("Nothing with a day" in html)
    )


def test_no_link_of_the_main_pages_is_dead(demo_site: Site) -> None:
    # One address of each kind: a filter leads to pages of the same kind.
    kinds: dict[str, str] = {}
    for address in (*PAGES, "/add"):
        for link in links_of(demo_site.page(address)):
            kinds.setdefault(re.sub(r"=[^&]*|(?<=/acts/)k.*", "", link), link)
    assert len(kinds) > 40
    for link in kinds.values():
        assert demo_site.client.get(link).status_code == 200, link


def test_overview_tells_what_is_new_open_and_different(demo_site: Site) -> None:
    data = demo_site.data("/")
    assert data["today"] == "2024-05-13"
    assert data["new"] and data["open_offers"] and data["differences"] and data["timeline"]["drawing"]["lanes"]
    assert all(offer["state"] in ("unanswered", "accepted on a condition", "accepted and refused")
               for offer in data["open_offers"])  # fmt: skip


def test_what_is_new_counts_from_the_visit_before(site: Site) -> None:
    assert site.data("/")["is_since_visit"] is False
    assert site.data("/")["is_since_visit"] is True
    assert site.data("/?new_since=2024-05-12")["new_since"] == "2024-05-12"


def test_first_page_is_light(demo_site: Site) -> None:
    weight = len(demo_site.client.get("/").content)
    weight += sum(
        len(demo_site.client.get(f"/static/{name}").content) for name in ("style.css", "timeline.js", "sign.svg")
    )
    assert weight < 400_000


def test_act_shows_values_with_quotations_and_the_links(site: Site) -> None:
    offer = site.data("/ledgers/offers")["lines"][0]["item"]["act"]
    page = site.data(f"/acts/{offer}")
    assert page["item"]["sentence"].startswith("Ecuador offered")
    assert page["after"] and page["after"][0]["reason"]
    assert [given["words"] for field in page["fields"] if field["field"] == "place" for given in field["values"]] == [
        "Quito"
    ]
    quote = page["accounts"][0]["quote"]
    html = site.page(f"/acts/{offer}")
    link = next(link for link in links_of(html) if link.startswith("/article"))
    assert f'id="{quote["report"]}"' in site.page(link)
    assert quote["report"] in link


def test_report_leads_to_its_act(site: Site) -> None:
    offer = site.data("/ledgers/offers")["lines"][0]["item"]
    assert site.data(f"/acts/{offer['reports'][0]}")["item"]["act"] == offer["act"]


def test_article_in_pieces_is_the_text_as_kept(demo_site: Site) -> None:
    hit = demo_site.data("/search?q=Almaty")["articles"][0]
    page = demo_site.data(f"/article?id={hit['article']}")
    with demo_site.desk.view() as view:
        (head,) = [one for one in view.versions_of(hit["article"]) if one.is_current]
        assert "".join(piece["text"] for piece in page["pieces"]) == view.text(head)
    assert page["reports"] and all(one["read_by"] for one in page["reports"])
    assert page["others"]


def test_search_narrows_by_every_filter(demo_site: Site) -> None:
    everything = demo_site.data("/search")["count"]
    for query in ("party=Пашинян", "issue=peace_treaty", "kind=meeting", "since=2024-05", "lang=ru", "status=held"):
        page = demo_site.data(f"/search?{query}")
        assert 0 < page["count"] < everything, query
    assert {item["kind"] for item in demo_site.data("/search?kind=meeting")["acts"]} == {"meeting"}
    assert all("ru" in item["langs"] for item in demo_site.data("/search?lang=ru")["acts"])


def test_acts_found_come_with_words_in_the_language_that_is_asked_for(demo_site: Site) -> None:
    page, html = demo_site.data("/search?lang=ar"), demo_site.page("/search?lang=ar")
    assert len(page["quotations"]) == len(page["acts"]) > 0
    assert {one["lang"] for one in page["quotations"]} == {"ar"}
    for act, quotation in zip(page["acts"], page["quotations"], strict=True):
        assert quotation["report"] in act["reports"] and f"#{quotation['report']}" in html


def test_search_for_words_finds_articles_and_marks_them(demo_site: Site) -> None:
    page = demo_site.data("/search?q=Алматы")
    assert page["articles"] and all(any(hit for _, hit in one["snippet"]) for one in page["articles"])
    assert "<mark>" in demo_site.page("/search?q=Алматы")


@pytest.mark.parametrize(
    "address", ["/search?party=Nobody+Known", "/brief?since=nonsense", "/timeline?since=2024&until=2023"]
)
def test_filter_that_means_nothing_says_so_on_the_page(site: Site, address: str) -> None:
    assert 'class="problem"' in site.page(address)


@pytest.mark.parametrize(("address", "status"), [
    ("/acts/k0000", 404), ("/article?id=none", 404), ("/ledgers/none", 404), ("/none", 404), ("/brief.md?since=x", 400),
    ("/static/../app.py", 404), ("/?new_since=x", 400),
])  # fmt: skip
def test_what_is_not_there_is_an_error_page(site: Site, address: str, status: int) -> None:
    assert "Traceback" not in site.page(address, status)


def test_ledger_is_filtered_by_what_came_of_it(demo_site: Site) -> None:
    page = demo_site.data("/ledgers/offers?state=unanswered")
    assert page["lines"] and {line["state"] for line in page["lines"]} == {"unanswered"}
    assert len(page["states"]) > 1


def test_brief_of_one_issue_is_numbered_anew(demo_site: Site) -> None:
    whole, chosen = demo_site.data("/brief")["brief"], demo_site.data("/brief?issue=constitution")["brief"]
    assert 0 < chosen["entry_count"] < whole["entry_count"]
    assert [one["number"] for one in chosen["quotations"]] == list(range(1, len(chosen["quotations"]) + 1))
    markdown = demo_site.client.get("/brief.md?issue=constitution")
    assert markdown.headers["content-disposition"].startswith("attachment")
    assert set(re.findall(r"\[(\d+)\]", markdown.text)) == {str(one["number"]) for one in chosen["quotations"]}
    assert demo_site.client.get("/brief.html").text.startswith("<!doctype html>")


def test_quotations_have_their_language_and_direction(demo_site: Site) -> None:
    acts = demo_site.data("/search?lang=ar&kind=meeting")["acts"]
    html = demo_site.page(f"/acts/{acts[0]['act']}")
    assert '<blockquote lang="ar" dir="auto">' in html


def test_api_describes_itself(site: Site) -> None:
    described = site.client.get("/openapi.json").json()["paths"]
    assert {"/", "/acts/{name}", "/article", "/search", "/ledgers/{key}", "/review"} <= set(described)
