"""Writes `_shared/name_spellings.yml`: words of Russian and Arabic names with the Latin spelling that they mostly have.

Source: the tables of names in two scripts of NETransliteration (COLING 2018; CC0, from Wikidata), a line each: Latin
spelling, the other spelling with blanks between its letters, how many people bear it. A word is kept where one Latin
spelling is clearly the commonest and the rules of `romanisation.yml` alone would not come to it.

    python tools/build_name_spellings.py FOLDER_WITH_THE_TABLES
"""

import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import yaml

from goodoffices.lexicon.load_romanisation import load_romanisations
from goodoffices.lexicon.romanise import romanise_by_rule
from goodoffices.lexicon.spelling import fold

TABLES = {"ru": "wd_russian_80", "ar": "wd_arabic_80"}
OUT = Path(__file__).resolve().parents[1] / "src/goodoffices/lexicon/data/_shared/name_spellings.yml"
# A spelling counts when so many people bear it, and so great a part of those whose name is so written.
LEAST_BEARERS = {"ru": 12, "ar": 8}
LEAST_SHARE = {"ru": 0.5, "ar": 0.34}
# What the rules make is as good where so great a part is spelt so.
RULE_SHARE = 0.15
# Letters that English newspapers leave as they are in foreign names.
ENGLISH_KEEPS = frozenset("abcdefghijklmnopqrstuvwxyzáàâäãåçéèêëíîïñóôöõøúûü")
SOURCE = (
    "NETransliteration (Merhav and Ash, COLING 2018; CC0), Latin-Russian and Latin-Arabic; the commonest spelling of "
    "each word. Written by tools/build_name_spellings.py"
)


def spellings(lang: str, table: Path) -> dict[str, str]:
    """Return the words of a language whose common spelling the rules miss, sorted."""
    letters = load_romanisations().letters
    bearers: dict[str, dict[str, int]] = defaultdict(dict)
    for line in table.read_text("utf-8").splitlines():
        latin, spaced, count = line.split("\t")
        word = fold(spaced.replace(" ", ""), letters)
        bearers[word][latin] = bearers[word].get(latin, 0) + int(count)
    kept = {}
    for word, counts in bearers.items():
        commonest = max(sorted(counts), key=lambda latin: counts[latin])
        share = {plain(latin): count / sum(counts.values()) for latin, count in counts.items()}
        rule = plain(romanise_by_rule(word, lang))
        usual = counts[commonest] >= LEAST_BEARERS[lang] and share[plain(commonest)] >= LEAST_SHARE[lang]
        if usual and share.get(rule, 0.0) < RULE_SHARE and is_word(word, commonest):
            kept[word] = "-".join(part[:1].upper() + part[1:] for part in without_macrons(commonest).split("-"))
    return dict(sorted(kept.items()))


def is_word(word: str, latin: str) -> bool:
    """Return whether both are words of letters, long enough, and no numeral or "of"."""
    letters = set(without_macrons(latin)) - {"-"}
    return len(word) > 2 and len(latin) > 2 and letters <= ENGLISH_KEEPS and not letters <= set("ivx")


def plain(latin: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", latin.lower()) if part.isalpha())


def without_macrons(latin: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", latin).replace("\u0304", ""))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    made = {"source": SOURCE, "languages": {lang: spellings(lang, folder / name) for lang, name in TABLES.items()}}
    OUT.write_text(yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=120), "utf-8")
