"""Namings that need no more than their own words: what the gazetteer found, as mentions.

Turns a gazetteer's `Naming` into a `Mention`; leaves to `phrases` what needs the words around.
"""

from collections.abc import Iterable, Mapping

from goodoffices.dossier.entry import Entry, EntryKind, NameForm, Naming
from goodoffices.model.identifiers import ActorId
from goodoffices.model.mention import Form, Mention, MentionKind, Party

_KINDS = {
    EntryKind.PERSON: MentionKind.PERSON,
    EntryKind.STATE: MentionKind.STATE,
    EntryKind.BODY: MentionKind.BODY,
    EntryKind.PEOPLE: MentionKind.PEOPLE,
    EntryKind.PLACE: MentionKind.PLACE,
    EntryKind.INSTRUMENT: MentionKind.INSTRUMENT,
    EntryKind.INITIATIVE: MentionKind.ISSUE,
}
_FORMS = {
    NameForm.NAME: Form.NAME,
    NameForm.SURNAME: Form.NAME,
    NameForm.DEMONYM: Form.DEMONYM,
    NameForm.CAPITAL: Form.CAPITAL,
    NameForm.BUILDING: Form.CAPITAL,
}


SURNAME = "surname"
"""Marks a person who is named by surname alone: another's given name before it makes another person."""


def mention_of(naming: Naming, known: Mapping[str, str]) -> Mention:
    """Return the mention that a naming makes.

    Args:
        known: Entry ids of the people that the article names in full, by their surname's entry ids: they decide
            between people of one surname.
    """
    entry = choose(naming.entries, known)
    kind, form = _KINDS[entry.kind], _FORMS[entry.form]
    parties: tuple[Party, ...] = ()
    value = ""
    if entry.form in (NameForm.CAPITAL, NameForm.BUILDING):
        kind, value = MentionKind.PLACE, entry.name
        if entry.stands_for:
            parties = (Party(name=entry.stands_for, actor=ActorId(entry.stands_for_id), kind=MentionKind.STATE),)
    elif entry.kind is EntryKind.PLACE or entry.kind in (EntryKind.INSTRUMENT, EntryKind.INITIATIVE):
        value = entry.name
    else:
        parties = (Party(name=entry.name, actor=ActorId(entry.id), stands_for=entry.stands_for, kind=kind),)
        value = entry.name if entry.kind is EntryKind.STATE and entry.form is NameForm.NAME else ""
        # What is a body and a place by one name, as a contested region is, can be where something happens.
        value = value or next((other.name for other in naming.entries if other.kind is EntryKind.PLACE), "")
    surname = {SURNAME} if entry.form is NameForm.SURNAME else set[str]()
    return Mention(span=naming.span, text=naming.text, kind=kind, form=form, parties=parties, value=value,
                   marks=entry.marks | naming.clitics | surname)  # fmt: skip


def choose(entries: Iterable[Entry], known: Mapping[str, str]) -> Entry:
    """Return the entry that the article's own full names decide for, or else the first."""
    listed = list(entries)
    for entry in listed:
        if entry.id in known:
            return entry
    return listed[0]


def people_named_in_full(namings: Iterable[Naming]) -> dict[str, str]:
    """Return the ids of the people whom a text names in full, each with its English name."""
    return {
        entry.id: entry.name
        for naming in namings
        if len(naming.entries) == 1
        for entry in naming.entries
        if entry.kind is EntryKind.PERSON and entry.form is NameForm.NAME
    }
