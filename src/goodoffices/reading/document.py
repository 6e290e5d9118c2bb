"""An article laid out for reading: its sentences as rows of items, with their clauses and relations.

Two passes over the namings: the first learns whom the article names in full, the second reads the rows with that
knowledge, so that a surname in the first line finds the full name of the third.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from goodoffices.dossier.entry import EntryKind, Naming
from goodoffices.dossier.folding import APOSTROPHES
from goodoffices.dossier.gazetteer import Gazetteer
from goodoffices.lexicon.date_tables import DateTables
from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.dates import Precision
from goodoffices.model.mention import MentionKind, Party
from goodoffices.model.text import cover
from goodoffices.reading.bodies import UnknownBodies, find_acronyms
from goodoffices.reading.clauses import Clause, find_clauses
from goodoffices.reading.compounds import without_compounds
from goodoffices.reading.date_mentions import DateMention
from goodoffices.reading.dates import find_dates
from goodoffices.reading.enclosed import fold_enclosed
from goodoffices.reading.items import Item, Token, date_item, mention_item, word_item
from goodoffices.reading.localities import Localities
from goodoffices.reading.marks import DASHES
from goodoffices.reading.namings import SURNAME, mention_of, people_named_in_full
from goodoffices.reading.people import Acquaintances, is_stranger
from goodoffices.reading.phrases import PhraseFinder
from goodoffices.reading.segment import Sentence, find_sentences


@dataclass(slots=True)
class Row:
    """One sentence as items. `items` is replaced once, when pronouns and groups are resolved."""

    sentence: Sentence
    items: list[Item]
    clauses: list[Clause]
    # The pair that the article speaks of at this point, once groups are resolved; empty where there is none.
    pair: tuple[Party, ...] = ()
    # Who led the sentence before, in the article's own words, once groups are resolved.
    led: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An article's rows and the people it names."""

    text: str
    rows: tuple[Row, ...]
    people: Acquaintances
    anchor: dt.date | None


@dataclass(frozen=True, slots=True)
class Tables:
    """What reading a language needs, together."""

    lexicon: Lexicon
    dates: DateTables
    gazetteer: Gazetteer


def lay_out(
    text: str, tables: Tables, anchor: dt.date | None, *, earliest: dt.date | None = None, is_exact: bool = True
) -> Document:
    """Return the document that a text makes; relative dates count from `anchor`.

    Args:
        earliest: The first day that the anchor can have been, where it is not known to the day.
        is_exact: Whether the anchor is known to the day; where it is not, a day that only counts from it stays open.
    """
    namings = tables.gazetteer.find(text)
    known = people_named_in_full(namings)
    people = Acquaintances(tables.lexicon)
    _remember(namings, known, people)
    finder = PhraseFinder(text, tables.lexicon, people)
    localities = Localities(tables.lexicon, tables.gazetteer.capital_of, lambda word: people.find(word) is not None)
    bodies = UnknownBodies(_acronyms(text, namings, tables.lexicon), tables.lexicon, finder.is_office)
    rows = []
    at = 0
    for sentence in find_sentences(text, tables.lexicon):
        while at < len(namings) and namings[at].span.end <= sentence.span.start:
            at += 1
        end = at
        while end < len(namings) and namings[end].span.start < sentence.span.end:
            end += 1
        dates = find_dates(sentence.span.of(text), tables.dates, anchor, offset=sentence.span.start)
        if not is_exact:
            others = find_dates(sentence.span.of(text), tables.dates, earliest, offset=sentence.span.start)
            sure = {(date.span, date.interval) for date in others} if earliest is not None else set()
            dates = [date if (date.span, date.interval) in sure else _unanchored(date) for date in dates]
        tokens, named = without_compounds(sentence.tokens, namings[at:end], tables.lexicon)
        mentions = [mention_item(mention_of(naming, known)) for naming in named]
        row = _strangers(_possessed(_hyphenated(_row(tokens, mentions, dates), text)), people)
        row = localities.fold_sorted(fold_enclosed(row, tables.lexicon))
        items = fold_enclosed(finder.fold_twice(bodies.fold(row)), tables.lexicon)
        items = localities.fold(_known_surnames(items, people))
        rows.append(Row(sentence, items, find_clauses(items, tables.lexicon)))
    return Document(text, tuple(rows), people, anchor)


def _strangers(row: list[Item], people: Acquaintances) -> list[Item]:
    """Put new people in the place of known surnames that stand behind the given name of somebody else."""
    kept: list[Item] = []
    for at, item in enumerate(row):
        if not is_stranger(row, at, people.lexicon) or item.mention is None:
            kept.append(item)
            continue
        given = kept.pop()
        span = cover([given.span, item.span])
        party = people.meet(f"{given.token_text} {item.mention.text}")
        marks = item.mention.marks - {SURNAME}
        kept.append(mention_item(replace(item.mention, span=span, parties=(party,), marks=marks)))
    return kept


