"""Any number of different articles, made of the bundled ones: other days, figures and orders of paragraphs."""

import datetime as dt
import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice

from goodoffices.demo import bundled_reports
from goodoffices.model.article import Article
from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ArticleId

_FIGURE = re.compile(r"(?<![\d.,])\d{1,2}(?![\d.,])")
_MOST_DAYS = 3000


def bundled_articles() -> list[Article]:
    """Return the bundled example as articles."""
    lines = (json.loads(line) for line in bundled_reports().read_text("utf-8").splitlines())
    return [
        Article(
            id=ArticleId(line["id"]),
            text=line["text"],
            title=line["title"],
            outlet=line["outlet"],
            published=DateInterval.from_iso(line["published"]) if line["published"] else None,
        )
        for line in lines
    ]


def perturbed(number: int, *, prefix: str = "") -> Iterator[Article]:
    """Yield that many articles, each different, the same ones on every call.

    Args:
        prefix: Only of bundled articles whose id begins so.
    """
    originals = [article for article in bundled_articles() if article.id.startswith(prefix)]
    dice = random.Random(20240510)
    endless = (article for _ in count() for article in originals)
    return (_changed(article, at, dice) for at, article in enumerate(islice(endless, number)))


def _changed(article: Article, at: int, dice: random.Random) -> Article:
    lead, *rest = article.text.split("\n\n")
    dice.shuffle(rest)
    text = "\n\n".join((lead, *rest))
    text = _FIGURE.sub(lambda figure: str(int(figure[0]) % 27 + dice.randint(1, 2)), text)
    published = article.published
    if published is not None:
        published = DateInterval.day(published.start + dt.timedelta(days=dice.randrange(_MOST_DAYS)))
    return replace(article, id=ArticleId(f"{article.id}.{at}"), text=f"{text}\n\n({at})", published=published)
