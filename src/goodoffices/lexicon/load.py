"""Reads a language's folder of YAML into a `Lexicon`; collects every error with file and key, and raises once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import msgspec
import yaml

from goodoffices.errors import LexiconError, UnsupportedLanguage
from goodoffices.lexicon import schema
from goodoffices.lexicon.compile import Atoms, Pattern, by_anchor, compile_pattern, orders
from goodoffices.lexicon.lexicon import ActEntry, BodyEntry, CueEntry, FieldEntry, Lexicon, PostEntry
from goodoffices.lexicon.morphology import analyser_for
from goodoffices.lexicon.plain_yaml import PlainLoader
from goodoffices.model.act import STATUSES, ActKind, Modality

T = TypeVar("T")
_EMPTY: tuple[Any, ...] = ()


def data_folder() -> Traversable:
    """Return the folder that holds a folder for each language, and `_shared`."""
    return resources.files("goodoffices.lexicon") / "data"


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that can be read, sorted: those whose folder has a language.yml."""
    folders = (entry for entry in data_folder().iterdir() if entry.is_dir() and not entry.name.startswith("_"))
    return tuple(sorted(entry.name for entry in folders if (entry / "language.yml").is_file()))


@cache
def load_lexicon(lang: str) -> Lexicon:
    """Return the lexicon of a language.

    Raises:
        UnsupportedLanguage: There is no folder for it. The article is left out with a notice.
        LexiconError: Its files are wrong; every problem is listed.
    """
    folder = data_folder() / lang
    if not (folder / "language.yml").is_file():
        raise UnsupportedLanguage(
            f"there is no lexicon for the language {lang!r}" if lang else "nothing tells its language",
            hint=f"Those that can be read are {', '.join(languages())}",
        )
    return load_lexicon_from(folder, lang)


def load_lexicon_from(folder: Traversable, lang: str) -> Lexicon:
    """Return the lexicon that the YAML files of a folder make.

    Raises:
        LexiconError: The files are wrong; every problem is listed.
    """
    loader = _Loader(folder)
    lexicon = loader.lexicon(lang)
    if loader.problems or lexicon is None:
        raise LexiconError(loader.problems, subject=lang, hint="Mend the entries named and run `goodoffices check`")
    return lexicon


