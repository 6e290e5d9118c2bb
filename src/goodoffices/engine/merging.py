"""Reports of the record to its acts."""

from goodoffices.model.act import ActKind
from goodoffices.record.store import Record
from goodoffices.resolving.clusters import Decisions, gather
from goodoffices.resolving.merge import judgements_of, merge
from goodoffices.resolving.outline import CountryOf, outline
from goodoffices.resolving.whereabouts import country_of


def update_acts(record: Record) -> None:
    """Make the acts of every kind whose reports changed anew, each kind in a transaction of its own."""
    decisions = Decisions.of(record.view().judgements(of_people=True))
    for kind in record.view().stale_kinds():
        _update_kind(record, kind, decisions, country_of)


def _update_kind(record: Record, kind: ActKind, decisions: Decisions, country: CountryOf) -> None:
    """Make the acts of one kind anew; the reports themselves are held one act at a time."""
    view = record.view()
    keys: dict[str, list[int]] = {}
    outlines = []
    for keyed in view.keyed_reports(kind):
        if keyed.report.id not in keys:
            outlines.append(outline(keyed.report, keyed.published, country))
        keys.setdefault(keyed.report.id, []).append(keyed.key)
    clusters = gather(outlines, decisions)
    with record.writer() as writer:
        writer.clear_acts(kind)
        for cluster in clusters:
            report_keys = [key for report in cluster.reports for key in keys[report]]
            reports = list({report.id: report for report in view.reports_at(report_keys)}.values())
            writer.add_act(merge(reports, country), report_keys)
            writer.judge(judgements_of(cluster))
