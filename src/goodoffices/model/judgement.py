"""Judgements: that two reports are one act, or that a field is right or wrong; by whom, when, why. Append-only."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a judgement says."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"


RULE = "rule"
"""The name under which the program itself judges; a person's judgement always wins over it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision. Undone only by a further one."""

    verdict: Verdict
    # The report it is about; for SAME and DIFFERENT, the smaller of the two ids.
    subject: str
    # The other report, for SAME and DIFFERENT; the field, for the others; empty for the report as a whole.
    object: str = ""
    # The corrected value, for CORRECT.
    value: str = ""
    by: str = RULE
    # ISO instant in UTC; empty for a rule, so that the same input gives the same record.
    at: str = ""
    reason: str = ""
    # How sure, 0 to 1; 1 for a person.
    score: float = 1.0
