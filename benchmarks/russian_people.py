"""Russian persons with their offices: how many of those that annotators marked the reader names with their office.

Two public sets, read in place: NEREL's relation WORKS_AS (a person's mention and a profession's), and FactRuEval 2016's
objects of type Person. A person counts as found where one of the reader's namings of a person overlaps the annotated
name; the office counts as found where that naming covers, or touches, the annotated profession.

    python -m benchmarks.russian_people SHARED_BENCHMARKS    prints the counts and shares of both sets
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from goodoffices.dossier.gazetteer import load_gazetteer
from goodoffices.lexicon.date_tables import load_date_tables
from goodoffices.lexicon.load import load_lexicon
from goodoffices.model.mention import Form, Mention, MentionKind
from goodoffices.model.text import Span
from goodoffices.reading.document import Tables, lay_out

_ENTITY = re.compile(r"(T\d+)\t(\w+) ([\d; ]+)\t")
_WORKS_AS = re.compile(r"R\d+\tWORKS_AS Arg1:(T\d+) Arg2:(T\d+)")
_PERSON = re.compile(r"\d+ Person ([\d ]+)#")
_TOUCHING_CHARS = 2


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the annotated were found."""

    found: int
    annotated: int

    def __str__(self) -> str:
        part = self.found / self.annotated if self.annotated else 0.0
        return f"{part:.3f} ({self.found} of {self.annotated})"


def people_in(text: str, tables: Tables) -> list[Mention]:
    """Return the namings of persons that the reader makes in a text, by name; offices without a name left out."""
    rows = lay_out(text, tables, None).rows
    mentions = [item.mention for row in rows for item in row.items if item.mention is not None]
    return [mention for mention in mentions if mention.kind is MentionKind.PERSON and mention.form is Form.NAME]


def nerel_shares(folder: Path, tables: Tables) -> tuple[Share, Share]:
    """Return, for a folder of NEREL, the share of persons with a profession found, and with that profession."""
    found = with_office = annotated = 0
    for annotation in sorted(folder.glob("*.ann")):
        text = annotation.with_suffix(".txt").read_text("utf-8")
        people = people_in(text, tables)
        for person, profession in _works_as(annotation.read_text("utf-8")):
            annotated += 1
            naming = _at(person, people)
            found += naming is not None
            with_office += naming is not None and _touches(naming.span, profession)
    return Share(found, annotated), Share(with_office, annotated)


def _works_as(annotation: str) -> Iterator[tuple[Span, Span]]:
    spans = {}
    for name, _, places in _ENTITY.findall(annotation):
        numbers = [int(number) for number in re.findall(r"\d+", places)]
        spans[name] = Span(numbers[0], numbers[-1])
    for person, profession in _WORKS_AS.findall(annotation):
        if person in spans and profession in spans:
            yield spans[person], spans[profession]


def factrueval_share(folder: Path, tables: Tables) -> Share:
    """Return, for a folder of FactRuEval, the share of its persons' names that a naming of a person overlaps."""
    found = annotated = 0
    for objects in sorted(folder.glob("*.objects")):
        text = objects.with_suffix(".txt").read_text("utf-8")
        places = {}
        for line in objects.with_suffix(".spans").read_text("utf-8").splitlines():
            parts = line.split()
            if len(parts) > 3:  # id, type, start, length
                places[parts[0]] = Span(int(parts[2]), int(parts[2]) + int(parts[3]))
        people = people_in(text, tables)
        for ids in _PERSON.findall(objects.read_text("utf-8")):
            spans = [places[each] for each in ids.split() if each in places]
            if spans:
                annotated += 1
                found += any(_at(span, people) is not None for span in spans)
    return Share(found, annotated)


def _at(span: Span, people: Sequence[Mention]) -> Mention | None:
    return next((mention for mention in people if mention.span.overlaps(span)), None)


def _touches(span: Span, other: Span) -> bool:
    return span.start <= other.end + _TOUCHING_CHARS and other.start <= span.end + _TOUCHING_CHARS


def russian_tables() -> Tables:
    """Return the tables for reading Russian on world knowledge alone."""
    return Tables(load_lexicon("ru"), load_date_tables("ru"), load_gazetteer("ru"))


def main(arguments: Sequence[str]) -> int:
    """Print the shares of both sets; the folder of the benchmarks is the only argument."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder, tables = Path(arguments[0]), russian_tables()
    people, offices = nerel_shares(folder / "nerel" / "dev", tables)
    print(f"nerel dev        persons with a profession  {people}")
    print(f"nerel dev        with that profession       {offices}")
    print(f"factrueval dev   persons                    {factrueval_share(folder / 'factrueval' / 'devset', tables)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
