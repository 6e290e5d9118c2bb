"""From the frames of one sentence to drafts: roles, date, place, further fields, speaker, mood.

Precision goes before recall: a frame whose needed roles the sentence does not fill makes no draft.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.lexicon.lexicon import Lexicon
from goodoffices.model.act import ActKind, Modality
from goodoffices.model.dates import Direction
from goodoffices.model.mention import Form, MentionKind, Party
from goodoffices.model.report import Filler
from goodoffices.model.text import Span, cover
from goodoffices.reading.clauses import Clause, Opening
from goodoffices.reading.denials import find_denials, is_asked, is_denied
from goodoffices.reading.details import DATED, Details
from goodoffices.reading.document import Row
from goodoffices.reading.draft import Draft, filler_of
from goodoffices.reading.frames import Frame, find_frames, is_held
from goodoffices.reading.items import Item
from goodoffices.reading.left_out import may_lead
from goodoffices.reading.makers import maker_of
from goodoffices.reading.moods import INFINITIVE, find_moods
from goodoffices.reading.relations import BARE, find_relations
from goodoffices.reading.roles import RoleFinder, parties_of
from goodoffices.reading.sentence import Sentence
from goodoffices.reading.times import Lies, Pointer, find_time, reach_of
from goodoffices.reading.unnamed import fill_pair, may_be_unnamed, names_others
from goodoffices.reading.voices import Voice, voice_at

_AGAINST = frozenset({ActKind.DEMAND, ActKind.ACCUSATION})
_ANSWERS = frozenset({ActKind.CONSENT, ActKind.REFUSAL})
_OWN_DEED = frozenset({ActKind.REFUSAL, ActKind.COMMITMENT, ActKind.CONSENT, ActKind.OFFER_VENUE})
"""Kinds that a side does for itself: nobody does them by saying that "a new war would not stop at the border"."""
LONGEST_EVIDENCE_CHARS = 480
_PARTY_ROLES = ("actors", "targets", "mediators")
_OPEN_MOODS = frozenset({"planned", "possible", "proposed", "conditional", "negated", "cancelled", "postponed"})
_DONE_OR_OPEN = _OPEN_MOODS | {"past"}
"""What an infinitive needs beside it to tell an act: that it may come, or that it did ("managed to sign")."""
_NO_PLACES = frozenset({MentionKind.PERSON, MentionKind.INSTRUMENT, MentionKind.ISSUE})
_PLACED = frozenset({ActKind.MEETING.value, ActKind.AGREEMENT.value})
"""Kinds that take the only place of their sentence, where their own clause names none."""
_COMING = frozenset({
    ActKind.MEETING, ActKind.CALL, ActKind.VISIT, ActKind.DEPLOYMENT, ActKind.TERRITORY_TRANSFER,
})  # fmt: skip
"""Kinds that can be told before they happen; the others happen when they are told."""
_TO_COME = frozenset({"planned", "possible", "proposed", "conditional"})
_SPEECH = frozenset({
    ActKind.DEMAND, ActKind.ACCUSATION, ActKind.SUPPORT, ActKind.PREDICTION, ActKind.COMMITMENT, ActKind.OFFER_VENUE,
    ActKind.OFFER_MEDIATION, ActKind.INVITATION, ActKind.REFUSAL, ActKind.CONSENT, ActKind.STATEMENT,
})  # fmt: skip
"""Kinds that are done by saying so: where a person does it, that person's words carry it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence does not know by itself."""

    text: str
    lexicon: Lexicon
    sides: tuple[Party, ...]
    # Who speaks the words at each stretch, innermost last.
    voices: Sequence[tuple[Span, Voice]]
    # How a bare date is pointed at what is to come, or at what was.
    point: Pointer
    # Whose text it is, where the article is signed and speaks in the first person.
    author: Voice | None = None
    # The people whom the article names with an office.
    in_office: frozenset[str] = frozenset()

    def voice_at(self, span: Span) -> Voice | None:
        """Return who speaks the words at a span, the author where nobody else does."""
        return voice_at(span, self.voices) or self.author


