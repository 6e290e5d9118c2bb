"""What the five seed reports must give: one test for each mechanism, from the articles to the record and the brief.

The seeds are read as they lie in the shared folder, with the days of publication that their annotations infer.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from shared_data import shared

from goodoffices.cli.main import run
from goodoffices.engine.agenda import issue_titles
from goodoffices.engine.intake import Hooks, Intake
from goodoffices.engine.readers import InProcess, fingerprint, open_reader
from goodoffices.exports.brief_markdown import brief_to_markdown
from goodoffices.model.act import Act, ActKind, Modality
from goodoffices.model.report import Report
from goodoffices.record.finding import Selection
from goodoffices.record.store import Record, open_view
from goodoffices.record.view import View
from goodoffices.views.brief import Brief, build_brief
from goodoffices.views.entries import Entry
from goodoffices.views.figures import figures

SEEDS = ("S000", "S001", "S002", "S003", "S004")
FOUR_VILLAGES = "006"
"""An annotated report of the same weeks that counts four villages."""


@dataclass(frozen=True)
class Seeds:
    """A record of the seeds, and their texts."""

    view: View
    texts: dict[str, str]

    def reports(self, article: str, kind: ActKind, status: str = "", **values: str) -> list[Report]:
        """Return the reports of an article of a kind and, where they are given, a status and values of fields."""
        found = [sourced.report for sourced in self.view.reports(kind=kind) if sourced.report.article == article]
        return [
            report
            for report in found
            if status in ("", report.status) and all(value_of(report, name) == value for name, value in values.items())
        ]

    def report(self, article: str, kind: ActKind, status: str = "", **values: str) -> Report:
        """Return the only such report, after every field of it has been found in the article's text."""
        found = self.reports(article, kind, status, **values)
        assert len(found) == 1, [str(report) for report in found] or f"no {kind} {status} {values} in {article}"
        self.check(found[0])
        return found[0]

    def check(self, report: Report) -> None:
        """Assert that every filled field stands in the text, and the evidence word for word."""
        text = self.texts[report.article]
        assert report.evidence.span.of(text) == report.evidence.text
        for name, spans in report.spans().items():
            assert spans, f"{name} of {report} has no span"
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert {name for name, _ in report.fillers()} <= set(report.spans())

    def words(self, report: Report, name: str) -> str:
        """Return the text's words that a field was read from."""
        return " … ".join(span.of(self.texts[report.article]) for span in report.spans()[name])

    def act(self, report: Report) -> Act:
        """Return the act that a report tells of."""
        act = self.view.act_of(report.id)
        assert act is not None
        return act

    def articles(self, act: Act) -> set[str]:
        """Return the articles that tell of an act."""
        return {sourced.article.id for sourced in self.view.reports_of(act.id)}

    @property
    def brief(self) -> Brief:
        """The brief of everything."""
        return build_brief(self.view, None, None, with_background=True)

    def entry(self, act: Act, section: str = "") -> Entry:
        """Return the line of an act in the brief, in a section where one is named."""
        for part in self.brief.sections:
            for group in part.groups:
                for entry in group.entries:
                    if entry.act == act.id and section in ("", part.key):
                        return entry
        raise AssertionError(f"{act.kind} {act.id} is not in the brief")


def value_of(report: Report, name: str) -> str:
    """Return a field as one text: names joined, the date as ISO; empty where it is not filled."""
    if name == "date":
        return report.on.interval.to_iso() if report.on else ""
    if name in ("actors", "targets", "mediators"):
        return ", ".join(sorted(filler.value for filler in getattr(report, name)))
    filler = getattr(report, name) if name in ("place", "host", "speaker", "issue") else report.detail(name)
    return filler.value if filler else ""


def sides(report: Report, name: str) -> set[str]:
    """Return the states and bodies of a field."""
    return {filler.stands_for or filler.value for filler in getattr(report, name)}


def articles_of(ids: Iterable[str]) -> Iterator[dict[str, str]]:
    for name in ids:
        told = json.loads(shared("gold", "dev", f"{name}.json").read_text("utf-8"))
        text = shared("seeds", told["file"]).read_text("utf-8") if name in SEEDS else told["text"]
        published = told.get("published") or told["published_inferred"]
        yield {"id": name, "published": published, "title": told.get("title") or "", "text": text}


