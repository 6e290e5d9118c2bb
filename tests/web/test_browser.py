"""The pages in a real browser, over a real server: looked at wide and narrow, light and dark; and ten tasks done."""

import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
import yaml

from goodoffices.web.app import make_app
from web.sites import Site

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

BROWSER = shutil.which("chromium")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="Chromium is not there")

FLAGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
TASKS = yaml.safe_load((Path(__file__).parent / "tasks.yml").read_text("utf-8"))
PAGES = ["/", "/timeline?lanes=issue", "/positions", "/positions/peace_treaty", "/network?by=people", "/brief",
         "/search", "/search?q=Almaty", "/ledgers/differences", "/ledgers/offers", "/ledgers/agreements", "/sources",
         "/review", "/log", "/add"]  # fmt: skip
MOST_CLICKS = 4


@pytest.fixture(scope="module")
def address(demo_site: Site) -> Iterator[str]:
    """Serve the bundled example, and return where."""
    server = uvicorn.Server(uvicorn.Config(make_app(demo_site.desk), port=0, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Return one browser for all tests."""
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield opened
        opened.close()


def look(browser: Any, width: int, scheme: str) -> tuple[Any, list[str]]:
    """Return a page of a new window, and the list of what goes wrong in it."""
    page = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("requestfailed", lambda request: wrong.append(request.url) if not was_left(request) else None)
    return page, wrong


def was_left(request: Any) -> bool:
    """Return whether a request ended only because the next page was opened."""
    return "ABORTED" in (request.failure or "")


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (360, "light")])
def test_pages_have_no_errors_and_nothing_is_cut_off(browser: Any, address: str, width: int, scheme: str) -> None:
    page, wrong = look(browser, width, scheme)
    page.set_default_timeout(8000)
    page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(address) else None)
    for path in PAGES:
        page.goto(address + path)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, path
    assert wrong == []


def test_dark_is_dark_and_light_is_light(browser: Any, address: str) -> None:
    for scheme, is_bright in (("light", True), ("dark", False)):
        page, _ = look(browser, 800, scheme)
        page.goto(address)
        red = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]")
        assert (int(red) > 127) is is_bright


def test_arabic_quotation_runs_from_right_to_left(browser: Any, address: str, demo_site: Site) -> None:
    page, wrong = look(browser, 360, "light")
    act = demo_site.data("/search?lang=ar&kind=meeting")["acts"][0]["act"]
    page.goto(f"{address}/acts/{act}")
    quote = page.locator("blockquote[lang=ar]").first
    assert quote.evaluate("one => getComputedStyle(one).direction") == "rtl"
    quote.locator("xpath=..").get_by_text("in the article").click()
    assert page.locator("article.text[lang=ar] mark.chosen").first.is_visible()
    assert wrong == []


def test_timeline_zooms_without_a_mark_on_another(browser: Any, address: str) -> None:
    page, wrong = look(browser, 1200, "light")
    page.goto(address)
    before = page.locator("svg.drawing").evaluate("one => one.clientWidth")
    for _ in range(3):
        page.get_by_label("Zoom in").click()
    assert page.locator("svg.drawing").evaluate("one => one.clientWidth") > 2 * before
    over = page.evaluate("""() => {
      const boxes = [...document.querySelectorAll(".mark")].map((one) => one.getBoundingClientRect());
      return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) =>
        a.left + 1 < b.right && b.left + 1 < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom)).length;
    }""")
    assert over == 0
    assert wrong == []


def test_review_is_done_from_the_keyboard(browser: Any, address: str) -> None:
    page, wrong = look(browser, 1200, "light")
    page.goto(f"{address}/review?topic=single")
    first = page.locator(".task .act").first.inner_text()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "t2"
    page.keyboard.press("k")
    page.keyboard.press("c")
    page.wait_for_url("**done=**")
    assert page.locator(".task .act").first.inner_text() != first
    page.keyboard.press("u")
    page.wait_for_function(f"document.querySelector('.task .act').innerText === {first!r}")
    assert wrong == []


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["task"])
def test_task_takes_four_clicks_at_most(browser: Any, address: str, task: dict[str, Any]) -> None:
    clicks = [*task["clicks"], *([task["send"]] if "send" in task else [])]
    assert len(clicks) <= MOST_CLICKS
    page, wrong = look(browser, 1200, "light")
    page.goto(address)
    for click in clicks:
        if click == task.get("send"):
            for name, value in task["fill"].items():
                page.locator(f"main [name={name}]").fill(str(value))
        css = click.removeprefix("css:")
        target = page.locator(css) if click.startswith("css:") else page.get_by_role("link", name=click, exact=True)
        target.first.click()
        page.wait_for_load_state()
    text = page.locator("main").inner_text()
    assert [words for words in task["shows"] if words not in text] == []
    assert wrong == []


def test_there_are_ten_tasks() -> None:
    assert len(TASKS) == 10


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the accessibility checker's source, where npm can give it."""
    npm, folder = shutil.which("npm"), tmp_path_factory.mktemp("axe")
    if npm is None:
        pytest.skip("npm is not there, and so no axe-core")
    call = [
        npm,
        "install",
        "--silent",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--prefix",
        str(folder),
        "axe-core@4",
    ]
    try:
        subprocess.run(call, check=True, capture_output=True, timeout=60)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        pytest.skip("axe-core cannot be had from npm")
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(browser: Any, address: str, axe: str, demo_site: Site, scheme: str) -> None:
    act = demo_site.data("/search?lang=ar&kind=meeting")["acts"][0]["act"]
    article = demo_site.data("/search?q=Almaty")["articles"][0]["article"]
    bad: list[str] = []
    for path in (*PAGES, f"/acts/{act}", f"/article?id={article}"):
        page, _ = look(browser, 1200, scheme)
        page.goto(address + path)
        page.evaluate(axe)
        found = page.evaluate("axe.run().then((run) => run.violations.map((v) => `${v.id}: ${v.nodes[0].html}`))")
        page.context.close()
        bad += [f"{path} {x}" for x in found]
    assert bad == []