def draft_sentence(row: Row, number: int, context: Context) -> list[Draft]:
    """Return the drafts of one sentence, in its order."""
    lexicon = context.lexicon
    sentence = Sentence(row.items, find_relations(row.items, lexicon), row.clauses, lexicon)
    told: list[tuple[Frame, list[Draft]]] = []
    taken: set[int] = set()
    found = find_frames(row.items, row.clauses, lexicon)
    denials = find_denials(row.items, lexicon) if found else []
    found = [frame for frame in found if not is_denied(frame, denials, row.items, row.clauses, lexicon)]
    found = [frame for frame in found if not is_asked(frame, row.items, row.clauses, lexicon)]
    for is_unnamed in (False, True) if row.pair else (False,):
        for frame in found:
            if frame.words & taken or (is_unnamed and not may_be_unnamed(frame, sentence)):
                continue
            drafts = _Drafter(row, number, context, sentence, frame, is_unnamed).drafts()
            if drafts is not None:
                taken |= frame.words
                told.append((frame, drafts))
    told.sort(key=lambda pair: pair[0].match.first)
    frames, last = [frame for frame, _ in told], lexicon.language.verb_ends_clause
    own = [drafts for frame, drafts in told if not is_held(frame, frames, row.clauses, verb_last=last)]
    return [draft for drafts in own for draft in drafts]


