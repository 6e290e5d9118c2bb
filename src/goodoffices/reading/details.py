"""Further fields of a draft: level, format, quantity, casualties, document, sidelines, deadline.

From the cues of fields.yml in the same sentence, from the offices of those who act, from the instruments named.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from goodoffices.lexicon.compile import Match, find_match
from goodoffices.lexicon.lexicon import FieldEntry, Lexicon
from goodoffices.model.act import ActKind
from goodoffices.model.dates import Direction
from goodoffices.model.mention import Form, MentionKind
from goodoffices.model.report import PARTY_FIELDS, Filler
from goodoffices.model.text import Span, cover
from goodoffices.reading.draft import Draft, filler_of
from goodoffices.reading.frames import Frame
from goodoffices.reading.items import Item
from goodoffices.reading.roles import RoleFinder, parties_of
from goodoffices.reading.sentence import Sentence
from goodoffices.reading.times import reach_of

DATED = frozenset({ActKind.PREDICTION, ActKind.COMMITMENT, ActKind.DEMAND})
"""Kinds whose date, where it is one to be kept by, is a deadline."""

_FOUGHT = frozenset({ActKind.HOSTILITY, ActKind.TERRITORY_TRANSFER})
"""Kinds that states and forces do: "fighting between the two sides" is not between the two presidents just named."""


@dataclass(frozen=True, slots=True)
class Details:
    """Fills the further fields of one frame's draft."""

    text: str
    sentence: Sentence
    frame: Frame

    def fill(self, draft: Draft) -> None:
        """Fill what the sentence tells; a field that is filled already is left alone."""
        for entry, match in self._cues(draft.kind):
            span = cover([self.sentence.items[at].span for at in match.items if at >= 0])
            for name, value in entry.cue.sets.items():
                draft.fields.setdefault(name, Filler(value=value, spans=(span,)))
            if entry.cue.quotes:
                draft.fields.setdefault(entry.cue.quotes, self._quoted(entry, match, span))
            for element, at in zip(entry.pattern.elements, match.items, strict=True):
                if element.role and at >= 0:
                    self._move(draft, element.role, self._joined(at))
        self._level(draft)
        self._document(draft)
        if draft.kind in _FOUGHT:
            self._put_states(draft)

    def deadline(self, draft: Draft, direction: Direction | None) -> None:
        """Note the date by which a promise, a demand or a prediction is to come true."""
        if draft.on is not None and draft.kind in DATED and direction in (Direction.BY, Direction.BEFORE):
            value = draft.on.interval.last.isoformat()
            draft.fields.setdefault("deadline", Filler(value=value, spans=draft.on.spans))

    def _quoted(self, entry: FieldEntry, match: Match, span: Span) -> Filler:
        """Return the words that a cue takes, or how many of what they count."""
        items = self.sentence.items
        if entry.cue.quotes_behind_head:
            behind = [items[at].span for at in range(match.head + 1, match.last + 1)]
            return Filler(value=cover(behind).of(self.text), spans=(cover(behind),))
        if entry.cue.counts:
            counted = (_number(items[at], self.sentence.lexicon) for at in match.items if at >= 0)
            number = next((number for number in counted if number is not None), None)
            if number is not None:
                return Filler(value=f"{number} {entry.cue.counts}", spans=(span,))
        return Filler(value=span.of(self.text), spans=(span,))

    def _put_states(self, draft: Draft) -> None:
        """Put the states in the place of persons whom only a group such as "the two sides" stands for."""
        groups = {
            item.span for item in self.sentence.items if item.mention is not None and item.mention.form is Form.GROUP
        }
        for role in PARTY_FIELDS:
            if role in draft.roles:
                draft.roles[role] = [_state_in(filler, groups) for filler in draft.roles[role]]

    def _cues(self, kind: ActKind) -> Iterator[tuple[FieldEntry, Match]]:
        items, lexicon = self.sentence.items, self.sentence.lexicon
        for index, item in enumerate(items):
            for atom in sorted(item.atoms):
                for entry in lexicon.fields.get(atom, ()):
                    match = find_match(entry.pattern, items, index)
                    if match is not None and kind in entry.cue.kinds and self._reaches(index, entry):
                        yield entry, match

    def _reaches(self, index: int, entry: FieldEntry) -> bool:
        clause = self.sentence.clauses[self.frame.clause]
        match entry.cue.reach:
            case "sentence":
                return True
            case "left":
                return clause.start <= index < self.frame.match.first
            case "right":
                return index > self.frame.match.last
        # A number in a relative clause belongs to what that clause tells.
        end = clause.end if entry.cue.quotes else reach_of(self.frame.clause, self.sentence.clauses)
        return clause.start <= index < end

    def _joined(self, at: int) -> list[int]:
        return RoleFinder(self.sentence, self.frame, frozenset()).with_joined(at)

    def _move(self, draft: Draft, role: str, numbers: Sequence[int]) -> None:
        """Put parties into a role and, for mediators who do not sit in as a party, out of the others."""
        items = self.sentence.items
        found = parties_of(items, numbers)
        names = {party.name for party, _ in found}
        if role == "mediators" and draft.kind is ActKind.MEETING:
            left = [filler for filler in draft.roles.get("actors", []) if filler.value not in names]
            if len(left) >= 2:
                draft.roles["actors"] = left
        for party, number in found:
            filler = filler_of(party, items[number].span)
            if role not in PARTY_FIELDS:
                draft.fields.setdefault(role, filler)
            elif party.name not in draft.names(role):
                draft.roles.setdefault(role, []).append(filler)

    def _level(self, draft: Draft) -> None:
        spans = {span for role in PARTY_FIELDS for filler in draft.roles.get(role, ()) for span in filler.spans}
        for item in self.sentence.items:
            if item.mention is not None and item.span in spans and item.mention.post:
                level = self.sentence.lexicon.level_of(item.mention.post)
                if level:
                    draft.fields.setdefault("level", Filler(value=level, spans=(item.span,)))

    def _document(self, draft: Draft) -> None:
        """Name the instrument of an agreement: one that is known by name, or else the text's own words."""
        if draft.kind is not ActKind.AGREEMENT:
            return
        clause = self.sentence.clauses[self.frame.clause]
        own = [self.sentence.items[number] for number in sorted(self.frame.words)]
        for item in (*own, *self.sentence.items[clause.start : clause.end]):
            if item.mention is not None and item.mention.kind is MentionKind.INSTRUMENT:
                draft.fields.setdefault("document", Filler(value=item.mention.value, spans=(item.span,)))
        accord = self.sentence.lexicon.class_atom("accord")
        for number in sorted(self.frame.words):
            if accord in self.sentence.items[number].atoms:
                span = self._with_modifier(number)
                draft.fields.setdefault("document", Filler(value=span.of(self.text), spans=(span,)))

    def _with_modifier(self, number: int) -> Span:
        """Return the noun with the plain word before it: "joint declaration"."""
        items = self.sentence.items
        before = items[number - 1] if number else None
        is_plain = (
            before is not None
            and before.is_word
            and not before.analysis.tags & {"past", "present", "ing"}
            and before.lower not in self.sentence.lexicon.roles.determiners
            and before.lower not in self.sentence.lexicon.roles.before
        )
        return cover([items[number - 1].span, items[number].span]) if is_plain else items[number].span


def _number(item: Item, lexicon: Lexicon) -> int | None:
    """Return the whole number that an item writes, in digits or in a word; None for any other."""
    digits = item.token_text.replace(",", "")
    return int(digits) if digits.isdecimal() else lexicon.numbers.get(item.lower)


def _state_in(filler: Filler, groups: AbstractSet[Span]) -> Filler:
    if not filler.stands_for or groups.isdisjoint(filler.spans):
        return filler
    return Filler(value=filler.stands_for, spans=filler.spans)
