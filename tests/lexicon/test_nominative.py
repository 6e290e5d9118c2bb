"""Names of people back in the nominative."""

from importlib import resources
from pathlib import Path

import pytest
import yaml

from goodoffices.errors import LexiconError
from goodoffices.lexicon.nominative import NOMINATIVES, load_nominatives, load_nominatives_from, nominative

SHARED_DATA = Path(str(resources.files("goodoffices.lexicon"))) / "data" / "_shared"


@pytest.mark.parametrize(
    ("lang", "form", "name"),
    [(lang, example.form, example.name) for lang, table in load_nominatives().items() for example in table.examples],
)
def test_examples(lang: str, form: str, name: str) -> None:
    assert nominative(form, lang) == name
    assert nominative(name, lang) == name


@pytest.mark.parametrize(
    ("lang", "form", "name"),
    [
        ("ru", "Джейхуну Байрамову", "Джейхун Байрамов"),
        ("ru", "Хаканом Фиданом", "Хакан Фидан"),
        ("ru", "Шарлем Мишелем", "Шарль Мишель"),
        ("ru", "Урсулы фон дер Ляйен", "Урсула фон дер Ляйен"),
        ("ru", "Лейлы Алиевой", "Лейла Алиева"),
        ("ru", "Сахиба Гафарова", "Сахиба Гафарова"),
        ("ru", "Александра Лукашенко", "Александр Лукашенко"),
        ("ru", "Павла Климкина", "Павел Климкин"),
        ("ru", "Льва Толстого", "Лев Толстой"),
        ("ru", "Сергею Шойгу", "Сергей Шойгу"),
        ("ru", "Джо Байдена", "Джо Байден"),
        ("ru", "Антониу Гутерришем", "Антониу Гутерриш"),
        ("ru", "Густаво Петро", "Густаво Петро"),
        ("ru", "Дмитрий Песков", "Дмитрий Песков"),
        ("ru", "Ибрагим", "Ибрагим"),
        ("ru", "Мирзояном", "Мирзоян"),
        ("ru", "Захарова", "Захарова"),
        ("uk", "Андрієм Сибігою", "Андрій Сибіга"),
        ("uk", "Дмитра Кулебу", "Дмитро Кулеба"),
        ("uk", "Олександра Лукашенка", "Олександр Лукашенко"),
        ("xx", "Рустема Умерова", "Рустема Умерова"),
        ("ru", "", ""),
    ],
)
def test_names(lang: str, form: str, name: str) -> None:
    assert nominative(form, lang) == name


def test_mistakes_are_told(tmp_path: Path) -> None:
    table = {"examples": [], "last_word": [["(", ""]], "declensions": [
        {"of": ["given"], "gender": "m", "ends": "", "when": ".", "cases": {"vocative": ["e"]}}]}  # fmt: skip
    (tmp_path / NOMINATIVES).write_text(yaml.safe_dump({"source": "none", "languages": {"xx": table}}), "utf-8")
    with pytest.raises(LexiconError) as caught:
        load_nominatives_from(tmp_path)
    assert caught.value.problems[0] == "no such case: vocative @ nominatives.yml: xx.declensions[0]"
    assert caught.value.problems[1].startswith("not a pattern: (")
    (tmp_path / NOMINATIVES).write_text("a: [", "utf-8")
    with pytest.raises(LexiconError, match=r"nominatives\.yml: the file"):
        load_nominatives_from(tmp_path)