def _unanchored(date: DateMention) -> DateMention:
    """Return a date without its day, where the day could only be counted from the day of publication."""
    counts = date.interval is not None and date.interval.precision is Precision.DAY
    is_open = counts and not any(c.isdigit() for c in date.text)
    # No longer bare: pointing it ahead or back would count from the same day again.
    return replace(date, interval=None, is_bare=False) if is_open else date


def _acronyms(text: str, namings: Sequence[Naming], lexicon: Lexicon) -> dict[str, str]:
    """Return the acronyms of unknown bodies, in a text whose script has capital letters."""
    if not lexicon.language.has_capitals:
        return {}
    unknown = list(text)
    explained: dict[str, str] = {}
    for naming in namings:
        unknown[naming.span.start : naming.span.end] = " " * (naming.span.end - naming.span.start)
        behind = _IN_BRACKETS.match(text, naming.span.end)
        if behind and behind[1].isupper() and naming.entries[0].kind is EntryKind.BODY:
            explained[behind[1]] = naming.entries[0].name
    rest = "".join(unknown)
    return find_acronyms(rest, lexicon) | {acronym: name for acronym, name in explained.items() if acronym in rest}


_IN_BRACKETS = re.compile(r"[\"»”]?\s\(([^\W\d_]{2,6})\)")


def _remember(namings: Iterable[Naming], known: dict[str, str], people: Acquaintances) -> None:
    for naming in namings:
        mention = mention_of(naming, known)
        if mention.kind is MentionKind.PERSON and mention.parties:
            people.remember(naming.text, mention.parties[0])


def _row(tokens: Sequence[Token], mentions: Sequence[Item], dates: Sequence[DateMention]) -> list[Item]:
    """Return the tokens with each naming or date in the place of those that it covers; a naming goes before a date."""
    covers = [*mentions]
    for date in dates:
        if not any(item.span.overlaps(date.span) for item in mentions):
            covers.append(date_item(date))
    covers.sort(key=lambda item: item.span)
    row: list[Item] = []
    at = 0
    for token in tokens:
        while at < len(covers) and covers[at].span.start < token.span.end and covers[at].span.end > token.span.start:
            if not row or row[-1].span != covers[at].span:
                row.append(covers[at])
            row[-1] = _with_common_word(row[-1], token)
            if covers[at].span.end <= token.span.end:
                at += 1
                continue
            break
        else:
            if not row or row[-1].span.end <= token.span.start:
                row.append(word_item(token))
    return row


def _hyphenated(row: list[Item], text: str) -> list[Item]:
    """Return a row in which two namings with only a dash between are one pair: "Macron-Putin", "Iran–Iraq"."""
    kept: list[Item] = []
    for item in row:
        first = kept[-2:] if item.mention is not None else []
        pair = next((at for at, before in enumerate(first) if before.mention is not None), None)
        if pair is not None and text[first[pair].span.end : item.span.start] in DASHES:
            del kept[len(kept) - len(first) + pair :]
            kept.append(_compound(first[pair]))
        kept.append(item)
    return kept


def _possessed(row: list[Item]) -> list[Item]:
    """Return a row in which a lone apostrophe behind a plural naming makes an owner: "the United States' envoy"."""
    kept: list[Item] = []
    for at, item in enumerate(row):
        owner = kept[-1].mention if kept and item.lower in APOSTROPHES else None
        follows = owner is not None and owner.text.endswith("s") and owner.span.end == item.span.start
        if owner is not None and follows and any(after.is_word or after.mention for after in row[at + 1 : at + 2]):
            kept[-1] = replace(kept[-1], mention=replace(owner, marks=owner.marks | {"possessive"}))
        else:
            kept.append(item)
    return kept


def _compound(item: Item) -> Item:
    assert item.mention is not None
    return replace(item, mention=replace(item.mention, marks=item.mention.marks | {"compound"}))


def _with_common_word(item: Item, token: Token) -> Item:
    """Return a body's naming with the atoms of a common word in it: «российские миротворцы» are peacekeepers."""
    is_body = item.mention is not None and item.mention.kind is MentionKind.BODY
    is_common = is_body and token.is_word and token.text.islower()
    return replace(item, atoms=item.atoms | token.atoms) if is_common else item


def _known_surnames(items: list[Item], people: Acquaintances) -> list[Item]:
    """Put people whom the article named before in the place of their surnames."""
    return [_known_surname(items, at, people) for at in range(len(items))]


def _known_surname(items: Sequence[Item], at: int, people: Acquaintances) -> Item:
    token = items[at].token
    if token is None or not token.text[:1].isupper() or len(token.text) < _SHORTEST_SURNAME:
        return items[at]
    beside = (*items[max(at - 1, 0) : at], *items[at + 1 : at + 2])
    is_alone = not any(item.token_text[:1].isupper() or _is_person(item) for item in beside)
    mention = people.mention(token, is_alone=is_alone)
    return items[at] if mention is None else mention_item(mention)


def _is_person(item: Item) -> bool:
    return item.mention is not None and item.mention.kind is MentionKind.PERSON


_SHORTEST_SURNAME = 4