def read_into(folder: Path, ids: Iterable[str]) -> tuple[Path, dict[str, str]]:
    """Read articles as JSON Lines into a record; return the record's path and the texts."""
    articles = list(articles_of(ids))
    lines = folder / "articles.jsonl"
    lines.write_text("".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles), "utf-8")
    with Record.open(folder / "seeds.db") as record:
        hooks = Hooks(clock=lambda: "2024-07-07T00:00:00+00:00")
        reader = InProcess(open_reader(None))
        intake = Intake(record, reader, read_with=fingerprint(None), hooks=hooks, titles=issue_titles(None))
        tally = intake.read_paths([lines])
    assert (tally.articles, tally.errors) == (len(articles), 0)
    return folder / "seeds.db", {article["id"]: article["text"] for article in articles}


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seeds]:
    """A record of the five seeds."""
    path, texts = read_into(tmp_path_factory.mktemp("seeds"), SEEDS)
    with open_view(path) as view:
        yield Seeds(view, texts)


def test_1_an_offer_of_a_venue_the_consent_and_the_meeting_to_come(seeds: Seeds) -> None:
    offer = seeds.report("S000", ActKind.OFFER_VENUE, "made", place="Kazakhstan")
    assert value_of(offer, "actors") == "Kassym-Jomart Tokayev"
    assert value_of(offer, "targets") == "Armenia, Azerbaijan"
    consent = seeds.report("S000", ActKind.CONSENT, "given", actors="Azerbaijan", place="Kazakhstan")
    assert seeds.words(consent, "actors") == "Officials in Baku"
    condition = seeds.report("S000", ActKind.DEMAND, "made", targets="Armenia", strength="condition")
    assert (value_of(condition, "speaker"), condition.modality) == ("Ilham Aliyev", Modality.CONDITIONAL)
    assert seeds.words(condition, "targets") == "Yerevan"
    meeting = seeds.report("S000", ActKind.MEETING, "proposed", actors="Armenia, Azerbaijan", place="Astana")
    assert (value_of(meeting, "speaker"), meeting.modality) == ("Ilham Aliyev", Modality.CONDITIONAL)
    assert not seeds.reports("S000", ActKind.MEETING, "held", actors="Armenia, Azerbaijan")
    outcomes = {outcome.act for outcome in seeds.entry(seeds.act(offer), "offers").outcomes}
    assert {seeds.act(consent).id, seeds.act(meeting).id} <= outcomes


def test_2_framework_documents(seeds: Seeds) -> None:
    principles = seeds.report("S000", ActKind.AGREEMENT, "proposed", document="Madrid Principles", date="2007")
    assert value_of(principles, "issue") == "karabakh_status"
    assert seeds.words(principles, "document") == "Madrid Principles"
    assert seeds.words(principles, "date").endswith("2007")
    open_details = seeds.report("S000", ActKind.STATEMENT, actors="Ilham Aliyev", issue="peace_treaty")
    assert "peace agreement" in open_details.evidence.text
    assert not seeds.reports("S000", ActKind.AGREEMENT, "signed")


def test_3_one_visit_told_by_several_reports(seeds: Seeds) -> None:
    visits = [seeds.report(article, ActKind.VISIT, "held", targets="Armenia") for article in ("S000", "S004")]
    assert [value_of(visit, "actors") for visit in visits] == ["Kassym-Jomart Tokayev"] * 2
    act = seeds.act(visits[0])
    assert seeds.act(visits[1]) == act
    assert seeds.articles(act) == {"S000", "S003", "S004"}
    assert act.happened_on is not None
    assert (act.happened_on.to_iso(), act.country, act.differs) == ("2024-04-15", "Armenia", ())
    both = seeds.report("S003", ActKind.VISIT, "held", actors="Kassym-Jomart Tokayev", targets="Armenia, Azerbaijan")
    assert both.on is None
    # S003 tells of both visits in sum; of the two, the record has this one.
    assert seeds.act(both) == act
    assert act.targets == ("Armenia",)


