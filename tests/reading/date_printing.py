"""Dates as test cases write them."""

from goodoffices.model.dates import Direction
from goodoffices.reading.date_mentions import DateMention


def written(mention: DateMention) -> str:
    """Return the days of a mention as ISO, with the direction before it unless that is "on"; "?" for no days."""
    days = mention.interval.to_iso() if mention.interval else "?"
    return days if mention.direction is Direction.ON else f"{mention.direction} {days}"
