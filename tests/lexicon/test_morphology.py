"""Word forms: lemmas and marks, by each of the three analysers."""

import pytest

from goodoffices.lexicon.load import load_lexicon
from goodoffices.lexicon.morphology import Analyser, analyser_for
from goodoffices.lexicon.schema import Conjugation, Language


def affixes(**fields: object) -> Analyser:
    """Return the analyser of a made-up language that has only its tables."""
    return analyser_for(Language(name="Made up", analyser="affixes", **fields), "xx")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "form", "lemma", "tags"),
    [
        ("en", "offered", "offer", {"past", "part"}),
        ("en", "meeting", "meeting", {"ing", "noun"}),
        ("en", "met", "meet", {"past"}),
        ("ru", "встретился", "встретиться", {"past", "sing", "masc"}),
        ("ru", "министра", "министр", {"gen", "acc", "gen.sing"}),
        ("ru", "подписано", "подписать", {"part", "passive"}),
        ("tr", "görüştü", "görüş*", {"past"}),
        ("ar", "التقى", "*", {"past"}),
    ],
)
def test_languages_know_their_forms(lang: str, form: str, lemma: str, tags: set[str]) -> None:
    lexicon = load_lexicon(lang)
    analysis = lexicon.analyse(form.translate(lexicon.folds))
    assert tags <= analysis.tags
    assert any(known == lemma or (lemma[-1] == "*" and known.startswith(lemma[:-1])) for known in analysis.lemmas)


@pytest.mark.parametrize("lang", ["en", "ru", "tr", "ar"])
@pytest.mark.parametrize("form", ["x", "ъ", "qqqq", "12", "ـ"])
def test_a_form_is_always_among_its_own_lemmas(lang: str, form: str) -> None:
    assert form in load_lexicon(lang).analyse(form).lemmas


def test_listed_form_goes_before_what_its_ending_tells() -> None:
    analyse = affixes(verb_endings={"ed": "past"}, forms={"bed": "bed noun"})
    assert analyse("bed").tags == {"noun"}
    assert analyse("waited").tags == {"past"}


def test_longest_ending_tells() -> None:
    analyse = affixes(verb_endings={"di": "past", "medi": "past negated"})
    assert analyse("gelmedi").tags == {"past", "negated"}
    assert analyse("geldi").tags == {"past"}


def test_ending_leaves_a_stem_of_two_letters() -> None:
    assert affixes(verb_endings={"di": "past"})("adi").tags == frozenset()


def test_chained_endings_give_the_marks_of_every_slot() -> None:
    analyse = affixes(chains=[[{"plur": "lar", "": "-"}, {"gen": "in", "": "-"}]])
    assert analyse("yollarin").tags == {"plur", "gen"}
    assert analyse("yollar").tags == {"plur"}


def test_clitic_marks_only_a_word_that_is_known() -> None:
    analyse = affixes(proclitics=["wa"], clitic_marks={"wa": "and"}, forms={"qala": "qala past"})
    assert analyse("waqala").tags == {"and", "past"}
    assert "qala" in analyse("waqala").lemmas
    assert analyse("wardana").tags == frozenset()


def test_conjugation_makes_each_form_of_each_verb() -> None:
    present = Conjugation(stem=1, before=["ya", "ta"], after=["", "una"], tags="present")
    analyse = affixes(verbs=["katab ktub"], conjugations=[present])
    assert analyse("yaktubuna").tags == {"present"}
    assert "katab" in analyse("taktub").lemmas
    assert analyse("yakatab").tags == frozenset()


def test_a_letter_without_a_name_is_a_word_that_nobody_knows() -> None:
    form = "а\U00017000"
    assert load_lexicon("ru").analyse(form).lemmas == {form}