def test_4_hosts_good_offices_and_mediators_are_kept_apart(seeds: Seeds) -> None:
    host = seeds.report("S000", ActKind.OFFER_VENUE, "made")
    assert (sides(host, "actors"), host.mediators) == ({"Kazakhstan"}, ())
    assert not seeds.reports("S000", ActKind.OFFER_MEDIATION)
    rival = seeds.report("S002", ActKind.OFFER_VENUE, "made", actors="Russia", place="Russia", date="2022-10-14")
    assert seeds.act(rival) != seeds.act(host)
    mediated = seeds.report("S002", ActKind.MEETING, "held", place="Prague")
    assert value_of(mediated, "mediators") == "Charles Michel, Emmanuel Macron"
    trusted = seeds.report("S000", ActKind.SUPPORT, targets="Kazakhstan", speaker="Yernar Kushaliyev")
    assert "reliable mediator" in trusted.evidence.text
    partial = seeds.report("S002", ActKind.ACCUSATION, actors="Russia", targets="Western powers")
    assert value_of(partial, "speaker") == "Russia"
    assert "Western mediation" in partial.evidence.text
    biased = seeds.report("S002", ActKind.ACCUSATION, actors="Armenia", targets="Russia")
    assert value_of(biased, "speaker") == "Armenia"


def test_5_forecasts_by_experts(seeds: Seeds) -> None:
    likely = seeds.report("S000", ActKind.PREDICTION, "made", issue="border_delimitation")
    assert (value_of(likely, "actors"), value_of(likely, "speaker")) == ("Yernar Kushaliyev",) * 2
    assert likely.modality is Modality.POSSIBLE
    treaty = seeds.report("S001", ActKind.PREDICTION, "made", issue="peace_treaty", deadline="2024-12-31")
    assert value_of(treaty, "actors") == "Rustam Taghizade"
    assert seeds.words(treaty, "deadline") == "by the end of this year"
    condition = seeds.report("S001", ActKind.DEMAND, actors="Azerbaijan", targets="Armenia", strength="condition")
    assert (value_of(condition, "speaker"), condition.modality) == ("Rustam Taghizade", Modality.CONDITIONAL)
    assert condition.evidence.span.start - treaty.evidence.span.end <= 1
    progress = seeds.report("S002", ActKind.PREDICTION, "made", deadline="2022-12-31")
    assert value_of(progress, "issue") == "peace_treaty"


def test_6_direct_talks_and_a_mediator_that_only_one_names(seeds: Seeds) -> None:
    direct = seeds.report("S001", ActKind.MEETING, "held", place="Almaty", format="bilateral")
    assert "absence of a mediator" in seeds.words(direct, "format")
    assert direct.mediators == ()
    mediated = seeds.report("S003", ActKind.MEETING, "held", place="Almaty", date="2024-05")
    assert value_of(mediated, "mediators") == "Kazakhstan"
    assert seeds.words(mediated, "mediators") == "Казахстана"
    assert sides(direct, "actors") == sides(mediated, "actors") == {"Armenia", "Azerbaijan"}
    going_on = seeds.report("S001", ActKind.AGREEMENT, "agreed", actors="Armenia, Azerbaijan")
    assert "continue negotiations" in going_on.evidence.text
    act = seeds.act(direct)
    assert seeds.act(mediated) == act
    assert (act.country, act.differs) == ("Kazakhstan", ("mediators",))
    (difference,) = seeds.entry(act, "differences").differences
    assert {account.value for account in difference.accounts} == {"Kazakhstan", "nobody named"}


def test_7_open_issues_and_preconditions(seeds: Seeds) -> None:
    border = seeds.report("S001", ActKind.STATEMENT, issue="border_delimitation")
    assert value_of(border, "speaker") == "Rustam Taghizade"
    villages = seeds.report("S001", ActKind.ACCUSATION, targets="Armenia", issue="enclaves_villages")
    assert (value_of(villages, "quantity"), seeds.words(villages, "quantity")) == ("4 villages", "four villages")
    assert seeds.report("S001", ActKind.ACCUSATION, targets="Armenia", issue="constitution")
    change = seeds.report("S001", ActKind.DEMAND, "made", targets="Armenia", issue="constitution")
    assert (value_of(change, "speaker"), change.modality) == ("Rustam Taghizade", Modality.CONDITIONAL)
    headings = {group.heading for part in seeds.brief.sections if part.key == "undertakings" for group in part.groups}
    assert issue_titles(None)["constitution"] in headings


