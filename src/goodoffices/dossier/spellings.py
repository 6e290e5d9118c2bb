"""Labels of what a dossier holds, language by language: full names, surnames, acronyms, adjectives, seats."""

from collections.abc import Iterator, Mapping

from goodoffices.dossier.endings import load_paradigms
from goodoffices.dossier.entry import Entry, EntryKind, NameForm
from goodoffices.dossier.folding import folded
from goodoffices.dossier.label import Inflection, Label
from goodoffices.dossier.schema import Body, Dossier, Matter, Names, Person, Place

# Where a name is not listed in a language, the spelling of a close one is looked for in its texts.
_NEXT_OF_KIN = {"kk": ("ru",), "uk": ("ru",), "az": ("tr",), "tr": ("az",), "fa": ("ar",)}
# Texts of these quote names in the spelling of their own state, whatever is listed.
_QUOTED = dict.fromkeys(("en", "fr", "de", "es"), ("az", "tr"))
_LATIN = frozenset({"en", "tr", "az", "fr", "de", "es"})
_LONGEST_ACRONYM_CHARS = 7
_TWO = 2
_PERSON_RANK, _BODY_RANK, _SEAT_RANK, _PLACE_RANK, _MATTER_RANK = 5, 8, 15, 18, 30


def labels_of(dossier: Dossier, lang: str, names_by_id: Mapping[str, str]) -> Iterator[Label]:
    """Yield the labels of everything that a dossier names, in the order of its sections.

    Args:
        names_by_id: English names of all that the dossier may refer to.
    """
    for body in dossier.bodies:
        yield from _of_body(body, lang, names_by_id)
    for person in dossier.people:
        yield from _of_person(person, lang, names_by_id)
    for place in dossier.places:
        yield from _of_place(place, lang, names_by_id)
    for kind, matters in (
        (EntryKind.INSTRUMENT, dossier.instruments),
        (EntryKind.INITIATIVE, (*dossier.initiatives, *dossier.tracks)),
    ):
        for matter in matters:
            yield from _of_matter(matter, kind, lang)


def is_acronym(name: str) -> bool:
    """Return whether a name is one short word in capitals: "OSCE", «ОБСЕ», "U.S."."""
    return name.isupper() and " " not in name and 1 < len(name) <= _LONGEST_ACRONYM_CHARS


def _spellings(name: str, names: Names, lang: str) -> Iterator[str]:
    """Yield the names to look for in texts of a language, those of the language first, none twice."""
    own = names.get(lang, ())
    kin = [spelling for other in _NEXT_OF_KIN.get(lang, ()) for spelling in names.get(other, ())] if not own else []
    english = [name, *names.get("en", ())] if lang in _LATIN or not own else []
    if lang == "en":
        own, english = (), [name, *names.get("en", ())]
    foreign = english if lang == "en" else [spelling for spelling in english if not is_acronym(spelling)]
    yield from dict.fromkeys((*own, *kin, *foreign))


def _noun(spelling: str) -> Inflection:
    return Inflection.ACRONYM if is_acronym(spelling) else Inflection.NOUN


def _of_body(body: Body, lang: str, names_by_id: Mapping[str, str]) -> Iterator[Label]:
    stands_for = names_by_id.get(body.stands_for, "")
    entry = Entry(id=body.id, kind=body.kind, name=body.name, form=NameForm.NAME, stands_for=stands_for,
                  stands_for_id=body.stands_for)  # fmt: skip
    for spelling in _spellings(body.name, body.names, lang):
        yield Label(surface=spelling, entry=entry, inflection=_noun(spelling), rank=_BODY_RANK)
    demonym = Entry(id=body.id, kind=body.kind, name=body.name, form=NameForm.DEMONYM, stands_for=stands_for,
                    stands_for_id=body.stands_for)  # fmt: skip
    for spelling in body.adjectives.get(lang, ()):
        yield _adjective(spelling, demonym, lang, _BODY_RANK)


def _adjective(spelling: str, entry: Entry, lang: str, rank: int) -> Label:
    """Return the label of an adjective or of a noun for a member: a dossier lists both together."""
    if lang == "en":
        return Label(surface=spelling, entry=entry, inflection=Inflection.PEOPLE, rank=rank)
    is_people = entry.kind is EntryKind.PEOPLE and spelling[:1].isupper()
    inflection = Inflection.PEOPLE if is_people else Inflection.ADJECTIVE
    return Label(surface=spelling, entry=entry, inflection=inflection, marks=frozenset({inflection.value}), rank=rank)


