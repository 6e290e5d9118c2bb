"""Reads the annotated reports as a user would, and scores what comes out."""

import tempfile
from pathlib import Path

from benchmarks.gold import Gold, articles_of, load_scorer, score
from goodoffices.engine.intake import Hooks, Intake
from goodoffices.engine.readers import InProcess, open_reader
from goodoffices.record.store import Record
from goodoffices.views.lines import act_line, report_line


def measure_scores(gold: Gold) -> dict[str, float]:
    """Return the scores of reading and merging these documents into one record."""
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "gold.db") as record:
        intake = Intake(record, InProcess(open_reader(None)), read_with="gold", hooks=Hooks(clock=str))
        intake.read(articles_of(gold))
        view = record.view()
        reports = [report_line(sourced, view.text(sourced.article)) for sourced in view.reports()]
        acts = [act_line(act) for act in view.acts()]
    return score(gold, reports, acts, load_scorer())