@dataclass(slots=True)
class _Loader:
    """Reads one folder; goes on after each problem, so that all are told at once."""

    folder: Traversable
    problems: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    # Set once language.yml is read: what the other files write is folded as texts are.
    folds: Mapping[int, str] = field(default_factory=dict)

    def problem(self, what: str, file: str, key: str) -> None:
        self.problems.append(f"{what} @ {file}: {key}")

    def yaml(self, file: Traversable, name: str) -> object:
        try:
            return fold_values(yaml.load(file.read_text("utf-8"), Loader=PlainLoader), self.folds)
        except FileNotFoundError:
            return None
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            self.problem(" ".join(str(error).split()), name, "the file")
            return None

    def convert(self, value: object, shape: type[T], file: str, key: str) -> T | None:
        try:
            return msgspec.convert(value, shape)
        except msgspec.ValidationError as error:
            self.problem(str(error), file, key)
            return None

    def one(self, name: str, shape: type[T]) -> T | None:
        return self.convert(self.yaml(self.folder / name, name) or {}, shape, name, "the file")

    def listed(self, file: Traversable, name: str, shape: type[T]) -> Iterator[T]:
        entries = self.yaml(file, name) or []
        if not isinstance(entries, list):
            self.problem("a list of entries is wanted", name, "the file")
            return
        for number, entry in enumerate(entries):
            label = entry.get("id", number) if isinstance(entry, dict) else number
            converted = self.convert(entry, shape, name, str(label))
            if converted is not None:
                yield converted

    def lexicon(self, lang: str) -> Lexicon | None:
        language = self.one("language.yml", schema.Language)
        if language is not None and language.folds:
            self.folds = str.maketrans(language.folds)
            language = self.one("language.yml", schema.Language)
        classes = self.one("words.yml", dict[str, list[str]])
        roles, pronouns = self.one("roles.yml", schema.Roles), self.one("pronouns.yml", schema.Pronouns)
        furniture, offices = self.one("furniture.yml", schema.Furniture), self.one("offices.yml", schema.Offices)
        mood, fields = self.one("mood.yml", schema.Mood), self.one("fields.yml", schema.Fields)
        shared = data_folder() / "_shared" / "kinds.yml"
        kinds = {kind.kind: kind for kind in self.listed(shared, "_shared/kinds.yml", schema.Kind)}
        if not (
            language
            and classes is not None
            and roles
            and pronouns
            and furniture
            and offices
            and mood
            and fields
            and kinds
        ):
            return None
        analyse = analyser_for(language, lang)
        atoms = Atoms(analyse, classes)
        for name in sorted(classes):
            atoms.number(f"<{name}>")
        acts = tuple(self.acts(atoms, kinds))
        return Lexicon(
            lang=lang, language=language, furniture=furniture, roles=roles, pronouns=pronouns, classes=classes,
            titles=frozenset(offices.titles), atoms=atoms, analyse=analyse, kinds=kinds,
            acts=by_anchor(acts, lambda entry: entry.pattern),
            cues=by_anchor(self.cues(mood, atoms), lambda entry: entry.pattern),
            fields=by_anchor(self.fields(fields, atoms), lambda entry: entry.pattern),
            numbers={form: number for number, forms in fields.numbers.items() for form in forms},
            posts=by_anchor(self.posts(offices, atoms), lambda entry: entry.pattern),
            bodies=by_anchor(self.bodies(offices, atoms), lambda entry: entry.pattern),
            groups=by_anchor(self.patterns(pronouns.groups, "pronouns.yml", atoms), lambda pattern: pattern),
            all_present=by_anchor(self.patterns(pronouns.all_present, "pronouns.yml", atoms), lambda pattern: pattern),
            state_groups=by_anchor(
                self.patterns(pronouns.state_groups, "pronouns.yml", atoms), lambda pattern: pattern
            ),
            movements=by_anchor(self.patterns(pronouns.movements, "pronouns.yml", atoms), lambda pattern: pattern),
            governments=by_anchor(self.patterns(pronouns.governments, "pronouns.yml", atoms), lambda pattern: pattern),
            expressions=tuple({entry.expression.id: entry.expression for entry in acts}.values()),
            levels={post.post: post.level for post in offices.posts},
            folds=self.folds,
        )  # fmt: skip

    def pattern(self, say: str, atoms: Atoms, file: str, key: str) -> Pattern | None:
        try:
            return compile_pattern(say, atoms)
        except (KeyError, ValueError) as error:
            self.problem(str(error.args[0]), file, key)
            return None

    def patterns(self, says: Sequence[str], file: str, atoms: Atoms) -> Iterator[Pattern]:
        for say in says:
            pattern = self.pattern(say, atoms, file, say)
            if pattern is not None:
                yield pattern

    def acts(self, atoms: Atoms, kinds: Mapping[str, schema.Kind]) -> Iterator[ActEntry]:
        folder = self.folder / "acts"
        files = sorted((file for file in folder.iterdir() if file.name.endswith(".yml")), key=lambda file: file.name)
        for file in files:
            name = f"acts/{file.name}"
            for expression in self.listed(file, name, schema.Expression):
                self.check_expression(expression, name, kinds)
                for say in orders(expression.say):
                    pattern = self.pattern(say, atoms, name, expression.id)
                    if pattern is not None and expression.kind in kinds:
                        yield ActEntry(expression=expression, pattern=pattern, kind=kinds[expression.kind])

    def check_expression(self, entry: schema.Expression, file: str, kinds: Mapping[str, schema.Kind]) -> None:
        if entry.id in self.ids:
            self.problem("this id stands twice", file, entry.id)
        self.ids.add(entry.id)
        for kind, status in [
            (entry.kind, entry.status),
            *(also.partition(" ")[0].partition("/")[::2] for also in entry.also),
        ]:
            if kind not in kinds:
                self.problem(f"no such kind of act: {kind!r}", file, entry.id)
            elif status and status not in STATUSES[ActKind(kind)]:
                self.problem(f"{kind} has no status {status!r}", file, entry.id)
        if entry.modality and entry.modality not in set(Modality):
            self.problem(f"no such modality: {entry.modality!r}", file, entry.id)
        if not entry.yes:
            self.problem("an entry needs an example that it reads (yes)", file, entry.id)

    def cues(self, mood: schema.Mood, atoms: Atoms) -> Iterator[CueEntry]:
        for number, cue in enumerate(mood.cues):
            pattern = self.pattern(cue.say, atoms, "mood.yml", f"cues[{number}]")
            if pattern is not None:
                yield CueEntry(cue=cue, pattern=pattern, id=f"mood:{cue.mood}:{cue.say}")

    def fields(self, fields: schema.Fields, atoms: Atoms) -> Iterator[FieldEntry]:
        for number, cue in enumerate(fields.cues):
            pattern = self.pattern(cue.say, atoms, "fields.yml", f"cues[{number}]")
            if pattern is not None:
                yield FieldEntry(cue=cue, pattern=pattern)

    def posts(self, offices: schema.Offices, atoms: Atoms) -> Iterator[PostEntry]:
        for post in offices.posts:
            for says, is_plural in ((post.one, False), (post.many, True)):
                for pattern in self.patterns(says, "offices.yml", atoms):
                    yield PostEntry(post=post, pattern=pattern, is_plural=is_plural)

    def bodies(self, offices: schema.Offices, atoms: Atoms) -> Iterator[BodyEntry]:
        for body in offices.bodies:
            for pattern in self.patterns(body.words, "offices.yml", atoms):
                yield BodyEntry(body=body, pattern=pattern)


_UNFOLDED = frozenset({"yes", "no", "folds", "id", "examples"})
"""Keys whose values stand as they are: examples are texts, and are folded when they are read."""


def folds_of(folder: Traversable) -> Mapping[int, str]:
    """Return the letters that a language's folder reads as others; none where it has no readable language.yml."""
    loader = _Loader(folder)
    language = loader.one("language.yml", schema.Language)
    return str.maketrans(language.folds) if language is not None else {}


def fold_values(value: Any, folds: Mapping[int, str]) -> Any:
    """Return what a YAML file holds with every letter folded, in keys too."""
    if not folds:
        return value
    if isinstance(value, str):
        return value.translate(folds)
    if isinstance(value, list):
        return [fold_values(entry, folds) for entry in value]
    if isinstance(value, dict):
        return {
            fold_values(key, folds): entry if key in _UNFOLDED else fold_values(entry, folds)
            for key, entry in value.items()
        }
    return value
