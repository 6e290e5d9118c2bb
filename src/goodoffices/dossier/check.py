"""Warns of what is not wrong in a dossier and yet likely a mistake: overlapping offices, names that two things share,
languages without an example.
"""

from collections.abc import Iterator

from goodoffices.dossier.entry import EntryKind, NameForm
from goodoffices.dossier.folding import folded
from goodoffices.dossier.load import load_common
from goodoffices.dossier.schema import SHARED_POSTS, Dossier
from goodoffices.dossier.spellings import labels_of
from goodoffices.model.dates import DateInterval

MAIN_LANGUAGES = ("en", "ru", "tr", "ar")
"""The languages in which a dossier should show an example."""

OTHER_SCRIPTS = ("ru", "ar")
"""Those of them in which an English name is not written as it stands."""


def check(dossier: Dossier) -> list[str]:
    """Return one line for each thing to look at, "what @ key path", in a fixed order; empty where there is none."""
    return [*_overlaps(dossier), *_shared_names(dossier), *_unnamed(dossier), *_without_examples(dossier)]


def _overlaps(dossier: Dossier) -> Iterator[str]:
    """Yield the posts that two people hold at one time, though only one can."""
    held = [
        (office.post, office.of, person.id, office.held_on)
        for person in dossier.people
        for office in person.offices
        if office.post not in SHARED_POSTS
    ]
    for at, (post, of, person, on) in enumerate(held):
        for other_post, other_of, other, other_on in held[at + 1 :]:
            if (post, of) != (other_post, other_of) or person == other:
                continue
            if on is None or other_on is None or _shares_more_than_a_day(on, other_on):
                yield f"{post} of {of} is also {other} at that time @ people[{person}].offices"


def _shares_more_than_a_day(one: DateInterval, other: DateInterval) -> bool:
    """Return whether two tenures overlap by more than the day on which the one hands over to the other."""
    return (min(one.end, other.end) - max(one.start, other.start)).days > 1


def _shared_names(dossier: Dossier) -> Iterator[str]:
    """Yield the full names that stand for two things of one kind in one language."""
    languages = sorted({lang for names in _all_names(dossier) for lang in names})
    for lang in languages:
        holders: dict[tuple[str, EntryKind], str] = {}
        for label in labels_of(dossier, lang, {}):
            if label.entry.form is NameForm.SURNAME:
                continue
            key = (folded(label.surface, lang), label.entry.kind)
            first = holders.setdefault(key, label.entry.id)
            if first != label.entry.id:
                yield f"{label.surface!r} ({lang}) is also a name of {first} @ {label.entry.id}"


def _all_names(dossier: Dossier) -> Iterator[dict[str, tuple[str, ...]]]:
    for section in (dossier.bodies, dossier.people, dossier.places, dossier.instruments, dossier.initiatives,
                    dossier.tracks):  # fmt: skip
        yield from (dict(item.names) for item in section)


def _unnamed(dossier: Dossier) -> Iterator[str]:
    """Yield the people and bodies without a name in a language of another script."""
    for key, section in (("people", dossier.people), ("bodies", dossier.bodies)):
        for item in section:
            missing = [lang for lang in OTHER_SCRIPTS if lang not in item.names]
            if missing:
                yield f"no name in {', '.join(missing)} @ {key}[{item.id}]"


def _without_examples(dossier: Dossier) -> Iterator[str]:
    """Yield the main languages that no example is in."""
    shown = {example.lang for example in dossier.examples}
    if not dossier.examples and dossier.id != load_common().id:
        yield "no examples @ examples"
        return
    yield from (f"no example in {lang} @ examples" for lang in MAIN_LANGUAGES if lang not in shown)
