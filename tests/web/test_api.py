"""The description of the API is whole and true: every page is in it, and its JSON is as it says."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from fastapi.routing import APIRoute
from jsonschema_rs import Draft202012Validator, meta

from goodoffices.web.api import PAGES
from goodoffices.web.pages.ledgers import LEDGERS
from goodoffices.web.routes import adding, changing, looking
from web.sites import Site

PLAIN = {
    "/": ("/", "/?lanes=issue&new_since=2024-05-12"),
    "/timeline": ("/timeline", "/timeline?lanes=issue&since=2023&kind=meeting", "/timeline?since=nonsense"),
    "/search": ("/search", "/search?q=Almaty&page=2", "/search?q=met", "/search?lang=en&status=held&party=Nobody"),
    "/ledgers/{key}": ("/ledgers/offers?state=unanswered&sort=first", *(f"/ledgers/{key}" for key in LEDGERS)),
    "/sources": ("/sources", "/sources?lang=ru"),
    "/positions": ("/positions",),
    "/positions/{issue}": ("/positions/peace_treaty", "/positions/prisoners"),
    "/network": ("/network", "/network?by=people"),
    "/map": ("/map", "/map?kind=meeting"),
    "/brief": ("/brief", "/brief?party=Nobody"),
    "/review": ("/review", "/review?topic=single", "/review?topic=differences", "/review?topic=merges"),
    "/log": ("/log",),
    "/add": ("/add",),
}
"""The addresses of pages that need nothing else, by the paths of the description."""

OTHERS = ("/acts/{name}", "/article", "/add/{name}")
"""Pages of one thing; they are looked at with what the others show."""

NO_PAGES = ("/brief.{ending}", "/reports/{name}")


@pytest.fixture(scope="module")
def description(demo_site: Site) -> "Description":
    return Description(demo_site.client.get("/openapi.json").json())


@pytest.fixture
def described(description: "Description") -> Any:
    return description.told


def closed(schema: Any) -> Any:
    """Return a schema by which nothing may stand in an object that is not described."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    held = {name: closed(one) for name, one in schema.items()}
    return held | {"additionalProperties": False} if "properties" in held else held


class Description:
    """The description, and what it says of the JSON of pages."""

    def __init__(self, told: Any) -> None:
        self.told = told
        self._components = closed(told["components"])
        self._validators: dict[tuple[str, str], Draft202012Validator] = {}

    def mistakes(self, path: str, data: Any, status: str = "200") -> list[str]:
        """Return where the JSON of a page is not as the description says."""
        key = (path, status)
        if key not in self._validators:
            schema = self.told["paths"][path]["get"]["responses"][status]["content"]["application/json"]["schema"]
            self._validators[key] = Draft202012Validator({**schema, "components": self._components})
        return [f"{path} {one.instance_path}: {one.message[:200]}" for one in self._validators[key].iter_errors(data)]


def addresses(site: Site) -> Iterator[tuple[str, str]]:
    """Yield paths of the description with addresses of such pages."""
    yield from ((path, address) for path, held in PLAIN.items() for address in held)
    for item in site.data("/search")["acts"][:6]:
        yield "/acts/{name}", f"/acts/{item['act']}"
        for telling in site.data(f"/acts/{item['act']}")["accounts"][:1]:
            quote = telling["quote"]
            asked = {"id": quote["article"], "report": quote["report"], "version": quote["version"]}
            yield "/article", f"/article?{urlencode(asked)}"


def test_every_page_is_described(described: Any) -> None:
    routers = (looking.router, changing.router, adding.router)
    routes = [one for router in routers for one in router.routes if isinstance(one, APIRoute)]
    paths = {one.path for one in routes if "GET" in (one.methods or ())}
    assert paths == {*PLAIN, *OTHERS, *NO_PAGES}
    assert {path for path, held in described["paths"].items() if "get" in held} == paths
    for route in routes:
        for method in route.methods or ():
            told = described["paths"][route.path][method.lower()]
            assert told["description"] == (route.endpoint.__doc__ or "").strip(), "what it shows, in words"


def test_every_kind_of_page_is_used_once(described: Any) -> None:
    text = json.dumps(described["paths"])
    for kind in PAGES:
        assert f'"#/components/schemas/{kind.__name__}"' in text, f"{kind.__name__} is sent by nobody"


