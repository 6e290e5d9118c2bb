"""Reports are found again after another reading, or a correction, of their article."""

from dataclasses import replace

from samples import TEXT, a_report, an_article

from goodoffices.model.act import ActKind
from goodoffices.model.judgement import Anchor
from goodoffices.model.report import Evidence, Report
from goodoffices.model.text import Span
from goodoffices.resolving.attaching import attached, compatible

ARTICLE = an_article()
FIRST, SECOND = Span(0, 58), Span(59, len(TEXT))


def at(span: Span, kind: ActKind = ActKind.MEETING, *, actors: tuple[str, ...] = ("Peru",), text: str = TEXT) -> Report:
    """Return a report of the article, or of another version of it, with that evidence."""
    article = an_article(text=text)
    report = a_report(article, kind, actors=actors)
    name = Report.id_from(article_digest=article.digest, kind=kind, evidence=span, parties=actors)
    return replace(report, id=name, evidence=Evidence(span=span, text=span.of(text)))


def test_a_report_that_is_still_there_is_itself() -> None:
    judged, other = at(SECOND), at(SECOND, actors=("Peru", "Chile"))
    assert attached(Anchor.of(judged), [other, judged]) == judged


def test_other_parties_or_bounds_of_the_same_words_are_the_same_report() -> None:
    judged = at(SECOND)
    longer = at(Span(50, len(TEXT)), actors=("Peru", "Colombia"))
    assert attached(Anchor.of(judged), [at(FIRST), longer]) == longer


def test_the_one_whose_evidence_shares_most_wins_and_then_the_one_with_the_same_parties() -> None:
    judged = at(SECOND, actors=("Peru", "Chile"))
    near, nearer = at(Span(20, len(TEXT))), at(Span(57, len(TEXT)))
    assert attached(Anchor.of(judged), [near, nearer]) == nearer
    same_words = [at(Span(57, len(TEXT)), actors=names) for names in (("Bolivia",), ("Chile", "Cuba"), ("Ecuador",))]
    assert attached(Anchor.of(judged), same_words) == same_words[1]


def test_the_same_kind_comes_before_one_that_is_confused_with_it_and_another_never() -> None:
    judged = at(SECOND)
    visit, meeting, demand = at(SECOND, ActKind.VISIT), at(Span(57, len(TEXT))), at(SECOND, ActKind.DEMAND)
    assert attached(Anchor.of(judged), [visit, meeting, demand]) == meeting
    assert attached(Anchor.of(judged), [visit, demand]) == visit
    assert attached(Anchor.of(judged), [demand]) is None
    assert attached(Anchor.of(judged), [demand], {ActKind.DEMAND}) == demand
    assert attached(Anchor.of(judged), []) is None


def test_what_was_there_beside_it_did_not_take_its_place() -> None:
    judged, beside = at(SECOND), at(SECOND, actors=("Chile",))
    anchor = Anchor.of(judged, [judged, beside, at(FIRST)])
    assert anchor.beside == (beside.id,)
    assert attached(anchor, [beside]) is None


def test_in_a_corrected_version_the_words_decide_and_not_their_place() -> None:
    judged = at(SECOND)
    text = "Corrected: the host was named wrongly. " + TEXT.replace("10 May", "11 May")
    start = text.index("The envoys")
    moved, other = at(Span(start, len(text)), text=text), at(Span(39, start - 1), text=text)
    assert moved.article_digest != judged.article_digest
    assert attached(Anchor.of(judged), [other, moved]) == moved
    assert attached(Anchor.of(judged), [other]) is None


def test_empty_evidence_is_never_taken_for_other_words() -> None:
    empty = at(Span(59, 59))
    assert attached(Anchor.of(empty), [at(SECOND)]) is None


def test_kinds_are_confused_both_ways() -> None:
    assert all(compatible(one, other) == compatible(other, one) for one in ActKind for other in ActKind)
    assert all(compatible(kind, kind) for kind in ActKind)
    assert not compatible(ActKind.MEETING, ActKind.HOSTILITY)
