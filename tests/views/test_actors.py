"""Who is who: in which roles, and in which words the articles name each."""

from pathlib import Path

from records import keep
from samples import a_party, a_report, an_article

from goodoffices.model.act import ActKind
from goodoffices.record.finding import Selection
from goodoffices.record.store import open_view
from goodoffices.views.actors import participants

TEXT = "Minister Silva met envoy Rojas in Quito. Colombia was thanked."


def test_everyone_is_there_with_roles_days_and_words(tmp_path: Path) -> None:
    article = an_article("a1", TEXT, published="2024-05-11")
    silva, rojas = a_party("Ana Silva", stands_for="Peru", at=9), a_party("Luis Rojas", stands_for="Colombia", at=25)
    meeting = a_report(article, ActKind.MEETING, actors=[silva, rojas], date="2024-05-10")
    thanks = a_report(article, ActKind.SUPPORT, status="", actors=[silva], targets=["Colombia"], at=41)
    keep(tmp_path / "r.db", [[(article, meeting)], [(article, thanks)]])
    with open_view(tmp_path / "r.db") as view:
        first, *rest = participants(view, Selection(), with_words=True)
        plain = participants(view, Selection())
    assert (first.name, first.side, first.acts) == ("Ana Silva", "Peru", 2)
    assert first.roles == (("actors", 2),)
    assert (first.since, first.until) == ("2024-05-10", "2024-05-11")
    assert [(form.words, form.lang, form.count) for form in first.written] == [("Silva", "en", 2)]
    assert {(one.name, one.side): one.roles for one in rest} == {
        ("Colombia", "Colombia"): (("targets", 1),),
        ("Luis Rojas", "Colombia"): (("actors", 1),),
    }
    assert all(one.written == () for one in plain)
