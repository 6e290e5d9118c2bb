"""Sounds: the small alphabet into which every spelling is read, and what mistaking one sound for another costs.

Place in the flow: `scripts.yml` writes each letter's sounds in the notation that `parse_sounds` reads; `SoundTable`
numbers them, so that a spelling is a tuple of numbers and a comparison is a look-up. Costs are in [0, 1] here and in
hundredths in the file. Nothing here knows a letter.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

SILENCE = "-"
# A last letter missed for less is mute, and no vowel that makes another name.
_CHEAPLY_MISSED = 0.3
_READING = re.compile(r"([A-Za-z]|-)(\d{0,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phoneme:
    """One sound of the alphabet, with how much it weighs."""

    # How much of a name's length it makes up.
    weight: float
    # What it costs that one spelling lacks it.
    drop: float
    # The same where the other script writes no short vowels.
    unwritten: float
    is_vowel: bool = False


@dataclass(frozen=True, slots=True)
class Sound:
    """What one letter or group of letters stands for: readings, each with what it costs, the likeliest first."""

    readings: tuple[tuple[str, float], ...]
    # Whether it is written twice.
    is_doubled: bool = False

    def __str__(self) -> str:
        return "/".join(f"{phoneme}{round(100 * cost) or ''}" for phoneme, cost in self.readings)

    @property
    def first(self) -> str:
        """Return the phoneme that it most likely is; silence for a letter that is mostly mute."""
        return self.readings[0][0]

    def spoken(self) -> tuple[tuple[str, float], ...]:
        """Return the readings that are not silence, in order."""
        return tuple(reading for reading in self.readings if reading[0] != SILENCE)


def parse_sounds(notation: str) -> tuple[Sound, ...]:
    """Return the sounds of a notation such as "k/x10 s/-10".

    Raises:
        ValueError: The notation cannot be read; says which part.
    """
    return tuple(_parse_sound(part) for part in notation.split() if part != SILENCE)


def _parse_sound(part: str) -> Sound:
    readings = []
    for reading in part.split("/"):
        match = _READING.fullmatch(reading)
        if match is None:
            raise ValueError(f"no sound is written {reading!r}")
        readings.append((match[1], int(match[2] or 0) / 100))
    return Sound(tuple(readings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What it costs to take one phoneme for another, in [0, 1]."""

    phonemes: Mapping[str, Phoneme]
    replaced: Mapping[tuple[str, str], float]
    vowels: float
    vowel_and_consonant: float
    consonants: float
    # Factor on one vowel for another between two spellings of one script.
    same_script_vowel: float
    # Added where the last vowel of one spelling is missing in the other.
    final_vowel: float
    # A consonant doubled in one of two spellings.
    doubled: float

    def between(self, one: str, other: str) -> float:
        """Return the cost of `one` for `other`, the same either way."""
        if one == other:
            return 0.0
        listed = self.replaced.get((one, other))
        if listed is not None:
            return listed
        vowels = self.phonemes[one].is_vowel + self.phonemes[other].is_vowel
        return (self.consonants, self.vowel_and_consonant, self.vowels)[vowels]


# Kinds of consonants by where they are made: phonemes that surely are of the kind, and those that may pass for one.
_KINDS = (
    ("pbf", "pbfvwuo"),
    ("td", "tdcCJzsy"),
    ("szcSZCJ", "szcSZCJtdyixgk"),
    ("k", "kgxhcsC"),
    ("m", "mn"),
    ("n", "nm"),
    ("l", "lyw"),
    ("r", "r"),
)
# A sound that can be left out for less is not surely there.
_SURE = 0.6


class Between(Enum):
    """Between spellings in what scripts a sound stands for another."""

    SAME = "same script"
    TWO = "two scripts"
    ABJAD = "two scripts, one without short vowels and doubled consonants"