@dataclass(slots=True)
class _Drafter:
    """Makes the drafts of one frame."""

    row: Row
    number: int
    context: Context
    sentence: Sentence
    frame: Frame
    # Whether an act whose parties nobody names may be that of the pair that the article speaks of.
    is_unnamed: bool = False

    def drafts(self) -> list[Draft] | None:
        """Return the drafts; none where the mood forbids one; None where the sentence does not fill the frame."""
        entry = self.frame.entry
        moods, said_by = find_moods(self.frame, self.row.items, self.row.clauses, self.context.lexicon)
        if set(entry.expression.never) & moods:
            return None
        if INFINITIVE in moods and not moods & _DONE_OR_OPEN:
            return []
        put = self._status(moods)
        if put is None:
            return []
        finder = RoleFinder(self.sentence, self.frame, moods)
        draft = Draft(
            kind=ActKind(entry.kind.kind), status=put[0], modality=put[1],
            evidence=self.row.sentence.span, head=self._words(),
            sentence=self.number, read_by=[entry.expression.id, *said_by], is_one_act=entry.kind.one_act,
            weight=entry.expression.weight,
        )  # fmt: skip
        self._fill_slots(draft, finder)
        self._fill_roles(draft, finder)
        self._fill_left_out(draft, finder)
        self._fill_fields(draft)
        self._fill_place(draft)
        time = find_time(self.frame, self.sentence, self.context.point, _lies(draft, moods))
        if time is not None and (draft.kind in _COMING or draft.kind in DATED or time.direction is not Direction.BY):
            draft.on = time.on
            Details(self.context.text, self.sentence, self.frame).deadline(draft, time.direction)
        if self.is_unnamed:
            fill_pair(draft, self.row.pair)
        self._fill_speaker(draft)
        if not self._is_whole(draft):
            return None
        draft.evidence = self._evidence(draft)
        return [draft, *self._also(draft)]

    def _status(self, moods: frozenset[str]) -> tuple[str, Modality] | None:
        """Return status and modality by the kind's table of moods; None where nothing is to be reported."""
        expression, kind = self.frame.entry.expression, self.frame.entry.kind
        put = next((value for mood, value in kind.moods.items() if mood in moods or mood == "none"), "")
        if not put:
            return None
        status, _, modality = put.partition(" ")
        return expression.status or status, Modality(expression.modality or modality)

    def _fill_slots(self, draft: Draft, finder: RoleFinder) -> None:
        """Fill the roles that the pattern's own slots name."""
        for element, index in zip(self.frame.entry.pattern.elements, self.frame.match.items, strict=True):
            if element.role and index >= 0:
                role = "actors" if element.role == "targets" and self._owns_visit(index) else element.role
                self._put(draft, role, finder.with_joined(index))

    def _owns_visit(self, index: int) -> bool:
        """Return whether a genitive before a noun is whoever does so: «Holguin'in ziyareti», but «Rusya ziyareti»."""
        mention = self.row.items[index].mention
        is_noun = self.frame.entry.expression.head == "noun" and self.context.lexicon.language.case_on == "last"
        return is_noun and mention is not None and "gen" in mention.marks

    def _put(self, draft: Draft, role: str, numbers: Sequence[int]) -> None:
        items = self.row.items
        if role == "place":
            named = next((items[number] for number in numbers if items[number].mention), None)
            if named is not None and named.mention is not None and named.mention.value:
                draft.fields.setdefault("place", Filler(value=named.mention.value, spans=(named.span,)))
            return
        for party, number in parties_of(items, numbers):
            if role == "actors" and not self._may_do(party, draft):
                continue
            taken = {filler.value for fillers in draft.roles.values() for filler in fillers}
            taken |= {filler.stands_for for filler in draft.roles.get(role, ())}
            if role in _PARTY_ROLES:
                if party.name not in taken or (role == "mediators" and party.name not in draft.names(role)):
                    draft.roles.setdefault(role, []).append(filler_of(party, items[number].span))
            elif role not in draft.fields:
                draft.fields[role] = filler_of(party, items[number].span)

    def _fill_roles(self, draft: Draft, finder: RoleFinder) -> None:
        entry = self.frame.entry
        for role in (*_PARTY_ROLES, "host"):
            relations = entry.expression.roles.get(role, entry.kind.roles.get(role, []))
            for relation in relations:
                if role in draft.roles and role not in entry.kind.gathers:
                    break
                self._put_relation(draft, role, relation, finder)
        if draft.kind in _ANSWERS and not draft.roles.get("targets"):
            self._put_maker(draft, finder)

    def _put_maker(self, draft: Draft, finder: RoleFinder) -> None:
        """Put whose offer it is for whom the answer goes to, unless it is one's own side's."""
        maker = maker_of(self.frame, self.sentence)
        own = {filler.stands_for or filler.value for filler in draft.roles.get("actors", ())}
        numbers = finder.with_joined(maker) if maker is not None else []
        if not any((party.stands_for or party.name) in own for party, _ in parties_of(self.row.items, numbers)):
            self._put(draft, "targets", numbers)

    def _fill_left_out(self, draft: Draft, finder: RoleFinder) -> None:
        """Put who led the sentence before for the subject that this one leaves out."""
        entry, led = self.frame.entry, self.row.led
        wanted = entry.expression.roles.get("actors", entry.kind.roles.get("actors", []))
        if len(led) != 1 or not {"agent", "subject"} & set(wanted) or finder.find("agent"):
            return
        voice = self.context.voice_at(self._head_span())
        is_other = led[0].name not in draft.names("actors", "targets") and (voice is None or voice.party == led[0])
        if is_other and may_lead(led[0], self.frame, self.sentence):
            draft.roles["actors"] = [filler_of(led[0], self._head_span()), *draft.roles.get("actors", ())]

    def _put_relation(self, draft: Draft, role: str, relation: str, finder: RoleFinder) -> None:
        if relation == "speaker":
            voice = self.context.voice_at(self._head_span())
            is_told_of = role not in self.frame.entry.expression.roles and finder.is_led_by_unnamed()
            is_told_of = is_told_of or (voice is not None and not self._may_do(voice.party, draft))
            if voice is not None and not is_told_of and not self._is_of_another(draft, finder):
                draft.roles.setdefault(role, []).append(filler_of(voice.party, voice.span))
        elif relation == "sides" and (draft.roles.get(role) or (role == "actors" and not self._is_open())):
            return
        elif relation == "sides":
            actors = draft.names("actors")
            others = [side for side in self.context.sides if side.name not in actors]
            if len(others) == len(self.context.sides):
                draft.roles.setdefault(role, []).extend(filler_of(side, self._head_span()) for side in others)
        elif relation == "subject":
            self._put_subject(draft, role, finder.find(relation))
        elif not (relation == "by" and draft.kind is ActKind.AGREEMENT and len(draft.names("actors")) > 1):
            # "An accord between the two, brokered by a third" is of the two.
            self._put(draft, role, finder.find(relation))

    def _may_do(self, party: Party, draft: Draft) -> bool:
        """Return whether a party may be who acts: whoever speaks for nobody refuses and pledges for himself alone."""
        is_known = party.stands_for or party.actor or party.name in self.context.in_office
        is_private = party.kind is MentionKind.PERSON and not is_known
        return not (is_private and draft.kind in _OWN_DEED)

    def _is_of_another(self, draft: Draft, finder: RoleFinder) -> bool:
        """Return whether the words tell what something else does, and the expression does not ask who says so."""
        is_asked = self.frame.entry.expression.roles.get("actors", [])[:1] == ["speaker"]
        return draft.kind in _OWN_DEED and not is_asked and finder.has_other_subject()

    def _is_open(self) -> bool:
        """Return whether the article's sides may be who acts: they do not meet where others are said to."""
        return self.frame.entry.kind.kind != ActKind.MEETING or not names_others(self.frame, self.sentence)

    def _put_subject(self, draft: Draft, role: str, numbers: Sequence[int]) -> None:
        """Put who leads the very clause, as far as the same voice names them; one's own side stands, to be told by."""
        items, voice = self.row.items, self.context.voice_at(self._head_span())
        heard = [at for at in numbers if self.context.voice_at(items[at].span) == voice]
        self._put(draft, role, heard)
        if heard and not draft.roles.get(role) and draft.kind in _AGAINST:
            draft.roles[role] = [filler_of(party, items[at].span) for party, at in parties_of(items, heard)]

    def _words(self) -> Span:
        return cover([self.row.items[index].span for index in self.frame.words])

    def _head_span(self) -> Span:
        return self.row.items[self.frame.match.head].span

    def _fill_fields(self, draft: Draft) -> None:
        entry = self.frame.entry
        words = self._words()
        for name, value in entry.expression.fields.items():
            draft.fields[name] = Filler(value=value, spans=(words,))
        Details(self.context.text, self.sentence, self.frame).fill(draft)

    def _fill_place(self, draft: Draft) -> None:
        if "place" in draft.fields:
            return
        entry = self.frame.entry
        for relation in entry.expression.roles.get("place", entry.kind.roles.get("place", [])):
            if relation == "actor_state" and draft.roles.get("actors"):
                # Who offers to host offers his own country, unless the text names another place.
                actor = draft.roles["actors"][0]
                draft.fields["place"] = Filler(value=actor.stands_for or actor.value, spans=actor.spans)
                return
            places = [place for place in self._places(relation) if not self._is_elsewhere(place, draft)]
            if relation == "object" and draft.kind is ActKind.HOSTILITY:
                # Who attacks a state attacks it, not in it.
                attacked = {span for filler in draft.roles.get("targets", ()) for span in filler.spans}
                places = [place for place in places if place.span not in attacked]
            if places:
                item = min(places, key=lambda found: _broadness(found))
                assert item.mention is not None
                draft.fields["place"] = Filler(value=item.mention.value, spans=(item.span,))
                return

    def _is_elsewhere(self, place: Item, draft: Draft) -> bool:
        """Return whether a place lies in another state than that of who offers to host: where he said so, not where."""
        if draft.kind is not ActKind.OFFER_VENUE or place.mention is None or not place.mention.parties:
            return False
        own = {filler.stands_for or filler.value for filler in draft.roles.get("actors", ())}
        return not own & {party.name for party in place.mention.parties}

    def _places(self, relation: str) -> list[Item]:
        """Return the places that stand in a relation: in the frame's clause, or one that hangs on its end; for a
        meeting or an agreement else the only one of the sentence.
        """
        if relation == "actor_state":
            return []
        clause = self.row.clauses[self.frame.clause]
        end = reach_of(self.frame.clause, self.row.clauses)
        inside: list[Item] = []
        outside: list[Item] = []
        for index, item in enumerate(self.row.items):
            if item.mention is None or not item.mention.value or not self._stands_in(index, relation):
                continue
            if item.mention.kind in _NO_PLACES or item.mention.form is Form.DEMONYM:
                continue
            (inside if clause.start <= index < end else outside).append(item)
        if not inside and clause.opening is Opening.RELATIVE:
            inside = self._antecedent(clause, relation)
        if inside or relation != "in" or self.frame.entry.kind.kind not in _PLACED:
            return inside
        return outside if len(outside) == 1 else []

    def _antecedent(self, clause: Clause, relation: str) -> list[Item]:
        """Return the place that a relative clause speaks of: «Шуша, над которой Баку восстановил контроль»."""
        first = self.row.items[clause.start]
        before = self.row.items[max(clause.start - 2, 0)].mention
        if self.context.lexicon.roles.before.get(first.lower) != relation or before is None:
            return []
        return [self.row.items[clause.start - 2]] if before.kind is MentionKind.PLACE and before.value else []

    def _stands_in(self, index: int, relation: str) -> bool:
        """Return whether a place stands in a relation; as object also where its form leaves that open."""
        mention = self.row.items[index].mention
        own = self.sentence.relations[index]
        if own == relation or mention is None:
            return own == relation
        if relation != "object" or own != BARE or index <= self.frame.match.head:
            return False
        return "acc" in mention.marks or not self.context.lexicon.roles.cases.get("acc")

    def _fill_speaker(self, draft: Draft) -> None:
        voice = self.context.voice_at(self._head_span())
        if voice is not None:
            draft.fields["speaker"] = filler_of(voice.party, voice.span)
        elif draft.kind in _SPEECH and draft.roles.get("actors"):
            draft.fields["speaker"] = draft.roles["actors"][0]

    def _is_whole(self, draft: Draft) -> bool:
        entry = self.frame.entry
        wanted = [role for role in entry.kind.needs if role not in entry.expression.open]
        wanted += entry.expression.needs
        for role in wanted:
            if role == "when_or_where":
                if draft.on is None and "place" not in draft.fields and "host" not in draft.fields:
                    return False
            elif role == "date":
                if draft.on is None:
                    return False
            elif not draft.roles.get(role) and role not in draft.fields:
                return False
        if draft.kind in _AGAINST and _is_own_target(draft):
            return False
        count = len(draft.names("actors"))
        if entry.expression.at_most and count > entry.expression.at_most:
            return False
        return count >= max(entry.kind.at_least, entry.expression.at_least)

    def _evidence(self, draft: Draft) -> Span:
        """Return the stretch from the first word to the last that the draft was read from, to whole clauses."""
        whole = self.row.sentence.span
        if whole.end - whole.start <= LONGEST_EVIDENCE_CHARS // 2:
            return whole
        spans = [self.row.items[index].span for index in self.frame.words]
        spans += [span for role in _PARTY_ROLES for filler in draft.roles.get(role, ()) for span in filler.spans]
        inner = [span for span in spans if whole.contains(span)]
        clause = self.row.clauses[self.frame.clause]
        inner += [self.row.items[clause.start].span, self.row.items[clause.end - 1].span]
        found = cover(inner)
        if found.end - found.start > LONGEST_EVIDENCE_CHARS:
            return Span(found.start, found.start + LONGEST_EVIDENCE_CHARS)
        return found

    def _also(self, draft: Draft) -> list[Draft]:
        """Return the further acts that the same words tell."""
        further = []
        for told in self.frame.entry.expression.also:
            act, _, modality = told.partition(" ")
            kind, _, status = act.partition("/")
            further.append(Draft(
                kind=ActKind(kind), status=status, modality=Modality(modality or draft.modality),
                evidence=draft.evidence, head=draft.head,
                sentence=draft.sentence, roles={role: list(fillers) for role, fillers in draft.roles.items()},
                fields=dict(draft.fields), on=draft.on, read_by=list(draft.read_by), weight=draft.weight,
            ))  # fmt: skip
        return further


