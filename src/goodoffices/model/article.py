"""One published text, as it was taken in."""

from dataclasses import dataclass

from goodoffices.model.dates import DateInterval
from goodoffices.model.identifiers import ArticleId, content_id, digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """Where a date of publication was found."""

    # "given", "json-ld", "meta", "time", "feed", "mail", "head", "dateline", "address", "page", "text".
    found_in: str
    # How sure that place is, 0 to 1.
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published text at one retrieval; every span of every report counts characters of its `text`."""

    # The id that the source gave, or one made from the content.
    id: ArticleId
    text: str
    title: str = ""
    # Empty where the source does not say.
    url: str = ""
    outlet: str = ""
    # When it was published, as exactly as the source says; None where it does not. Never the day of retrieval.
    published: DateInterval | None = None
    # ISO 639-1; empty until it is known.
    lang: str = ""
    # As the source writes it; empty where it does not say.
    author: str = ""
    # None where there is no date of publication, or nothing is known of how it came there.
    dating: Dating | None = None
    # SHA-256 of the document that it was extracted from, where that is kept; empty elsewhere.
    capture: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of title, text and publication date: another digest under the same id is a corrected version."""
        published = self.published.to_iso() if self.published else ""
        return digest_of("\x1f".join((self.title, published, self.text)))

    @staticmethod
    def id_from(*, text: str, url: str = "", title: str = "") -> ArticleId:
        """Return the id of an article to which the source gave none: from its address, or else from what it says."""
        return ArticleId(content_id("a", url) if url else content_id("a", title, text))
