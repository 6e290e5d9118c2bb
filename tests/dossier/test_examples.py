"""The examples that stand in the data: every dossier and what belongs to none."""

from typing import Any

import pytest

from goodoffices.dossier.gazetteer import load_gazetteer
from goodoffices.dossier.load import dossier_names, load_common, load_dossier
from goodoffices.dossier.schema import Dossier, Example


def _cases() -> list[Any]:
    sources: list[tuple[str | None, Dossier]] = [(None, load_common())]
    sources += [(name, load_dossier(name)) for name in dossier_names()]
    return [
        pytest.param(name, example, id=f"{dossier.id}-{example.lang}-{number}")
        for name, dossier in sources
        for number, example in enumerate(dossier.examples)
    ]


@pytest.mark.parametrize(("dossier", "example"), _cases())
def test_an_example_finds_what_it_promises(dossier: str | None, example: Example) -> None:
    gazetteer = load_gazetteer(example.lang, dossier)
    found = {naming.text: naming.entries[0].id for naming in gazetteer.find(example.text)}
    if example.finds:
        assert found == dict(example.finds)
    cues = [(cue.text, cue.issue) for cue in gazetteer.find_cues(example.text)]
    for pair in example.cues.items():
        assert pair in cues