_TO_COME_STATUS = {ActKind.MEETING: "agreed", ActKind.CALL: "agreed", ActKind.VISIT: "planned"}


def settle_tense(draft: Draft, anchor: dt.date | None) -> None:
    """Put what is told as held, but on a day after the publication, as what is to come: headlines in the present."""
    status = _TO_COME_STATUS.get(draft.kind)
    if status and draft.status == "held" and anchor and draft.on and draft.on.interval.start > anchor:
        draft.status, draft.modality = status, Modality.PLANNED


def _is_own_target(draft: Draft) -> bool:
    """Nobody demands of, or charges, the side that he speaks for: "we must work" is no demand.

    Two of one side do: an opposition charges its president, a government its own vice-president.
    """
    actors = {name for filler in draft.roles.get("actors", ()) for name in (filler.value, filler.stands_for) if name}
    targets = draft.roles.get("targets", ())
    charged = draft.names("actors") if draft.kind is ActKind.DEMAND else ()
    return bool(targets) and all(filler.value in actors or filler.stands_for in charged for filler in targets)


def _lies(draft: Draft, moods: frozenset[str]) -> Lies:
    """Return where an act lies: what is said or agreed is so on a day that was, whatever it promises."""
    if draft.kind not in _COMING or "past" in moods:
        return Lies.BEHIND
    return Lies.AHEAD if moods & _TO_COME else Lies.OPEN


def _broadness(item: Item) -> int:
    """A city is a closer place than a country."""
    assert item.mention is not None
    return 1 if item.mention.kind is MentionKind.STATE else 0
