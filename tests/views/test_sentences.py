"""Acts as English sentences."""

import pytest
from samples import a_party, a_report, an_article

from goodoffices.following.words import listed
from goodoffices.model.act import STATUSES, ActKind, Modality
from goodoffices.resolving.merge import merge
from goodoffices.views.sentences import fill, load_patterns, sentence_of

MINISTERS = (a_party("A. Minister", stands_for="Peru"), a_party("B. Minister", stands_for="Colombia"))


def told(**fields: object) -> str:
    return sentence_of(merge([a_report(an_article(), **fields)], str), {"border_delimitation": "Border"})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"actors": MINISTERS, "place": "Quito", "host": "Ecuador"},
            "A. Minister and B. Minister met in Quito, host Ecuador",
        ),
        ({"actors": ["Peru"]}, "Peru held a meeting"),
        ({"actors": []}, "A meeting was held"),
        (
            {"actors": ["Peru", "Colombia", "Ecuador"], "mediators": ["Ecuador"]},
            "Colombia and Peru met, mediator Ecuador",
        ),
        ({"status": "cancelled"}, "A meeting of Colombia and Peru did not take place or was called off"),
        (
            {
                "kind": ActKind.OFFER_VENUE,
                "status": "made",
                "actors": ["Ecuador"],
                "targets": ["Peru"],
                "place": "Quito",
            },
            "Ecuador offered to host talks between Peru (Quito)",
        ),
        ({"kind": ActKind.VISIT, "actors": ["A. Minister"], "targets": ["Peru"]}, "A. Minister visited Peru"),
        (
            {"kind": ActKind.DEMAND, "status": "made", "actors": ["Peru"], "issue": "border_delimitation"},
            "Demand by Peru (Border)",
        ),
        ({"kind": ActKind.HOSTILITY, "status": "", "actors": [], "place": "Lima"}, "Fighting or attack (Lima)"),
        (
            {"kind": ActKind.CONSENT, "status": "given", "actors": ["Peru"], "modality": Modality.POSSIBLE},
            "Peru gave consent (reported as possible)",
        ),
        (
            {"kind": ActKind.MEETING, "status": "agreed", "modality": Modality.PLANNED},
            "Colombia and Peru agreed to meet",
        ),
    ],
)
def test_an_act_is_told_plainly(fields: dict[str, object], sentence: str) -> None:
    assert told(**fields) == sentence


@pytest.mark.parametrize("kind", list(ActKind))
def test_every_status_of_every_kind_has_a_sentence_with_and_without_parties(kind: ActKind) -> None:
    for status in (*STATUSES[kind], ""):
        for actors in ((), ("Peru",), ("Peru", "Colombia")):
            sentence = told(kind=kind, status=status, actors=actors)
            assert sentence
            assert not set(sentence) & set("{}[]")
            assert all(name in sentence for name in actors)


def test_patterns_name_only_kinds_and_statuses_that_exist() -> None:
    for kind, by_status in load_patterns().items():
        assert set(by_status) <= {*STATUSES[ActKind(kind)], "any", "appeal"}


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("{a} met[ in {b}]", "X met"),
        ("{a} met[ with {a}]", "X met with X"),
        ("{b} met", ""),
        ("They met[ at {a} in {b}]", "They met"),
    ],
)
def test_parts_whose_names_are_not_filled_are_left_out(pattern: str, text: str) -> None:
    assert fill(pattern, {"a": "X", "b": ""}) == text


def test_names_are_listed_as_english_lists_them() -> None:
    assert [listed(["A", "B", "C"][:n]) for n in range(4)] == ["", "A", "A and B", "A, B and C"]
