"""Judging and adding in the browser."""

import threading

import pytest

from goodoffices.errors import RecordLocked
from web.sites import Site


def send(site: Site, **fields: str) -> str:
    answer = site.send("/review", {"token": site.desk.token, "by": "A. Reviewer", "reason": "checked"} | fields)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def test_confirmed_act_leaves_the_queue_and_comes_back_when_undone(site: Site) -> None:
    (first, *others) = site.data("/review?topic=single")["tasks"]
    done = send(site, verdict="confirm", one=first["item"]["act"], topic="single")
    page = site.data(done)
    assert first["item"]["act"] not in [task["item"]["act"] for task in page["tasks"]]
    assert len(page["tasks"]) == len(others)
    assert "Undo" in site.page(done)
    send(site, verdict="withdraw", one=page["done"], topic="single")
    assert len(site.data("/review?topic=single")["tasks"]) == len(others) + 1


def test_log_says_who_did_what_and_that_it_was_undone(site: Site) -> None:
    act = site.data("/search")["acts"][0]["act"]
    send(site, verdict="reject", one=act, reason="of another talk")
    (said,) = site.data("/log")["said"]
    assert (said["by"], said["reason"], said["standing"]) == ("A. Reviewer", "of another talk", "stands")
    send(site, verdict="withdraw", one=said["id"])
    assert [one["standing"] for one in site.data("/log")["said"]] == ["stands", "withdrawn"]


def test_corrected_field_shows_on_the_act(site: Site) -> None:
    act = site.data("/search?kind=offer_venue")["acts"][0]["act"]
    send(site, verdict="correct", one=act, field="place", value="Lima")
    page = site.data(f"/acts/{act}")
    assert [given["value"] for field in page["fields"] if field["field"] == "place" for given in field["values"]] == [
        "Lima"
    ]
    assert page["accounts"][0]["notes"]


def test_reports_of_one_act_are_set_apart_and_joined_again(site: Site) -> None:
    meeting = next(item for item in site.data("/search?kind=meeting")["acts"] if len(item["reports"]) == 2)
    one, other = meeting["reports"]
    send(site, verdict="different", one=one, other=other)
    assert site.data(f"/acts/{one}")["item"]["act"] != site.data(f"/acts/{other}")["item"]["act"]
    send(site, verdict="same", one=one, other=other)
    assert site.data(f"/acts/{one}")["item"]["act"] == site.data(f"/acts/{other}")["item"]["act"]


def test_reviewer_is_remembered_by_the_browser(site: Site) -> None:
    assert 'value="R. Reviewer"' in site.page("/review?topic=single")
    send(site, verdict="confirm", one=site.data("/search")["acts"][0]["act"])
    assert 'value="A. Reviewer"' in site.page("/review?topic=single")


@pytest.mark.parametrize("fields", [{"verdict": "bless"}, {"verdict": "confirm"}, {"verdict": "confirm", "one": "kx"},
                                    {"verdict": "confirm", "one": "kx", "reason": ""}])  # fmt: skip
def test_judgement_that_says_nothing_is_refused(site: Site, fields: dict[str, str]) -> None:
    answer = site.send("/review", {"token": site.desk.token, "by": "A", "reason": "x"} | fields)
    assert answer.status_code in (400, 404)
    assert site.data("/log")["count"] == 0


def test_pasted_text_is_read_and_shown(empty_site: Site) -> None:
    fields = {
        "title": "Envoys in Quito", "outlet": "Andes Wire", "published": "2024-05-11",
        "text": "The foreign ministers of Peru and Colombia met in Quito on 10 May 2024.",
    }  # fmt: skip
    page = empty_site.add(**fields)
    assert (page["state"], page["articles"], page["others"]) == ("done", 1, ["a text"])
    assert [one["title"] for one in page["added"]] == ["Envoys in Quito"] and len(page["acts"]) == 1
    assert "1 article read" in empty_site.page(f"/add/{page['id']}")
    assert empty_site.data("/")["counts"]["articles"] == 1
    assert empty_site.data("/search?kind=meeting")["count"] == 1
    assert empty_site.add(**fields)["known"] == 1


def test_dropped_files_are_read_under_their_own_plain_names(empty_site: Site) -> None:
    text = b"The foreign ministers of Peru and Colombia met in Quito on 10 May 2024."
    files = [("files", ("../../etc/quito.txt", text)), ("files", ("<b>.txt", text + b" They agreed to go on."))]
    page = empty_site.add(files=files)
    assert (page["articles"], page["others"]) == (2, ["quito.txt", "b-.txt"])
    assert "quito" in {item["article"] for item in empty_site.data("/search?q=ministers")["articles"]}


def test_list_of_addresses_is_not_followed(empty_site: Site) -> None:
    files = [("files", ("list.txt", b"http://127.0.0.1:9/a\nhttp://127.0.0.1:9/b\n"))]
    assert empty_site.add(files=files)["asked"] == []
    assert empty_site.data("/")["counts"]["articles"] <= 1


@pytest.mark.parametrize("fields", [{}, {"text": "x", "published": "soon"}, {"text": "x", "url": "file:///etc/passwd"}])
def test_nothing_to_read_is_an_error(empty_site: Site, fields: dict[str, str]) -> None:
    assert empty_site.send("/add", {"token": empty_site.desk.token} | fields).status_code == 400
    assert empty_site.data("/")["counts"]["articles"] == 0


def test_one_writes_at_a_time(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goodoffices.web.desk._WAIT_SECONDS", 0.05)
    inside, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        with site.desk.writing():
            inside.set()
            go_on.wait(5)

    other = threading.Thread(target=hold)
    other.start()
    inside.wait(5)
    try:
        with pytest.raises(RecordLocked), site.desk.writing():
            pass
        act = site.data("/search")["acts"][0]["act"]
        fields = {"token": site.desk.token, "by": "A", "reason": "x", "verdict": "confirm", "one": act}
        assert site.send("/review", fields).status_code == 503
    finally:
        go_on.set()
        other.join()
