"""Tables of scripts: every example reads as promised, every mistake is told, with file and key."""

from importlib import resources
from pathlib import Path

import pytest
import yaml

from goodoffices.errors import LexiconError
from goodoffices.lexicon.load_scripts import ENDINGS, SCRIPTS, WORDS, load_scripts, load_scripts_from
from goodoffices.lexicon.scripts import Reading, ScriptTables
from goodoffices.lexicon.sounds import parse_sounds

SHARED_DATA = Path(str(resources.files("goodoffices.lexicon"))) / "data" / "_shared"


def data(name: str) -> dict[str, dict[str, dict[str, object]]]:
    loaded: dict[str, dict[str, dict[str, object]]] = yaml.safe_load((SHARED_DATA / name).read_text("utf-8"))
    return loaded


def examples(name: str, section: str) -> list[tuple[str, dict[str, str]]]:
    found = []
    for key, entry in data(name)[section].items():
        listed = entry["examples"]
        assert isinstance(listed, list)
        assert listed, key
        found += [(str(entry.get("of", key)), example) for example in listed]
    return found


def heard(reading: Reading, tables: ScriptTables) -> str:
    return " ".join(tables.sounds.sounds[sound].first for sound in reading.sounds)


@pytest.mark.parametrize(("script", "example"), examples(SCRIPTS, "scripts"))
def test_a_spelling_sounds_as_its_script_says(script: str, example: dict[str, str]) -> None:
    tables = load_scripts()
    word = tables.word(example["spelling"])
    assert word.script == script
    assert heard(word.readings[0], tables) == example["sounds"]


@pytest.mark.parametrize(("lang", "example"), examples(SCRIPTS, "languages"))
def test_a_spelling_sounds_as_its_language_says(lang: str, example: dict[str, str]) -> None:
    tables = load_scripts()
    word = tables.word(example["spelling"], lang)
    assert example["sounds"] in {heard(reading, tables) for reading in word.readings}


@pytest.mark.parametrize(("lang", "example"), examples(ENDINGS, "languages") + examples(ENDINGS, "beginnings"))
def test_an_affix_is_taken_off_at_a_cost(lang: str, example: dict[str, str]) -> None:
    tables = load_scripts()
    costs = {reading.form: reading.cost for reading in tables.word(example["form"], lang).readings}
    assert costs[tables.folded(example["form"])] == 0
    assert costs[tables.folded(example["name"])] > 0


def test_a_letter_gives_its_language_away() -> None:
    tables = load_scripts()
    assert tables.signalled("Əliyev") == "az"
    assert tables.signalled("Duda") == ""


def test_letters_of_other_scripts_sound_like_something() -> None:
    tables = load_scripts()
    for word in ("አቢይ", "이재명", "習近平", "Тоqаев", "शर्मा"):
        assert tables.word(word).readings, word
    assert heard(tables.word("Тоqаев").readings[0], tables) == "t o k a e v"


def test_another_spelling_is_thought_of_only_where_the_word_looks_so() -> None:
    tables = load_scripts()
    beliefs = {reading.belief for reading in tables.guessed(tables.word("Qian"))}
    assert "Chinese spelling" in beliefs
    assert "Polish spelling" not in beliefs
    assert all(reading.cost > 0 for reading in tables.guessed(tables.word("Qian")))
    assert tables.guessed(tables.word("Цянь")) == ()


def test_kinds_of_consonants_are_sure_or_possible() -> None:
    word = load_scripts().word("Pavel")
    assert word.surely & ~word.maybe == 0
    assert load_scripts().word("Mann").surely & ~word.maybe


def test_what_is_no_letter_is_no_word() -> None:
    assert load_scripts().word("—").readings == ()


def test_words_are_kept_and_die_with_the_tables() -> None:
    tables = load_scripts_from(SHARED_DATA)
    assert tables.word("Токаев") is tables.word("Токаев")
    assert tables.word("Токаев") is not load_scripts().word("Токаев")


def test_a_sound_prints_as_its_notation() -> None:
    assert [str(sound) for sound in parse_sounds("k/x10 s/-6")] == ["k/x10", "s/-6"]


def test_a_notation_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match="kh"):
        parse_sounds("kh")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (SCRIPTS, ENDINGS, WORDS):
        (tmp_path / name).write_text((SHARED_DATA / name).read_text("utf-8"), "utf-8")
    return tmp_path


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_every_mistake_is_told_with_file_and_key(folder: Path) -> None:
    spoil(folder / SCRIPTS, '      b: "b"\n', '      b: "b!"\n')
    spoil(folder / SCRIPTS, '      p: "p"\n', '      p: "Q"\n')
    spoil(folder / SCRIPTS, "  b v: 50\n", "  b v: 50\n  b ?: 3\n")
    with pytest.raises(LexiconError) as caught:
        load_scripts_from(folder)
    told = "\n".join(caught.value.problems)
    assert "no sound is written 'b!' @ scripts.yml: scripts.latin.letters.b" in told
    assert "not a sound of the alphabet: Q @ scripts.yml: scripts.latin.letters.p" in told
    assert "two sounds of the alphabet are wanted @ scripts.yml: replaced.b ?" in told


def test_a_script_that_is_not_there_and_a_word_said_twice_are_told(folder: Path) -> None:
    spoil(folder / ENDINGS, "    script: georgian\n", "    script: runic\n")
    spoil(folder / WORDS, "forms: [route, road,", "forms: [route, road, river,")
    spoil(folder / SCRIPTS, '"0041-024F"', '"0041-"')
    with pytest.raises(LexiconError) as caught:
        load_scripts_from(folder)
    told = "\n".join(caught.value.problems)
    assert "no such script: runic @ name_endings.yml: languages.ka.script" in told
    assert "river already says road @ name_words.yml: translated.river" in told
    assert "not a range of code points: 0041- @ scripts.yml: scripts.latin.ranges" in told


@pytest.mark.parametrize("name", [SCRIPTS, ENDINGS, WORDS])
def test_an_unknown_key_a_broken_file_and_a_missing_one_are_told(folder: Path, name: str) -> None:
    whole = (folder / name).read_text("utf-8")
    for text in (f"{whole}\nsauce: none\n", "a: [", None):
        if text is None:
            (folder / name).unlink()
        else:
            (folder / name).write_text(text, "utf-8")
        with pytest.raises(LexiconError) as caught:
            load_scripts_from(folder)
        assert f"{name}: the file" in caught.value.problems[0]
