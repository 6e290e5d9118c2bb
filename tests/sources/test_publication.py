"""Publication dates as sources write them."""

import pytest

from goodoffices.errors import SourceError
from goodoffices.sources.publication import read_publication


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-05-10", "2024-05-10"),
        (" 2024-05-10 ", "2024-05-10"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("2024-05-01/2024-05-03", "2024-05-01/2024-05-03"),
        ("2024-05-10T23:30:00+04:00", "2024-05-10"),
        ("2024-05-10 08:15", "2024-05-10"),
        ("20240510", "2024-05-10"),
        ("20240510T081500Z", "2024-05-10"),
        ("Fri, 10 May 2024 08:15:00 +0400", "2024-05-10"),
        ("10 May 2024 08:15", "2024-05-10"),
    ],
)
def test_a_date_is_read(written: str, iso: str) -> None:
    interval = read_publication(written)
    assert interval is not None
    assert interval.to_iso() == iso


def test_no_date_is_no_date() -> None:
    assert read_publication("  ") is None


@pytest.mark.parametrize(
    "written", ["3024-05-10", "0024-05-10", "2024-02-30", "2024-05-03/2024-05-01", "last week", "x", "9999"]
)
def test_what_is_no_possible_date_is_refused(written: str) -> None:
    with pytest.raises(SourceError, match=r"cannot be read|can have been published"):
        read_publication(written)
