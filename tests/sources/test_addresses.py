"""Which addresses are one page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.sources.addresses import MOST_ADDRESS_CHARS, canonical_address


@pytest.mark.parametrize(
    "other",
    [
        "http://www.example.org/news/talks",
        "https://m.example.org/news/talks/",
        "https://EXAMPLE.org:443/news/talks#comments",
        "https://example.org./news/talks?utm_source=a&fbclid=b",
        "https://amp.example.org/news/talks",
        "https://example.org/news/talks/amp",
        "https://example.org/amp/news/talks",
        "https://example.org/news/t%61lks",
    ],
)
def test_addresses_of_one_page_are_one(other: str) -> None:
    assert canonical_address(other) == canonical_address("https://example.org/news/talks")


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/news/talks2",
        "https://example.org/news/talks?id=5",
        "https://example.com/news/talks",
        "https://example.org:8080/news/talks",
        "https://www.org/news/talks",
    ],
)
def test_other_pages_stay_others(other: str) -> None:
    assert canonical_address(other) != canonical_address("https://example.org/news/talks")


def test_the_order_of_what_is_asked_does_not_count() -> None:
    assert canonical_address("https://a.org/x?b=1&a=2") == canonical_address("https://a.org/x?a=2&b=1")


@pytest.mark.parametrize(
    "text", ["", "talks", "ftp://a.org/x", "https://", "https://[::1", "https://a.org:99999/", "https://a.org:x/"]
)
def test_what_is_no_address_on_the_web_has_none(text: str) -> None:
    assert canonical_address(text) == ""


def test_a_long_address_is_none() -> None:
    assert canonical_address("https://a.org/" + "x" * MOST_ADDRESS_CHARS) == ""


@given(st.text() | st.text().map(lambda text: f"https://{text}") | st.text().map(lambda text: f"https://a.org/{text}"))
def test_nothing_that_stands_where_an_address_should_breaks_it(text: str) -> None:
    once = canonical_address(text)
    assert canonical_address(f"https://{once}") == once or not once
