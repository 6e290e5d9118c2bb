"""The annotated reports, where they are there, as articles; and how well they are read."""

import importlib.util
import json
import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from goodoffices.model.article import Article
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ArticleId

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"

GROUPS: Mapping[str, frozenset[str]] = {
    "en+ru": frozenset({"en", "ru"}),
    "tr+ar": frozenset({"tr", "ar"}),
    "all": frozenset(),
}
"""The groups of languages that are scored together; an empty one holds all."""

Gold = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Corpus:
    """What was scored, so that a smaller or easier corpus is noticed."""

    digest: str
    documents: int
    events: int


def load_gold(folder: Path = GOLD / "dev") -> Gold:
    """Return the annotated documents by id."""
    documents = (json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json")))
    return {document["id"]: document for document in documents if "events" in document}


def corpus_of(gold: Gold) -> Corpus:
    """Return what is scored."""
    digest = sha256(json.dumps(gold, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    return Corpus(digest[:16], len(gold), sum(len(document["events"]) for document in gold.values()))


def articles_of(gold: Gold) -> list[Article]:
    """Return the documents as a reader is given them: text, title and date, neither language nor annotation."""
    return [
        Article(
            id=ArticleId(name),
            text=document["text"],
            title=document["title"],
            published=_date(document.get("published") or document.get("published_inferred") or ""),
        )
        for name, document in gold.items()
    ]


def _date(iso: str) -> DateInterval | None:
    return DateInterval.from_iso(iso) if iso else None


def load_scorer(path: Path = GOLD / "score.py") -> ModuleType:
    """Return the scorer that stands beside the annotation."""
    spec = importlib.util.spec_from_file_location("gold_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    spec.loader.exec_module(module)
    sys.dont_write_bytecode = writes
    return module


def score(
    gold: Gold, reports: Collection[Mapping[str, Any]], acts: Iterable[Mapping[str, Any]], scorer: ModuleType
) -> dict[str, float]:
    """Return the scores by name: F1, precision and whole records of each group, evidence, merging."""
    scores: dict[str, float] = {}
    for name, langs in GROUPS.items():
        part = {key: document for key, document in gold.items() if not langs or document["lang"] in langs}
        held = [report for report in reports if report["doc"] in part]
        result, _ = scorer.score_reports(part, held, "kind", False)
        counted = result["groups"].get("all", {"F1": 0.0, "P": 0.0})
        scores |= {f"{name} F1": counted["F1"], f"{name} precision": counted["P"]}
        scores[f"{name} whole records"] = result["whole_record_recall"]
        if not langs:
            scores["evidence"] = result["evidence_verified"]
    clusters = json.loads((GOLD / "clusters.json").read_text("utf-8"))["clusters"]
    known = {key: [member for member in held if member.partition(".")[0] in gold] for key, held in clusters.items()}
    _, pairs = scorer.score_reports(gold, reports, "kind", False)
    merged = scorer.score_acts(known, list(acts), pairs, gold)
    return scores | {"acts F1": merged["F1"], "acts precision": merged["P"]}
