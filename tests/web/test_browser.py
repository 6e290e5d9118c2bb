"""The pages in a real browser, over a real server: looked at wide and narrow, light and dark; and ten tasks done."""

import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

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
PAGES = ["/", "/timeline?lanes=issue", "/positions", "/positions/peace_treaty", "/network?by=people", "/map", "/brief",
         "/search", "/search?q=Almaty", "/ledgers/differences", "/ledgers/offers", "/ledgers/agreements", "/sources",
         "/review", "/review?topic=differences", "/review?topic=links", "/log", "/add"]  # fmt: skip
LIKE_OTHERS = {"/search?q=Almaty", "/ledgers/offers", "/ledgers/agreements", "/review?topic=links"}
"""Pages of a kind of which another is looked at for whom a page must be accessible."""
MOST_CLICKS = 4
FRONTEND = Path(__file__).resolve().parents[2] / "frontend"
_RUN = """axe.run(document, %s).then((run) => run.violations.map((one) => `${one.id}: ${one.nodes[0].html}`))"""
ALL_RULES = _RUN % "{ resultTypes: ['violations'] }"
COLOURS = _RUN % "{ runOnly: ['color-contrast', 'link-in-text-block'], resultTypes: ['violations'] }"
OVERLAPS = """(css) => {
  const boxes = [...document.querySelectorAll(css)].map((one) => one.getBoundingClientRect());
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) =>
    a.left + 1 < b.right && b.left + 1 < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom)).length;
}"""
"""How many of the elements lie on another."""


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


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the accessibility checker's source, as npm gives it by the lock file; empty where it cannot."""
    npm, folder = shutil.which("npm"), tmp_path_factory.mktemp("axe")
    if npm is None:
        return ""
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(FRONTEND / name, folder)
    try:
        subprocess.run([npm, "ci", "--silent", "--prefer-offline"], cwd=folder, check=True, timeout=60)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return ""
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


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


@pytest.mark.parametrize(
    ("width", "scheme", "rules"), [(1440, "light", ALL_RULES), (1440, "dark", COLOURS), (360, "light", "")]
)
def test_pages_have_no_errors_are_whole_and_accessible(
    browser: Any, address: str, demo_site: Site, axe: str, width: int, scheme: str, rules: str
) -> None:
    act = demo_site.data("/search?lang=ar&kind=meeting")["acts"][0]["act"]
    article = demo_site.data("/search?q=Almaty")["articles"][0]["article"]
    page, wrong = look(browser, width, scheme)
    page.set_default_timeout(20_000)
    page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(address) else None)
    for path in (*PAGES, f"/acts/{act}", f"/article?id={article}"):
        page.goto(address + path)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, path
        if axe and rules and path not in LIKE_OTHERS:
            page.evaluate(axe)
            wrong += [f"{path} {violation}" for violation in page.evaluate(rules)]
    assert wrong == []
    page.context.close()


def test_accessibility_was_checked(axe: str) -> None:
    if not axe:
        pytest.skip("axe-core cannot be had from npm")
    assert "axe" in axe[:200]


def test_dark_is_dark_and_light_is_light(browser: Any, address: str) -> None:
    for scheme, is_bright in (("light", True), ("dark", False)):
        page, _ = look(browser, 800, scheme)
        page.goto(f"{address}/add")
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
    over = page.evaluate(OVERLAPS, ".mark")
    assert over == 0
    assert wrong == []


def longitude(url: str) -> float:
    """Return the middle of what a map shows, by its address."""
    return float(unquote(url).partition("at=")[2].partition(",")[0])


def test_map_is_dragged_and_zoomed_without_a_mark_on_another(browser: Any, address: str) -> None:
    page, wrong = look(browser, 1200, "light")
    page.goto(f"{address}/map")
    page.get_by_role("link", name="all places").click()
    page.wait_for_url("**at=**")
    middle = longitude(page.url)
    box = page.locator("svg.map.wide").bounding_box()
    page.mouse.move(box["x"] + 700, box["y"] + 400)
    page.mouse.down()
    page.mouse.move(box["x"] + 500, box["y"] + 400, steps=4)
    page.mouse.up()
    page.wait_for_url(lambda url: "at=" in url and longitude(url) > middle + 5)
    page.locator("svg.map.wide").wait_for()
    assert page.evaluate(OVERLAPS, "svg.map.wide .disc") == 0
    assert wrong == []


def test_map_network_and_timeline_work_without_scripts(browser: Any, address: str) -> None:
    page = browser.new_context(java_script_enabled=False, viewport={"width": 1200, "height": 800}).new_page()
    page.goto(f"{address}/map")
    page.get_by_role("link", name="closer").click()
    page.wait_for_url("**/map?at=**")
    page.locator("svg.map.wide a.place").first.click()
    page.wait_for_url("**/search?place=**")
    page.goto(f"{address}/network")
    page.locator(".steps a.step").first.click()
    page.wait_for_url("**since=**")
    page.goto(f"{address}/timeline")
    page.get_by_role("link", name="2 years").click()
    page.wait_for_url("**since=**")
    page.locator("a.mark").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/acts/**")


def test_review_is_done_from_the_keyboard(browser: Any, address: str) -> None:
    page, wrong = look(browser, 1200, "light")
    page.goto(f"{address}/review?topic=merges")
    page.keyboard.press("4")
    page.wait_for_url("**topic=single")
    first = page.locator(".task .act").first.inner_text()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "t2"
    page.keyboard.press("k")
    page.keyboard.press("c")
    page.wait_for_url("**done=**")
    assert page.locator(".task .act").first.inner_text() != first
    page.keyboard.press("u")
    playwright.expect(page.locator(".task .act").first).to_have_text(first)
    assert wrong == []


def test_field_is_corrected_and_put_back_from_the_keyboard(browser: Any, address: str, demo_site: Site) -> None:
    page, wrong = look(browser, 1200, "light")
    page.goto(f"{address}/review?topic=single")
    act = page.locator(".task .act").first.get_attribute("href").rpartition("/")[2]
    before = demo_site.data(f"/acts/{act}")["item"]["sentence"]
    page.keyboard.press("e")
    page.keyboard.type("Place")
    page.keyboard.press("Tab")
    page.keyboard.type("Quito")
    page.keyboard.press("Enter")
    page.wait_for_url("**done=**")
    corrected = demo_site.data(f"/acts/{act}")
    assert [one["value"] for field in corrected["fields"] if field["field"] == "place" for one in field["values"]] == [
        "Quito"
    ]
    page.keyboard.press("u")
    page.wait_for_load_state()
    playwright.expect(page.locator(".done")).to_contain_text("withdr")
    assert demo_site.data(f"/acts/{act}")["item"]["sentence"] == before
    assert wrong == []


@pytest.fixture(scope="module")
def officer(browser: Any) -> tuple[Any, list[str]]:
    """Return the window in which the tasks are done."""
    return look(browser, 1200, "light")


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["task"])
def test_task_takes_four_clicks_at_most(officer: tuple[Any, list[str]], address: str, task: dict[str, Any]) -> None:
    clicks = [*task["clicks"], *([task["send"]] if "send" in task else [])]
    assert len(clicks) <= MOST_CLICKS
    page, wrong = officer
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
