"""Sources to the record, round after round: what is new is read once, what fails is asked for again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from samples import ScriptedReader
from sources.making import STORY, page, pdf
from web_server import MadeUpTime, Says, Site, is_this_machine, serving

from goodoffices.engine.gathering import Web, gather, unread
from goodoffices.engine.intake import Hooks, Intake, Tally
from goodoffices.engine.readers import InProcess
from goodoffices.errors import Interrupted, UsageError
from goodoffices.record.store import Record
from goodoffices.sources.vault import Vault, vault_of

META = '<meta property="article:published_time" content="2024-05-10">'


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def time() -> MadeUpTime:
    return MadeUpTime()


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "test.db") as record:
        yield record


def story(name: str) -> bytes:
    return page(STORY.replace("Lima", name), title=f"Envoys meet in {name}")


def feed(site: Site, *names: str) -> Says:
    day = "<pubDate>Sat, 11 May 2024 08:00:00 GMT</pubDate>"
    items = "".join(f"<item><title>T</title><link>{site.url(f'/{name}')}</link>{day}</item>" for name in names)
    return Says(f"<rss><channel><title>The Wire</title>{items}</channel></rss>", kind="application/rss+xml")


def a_round(
    record: Record, time: MadeUpTime, *given: str, retry: bool = False, stop_after: int = 1000, read_with: str = "v1"
) -> Tally:
    """Make one round; the record is settled where it comes to its end."""
    web = Web(is_allowed=is_this_machine, clock=time.clock(), now=lambda: time.at, retries_failed=retry)
    left = iter(range(stop_after))
    hooks = Hooks(clock=lambda: "", should_stop=lambda: next(left, None) is None)
    tally = Intake(record, InProcess(ScriptedReader()), read_with=read_with, hooks=hooks).read(
        gather(record, given, web)
    )
    record.fetches().settle()
    return tally


def titles(record: Record) -> list[str]:
    return sorted(head.title for head in record.view().heads())


def test_what_a_feed_names_is_read_once(site: Site, record: Record, time: MadeUpTime) -> None:
    site.pages |= {"/feed": feed(site, "Lima", "Quito"), "/Lima": Says(story("Lima")), "/Quito": Says(story("Quito"))}
    assert a_round(record, time, site.url("/feed")).articles == 2
    site.pages |= {"/feed": feed(site, "Oslo", "Lima"), "/Oslo": Says(story("Oslo"))}
    assert a_round(record, time, site.url("/feed")).articles == 1
    assert titles(record) == ["Envoys meet in Lima", "Envoys meet in Oslo", "Envoys meet in Quito"]
    assert site.paths().count("/Lima") == 1


def test_a_page_keeps_its_own_date_or_takes_that_of_the_feed(site: Site, record: Record, time: MadeUpTime) -> None:
    own = page(STORY.replace("Lima", "Quito"), head=META, title="Envoys meet in Quito")
    site.pages |= {"/feed": feed(site, "Lima", "Quito"), "/Lima": Says(story("Lima")), "/Quito": Says(own)}
    a_round(record, time, site.url("/feed"))
    days = {head.title: head.published.to_iso() for head in record.view().heads() if head.published}
    assert days == {"Envoys meet in Lima": "2024-05-11", "Envoys meet in Quito": "2024-05-10"}


def test_a_page_that_changed_is_a_corrected_version(site: Site, record: Record, time: MadeUpTime) -> None:
    site.pages["/Lima"] = Says(story("Lima"), headers={"ETag": '"1"'})
    a_round(record, time, site.url("/Lima"))
    a_round(record, time, site.url("/Lima"))
    site.pages["/Lima"] = Says(story("Lima").replace(b"three hours", b"four hours"), headers={"ETag": '"2"'})
    assert a_round(record, time, site.url("/Lima")).corrected == 1
    assert [head.version for head in record.view().heads()] == [1, 2]
    assert site.asked[-1][1]["if-none-match"] == '"1"'


def test_lists_site_maps_and_subscriptions_are_followed(
    site: Site, record: Record, time: MadeUpTime, tmp_path: Path
) -> None:
    site.pages |= {
        "/index.xml": Says(f"<sitemapindex><sitemap><loc>{site.url('/map.xml')}</loc></sitemap></sitemapindex>"),
        "/map.xml": Says(f"<urlset><url><loc>{site.url('/Lima')}</loc></url></urlset>"),
        "/feed": feed(site, "Quito"),
        "/Lima": Says(story("Lima")),
        "/Quito": Says(story("Quito")),
        "/Oslo": Says(story("Oslo")),
        "/paper.pdf": Says(pdf("The envoys met in Bern."), kind="application/pdf"),
    }
    lines = f"# ours\n{site.url('/index.xml')}\n{site.url('/Oslo')}\n{site.url('/paper.pdf')}\n"
    (tmp_path / "list.txt").write_text(lines)
    (tmp_path / "my.opml").write_text(f'<opml><body><outline xmlUrl="{site.url("/feed")}"/></body></opml>')
    tally = a_round(record, time, str(tmp_path / "list.txt"), str(tmp_path / "my.opml"))
    assert (tally.articles, tally.errors) == (4, 0)


def test_a_page_at_several_addresses_is_fetched_once(site: Site, record: Record, time: MadeUpTime) -> None:
    site.pages |= {"/feed": feed(site, "Lima", "Lima?utm_source=x", "Lima#top"), "/Lima": Says(story("Lima"))}
    assert a_round(record, time, site.url("/feed")).articles == 1


def test_what_fails_is_named_left_alone_and_asked_for_again(site: Site, record: Record, time: MadeUpTime) -> None:
    site.pages |= {"/feed": feed(site, "Lima", "Oslo"), "/Lima": Says(status=503), "/Oslo": Says(status=410)}
    tally = a_round(record, time, site.url("/feed"))
    assert sorted(notice.message for notice in tally.notices) == ["the server answered 410", "the server answered 503"]
    before = len(site.paths())
    a_round(record, time, site.url("/feed"))
    assert len(site.paths()) == before + 1
    site.pages |= {"/Lima": Says(story("Lima")), "/Oslo": Says(story("Oslo"))}
    time.at += 3600
    assert a_round(record, time, site.url("/feed")).articles == 1
    assert a_round(record, time, site.url("/feed"), retry=True).articles == 1


def test_the_network_may_be_gone_for_a_while(site: Site, record: Record, time: MadeUpTime) -> None:
    gone = site.url("/feed").replace("127.0.0.1", "127.0.0.9")
    assert a_round(record, time, gone).articles == 0
    time.at += 3600
    assert len(a_round(record, time, gone).notices) == 1


def test_wrong_types_and_broken_lists_are_named_and_the_rest_read(site: Site, record: Record, time: MadeUpTime) -> None:
    site.pages |= {
        "/feed": Says("<rss><channel><item><link>/Lima</link></item><item><li", kind="image/png"),
        "/Lima": Says(story("Lima"), kind="application/octet-stream"),
        "/bomb": Says('<!DOCTYPE rss [<!ENTITY a "b">]><rss/>'),
        "/logo": Says(b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, kind="text/html"),
        "/empty": Says(""),
    }
    tally = a_round(record, time, *(site.url(path) for path in ("/bomb", "/logo", "/empty", "/feed")))
    assert tally.articles == 1
    assert [notice.subject.rpartition("/")[2] for notice in tally.notices] == ["bomb", "logo", "empty"]


def test_a_round_that_is_stopped_loses_nothing_and_fetches_nothing_twice(
    site: Site, record: Record, time: MadeUpTime
) -> None:
    names = [f"Town{at}" for at in range(8)]
    site.pages |= {f"/{name}": Says(story(name)) for name in names} | {"/feed": feed(site, *names)}
    with pytest.raises(Interrupted):
        a_round(record, time, site.url("/feed"), stop_after=3)
    a_round(record, time, site.url("/feed"))
    assert titles(record) == [f"Envoys meet in {name}" for name in names]
    assert [head.version for head in record.view().heads()] == [1] * 8
    assert sorted(path for path in site.paths() if path != "/feed") == [f"/{name}" for name in names]


def test_what_was_fetched_and_not_kept_is_taken_from_what_came(site: Site, record: Record, time: MadeUpTime) -> None:
    site.pages |= {"/feed": feed(site, "Lima"), "/Lima": Says(story("Lima"))}
    web = Web(is_allowed=is_this_machine, clock=time.clock(), now=lambda: time.at)
    # Found, and then the machine loses its power.
    found = list(gather(record, [site.url("/feed")], web))
    assert len(found) == 1
    site.pages.clear()
    a_round(record, time, site.url("/feed"))
    (head,) = record.view().heads()
    assert (head.title, head.published and head.published.to_iso()) == ("Envoys meet in Lima", "2024-05-11")


def test_a_round_takes_some_and_leaves_the_rest_to_the_next(
    site: Site, record: Record, time: MadeUpTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goodoffices.sources.collecting.MOST_NEW_IN_ROUND", 2)
    names = ["Lima", "Oslo", "Quito"]
    site.pages |= {f"/{name}": Says(story(name)) for name in names} | {"/feed": feed(site, *names)}
    assert [a_round(record, time, site.url("/feed")).articles for _ in range(3)] == [2, 1, 0]


def test_lists_that_name_each_other_come_to_an_end(site: Site, record: Record, time: MadeUpTime) -> None:
    for at in range(9):
        site.pages[f"/{at}"] = Says(
            f"<sitemapindex><sitemap><loc>{site.url(f'/{at + 1}')}</loc></sitemap>"
            f"<sitemap><loc>{site.url('/0')}</loc></sitemap></sitemapindex>"
        )
    assert a_round(record, time, site.url("/0")).articles == 0
    assert len(site.paths()) == 4


def test_pages_and_documents_are_kept_as_they_came(
    site: Site, record: Record, time: MadeUpTime, tmp_path: Path
) -> None:
    site.pages["/Lima"] = Says(story("Lima"))
    (tmp_path / "paper.pdf").write_bytes(pdf("The envoys met in Bern."))
    a_round(record, time, site.url("/Lima"), str(tmp_path / "paper.pdf"))
    shelf, vault = record.shelf(), Vault(vault_of(record.path))
    kept = {vault.get(shelf.article(head).capture) for head in shelf.newer_than(0)}
    assert kept == {story("Lima"), pdf("The envoys met in Bern.")}


def test_the_record_is_read_anew_without_its_sources(site: Site, record: Record, time: MadeUpTime) -> None:
    site.pages["/Lima"] = Says(story("Lima"))
    a_round(record, time, site.url("/Lima"))
    asked = len(site.asked)
    reader = ScriptedReader()
    hooks = Hooks(clock=lambda: "")
    intake = Intake(record, InProcess(reader), read_with="v2", hooks=hooks)
    assert intake.read(unread(record, "v2")).articles == 1
    assert list(unread(record, "v2")) == []
    assert (len(reader.read_ids), len(site.asked)) == (1, asked)
    assert [head.version for head in record.view().heads()] == [1]


def test_an_address_that_is_none_is_wrong_use(record: Record) -> None:
    with pytest.raises(UsageError, match="no address"):
        list(gather(record, ["gopher://example.org/"], Web()))
