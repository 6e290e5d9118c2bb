"""Addresses that are given on a page: asked politely and safely, watched, and stopped."""

import ipaddress
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from web_server import MadeUpTime, Says, is_this_machine, serving
from web_server import Site as Host

from goodoffices.engine.gathering import Web
from goodoffices.errors import NotFound
from goodoffices.record.store import Record
from goodoffices.web import jobs
from goodoffices.web.jobs import Job, Jobs, JobState
from goodoffices.web.pages.adding import MOST_ADDRESSES
from goodoffices.web.routes.adding import _plain_name
from web.sites import SCRIPT, Site, links_of, open_site

TEXT = (
    "The foreign ministers of Peru and Colombia met in Quito on 10 May 2024 and spoke for three hours. They agreed to "
    "meet again in Lima in June. Ecuador, which had offered to host the talks, said that it would take part in them. "
)
PAGE = (
    "<html lang=en><head><title>Envoys in Quito</title><meta property='article:published_time' content='2024-05-11'>"
    f"</head><body><article><h1>Envoys in Quito</h1><p>{TEXT}</p><p>{TEXT * 2}</p></article></body></html>"
)


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as host:
        host.pages["/a"] = Says(PAGE)
        yield host


@pytest.fixture
def asking(tmp_path: Path) -> Site:
    """Return the application over an empty record, allowed to ask the server of the tests."""
    Record.open(tmp_path / "record.db").close()
    return open_site(tmp_path / "record.db", Web(is_allowed=is_this_machine, clock=MadeUpTime().clock()))


def test_page_at_an_address_is_read(asking: Site, host: Host) -> None:
    page = asking.add(addresses=host.url("/a"))
    assert (page["state"], page["articles"], page["trouble"]) == ("done", 1, "")
    assert [(one["state"], one["articles"]) for one in page["asked"]] == [("came", 1)]
    assert [one["title"] for one in page["added"]] == ["Envoys in Quito"]
    assert "Quito" in page["acts"][0]["sentence"]
    html = asking.page(f"/add/{page['id']}")
    assert any(link.startswith("/article?id=") for link in links_of(html))
    assert asking.data("/")["counts"]["articles"] == 1


def test_several_addresses_are_asked_once_each_and_what_came_of_each_is_told(asking: Site, host: Host) -> None:
    given = f"{host.url('/a')}\r\n {host.url('/none')}\n\n{host.url('/a')} {host.url('/a')}#top"
    page = asking.add(addresses=given)
    assert [one["state"] for one in page["asked"]] == ["came", "failed", "nothing new"]
    assert "404" in page["asked"][1]["trouble"]
    assert host.paths() == ["/a", "/none"]
    assert "404" in asking.page(f"/add/{page['id']}")


def test_address_given_again_has_nothing_new_and_what_failed_is_asked_again(asking: Site, host: Host) -> None:
    asking.add(addresses=f"{host.url('/a')} {host.url('/b')}")
    host.pages["/b"] = Says(PAGE.replace("Quito", "Lima"))
    page = asking.add(addresses=f"{host.url('/a')} {host.url('/b')}")
    assert [(one["state"], one["articles"]) for one in page["asked"]] == [("nothing new", 0), ("came", 1)]


def test_feed_is_followed(asking: Site, host: Host) -> None:
    item = f"<item><title>Envoys</title><link>{host.url('/a')}</link></item>"
    host.pages["/feed"] = Says(
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>Wire</title>{item}</channel></rss>",
        kind="application/rss+xml",
    )
    page = asking.add(addresses=host.url("/feed"))
    assert (page["articles"], page["asked"][0]["articles"]) == (1, 1)


def test_rules_for_robots_are_kept_and_told(asking: Site, host: Host) -> None:
    host.pages["/robots.txt"] = Says("User-agent: *\nDisallow: /", kind="text/plain")
    page = asking.add(addresses=host.url("/a"))
    assert "rules for robots" in page["asked"][0]["trouble"]
    assert host.paths() == []


