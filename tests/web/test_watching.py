"""What is being read is watched in a real browser, and stopped there; and who can reach the server at all."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from web_server import MadeUpTime, Says, is_this_machine, serving
from web_server import Site as Host

from goodoffices.engine.gathering import Web
from goodoffices.record.store import Record
from goodoffices.web.app import make_app
from goodoffices.web.serving import serve
from web.sites import Site, open_site
from web.test_adding import PAGE

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

BROWSER = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


@contextmanager
def shown(site: Site) -> Iterator[str]:
    """Serve a site, and lend where."""
    server = uvicorn.Server(uvicorn.Config(make_app(site.desk), port=0, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def looked_at(address: str) -> Iterator[tuple[Any, list[str]]]:
    """Lend a page of a browser, and what goes wrong in it."""
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=BROWSER, args=FLAGS)
        page = browser.new_page()
        page.set_default_timeout(20_000)
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("request", lambda one: wrong.append(one.url) if not one.url.startswith(address) else None)
        yield page, wrong
        browser.close()


@pytest.fixture
def host() -> Iterator[Host]:
    with serving() as host:
        host.pages["/a"] = Says(PAGE)
        yield host


@pytest.fixture
def asking(tmp_path: Path) -> Site:
    Record.open(tmp_path / "record.db").close()
    return open_site(tmp_path / "record.db", Web(is_allowed=is_this_machine, clock=MadeUpTime().clock()))


@pytest.mark.skipif(BROWSER is None, reason="Chromium is not there")
def test_reading_is_watched_without_loading_the_page_again(asking: Site, host: Host) -> None:
    with shown(asking) as address, looked_at(address) as (page, wrong):
        page.goto(f"{address}/add")
        page.get_by_label("Of pages, feeds").fill(f"{host.url('/a')}\nhttp://10.0.0.1/")
        page.get_by_role("button", name="Read", exact=True).click()
        page.wait_for_selector("#reading[data-state=done]")
        text = page.locator("main").inner_text()
        assert "1 article read" in text and "private network" in text
        page.get_by_role("link", name="Envoys in Quito").click()
        assert page.locator("article.text mark").first.is_visible()
        assert wrong == []


@pytest.mark.skipif(BROWSER is None, reason="Chromium is not there")
def test_reading_is_stopped_from_the_page(asking: Site, host: Host) -> None:
    go_on = threading.Event()

    def slow() -> Says:
        go_on.wait(15)
        return Says(PAGE)

    host.pages["/slow"] = slow
    with shown(asking) as address, looked_at(address) as (page, wrong):
        page.goto(f"{address}/add")
        page.get_by_label("Of pages, feeds").fill(f"{host.url('/slow')}\n{host.url('/a')}")
        page.get_by_role("button", name="Read", exact=True).click()
        page.get_by_role("button", name="Stop").click()
        go_on.set()
        page.wait_for_selector("#reading[data-state=stopped]")
        assert wrong == []
    assert "/a" not in host.paths()


def test_only_the_address_of_this_machine_listens(asking: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    listened: list[tuple[str, int]] = []

    def run(_: uvicorn.Server, sockets: list[socket.socket]) -> None:
        listened.extend(one.getsockname()[:2] for one in sockets)

    told: list[str] = []
    monkeypatch.setattr(uvicorn.Server, "run", run)
    serve(asking.desk, host="127.0.0.1", port=0, password="", on_ready=told.append)
    ((host, port),) = listened
    assert host == "127.0.0.1" and told == [f"http://127.0.0.1:{port}/"]
