"""Records to look at, and the application over them, asked as a browser of this machine asks it."""

import datetime as dt
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from goodoffices.engine.gathering import Web
from goodoffices.web.app import make_app
from goodoffices.web.desk import Desk

ORIGIN = "http://127.0.0.1:8010"
NOW = dt.datetime(2024, 5, 20, 12, tzinfo=dt.UTC)

SCRIPT = "<script>alert(1)</script>"
ARABIC = "اتفق الوزيران على مواصلة المحادثات في كيتو يوم الجمعة."


@dataclass(frozen=True, slots=True)
class Site:
    """One application and the record behind it."""

    client: TestClient
    desk: Desk

    def page(self, address: str, status: int = 200) -> str:
        """Return a page as a browser gets it."""
        answer = self.client.get(address, headers={"Accept": "text/html"})
        assert answer.status_code == status, (address, answer.text[-400:])
        assert answer.headers["content-type"].startswith("text/html")
        return str(answer.text)

    def data(self, address: str, status: int = 200) -> Any:
        """Return the same page as data."""
        answer = self.client.get(address, headers={"Accept": "application/json"})
        assert answer.status_code == status, address
        return json.loads(answer.text)

    def add(self, **fields: Any) -> Any:
        """Give something to be read, and return the page that tells of it when it is over, as data."""
        files = fields.pop("files", None)
        answer = self.send("/add", {"token": self.desk.token} | fields, **({"files": files} if files else {}))
        assert answer.status_code == 303, answer.text[-400:]
        self.desk.jobs.wait(30)
        return self.data(answer.headers["location"])

    def send(self, address: str, fields: dict[str, str], *, origin: str = ORIGIN, **more: Any) -> Any:
        """Send a form as a page of `origin` does."""
        return self.client.post(address, data=fields, headers={"Origin": origin}, follow_redirects=False, **more)


def open_site(record: Path, web: Web | None = None) -> Site:
    """Return the application over a record.

    Args:
        web: How addresses are asked; as for every user where none is given.
    """
    desk = Desk(record=record, dossier="none", reviewer="R. Reviewer", clock=lambda: NOW, web=web or Web())
    return Site(client=TestClient(make_app(desk), base_url=ORIGIN, raise_server_exceptions=True), desk=desk)


def links_of(html: str) -> set[str]:
    """Return the addresses of our own that a page links to, without places on a page."""
    found = re.findall(r'(?:href|src|action)="([^"]*)"', html)
    return {link.replace("&amp;", "&").partition("#")[0] for link in found if link.startswith("/")}
