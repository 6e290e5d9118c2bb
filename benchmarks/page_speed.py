"""How fast pages come from a large record: run `python -m benchmarks.page_speed FILE [--acts 1000000]`.

Where there is no such file the record is made first: see `made_up_record`. Each page is asked for with parties, acts,
articles, words and numbers of pages that are drawn from the record, the same ones on every run. Beside its time stands
that of the very same queries, taken down and asked again of bare SQLite, and how much longer the page took. Times are
those of the processor, so that what else the machine does does not count.
"""

import argparse
import random
import sqlite3
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from fastapi.testclient import TestClient

from benchmarks.made_up_record import ISSUES, STATES, make_record
from benchmarks.merging_cost import read_shapes
from goodoffices.engine.linking import update_links
from goodoffices.record import store
from goodoffices.record.store import Record
from goodoffices.web.app import make_app
from goodoffices.web.desk import Desk

LEDGERS = ("meetings", "offers", "agreements", "commitments", "demands", "predictions", "tracks", "differences",
           "one-sided", "figures")  # fmt: skip
WORDS = ("ceasefire", "Президент", "meeting", "Yerevan", "Town", "nothing", '"peace treaty"', "mediat*", "préside")


def main() -> None:
    """Print a row for each page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path)
    parser.add_argument("--acts", type=int, default=1_000_000, help="of a record that is made")
    parser.add_argument("--times", type=int, default=20, help="how often each page is asked for")
    parser.add_argument("--only", default="", help="pages whose name has this in it")
    parser.add_argument("--longest", type=float, default=30.0, help="seconds after which a page is asked for no more")
    asked = parser.parse_args()
    if not asked.record.exists():
        make_record(asked.record, read_shapes(), acts=asked.acts, articles=asked.acts // 5)
        with Record.open(asked.record) as record:
            update_links(record)
    trace = _Trace()
    client = TestClient(make_app(Desk(record=asked.record)), base_url="http://127.0.0.1:8000")
    print(f"{'page':<34}{'p50 ms':>9}{'p95 ms':>9}{'kB':>7}{'SQLite':>9}{'ratio':>7}", flush=True)
    for name, addresses in pages(asked.record, asked.times).items():
        if asked.only in name:
            _measure(name, addresses, client, trace, asked)


@dataclass(slots=True)
class _Trace:
    """Takes down the queries of the connections that pages open."""

    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        connect = store._connect_reading

        def connect_and_listen(path: Path) -> sqlite3.Connection:
            connection = connect(path)
            if self.is_on:
                connection.set_trace_callback(self.said.append)
            return connection

        store._connect_reading = connect_and_listen

    is_on: bool = False

    def seconds(self, record: Path) -> float:
        """Return how long the queries take by themselves."""
        connection = sqlite3.connect(record)
        started = time.process_time()
        for query in self.said:
            if query.startswith(("SELECT", "WITH")):
                connection.execute(query).fetchall()
        taken = time.process_time() - started
        connection.close()
        return taken


def _measure(name: str, addresses: list[str], client: TestClient, trace: _Trace, asked: argparse.Namespace) -> None:
    taken, sizes, started = [], [], time.perf_counter()
    client.get(addresses[0])
    for address in addresses:
        before = time.process_time()
        response = client.get(address)
        taken.append(1000 * (time.process_time() - before))
        sizes.append(len(response.content))
        assert response.status_code == 200, (address, response.status_code, response.text[:500])
        if time.perf_counter() - started > asked.longest:
            break
    trace.is_on, bare = True, []
    for address in addresses[:3]:
        trace.said.clear()
        client.get(address)
        bare.append(1000 * trace.seconds(asked.record))
    trace.is_on = False
    middle, late = statistics.median(taken), sorted(taken)[max(0, -(-len(taken) * 95 // 100) - 1)]
    ratio = statistics.mean(taken[:3]) / max(0.01, statistics.mean(bare))
    size = max(sizes) // 1000
    print(f"{name:<34}{middle:>9.0f}{late:>9.0f}{size:>7}{statistics.mean(bare):>9.1f}{ratio:>7.1f}", flush=True)


def pages(record: Path, times: int) -> dict[str, list[str]]:
    """Return the addresses by which each page is asked for, by the page's name."""
    connection = sqlite3.connect(record)
    rng = random.Random(20240510)
    last = connection.execute("SELECT max(key) FROM articles").fetchone()[0]
    acts = [_some(connection, rng, "acts", "id") for _ in range(times)]
    articles = [f"a{rng.randrange(1, last + 1):07}" for _ in range(times)]
    parties = [quote(f"State {int(250 * rng.random() ** 2)}.{rng.randrange(STATES)}") for _ in range(times)]
    years = [f"since={year}-{month:02}-01&until={year}-{month:02}-28" for year, month in _months(rng, times)]
    found = {
        "overview": ["/"] * times,
        "timeline": ["/timeline"] * times,
        "timeline of a party": [f"/timeline?party={party}" for party in parties],
        "act": [f"/acts/{act}" for act in acts],
        "article": [f"/article?id={article}" for article in articles],
        "search by words": [f"/search?q={quote(rng.choice(WORDS))}" for _ in range(times)],
        "search by party": [f"/search?party={party}" for party in parties],
        "search by kind and month": [f"/search?kind=demand&{month}" for month in years],
        "search of all": [f"/search?page={rng.randrange(1, 200)}" for _ in range(times)],
    }
    for key in LEDGERS:
        found[f"ledger {key}"] = [f"/ledgers/{key}?page={1 + rng.randrange(20) * (at % 2)}" for at in range(times)]
        found[f"ledger {key} of a party"] = [f"/ledgers/{key}?party={party}" for party in parties]
    found["ledger offers of a state"] = ["/ledgers/offers?state=unanswered", "/ledgers/offers?state=refused"] * 10
    found["ledger demands of a month"] = [f"/ledgers/demands?{month}" for month in years]
    for key, address in (("sources", "/sources"), ("positions", "/positions"), ("network", "/network"),
                         ("map", "/map"), ("brief", "/brief")):  # fmt: skip
        found[key] = [address] * times
        found[f"{key} of a party"] = [f"{address}?party={party}" for party in parties]
        found[f"{key} of a month"] = [f"{address}?{month}" for month in years]
    found["network of people"] = ["/network?by=people"] * times
    found["positions on an issue"] = [f"/positions/{rng.choice(ISSUES)}" for _ in range(times)]
    for key in ("review", "log", "add"):
        found[key] = [f"/{key}"] * times
    connection.close()
    return found


def _some(connection: sqlite3.Connection, rng: random.Random, table: str, column: str) -> str:
    start = f"k{rng.getrandbits(64):016x}"
    row = connection.execute(f"SELECT min({column}) FROM {table} WHERE {column} >= ?", (start,)).fetchone()
    return str(row[0] or connection.execute(f"SELECT min({column}) FROM {table}").fetchone()[0])


def _months(rng: random.Random, times: int) -> Iterator[tuple[int, int]]:
    return ((rng.randrange(2016, 2024), rng.randrange(1, 13)) for _ in range(times))


if __name__ == "__main__":
    main()