def test_every_reference_leads_somewhere(described: Any) -> None:
    def references(held: Any) -> Iterator[str]:
        if isinstance(held, dict):
            yield from (value for name, value in held.items() if name == "$ref")
            for value in held.values():
                yield from references(value)
        elif isinstance(held, list):
            for value in held:
                yield from references(value)

    found = set(references(described))
    assert len(found) > 50
    assert {name.rpartition("/")[2] for name in found} <= set(described["components"]["schemas"])
    for name, schema in described["components"]["schemas"].items():
        assert meta.is_valid(schema)
        assert schema.get("properties") or schema.get("enum") or schema.get("anyOf"), f"{name} says nothing"


@pytest.mark.parametrize("record", ["site", "empty_site", "hostile_site", "demo_site"])
def test_json_of_every_page_is_as_described(
    request: pytest.FixtureRequest, description: Description, record: str
) -> None:
    site: Site = request.getfixturevalue(record)
    found = [wrong for path, address in addresses(site) for wrong in description.mistakes(path, site.data(address))]
    assert found == []


def test_what_is_being_read_is_as_described(empty_site: Site, description: Description) -> None:
    text = "The ministers of Peru and Colombia met in Quito on 10 May 2024."
    assert description.mistakes("/add/{name}", empty_site.add(text=text, addresses="http://[::1]/")) == []


@pytest.mark.parametrize(
    ("path", "address", "status"),
    [
        ("/acts/{name}", "/acts/kffffffff", "404"),
        ("/ledgers/{key}", "/ledgers/none", "404"),
        ("/article", "/article", "400"),
        ("/article", "/article?id=x&version=y", "400"),
        ("/", "/?new_since=x", "400"),
        ("/add/{name}", "/add/x", "404"),
    ],
)
def test_errors_are_as_described(site: Site, description: Description, path: str, address: str, status: str) -> None:
    data = site.data(address, int(status))
    assert description.mistakes(path, data, status) == []
    assert data["status"] == int(status)
    assert "Traceback" not in site.page(address, int(status))


def test_a_mistake_in_the_description_would_be_found(site: Site, description: Description) -> None:
    data = site.data("/log")
    assert description.mistakes("/log", data) == []
    for wrong in (data | {"more": 1}, data | {"count": "1"}, {"title": "Log"}):
        assert description.mistakes("/log", wrong)


def test_parameters_are_those_of_the_address(described: Any) -> None:
    for path, held in described["paths"].items():
        for parameter in held.get("get", {}).get("parameters", ()):
            assert parameter["schema"], path
            if parameter["in"] == "query":
                assert parameter.get("description") or path in ("/article", "/map"), (path, parameter["name"])


CHANGING = {"array": "none-such", "string": "none-such"}
NOT_TRIED = {"page", "done", "topic", "new_since", "at"}
"""They change nothing in so small a record, or take what only another page knows; other tests have them."""


@pytest.mark.parametrize("path", [path for path in PLAIN if path != "/review"])
def test_every_parameter_that_is_described_changes_the_page(demo_site: Site, described: Any, path: str) -> None:
    address = "/ledgers/meetings" if path == "/ledgers/{key}" else PLAIN[path][0]
    plain = demo_site.data(address) | {"asked": {}}
    for parameter in described["paths"][path]["get"].get("parameters", ()):
        name, schema = parameter["name"], parameter["schema"]
        if parameter["in"] != "query" or name in NOT_TRIED:
            continue
        value = CHANGING[schema["type"]] if "enum" not in schema else schema["enum"][0 if name == "sort" else -1]
        assert demo_site.data(f"{address}?{name}={value}") | {"asked": {}} != plain, (
            f"{address} does not care for {name}"
        )


def test_forms_say_that_they_need_the_token(described: Any) -> None:
    posts = {path: held["post"] for path, held in described["paths"].items() if "post" in held}
    assert set(posts) == {"/review", "/add", "/add/{name}"}
    for told in posts.values():
        for content in told["requestBody"]["content"].values():
            assert "token" in content["schema"]["required"]
        assert "303" in told["responses"] and "200" not in told["responses"]


def test_nothing_of_the_description_comes_from_elsewhere(site: Site) -> None:
    for address in ("/docs", "/redoc"):
        assert site.client.get(address).status_code == 404
    assert "http" not in site.client.get("/openapi.json").text.replace("https://spec.openapis", "")


def test_description_is_linked_from_every_page(site: Site) -> None:
    assert 'href="/openapi.json"' in site.page("/log")