@pytest.mark.parametrize("address", ["http://127.0.0.1:{port}/a", "http://localhost:{port}/a", "http://[::1]:{port}/a",
                                     "http://2130706433:{port}/a", "http://[::ffff:127.0.0.1]:{port}/a",
                                     "http://0.0.0.0:{port}/a"])  # fmt: skip
def test_no_address_within_the_network_is_asked_from_a_page(empty_site: Site, host: Host, address: str) -> None:
    page = empty_site.add(addresses=address.format(port=host.address.rpartition(":")[2]))
    assert page["asked"][0]["state"] == "failed"
    assert page["asked"][0]["trouble"]
    assert host.asked == []
    assert empty_site.data("/")["counts"]["articles"] == 0


def test_our_own_pages_are_not_asked(empty_site: Site) -> None:
    page = empty_site.add(addresses="http://127.0.0.1:8010/add?text=x")
    assert "private network" in page["asked"][0]["trouble"]


def test_redirection_into_the_network_is_not_followed(tmp_path: Path, host: Host) -> None:
    Record.open(tmp_path / "record.db").close()
    only = ipaddress.ip_address("127.0.0.1")
    site = open_site(tmp_path / "record.db", Web(is_allowed=lambda at: at == only, clock=MadeUpTime().clock()))
    port = host.address.rpartition(":")[2]
    host.pages["/a"] = Says(status=302, headers={"Location": f"http://127.0.0.2:{port}/secret"})
    page = site.add(addresses=host.url("/a"))
    assert "private network" in page["asked"][0]["trouble"]
    assert host.paths() == ["/a"]


