"""States, territories and their peoples."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from babel import Locale

from world.index import LANGUAGES, Index, slug

SUPPLEMENT = Path(__file__).resolve().parents[2] / "src/goodoffices/dossier/data/_world/states.yml"


def supplement() -> dict[str, Any]:
    """Return the hand-written supplement."""
    loaded: dict[str, Any] = yaml.safe_load(SUPPLEMENT.read_text(encoding="utf-8"))
    return loaded


def usual_names() -> dict[str, str]:
    """Return the English name that the record uses, by ISO code, for every territory of CLDR."""
    usual = supplement()["usual"]
    cldr = Locale("en").territories
    return {code: usual.get(code, cldr[code]) for code in sorted(cldr) if len(code) == 2 and code not in ("ZZ", "EU", "EZ", "UN", "QO", "XA", "XB")}


def collect(index: Index) -> None:
    """Add every state and territory with its names in every language."""
    places = set(supplement()["places"])
    for code, name in usual_names().items():
        index.add_thing(slug(name), "place" if code in places else "state", name, rank=10)
        index.add_label("en", name, slug(name), "name", "noun")
    for lang in LANGUAGES:
        territories = Locale(lang).territories
        for code, name in usual_names().items():
            for key in (code, f"{code}-alt-short", f"{code}-alt-variant"):
                if key in territories:
                    index.add_label(lang, territories[key], slug(name), "name", "noun")
    _peoples(index)


def _peoples(index: Index) -> None:
    names = usual_names()
    for path in sorted(Path(str(files("countryinfo") / "data")).glob("*.json"), key=lambda path: path.name):
        country = json.loads(path.read_text(encoding="utf-8"))
        code = country["ISO"]["alpha2"]
        for demonym in (country.get("demonym") or "").split(","):
            if demonym and code in names:
                index.add_label("en", demonym.strip(), slug(names[code]), "demonym", "people")
