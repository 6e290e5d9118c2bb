"""Questions that need no record."""

import pytest

from goodoffices.engine import answers
from goodoffices.engine.answers import check_data
from goodoffices.errors import DossierError, UsageError


def test_the_carried_lexicons_and_dossiers_have_no_mistakes() -> None:
    assert check_data([]).mistakes == ()


def test_every_mistake_of_a_file_is_told_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> None:
        raise DossierError(["no such office @ people[3]", "no name @ places[0]"])

    monkeypatch.setattr(answers, "dossier_names", lambda: ("quito",))
    monkeypatch.setattr(answers, "load_dossier", broken)
    assert check_data(["quito"]).mistakes == ("quito: no such office @ people[3]", "quito: no name @ places[0]")


def test_a_name_that_is_not_there_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="There are"):
        check_data(["atlantis"])
