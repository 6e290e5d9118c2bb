"""The files that pages give: named plainly, of the right kind, and the same as elsewhere."""

import io
import zipfile

import pytest

from goodoffices.exports.brief_formats import BRIEF_FORMATS
from web.sites import Site, links_of

FILES = {ending: one.media_type for ending, one in BRIEF_FORMATS.items() if ending != "json"}


@pytest.mark.parametrize("ending", FILES)
def test_brief_is_given_as_a_file(demo_site: Site, ending: str) -> None:
    query = "issue=constitution&since=2024"
    answer = demo_site.client.get(f"/brief.{ending}?{query}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == FILES[ending]
    assert answer.headers["content-disposition"] == f'attachment; filename="brief.{ending}"'
    assert f"/brief.{ending}?{query}" in links_of(demo_site.page(f"/brief?{query}"))


def test_brief_in_word_is_of_what_the_filter_asks_for(demo_site: Site) -> None:
    whole, chosen = (
        zipfile.ZipFile(io.BytesIO(demo_site.client.get(address).content)).read("word/document.xml")
        for address in ("/brief.docx", "/brief.docx?issue=constitution")
    )
    assert len(chosen) < len(whole)


@pytest.mark.parametrize("address", ["/brief.exe", "/brief.", "/brief.pdf%00", "/brief.../x", "/brief.PDF"])
def test_other_files_are_not_there(site: Site, address: str) -> None:
    assert site.client.get(address).status_code == 404


def test_brief_of_nobody_is_no_file(site: Site) -> None:
    for ending in FILES:
        assert site.client.get(f"/brief.{ending}?party=Nobody+Known").status_code == 400


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/network", "network"), ("/positions/peace_treaty", "positions-peace_treaty"),
        ("/positions/a%22%3Bfilename%3Devil.exe%3B%22", "positions-a-filename-evil-exe"),
        ("/positions/x%0d%0aX-Y:%20a=b", "positions-xX-Y-a-b"), ("/positions/й%00..", "positions"),
        (f"/positions/{'x' * 3000}", f"positions-{'x' * 70}"),
    ],
)  # fmt: skip
def test_tables_have_plain_names(site: Site, path: str, name: str) -> None:
    answer = site.client.get(f"{path}.csv")
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
    assert "x-y" not in answer.headers