def test_8_outside_powers_arms_bases_and_missions(seeds: Seeds) -> None:
    base = seeds.report("S001", ActKind.DEPLOYMENT, "done", actors="Russia", place="Armenia")
    mission = seeds.report("S001", ActKind.DEPLOYMENT, "done", actors="Armenia", issue="monitoring_mission")
    assert value_of(mission, "quantity") == seeds.words(mission, "quantity") == "1,000-strong"
    assert [value_of(report, "speaker") for report in (base, mission)] == ["Rustam Taghizade"] * 2
    arms = seeds.report("S001", ActKind.STATEMENT, actors="France, India", targets="Armenia")
    assert value_of(arms, "speaker") == "Rustam Taghizade"
    charge = seeds.report("S001", ActKind.ACCUSATION, targets="Nikol Pashinyan")
    assert value_of(charge, "speaker") == "Rustam Taghizade"
    union = seeds.report("S002", ActKind.DEPLOYMENT, "planned", actors="European Union", issue="monitoring_mission")
    assert (union.modality, value_of(union, "quantity")) == (Modality.PLANNED, "")
    assert seeds.act(union) != seeds.act(mission)
    assert "Rustam Taghizade" in seeds.entry(seeds.act(mission), "ground").said_by


def test_9_a_trilateral_meeting_on_the_sidelines_and_rival_tracks(seeds: Seeds) -> None:
    astana = seeds.report("S002", ActKind.MEETING, "held", place="Astana", format="trilateral")
    assert value_of(astana, "date") == "2022-10-14"
    assert sides(astana, "actors") == {"Armenia", "Azerbaijan", "Russia"}
    assert value_of(astana, "mediators") == "Russia, Sergei Lavrov"
    assert "summit" in value_of(astana, "sidelines_of")
    summit = next(r for r in seeds.reports("S002", ActKind.MEETING, "held", date="2022-10-14") if r != astana)
    assert "Belarus" in sides(summit, "actors")
    invitation = seeds.report("S002", ActKind.INVITATION, "issued", actors="Vladimir Putin")
    assert value_of(invitation, "targets") == "Armenia, Azerbaijan"
    proposed = seeds.report("S002", ActKind.MEETING, "proposed")
    assert sides(proposed, "actors") == {"Armenia", "Azerbaijan", "Russia"}
    assert not seeds.reports("S002", ActKind.INVITATION, "accepted")
    prague = seeds.report("S002", ActKind.MEETING, "held", place="Prague", date="2022-10-06")
    assert len({seeds.act(report).id for report in (astana, summit, proposed, prague)}) == 4


def test_10_agreements_and_what_becomes_of_them(seeds: Seeds) -> None:
    bound = seeds.report("S002", ActKind.COMMITMENT, "reaffirmed", actors="Armenia, Azerbaijan")
    assert value_of(bound, "speaker") in ("Ararat Mirzoyan", "Jeyhun Bayramov")
    signed = seeds.report("S004", ActKind.AGREEMENT, "signed", document="joint statement", date="2024-04-15")
    assert sides(signed, "actors") == {"Armenia", "Kazakhstan"}
    reaffirmed = seeds.report("S004", ActKind.COMMITMENT, "reaffirmed", actors="Nikol Pashinyan")
    assert sides(reaffirmed, "actors") == {"Armenia"}
    assert seeds.entry(seeds.act(signed), "agreements")


def test_11_casualties_displacement_and_land(seeds: Seeds) -> None:
    fighting = seeds.report("S002", ActKind.HOSTILITY, actors="Armenia, Azerbaijan", date="2022-09")
    assert "290 soldiers" in value_of(fighting, "casualties")
    offensive = seeds.report("S003", ActKind.HOSTILITY, actors="Azerbaijan", date="2023")
    assert value_of(offensive, "issue") == "karabakh_status"
    exodus = seeds.report("S003", ActKind.DISPLACEMENT, quantity="более 100 тысяч человек")
    assert value_of(exodus, "quantity") == seeds.words(exodus, "quantity")
    regained = seeds.report("S003", ActKind.TERRITORY_TRANSFER, "done", place="Nagorno-Karabakh")
    assert (value_of(regained, "actors"), regained.on is not None) == ("Azerbaijan", True)
    villages = seeds.report("S003", ActKind.TERRITORY_TRANSFER, "agreed", actors="Armenia", targets="Azerbaijan")
    assert (value_of(villages, "quantity"), value_of(villages, "date")) == ("6 villages", "2024")
    assert seeds.words(villages, "quantity") == "шесть спорных сел"
    (counted,) = [found for found in figures(seeds.view, Selection()) if found.thing == "villages"]
    assert [figure.value for figure in counted.figures] == ["4 villages", "6 villages"]
    assert counted.figures[0].said_by == ("Rustam Taghizade",)