def test_name_that_points_into_the_network_is_not_asked(
    empty_site: Site, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolved = [(2, 1, 6, "", ("127.0.0.1", int(host.address.rpartition(":")[2])))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: resolved)
    page = empty_site.add(addresses="http://press.example/a")
    assert "private network" in page["asked"][0]["trouble"]
    assert host.asked == []


@pytest.mark.parametrize(
    "addresses",
    [
        "file:///etc/passwd", "ftp://example.org/x", "javascript:alert(1)", "example.org", "/etc/passwd", "http://",
        "https://a.example/ not-one", "http://a:b:c/", f"https://a.example/{'x' * 5000}",
        " ".join(f"https://a.example/{number}" for number in range(MOST_ADDRESSES + 1)),
    ],
)  # fmt: skip
def test_what_is_no_address_or_too_much_is_refused_at_once(empty_site: Site, addresses: str) -> None:
    answer = empty_site.send("/add", {"token": empty_site.desk.token, "addresses": addresses})
    assert answer.status_code == 400


def test_markup_in_an_address_and_on_its_page_stays_text(asking: Site, host: Host) -> None:
    path = "/%3Cscript%3E?q=<script>alert(1)</script>"
    host.pages["/%3Cscript%3E?q=%3Cscript%3Ealert(1)%3C/script%3E"] = Says(PAGE.replace("Envoys", SCRIPT))
    host.pages[path] = Says(PAGE.replace("Envoys", SCRIPT))
    page = asking.add(addresses=host.url(path))
    assert SCRIPT not in asking.page(f"/add/{page['id']}")


def test_adding_needs_the_token_and_our_own_page(empty_site: Site) -> None:
    fields = {"addresses": "https://a.example/", "token": empty_site.desk.token}
    assert empty_site.send("/add", fields | {"token": "x"}).status_code == 400
    assert empty_site.send("/add", fields, origin="https://evil.example").status_code == 403


def test_job_is_watched_and_stopped(asking: Site, host: Host) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slow() -> Says:
        inside.set()
        go_on.wait(10)
        return Says(PAGE)

    host.pages["/slow"] = slow
    fields = {"token": asking.desk.token, "addresses": f"{host.url('/slow')} {host.url('/a')}"}
    where = asking.send("/add", fields).headers["location"]
    assert inside.wait(10)
    page = asking.data(where)
    assert (page["state"], page["now"], page["is_over"]) == ("running", host.url("/slow"), False)
    assert [one["state"] for one in page["asked"]] == ["asked", "waiting"]
    html = asking.page(where)
    assert "Being read" in html and '<meta http-equiv="refresh"' in html.partition("<noscript>")[2]
    # Others are shown, and judgements kept, while it goes on.
    asking.page("/")
    assert asking.send(where, {"token": "x"}).status_code == 400
    assert asking.send(where, {"token": asking.desk.token}).status_code == 303
    go_on.set()
    asking.desk.jobs.wait(20)
    page = asking.data(where)
    assert (page["state"], page["is_over"]) == ("stopped", True)
    assert page["asked"][1]["state"] == "not asked"
    assert host.paths() == ["/slow"]


def test_what_was_stopped_goes_on_when_it_is_given_again(asking: Site, host: Host) -> None:
    job = Job()
    job.stop()
    asking.desk.jobs.start(job, lambda _: None)
    asking.desk.jobs.wait(5)
    assert job.state is JobState.STOPPED
    assert asking.add(addresses=host.url("/a"))["articles"] == 1


def test_reading_that_nobody_began_is_not_there(empty_site: Site) -> None:
    assert "Traceback" not in empty_site.page("/add/none", 404)
    assert empty_site.send("/add/none", {"token": empty_site.desk.token}).status_code == 404


def test_jobs_wait_for_each_other_and_only_the_last_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_KEPT", 3)
    held, running, most = Jobs(), [0], [0]

    def work(_: Job) -> None:
        running[0] += 1
        most[0] = max(most[0], running[0])
        running[0] -= 1

    done = [held.start(Job(), work) for _ in range(5)]
    held.wait(5)
    last = held.start(Job(), work)
    held.wait(5)
    assert most == [1]
    assert held.find(last.id) is last
    with pytest.raises(NotFound):
        held.find(done[0].id)


def test_too_many_jobs_are_refused(empty_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_MOST_WAITING", 1)
    go_on = threading.Event()

    def wait(_: Job) -> None:
        go_on.wait(10)

    empty_site.desk.jobs.start(Job(), wait)
    try:
        assert empty_site.send("/add", {"token": empty_site.desk.token, "text": "x"}).status_code == 400
    finally:
        go_on.set()
        empty_site.desk.jobs.wait(10)


def test_trouble_with_the_record_is_told(empty_site: Site) -> None:
    answer = empty_site.send("/add", {"token": empty_site.desk.token, "text": "x"})
    empty_site.desk.jobs.wait(10)
    job = empty_site.desk.jobs.find(answer.headers["location"].rpartition("/")[2])
    job.state, job.trouble = JobState.FAILED, f"the disk is full {SCRIPT}"
    html = empty_site.page(answer.headers["location"])
    assert "the disk is full" in html and SCRIPT not in html


def test_server_that_ends_stops_what_is_being_read() -> None:
    held = Jobs()
    job = held.start(Job(), lambda job: job.sleep(30))
    held.close()
    assert job.state is JobState.STOPPED


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/passwd", "passwd"), ("C:\\Users\\x\\a b.txt", "a b.txt"), ("<img src=x>.html", "img src-x-.html"),
        ("..", "article.txt"), ("", "article.txt"), ("\x00.txt", "txt"), ("a/b/.hidden", "hidden"),
        ("a\nb.txt", "a-b.txt"),
        ("отчёт.pdf", "отчёт.pdf"), ("CON", "CON"),
    ],
)  # fmt: skip
def test_names_of_files_are_plain(given: str, name: str) -> None:
    assert _plain_name(given) == name


def test_longest_names_fit_where_files_are_kept(empty_site: Site) -> None:
    page = empty_site.add(files=[("files", ("я" * 300 + "𐎠" * 200 + ".txt", b"The ministers met in Quito."))])
    assert page["articles"] == 1
    assert len(page["others"][0].encode()) <= 120 and page["others"][0].endswith(".txt")
