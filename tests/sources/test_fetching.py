"""Fetching: polite, safe, and patient within bounds."""

import gzip
import ipaddress
import socket
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from web_server import MadeUpTime, Says, Site, is_this_machine, serving

from goodoffices.errors import FetchError
from goodoffices.sources import requests
from goodoffices.sources.fetching import MOST_REDIRECTS, TRIES, Fetcher
from goodoffices.sources.network import is_public


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def time() -> MadeUpTime:
    return MadeUpTime()


@pytest.fixture
def fetcher(time: MadeUpTime) -> Iterator[Fetcher]:
    with Fetcher(is_allowed=is_this_machine, clock=time.clock(), contact="press@example.org") as fetcher:
        yield fetcher


def test_a_page_comes_and_the_server_is_told_who_asks(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Says("hello", headers={"ETag": '"1"'})
    answer = fetcher.fetch(site.url("/a"))
    assert (answer.status, answer.body, answer.headers["etag"]) == (200, b"hello", '"1"')
    assert site.asked[-1][1]["user-agent"].startswith("goodoffices/")
    assert "press@example.org" in site.asked[-1][1]["user-agent"]


def test_what_did_not_change_is_not_sent_again(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Says("hello", headers={"ETag": '"1"'})
    assert fetcher.fetch(site.url("/a"), etag='"1"').status == 304


@pytest.mark.parametrize(
    ("packing", "name"),
    [(gzip.compress, "gzip"), (zlib.compress, "deflate"), (lambda data: zlib.compress(data)[2:-4], "deflate")],
)
def test_packed_answers_are_unpacked(site: Site, fetcher: Fetcher, packing: type, name: str) -> None:
    site.pages["/a"] = Says(packing(b"hello " * 99), headers={"Content-Encoding": name})
    assert fetcher.fetch(site.url("/a")).body == b"hello " * 99


@pytest.mark.parametrize(
    ("says", "why"),
    [
        (Says(gzip.compress(b"a" * 3_000_000), headers={"Content-Encoding": "gzip"}), "unpacks to more"),
        (Says(b"a" * 3_000_000), "larger than"),
        (Says(b"rubbish", headers={"Content-Encoding": "gzip"}), "cannot be unpacked"),
        (Says(b"rubbish", headers={"Content-Encoding": "zstd"}), "not asked for"),
    ],
    ids=["bomb", "large", "broken", "unknown"],
)
def test_answers_beyond_bounds_are_refused(
    site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, says: Says, why: str
) -> None:
    monkeypatch.setattr(requests, "MOST_FILE_BYTES", 2**20)
    site.pages["/a"] = says
    with pytest.raises(FetchError, match=why):
        fetcher.fetch(site.url("/a"))


def test_an_answer_that_drips_is_given_up(site: Site) -> None:
    site.pages["/a"] = Says("x" * 100, drip=0.05)
    with requests.Requests(is_allowed=is_this_machine, most_seconds=0.1) as asking:
        with pytest.raises(FetchError, match="too slowly") as raised:
            asking.get(site.url("/a"), {})
        assert raised.value.is_passing


def test_trouble_that_passes_is_waited_for(site: Site, fetcher: Fetcher, time: MadeUpTime) -> None:
    answers = iter([Says(status=503), Says(status=429, headers={"Retry-After": "30"}), Says("hello")])
    site.pages["/a"] = lambda: next(answers)
    assert fetcher.fetch(site.url("/a")).body == b"hello"
    assert any(1 < wait < 3 for wait in time.waits)
    assert max(time.waits) == 30


def test_trouble_that_stays_is_named_after_some_tries(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = Says(status=500)
    with pytest.raises(FetchError, match="500") as raised:
        fetcher.fetch(site.url("/a"))
    assert raised.value.is_passing
    assert site.paths() == ["/a"] * TRIES


def test_what_is_not_there_is_not_asked_for_twice(site: Site, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="404") as raised:
        fetcher.fetch(site.url("/none"))
    assert not raised.value.is_passing
    assert site.paths() == ["/none"]


def test_a_server_that_is_gone_may_come_back(fetcher: Fetcher) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match="no answer") as raised:
        fetcher.fetch(f"http://127.0.0.1:{port}/")
    assert raised.value.is_passing


def test_redirections_are_followed_and_end_somewhere(site: Site, fetcher: Fetcher) -> None:
    site.pages["/old"] = Says(status=301, headers={"Location": "/new"})
    site.pages["/new"] = Says("hello")
    site.pages["/round"] = Says(status=302, headers={"Location": "/round"})
    assert fetcher.fetch(site.url("/old")).url == site.url("/new")
    with pytest.raises(FetchError, match="redirected"):
        fetcher.fetch(site.url("/round"))
    assert site.paths().count("/round") == MOST_REDIRECTS + 1


def test_rules_for_robots_are_kept(site: Site, fetcher: Fetcher, time: MadeUpTime) -> None:
    rules = "User-agent: goodoffices\nDisallow: /private\nCrawl-delay: 7\n\nUser-agent: *\nDisallow: /\n"
    site.pages["/robots.txt"] = Says(rules, kind="text/plain")
    site.pages["/a"] = Says("hello")
    fetcher.fetch(site.url("/a"))
    fetcher.fetch(site.url("/a"))
    with pytest.raises(FetchError, match="rules for robots"):
        fetcher.fetch(site.url("/private/a"))
    assert site.paths() == ["/a", "/a"]
    assert 7 in time.waits
    assert [path for path, _ in site.asked].count("/robots.txt") == 1


def test_a_redirection_to_what_the_rules_forbid_is_not_followed(site: Site, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = Says("User-agent: *\nDisallow: /private\n", kind="text/plain")
    site.pages["/a"] = Says(status=302, headers={"Location": "/private"})
    with pytest.raises(FetchError, match="rules for robots"):
        fetcher.fetch(site.url("/a"))


def test_rules_that_cannot_be_had_are_no_permission(site: Site, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = Says(status=503)
    site.pages["/a"] = Says("hello")
    with pytest.raises(FetchError, match="cannot be had now"):
        fetcher.fetch(site.url("/a"))
    assert site.paths() == []


def test_a_host_is_left_alone_between_two_requests(site: Site, fetcher: Fetcher, time: MadeUpTime) -> None:
    site.pages["/a"] = Says("hello")
    for _ in range(3):
        fetcher.fetch(site.url("/a"))
    # Its rules are a request, too.
    assert time.waits == pytest.approx([2, 2, 2], abs=0.01)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.1.2.3/", "http://192.168.1.1/",
        "http://172.16.0.1/", "http://169.254.169.254/latest/meta-data", "http://[fe80::1]/", "http://[fd00::1]/",
        "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/",
        "http://2130706433/", "http://0x7f.1/", "http://100.64.0.1/", "http://224.0.0.1/", "http://user@127.0.0.1/",
    ],
)  # fmt: skip
def test_no_address_within_a_private_network_is_asked(address: str, time: MadeUpTime) -> None:
    with Fetcher(clock=time.clock()) as careful, pytest.raises(FetchError) as raised:
        careful.fetch(address)
    assert "private network" in raised.value.detail or "no answer" in raised.value.detail


def test_a_name_that_points_into_a_private_network_is_refused(
    monkeypatch: pytest.MonkeyPatch, time: MadeUpTime
) -> None:
    def resolved(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(2, 1, 6, "", ("93.184.215.14", 80)), (2, 1, 6, "", ("127.0.0.1", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    with Fetcher(clock=time.clock()) as careful, pytest.raises(FetchError, match="private network"):
        careful.fetch("http://www.example.org/")


def test_a_redirection_into_a_private_network_is_refused(site: Site, time: MadeUpTime) -> None:
    site.pages["/a"] = Says(status=302, headers={"Location": f"http://127.0.0.2:{site.address.rpartition(':')[2]}/b"})
    only = ipaddress.ip_address("127.0.0.1")
    careful = Fetcher(is_allowed=lambda at: at == only, clock=time.clock())
    with careful, pytest.raises(FetchError, match="private network"):
        careful.fetch(site.url("/a"))
    assert site.paths() == ["/a"]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1/", "/a", ""])
def test_nothing_but_the_web_is_asked(address: str, site: Site, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="no address"):
        fetcher.fetch(address)
    site.pages["/a"] = Says(status=302, headers={"Location": address})
    if "://" in address:
        with pytest.raises(FetchError):
            fetcher.fetch(site.url("/a"))


def test_proxies_of_the_environment_are_not_used(
    site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # A proxy would look names up by itself, behind the back of whoever looked at them.
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:1/{tmp_path.name}")
    site.pages["/a"] = Says("hello")
    assert fetcher.fetch(site.url("/a")).body == b"hello"


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))