def test_11_six_villages_against_four_elsewhere(tmp_path: Path) -> None:
    path, texts = read_into(tmp_path, (*SEEDS, FOUR_VILLAGES))
    with open_view(path) as view:
        seeds = Seeds(view, texts)
        six = seeds.report("S003", ActKind.TERRITORY_TRANSFER, quantity="6 villages")
        four = seeds.report(FOUR_VILLAGES, ActKind.TERRITORY_TRANSFER, quantity="4 villages")
        act = seeds.act(six)
        assert seeds.act(four) == act
        assert "quantity" in act.differs
        (difference,) = [d for d in seeds.entry(act, "differences").differences if d.field == "quantity"]
        assert {account.value for account in difference.accounts} == {"4 villages", "6 villages"}


def test_12_an_offer_repeated_in_another_language(seeds: Seeds) -> None:
    first = seeds.report("S000", ActKind.OFFER_VENUE, "made", place="Kazakhstan")
    again = seeds.report("S003", ActKind.OFFER_VENUE, "repeated", place="Kazakhstan", date="2024-07-06")
    assert again.lang == "ru"
    assert value_of(again, "actors") == value_of(first, "actors") == "Kassym-Jomart Tokayev"
    assert value_of(again, "targets") == "Armenia, Azerbaijan"
    assert seeds.words(again, "date") == "в субботу"
    assert seeds.act(again) != seeds.act(first)
    assert seeds.act(again).id in {entry.act for entry in seeds.entry(seeds.act(first), "offers").outcomes}


def test_13_initiatives_and_corridors(seeds: Seeds) -> None:
    corridor = "transport_corridor"
    opening = seeds.report("S001", ActKind.DEMAND, "made", targets="China", issue=corridor)
    assert "Zangezur corridor" in seeds.words(opening, "issue")
    blocked = seeds.report("S001", ActKind.ACCUSATION, targets="Iran", issue=corridor)
    own_way = seeds.report("S001", ActKind.DEMAND, "made", actors="Iran", issue=corridor)
    trans_caspian = seeds.report("S001", ActKind.PREDICTION, "made", issue=corridor)
    assert seeds.words(trans_caspian, "issue") == "Trans-Caspian"
    said = {value_of(report, "speaker") for report in (opening, blocked, own_way, trans_caspian)}
    assert said == {"Rustam Taghizade"}
    crossroads = seeds.report("S004", ActKind.SUPPORT, actors="Nikol Pashinyan", issue=corridor)
    assert "Crossroads" in seeds.words(crossroads, "issue")


def test_14_a_charge_at_home(seeds: Seeds) -> None:
    charge = seeds.report("S004", ActKind.ACCUSATION, targets="Kassym-Jomart Tokayev")
    assert value_of(charge, "actors") == value_of(charge, "speaker") == "Kazakhstan opposition"
    assert seeds.words(charge, "actors").startswith("opposition")
    assert "Kazakhstan opposition accused Kassym-Jomart Tokayev" in brief_to_markdown(seeds.brief)


def test_the_plain_texts_are_read_as_they_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, record = shared("seeds"), tmp_path / "plain.db"
    monkeypatch.setattr(sys, "argv", ["goodoffices", "read", str(folder), "--record", str(record)])
    with pytest.raises(SystemExit) as left:
        run()
    assert not left.value.code, capsys.readouterr().err
    with open_view(record) as view:
        told = {sourced.article.id for sourced in view.reports()}
        assert len(told) == view.counts().articles == len(list(folder.glob("*.txt")))
        held = [act for act in view.acts(kind=ActKind.MEETING) if act.status == "held"]
        assert any(act.place == "Prague" and act.mediators for act in held)
        assert any("mediators" in act.differs for act in held if act.place == "Almaty")
        offers = {act.status for act in view.acts(kind=ActKind.OFFER_VENUE)}
        assert {"made", "repeated"} <= offers
