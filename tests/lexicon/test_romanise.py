"""Names as English newspapers spell them."""

from importlib import resources
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
import yaml
from shared_data import shared

from goodoffices.errors import LexiconError
from goodoffices.lexicon.load_romanisation import ROMANISATION, SPELLINGS, load_romanisations_from
from goodoffices.lexicon.romanise import romanise

SHARED_DATA = Path(str(resources.files("goodoffices.lexicon"))) / "data" / "_shared"
LANGUAGES = yaml.safe_load((SHARED_DATA / ROMANISATION).read_text("utf-8"))["languages"]


@pytest.mark.parametrize(
    ("lang", "name", "english"),
    [(lang, example["name"], example["english"]) for lang, entry in LANGUAGES.items() for example in entry["examples"]],
)
def test_examples(lang: str, name: str, english: str) -> None:
    assert romanise(name, lang) == english


@pytest.mark.parametrize(
    ("lang", "name", "english"),
    [
        ("ru", "Джон Смит", "John Smith"),
        ("ru", "Тойво Клаар", "Toivo Klaar"),
        ("ru", "Касым-Жомарт Токаев", "Kasym-Zhomart Tokayev"),
        ("ru", "Урсула фон дер Ляйен", "Ursula von der Leyen"),
        ("ru", "Щербаков", "Shcherbakov"),
        ("uk", "Єгор Гайдученко", "Yehor Hayduchenko"),
        ("ar", "عبد الله حمدوك", "Abdullah Hamdok"),
        ("ar", "المبارك", "al-Mubarak"),
        ("ar", "عَبّاس", "Abbas"),
        ("fa", "علی‌اف", "Aliyev"),
        ("tr", "Hakan Şahin", "Hakan Şahin"),
        ("en", "João Lourenço", "João Lourenço"),
        ("am", "አቢይ አህመድ", "Abiy Ahmed"),
        ("", "Сергей Лавров", "Sergey Lavrov"),
        ("ru", "Երևան", "Yerevan"),
        ("ru", "", ""),
    ],
)
def test_names(lang: str, name: str, english: str) -> None:
    assert romanise(name, lang) == english


def test_what_is_no_letter_stays() -> None:
    assert romanise("«Ваган» (Саргсян)", "ru") == "«Vagan» (Sargsyan)"


def test_mistakes_are_told_with_file_and_key(tmp_path: Path) -> None:
    for name in (ROMANISATION, SPELLINGS):
        (tmp_path / name).write_text((SHARED_DATA / name).read_text("utf-8"), "utf-8")
    text = (tmp_path / ROMANISATION).read_text("utf-8")
    text = text.replace("cyrillic: ru,", "cyrillic: xx,").replace("    script: greek", "    script: runic")
    (tmp_path / ROMANISATION).write_text(text, "utf-8")
    with pytest.raises(LexiconError) as caught:
        load_romanisations_from(tmp_path)
    assert "no such language: xx @ romanisation.yml: default_by_script.cyrillic" in caught.value.problems
    assert "no such script: runic @ romanisation.yml: languages.el.script" in caught.value.problems
    (tmp_path / SPELLINGS).unlink()
    with pytest.raises(LexiconError, match=r"name_spellings\.yml: the file"):
        load_romanisations_from(tmp_path)


def test_the_counted_spellings_are_what_the_tool_makes() -> None:
    tool = Path(__file__).parents[2] / "tools" / "build_name_spellings.py"
    spec = spec_from_file_location("build_name_spellings", tool)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    kept = yaml.safe_load((SHARED_DATA / SPELLINGS).read_text("utf-8"))["languages"]
    for lang, table in module.TABLES.items():
        assert module.spellings(lang, shared("benchmarks", "names", table)) == kept[lang]