def _of_person(person: Person, lang: str, names_by_id: Mapping[str, str]) -> Iterator[Label]:
    of = person.offices[-1].of if person.offices else ""
    stands_for = names_by_id.get(of, "")
    full = Entry(id=person.id, kind=EntryKind.PERSON, name=person.name, form=NameForm.NAME, stands_for=stands_for,
                 stands_for_id=of)  # fmt: skip
    short = Entry(id=person.id, kind=EntryKind.PERSON, name=person.name, form=NameForm.SURNAME, stands_for=stands_for,
                  stands_for_id=of)  # fmt: skip
    inflection = Inflection.WOMAN if person.is_woman else Inflection.PERSON
    spellings = list(_spellings(person.name, person.names, lang))
    derived = (_alone(person, spelling, lang) for spelling in spellings)
    alone = dict.fromkeys((*person.called.get(lang, ()), *derived))
    # Quoted spellings only in full: of another language, their short forms are words of this one.
    quoted = [spelling for other in _QUOTED.get(lang, ()) for spelling in person.names.get(other, ())]
    for spelling in dict.fromkeys((*spellings, *quoted)):
        if " " in spelling:
            for surface in (spelling, *_with_initial(spelling)):
                yield Label(surface=surface, entry=full, inflection=inflection, rank=_PERSON_RANK)
    for spelling in alone:
        if spelling:
            yield Label(surface=spelling, entry=short, inflection=inflection, rank=_PERSON_RANK)


def _alone(person: Person, spelling: str, lang: str) -> str:
    """Return what of a full name stands alone for the person in a text of the language; empty where nothing does."""
    first, _, rest = spelling.partition(" ")
    match person.alone:
        case "first":
            alone = first
        case "rest":
            alone = rest
        case "none":
            alone = ""
        case _:
            alone = _surname(spelling, lang)
    return "" if folded(alone, lang) in load_paradigms(lang).not_surnames else alone


def _surname(spelling: str, lang: str) -> str:
    words = spelling.split(" ")
    if len(words) > _TWO and folded(words[-1], lang) in load_paradigms(lang).last_two:
        return " ".join(words[-_TWO:])
    return words[-1]


def _with_initial(spelling: str) -> Iterator[str]:
    """Yield "N. Pashinyan" and "N.Pashinyan"; none in scripts without capitals."""
    first, _, rest = spelling.partition(" ")
    if first[:1].isupper():
        yield f"{first[0]}. {rest}"
        yield f"{first[0]}.{rest}"


def _of_place(place: Place, lang: str, names_by_id: Mapping[str, str]) -> Iterator[Label]:
    country = names_by_id.get(place.country, "")
    stands_for = names_by_id.get(place.stands_for, "")
    form = NameForm.NAME
    if stands_for:
        form = NameForm.BUILDING if place.kind == "building" else NameForm.CAPITAL
    entry = Entry(id=place.id, kind=EntryKind.PLACE, name=place.name, form=form, stands_for=stands_for,
                  stands_for_id=place.stands_for, country=country)  # fmt: skip
    contested = tuple(other.name for other in place.contested) if lang in _LATIN else ()
    for spelling in dict.fromkeys((*_spellings(place.name, place.names, lang), *contested)):
        rank = _SEAT_RANK if stands_for else _PLACE_RANK
        yield Label(surface=spelling, entry=entry, inflection=_noun(spelling), rank=rank)
    demonym = Entry(id=place.id, kind=EntryKind.PLACE, name=place.name, form=NameForm.DEMONYM, stands_for=stands_for,
                    stands_for_id=place.stands_for, country=country)  # fmt: skip
    for spelling in place.adjectives.get(lang, ()):
        yield _adjective(spelling, demonym, lang, _PLACE_RANK)


def _of_matter(matter: Matter, kind: EntryKind, lang: str) -> Iterator[Label]:
    entry = Entry(id=matter.id, kind=kind, name=matter.name, form=NameForm.NAME)
    for spelling in _spellings(matter.name, matter.names, lang):
        yield Label(surface=spelling, entry=entry, inflection=_noun(spelling), rank=_MATTER_RANK)
