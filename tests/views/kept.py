"""Records of a few acts, each told by an article of its own, for tests of views."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from all_links import Following
from records import Told, keep
from samples import a_party, a_report, an_article

from goodoffices.following.links import Link
from goodoffices.following.tying import told_of
from goodoffices.model.act import ActKind
from goodoffices.model.identifiers import content_id
from goodoffices.model.report import Report
from goodoffices.record.finding import Selection
from goodoffices.record.store import open_view
from goodoffices.record.view import View

ALL = Selection(with_background=True)

ENVOY, MINISTER = a_party("E. Envoy", stands_for="Peru"), a_party("M. Minister", stands_for="Colombia")


def an_act(kind: ActKind, published: str, *, outlet: str = "", **fields: Any) -> Told:
    """Return an act that one article tells of, published on that day."""
    text = f"{kind} {published} {outlet} {sorted((name, str(value)) for name, value in fields.items())}".ljust(90)
    article = an_article(content_id("a", text), text, published=published, outlet=outlet)
    fields.setdefault("status", "")
    return [(article, a_report(article, kind, **fields))]


def report_of(act: Told) -> Report:
    """Return the first report of an act."""
    return act[0][1]


def together(*acts: Told) -> Told:
    """Return one act that all these articles tell of."""
    return [pair for act in acts for pair in act]


@contextmanager
def kept(folder: Path, *acts: Told) -> Iterator[View]:
    """Open a record of these acts."""
    keep(folder / "kept.db", acts)
    with open_view(folder / "kept.db") as view:
        yield view


def links(folder: Path, *acts: Told) -> list[Link]:
    """Return what the rules tie among these acts."""
    with kept(folder, *acts) as view:
        return list(Following(told_of(view, ALL)))


def tied(folder: Path, *acts: Told) -> list[tuple[str, str, str]]:
    """Return (link, kind of the first, kind of the later) for what the rules tie."""
    with kept(folder, *acts) as view:
        following = Following(told_of(view, ALL))
        return [
            (link.kind.value, following.told(link.first).act.kind.value, following.told(link.then).act.kind.value)
            for link in following
        ]
