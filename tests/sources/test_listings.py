"""Links of feeds, site maps, subscriptions and lists."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.errors import SourceError
from goodoffices.sources.listings import Link, links_in

BASE = "https://www.example.org/feeds/all.xml"
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbour Post</title><link>https://x.org</link>
<item><title>Envoys &amp; maps</title><link>/talks/1</link><pubDate>Fri, 10 May 2024 08:15:00 GMT</pubDate></item>
<item><title>More</title><guid>https://www.example.org/talks/2</guid></item>
<item><title>No link</title><guid isPermaLink="false">17</guid></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Post</title><entry>
<title>Envoys &amp; maps</title>
<link rel="self" href="/x"/><link href="/talks/1"/><published>2024-05-10T08:15:00Z</published>
<updated>2024-06-01T00:00:00Z</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Harbour Post</title></channel><item>
<title>Envoys &amp; maps</title><link>https://www.example.org/talks/1</link><dc:date>2024-05-10</dc:date></item></rdf:RDF>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Harbour Post",
        "items": [{"url": "/talks/1", "title": "Envoys & maps", "date_published": "2024-05-10T08:15:00Z"}, 5, {}],
    }
)
NEWS_MAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://www.example.org/talks/1</loc>
<lastmod>2025-01-01</lastmod><news:news><news:publication><news:name>The Harbour Post</news:name></news:publication>
<news:publication_date>2024-05-10</news:publication_date><news:title>Envoys &amp; maps</news:title></news:news></url>
</urlset>"""


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF, JSON_FEED, NEWS_MAP], ids=["rss", "atom", "rdf", "json", "news map"])
def test_a_feed_gives_links_with_title_outlet_and_date(feed: str) -> None:
    links = links_in(feed.encode(), BASE, "x")
    assert links is not None
    first = links[0]
    assert (first.url, first.title, first.outlet) == (
        "https://www.example.org/talks/1",
        "Envoys & maps",
        "The Harbour Post",
    )
    assert "2024" in first.published
    assert not first.is_listing


def test_an_item_without_a_link_may_have_it_as_its_id() -> None:
    links = links_in(RSS.encode(), BASE, "x") or []
    assert [link.url for link in links] == ["https://www.example.org/talks/1", "https://www.example.org/talks/2"]


def test_the_day_of_a_change_is_no_day_of_publication() -> None:
    plain = "<urlset><url><loc>https://a.org/1</loc><lastmod>2025-01-01</lastmod></url></urlset>"
    assert links_in(plain.encode(), BASE, "x") == [Link(url="https://a.org/1")]


@pytest.mark.parametrize(
    "listing",
    [
        "<sitemapindex><sitemap><loc>https://a.org/1.xml</loc></sitemap></sitemapindex>",
        '<opml version="2.0"><body><outline text="x"><outline type="rss" xmlUrl="https://a.org/1.xml"/></outline></body></opml>',
        "# what we watch\nhttps://a.org/1.xml\n\n",
    ],
    ids=["index", "opml", "lines"],
)
def test_lists_of_lists_are_followed(listing: str) -> None:
    assert links_in(listing.encode(), "", "x") == [Link(url="https://a.org/1.xml", is_listing=True)]


@pytest.mark.parametrize("other", ["The envoys met.", "<html><body/></html>", '{"text": "x"}', "", "[1]", "<svg/>"])
def test_what_is_no_list_is_none(other: str) -> None:
    assert links_in(other.encode(), "", "x") is None


@pytest.mark.parametrize("bad", ["javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.org", "http://[x/"])
def test_links_that_lead_out_of_the_web_are_left_out(bad: str) -> None:
    assert links_in(RSS.replace("/talks/1", bad).encode(), BASE, "x") == [
        Link(url="https://www.example.org/talks/2", title="More", outlet="The Harbour Post")
    ]


def test_a_list_with_entities_is_refused() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + RSS.partition("?>")[2]
    with pytest.raises(SourceError, match="entities"):
        links_in(b"<?xml version='1.0'?>" + bomb.encode(), BASE, "x")


def test_a_damaged_feed_gives_what_stands_before_the_damage() -> None:
    links = links_in(RSS[: RSS.index("<item><title>More") + 30].encode(), BASE, "x") or []
    assert [link.url for link in links] == ["https://www.example.org/talks/1"]


@settings(max_examples=200)
@given(st.integers(0, len(RSS)), st.binary(max_size=8), st.sampled_from([RSS, ATOM, JSON_FEED, NEWS_MAP]))
def test_no_damage_breaks_the_reader_of_lists(at: int, noise: bytes, feed: str) -> None:
    data = feed.encode()
    try:
        links = links_in(data[:at] + noise + data[at + len(noise) :], BASE, "x")
    except SourceError:
        return
    assert links is None or all(link.url.startswith("http") for link in links)
