"""Nothing that an article says acts, nobody else's page changes anything, nobody else is answered."""

import base64
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient
from markupsafe import escape

from goodoffices.errors import UsageError
from goodoffices.web.app import make_app
from goodoffices.web.desk import Desk
from goodoffices.web.guard import Door
from goodoffices.web.pages.ledgers import LEDGERS
from goodoffices.web.serving import serve
from web.sites import ORIGIN, SCRIPT, Site

PAGES = [
    "/", "/timeline", "/map", "/positions", "/network", "/network?by=people", "/brief", "/search", "/search?q=script",
    "/sources", "/review?topic=single", "/log", "/add", *(f"/ledgers/{key}" for key in LEDGERS),
]  # fmt: skip


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
    act = demo_site.data("/search?kind=meeting")["acts"][0]["act"]
    article = demo_site.data("/search?q=Almaty")["articles"][0]["article"]
    for address in (*PAGES, f"/acts/{act}", f"/article?id={article}", "/positions/peace_treaty", "/acts/none"):
        html = demo_site.client.get(address).text
        assert not re.search(r"<script(?![^>]*\ssrc=)", html), address
        assert "<style" not in html and " style=" not in html, address
        assert not re.search(r'(?:src|action)="(?:https?:)?//', html), address
        assert not re.search(r'<link[^>]+href="(?:https?:)?//', html), address
        assert not re.search(r"\son[a-z]+=", html), address


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
    for back in ("https://evil.example/", "//evil.example", "/\\evil.example", "/log\r\nX: y", "//[", "/" + "x" * 9000):
        answer = site.send("/review", judgement(site, back=back, reason=back[:99]))
        assert answer.status_code == 303 and answer.headers["location"].startswith("/review")
    assert site.send("/review", judgement(site, back="/log", reason="x")).headers["location"] == "/log"


@pytest.mark.parametrize("name", ["А. Рецензент", "Ա. Գրախոս", "a;b=c, d", 'with "marks"', "\u202eturned", SCRIPT])
def test_reviewer_is_remembered_in_any_script(site: Site, name: str) -> None:
    answer = site.send("/review", judgement(site, by=name))
    assert answer.status_code == 303
    assert answer.headers["set-cookie"].isascii() and answer.headers["set-cookie"].count(";") == 4
    assert {said["by"] for said in site.data("/log")["said"]} == {name}
    html = site.page("/review?topic=differences")
    assert f'value="{escape(name)}"' in html


@pytest.mark.parametrize("field", ["by", "reason", "one", "other", "field", "value", "topic", "verdict"])
def test_fields_that_nobody_fills_so_are_refused(site: Site, field: str) -> None:
    answer = site.send("/review", judgement(site, **{field: "x" * 50_000}))
    assert answer.status_code == 400
    assert judgements(site) == 0 and all(len(value) < 1000 for value in answer.headers.values())


def test_line_that_would_end_a_header_ends_none(site: Site) -> None:
    answer = site.send("/review", judgement(site, by="A\r\nSet-Cookie: x=y", topic="single\r\nX: y"))
    assert answer.status_code == 303
    assert "x" not in answer.cookies and "x" not in answer.headers
    assert {said["by"] for said in site.data("/log")["said"]} == {"A Set-Cookie: x=y"}


def test_link_is_confirmed_or_rejected_and_nothing_else(site: Site) -> None:
    one, other = (item["act"] for item in site.data("/search")["acts"][:2])
    answer = site.send("/review", judgement(site, verdict="correct", one=one, other=other))
    assert answer.status_code == 400 and judgements(site) == 0


@pytest.mark.parametrize(
    "day", ["9999-12-31", "9999", "9999-12", "0001-01-01", "2024-13", "2024-02-30", "１２", "\x00"]
)
@pytest.mark.parametrize("name", ["since", "until"])
def test_days_at_the_ends_of_time_are_no_mistake(site: Site, name: str, day: str) -> None:
    for address in ("/timeline", "/search", "/ledgers/offers", "/map"):
        assert site.client.get(address, params={name: day}).status_code == 200
    assert site.client.get("/brief.md", params={name: day}).status_code in (200, 400)


ODD = ["\x00", "'", '"*', "NEAR(", "a AND", "(", "%00", "../..", "x" * 5000, "\u202e", "nan,inf,1", "1e308,1e308,0",
       "99999999999999999999", "-1", "٣"]  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
def test_odd_words_in_an_address_are_no_mistake(site: Site, odd: str) -> None:
    taken = {
        "/search": ("q", "party", "issue", "kind", "place", "source", "lang", "status", "page"),
        "/ledgers/demands": ("state", "sort", "party", "format"), "/timeline": ("lanes",), "/map": ("at",),
        "/network": ("by",), "/review": ("topic", "done"), "/article": ("id", "version", "report"), "/": ("new_since",),
    }  # fmt: skip
    for address, names in taken.items():
        for name in names:
            assert site.client.get(address, params={name: odd}).status_code in (200, 400, 404), (address, name)


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
