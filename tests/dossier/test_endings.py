"""The endings of every language, by the examples that stand in their files."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from goodoffices.dossier.endings import FOLDER, load_paradigms
from goodoffices.dossier.entry import Entry, EntryKind, NameForm
from goodoffices.dossier.label import Inflection, Label
from goodoffices.dossier.matcher import Matcher

LANGUAGES = sorted(path.name.removesuffix(".yml") for path in FOLDER.iterdir())


def _examples() -> Iterator[Any]:
    for lang in LANGUAGES:
        content = yaml.safe_load((FOLDER / f"{lang}.yml").read_text(encoding="utf-8"))
        for example in content["examples"]:
            yield pytest.param(lang, example, id=f"{lang}-{example['as']}-{example['name']}")


def _matcher(lang: str, example: dict[str, Any]) -> Matcher:
    paradigms = load_paradigms(lang)
    entry = Entry(id="it", kind=EntryKind.STATE, name="It", form=NameForm.NAME)
    label = Label(surface=example["name"], entry=entry, inflection=Inflection(example["as"]))
    return Matcher(
        paradigms.patterns(label),
        lang=lang,
        is_prefixing=paradigms.prefixes is not None,
        not_names=paradigms.not_names,
        shouted=paradigms.shouted,
    )


@pytest.mark.parametrize(("lang", "example"), list(_examples()))
def test_a_name_is_found_in_its_forms_with_their_marks(lang: str, example: dict[str, Any]) -> None:
    matcher = _matcher(lang, example)
    for form, marks in example["forms"].items():
        namings = matcher.find(f"… {form}, …")
        assert [naming.text for naming in namings] == [form], form
        assert namings[0].entries[0].marks == frozenset(marks), form
    for form in example.get("not", ()):
        assert form not in [naming.text for naming in matcher.find(f"… {form}, …")], form


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_shows_examples_of_its_endings(lang: str) -> None:
    content = yaml.safe_load((FOLDER / f"{lang}.yml").read_text(encoding="utf-8"))
    assert content["examples"]
    assert load_paradigms(lang).rules
