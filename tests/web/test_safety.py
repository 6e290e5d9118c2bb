"""Nothing that an article says acts, nobody else's page changes anything, nobody else is answered."""

import base64
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from goodoffices.errors import UsageError
from goodoffices.web.app import make_app
from goodoffices.web.desk import Desk
from goodoffices.web.guard import Door
from goodoffices.web.pages.ledgers import LEDGERS
from goodoffices.web.serving import serve
from web.sites import ORIGIN, SCRIPT, Site

PAGES = ["/", "/timeline", "/positions", "/network", "/network?by=people", "/brief", "/search", "/search?q=script",
         "/sources", "/review?topic=single", "/log", "/add", *(f"/ledgers/{key}" for key in LEDGERS)]  # fmt: skip


def judgement(site: Site, **changes: str) -> dict[str, str]:
    act = site.data("/search")["acts"][0]["act"]
    fields = {"token": site.desk.token, "verdict": "confirm", "one": act, "reason": "checked", "by": "A. Reviewer"}
    return fields | changes


def judgements(site: Site) -> int:
    return int(site.data("/log")["count"])


class Tags(HTMLParser):
    """What a browser takes for markup."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.links.update(value or "" for name, value in attrs if name in ("href", "src", "action"))


def hostile_pages(site: Site) -> Iterator[str]:
    yield from map(site.page, PAGES)
    item = site.data("/search")["acts"][0]
    yield site.page(f"/acts/{item['act']}")
    quote = site.data(f"/acts/{item['act']}")["accounts"][0]["quote"]
    answer = site.client.get("/article", params={"id": quote["article"], "report": quote["report"]})
    assert answer.status_code == 200
    yield answer.text


def test_markup_in_articles_names_and_addresses_stays_text(hostile_site: Site) -> None:
    for html in hostile_pages(hostile_site):
        assert SCRIPT not in html
        tags = Tags()
        tags.feed(html)
        assert tags.seen.isdisjoint({"img", "iframe", "object"})
        assert not [name for name in tags.attributes if name.startswith("on")]
        assert not [link for link in tags.links if link.lower().startswith("javascript:")]
        assert html.count("</main>") == 1


def test_every_answer_forbids_foreign_scripts(site: Site) -> None:
    for address in ("/", "/index.json", "/static/style.css", "/none"):
        headers = site.client.get(address).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_pages_have_no_script_or_style_of_their_own(demo_site: Site) -> None:
    for address in ("/", "/review", "/network"):
        html = demo_site.page(address)
        assert not re.search(r"<script(?![^>]*\ssrc=)", html)
        assert "<style" not in html and " style=" not in html
        assert not re.search(r'(?:src|href)="(?:https?:)?//', html)


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "localhost@evil.example", "10.0.0.1", "[::1"]
)
def test_other_names_are_not_answered(site: Site, host: str) -> None:
    assert site.client.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8010", "LOCALHOST", "[::1]:80"])
def test_names_of_this_machine_are_answered(site: Site, host: str) -> None:
    assert site.client.get("/log", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:9999", "http://localhost:8010", ""]
)
def test_pages_of_others_change_nothing(site: Site, origin: str) -> None:
    assert site.send("/review", judgement(site), origin=origin).status_code == 403
    assert judgements(site) == 0


def test_without_an_origin_the_browser_must_say_that_it_is_ours(site: Site) -> None:
    fields = judgement(site)
    assert site.client.post("/review", data=fields).status_code == 403
    ours = site.client.post("/review", data=fields, headers={"Sec-Fetch-Site": "same-origin"}, follow_redirects=False)
    assert ours.status_code == 303
    assert judgements(site) > 0


@pytest.mark.parametrize("token", ["", "guessed", "ключ"])
def test_change_needs_the_token_of_the_page(site: Site, token: str) -> None:
    for address in ("/review", "/add"):
        assert site.send(address, judgement(site, token=token, text="x")).status_code == 400
    assert judgements(site) == 0


def test_asking_never_changes_the_record(site: Site) -> None:
    before = site.desk.record.read_bytes()
    for address in (*PAGES, "/review?verdict=confirm&one=k1&done=x", "/add?text=x"):
        site.page(address)
    assert site.desk.record.read_bytes() == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(site: Site, method: str) -> None:
    assert site.client.request(method, "/review", headers={"Origin": ORIGIN}, content=b"x").status_code == 405


def test_way_back_leads_to_our_own_pages_only(site: Site) -> None:
    for back in ("https://evil.example/", "//evil.example", "/\\evil.example", "/log\r\nX: y"):
        answer = site.send("/review", judgement(site, back=back, reason=back))
        assert answer.status_code == 303 and answer.headers["location"].startswith("/review")
    assert site.send("/review", judgement(site, back="/log", reason="x")).headers["location"] == "/log"


def test_too_much_at_once_is_refused_unread(site: Site) -> None:
    headers = {"Origin": ORIGIN, "Content-Length": str(2**40)}
    assert site.client.post("/add", content=b"x", headers=headers).status_code == 413


def test_beyond_this_machine_only_with_the_password(site: Site) -> None:
    with pytest.raises(UsageError, match="others could"):
        serve(site.desk, host="0.0.0.0", port=0, password="", on_ready=lambda _: None)
    door = Door(names=frozenset({"desk.example"}), takes_addresses=True, password="naïve word")
    client = TestClient(make_app(Desk(record=site.desk.record), door), base_url="http://192.0.2.7:8010")
    assert client.get("/").status_code == 401
    for word, status in (("wrong", 401), ("naïve word", 200)):
        basic = base64.b64encode(f"anyone:{word}".encode()).decode()
        assert client.get("/", headers={"Authorization": f"Basic {basic}"}).status_code == status
    assert client.get("/", headers={"Authorization": "Basic %%%"}).status_code == 401
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 421
