"""Sounds: the small alphabet into which the spellings of every script are read, and what mistaking one for another costs.

Place in the flow: `scripts.yml` writes each letter's sounds in the notation that `parse_sounds` reads; `SoundTable`
numbers them, so that a spelling is a tuple of numbers and a comparison is a look-up. Costs are in [0, 1] here and in
hundredths in the file. Nothing here knows a letter.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

SILENCE = "-"
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

    def between(self, one: str, other: str) -> float:
        """Return the cost of `one` for `other`, the same either way."""
        if one == other:
            return 0.0
        listed = self.replaced.get((one, other))
        if listed is not None:
            return listed
        vowels = self.phonemes[one].is_vowel + self.phonemes[other].is_vowel
        return (self.consonants, self.vowel_and_consonant, self.vowels)[vowels]


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
    _rows: dict[tuple[int, bool], list[float]] = field(default_factory=dict)

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
            self._rows.clear()
        return number

    def numbers(self, sounds: Iterable[Sound]) -> tuple[int, ...]:
        """Return the numbers of sounds, a consonant that follows itself counted once."""
        numbers: list[int] = []
        for sound in sounds:
            number = self.number(sound)
            doubled = numbers and sound.first == self.sounds[numbers[-1]].first and not self.vowels[number]
            if not doubled:
                numbers.append(number)
        return tuple(numbers)

    def row(self, number: int, *, same_script: bool) -> Sequence[float]:
        """Return what each sound costs in place of sound `number`, by its own number."""
        row = self._rows.get((number, same_script))
        if row is None:
            row = [self._cost(self.sounds[number], other, same_script) for other in self.sounds]
            self._rows[(number, same_script)] = row
        return row

    def _cost(self, one: Sound, other: Sound, same_script: bool) -> float:
        best = 1.0
        for left, left_cost in one.spoken():
            for right, right_cost in other.spoken():
                between = self.costs.between(left, right)
                if same_script and self.costs.phonemes[left].is_vowel and self.costs.phonemes[right].is_vowel:
                    between *= self.costs.same_script_vowel
                best = min(best, left_cost + right_cost + between)
        return best