@dataclass(frozen=True, slots=True)
class SoundTable:
    """Numbers sounds and keeps what comparing them costs; rows are worked out when first asked for.

    Contract: numbers are given in order of first use and stay. Not shared between processes.
    """

    costs: Costs
    sounds: list[Sound] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    # What it costs that the other spelling lacks the sound; the second list where the other script is short of vowels.
    drops: list[float] = field(default_factory=list)
    unwritten: list[float] = field(default_factory=list)
    vowels: list[bool] = field(default_factory=list)
    _numbers: dict[Sound, int] = field(default_factory=dict)
    _rows: dict[Between, dict[int, list[float]]] = field(default_factory=lambda: {between: {} for between in Between})

    def number(self, sound: Sound) -> int:
        """Return the number of a sound, giving it one if it is new."""
        number = self._numbers.get(sound)
        if number is None:
            number = self._numbers[sound] = len(self.sounds)
            spoken = sound.spoken()
            phoneme = self.costs.phonemes[spoken[0][0]]
            silent = dict(sound.readings).get(SILENCE, 1.0)
            self.sounds.append(sound)
            # A letter that can be mute counts for less of the name's length.
            self.weights.append(min(phoneme.weight, 0.3 + silent) if silent < 1 else phoneme.weight)
            self.drops.append(min(silent, phoneme.drop))
            self.unwritten.append(min(silent, phoneme.unwritten))
            self.vowels.append(phoneme.is_vowel)
            for between, rows in self._rows.items():
                for other, row in rows.items():
                    row.append(self._cost(self.sounds[other], sound, between))
        return number

    def numbers(self, sounds: Iterable[Sound], *, doubles: bool = True) -> tuple[int, ...]:
        """Return the numbers of sounds.

        Args:
            doubles: Whether a consonant that follows itself is one, doubled. Not so where short vowels are unwritten.
        """
        numbers: list[int] = []
        for sound in sounds:
            number = self.number(sound)
            before = self.sounds[numbers[-1]] if numbers else None
            if doubles and before is not None and sound.first == before.first and not self.vowels[number]:
                numbers[-1] = self.number(Sound(before.readings, is_doubled=True))
            else:
                numbers.append(number)
        return tuple(numbers)

    def missing(self, sounds: Sequence[int]) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Return what it costs that another word lacks each sound, and the same if its script is short of vowels."""
        missing = [self.drops[sound] for sound in sounds]
        unwritten = [self.unwritten[sound] for sound in sounds]
        if self.vowels[sounds[-1]] and missing[-1] > _CHEAPLY_MISSED:
            missing[-1] = unwritten[-1] = missing[-1] + self.costs.final_vowel
        return tuple(missing), tuple(unwritten)

    def kinds(self, numbers: Iterable[int]) -> tuple[int, int]:
        """Return the kinds of consonants that sounds surely have, and those that they may have, a bit for each."""
        surely = maybe = 0
        for number in numbers:
            phonemes = {phoneme for phoneme, _ in self.sounds[number].readings}
            for at, (sure, may) in enumerate(_KINDS):
                if self.drops[number] > _SURE and phonemes.issubset(sure):
                    surely |= 1 << at
                if not phonemes.isdisjoint(may):
                    maybe |= 1 << at
        return surely, maybe

    def rows(self, numbers: Iterable[int], between: Between) -> list[list[float]]:
        """Return, for each of the sounds, what every sound costs in its place, by number; the lists are shared."""
        kept = self._rows[between]
        rows = []
        for number in numbers:
            row = kept.get(number)
            if row is None:
                row = kept[number] = [self._cost(self.sounds[number], other, between) for other in self.sounds]
            rows.append(row)
        return rows

    def _cost(self, one: Sound, other: Sound, script: Between) -> float:
        best, phonemes = 1.0, self.costs.phonemes
        doubled = self.costs.doubled if one.is_doubled != other.is_doubled and script is not Between.ABJAD else 0.0
        for left, left_cost in one.spoken():
            for right, right_cost in other.spoken():
                between = self.costs.between(left, right)
                if script is Between.SAME and phonemes[left].is_vowel and phonemes[right].is_vowel:
                    between *= self.costs.same_script_vowel
                best = min(best, left_cost + right_cost + between)
        return min(1.0, best + doubled)
