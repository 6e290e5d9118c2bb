"""Offices and bodies whose owner is a pronoun: "our government", "its foreign minister", «их министры».

Once it is known whom the pronoun stands for, pronoun and noun together are one naming, as "the Kenyan government" is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from goodoffices.lexicon.compile import Match, find_match
from goodoffices.lexicon.lexicon import BodyEntry, Lexicon, PostEntry
from goodoffices.model.mention import Form, Mention, MentionKind, Party
from goodoffices.model.text import cover
from goodoffices.reading.items import Item, mention_item
from goodoffices.reading.marks import CASES, FINITE


@dataclass(frozen=True, slots=True)
class _Head:
    end: int
    post: PostEntry | None = None
    body: BodyEntry | None = None


def fold_owned(items: Sequence[Item], lexicon: Lexicon) -> list[Item]:
    """Return a row with each possessive pronoun and the office or body behind it as one naming."""
    folded: list[Item] = []
    at = 0
    while at < len(items):
        owners = _owners(items[at])
        head = _head_at(items, at + 1, lexicon) if owners else None
        if head is None:
            folded.append(items[at])
            at += 1
            continue
        folded.append(_naming(items[at : head.end], head, owners))
        at = head.end
    return folded


def _owners(item: Item) -> tuple[Party, ...]:
    """Return the states or bodies that a possessive pronoun stands for; nobody where a person speaks for none."""
    mention = item.mention
    if mention is None or mention.form is not Form.PRONOUN or "possessive" not in mention.marks:
        return ()
    if any(party.kind is MentionKind.PERSON and not party.stands_for for party in mention.parties):
        return ()
    return tuple(
        Party(name=party.stands_for, kind=MentionKind.STATE) if party.stands_for else party for party in mention.parties
    )


def _head_at(items: Sequence[Item], at: int, lexicon: Lexicon) -> _Head | None:
    if at >= len(items) or items[at].mention is not None or lexicon.class_atom("troops") in items[at].atoms:
        return None
    if describes_noun(items, at, lexicon):
        return None
    best: _Head | None = None
    for atom in items[at].atoms:
        for post in lexicon.posts.get(atom, ()):
            best = _longer(best, find_match(post.pattern, items, at), at, _Head(at, post=post))
        for body in lexicon.bodies.get(atom, ()):
            best = _longer(best, find_match(body.pattern, items, at), at, _Head(at, body=body))
    return best


def describes_noun(items: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    """Return whether a noun for a body only describes the next noun: "his official visit", no official of his."""
    if lexicon.class_atom("describes_too") not in items[at].atoms or at + 1 >= len(items):
        return False
    following = items[at + 1]
    is_noun = following.is_word and following.lower.isalpha() and not following.analysis.tags & (FINITE | {"ing"})
    known = (lexicon.roles.before, lexicon.roles.joins, lexicon.roles.relatives, lexicon.roles.subordinators)
    is_noun = is_noun and not any(following.lower in words for words in known)
    is_noun = is_noun and following.token_text[:1].islower() and lexicon.class_atom("auxiliary") not in following.atoms
    return is_noun and any(atom in lexicon.acts for atom in following.atoms)


def _longer(best: _Head | None, match: Match | None, at: int, head: _Head) -> _Head | None:
    if match is None or match.first != at or (best is not None and match.last + 1 <= best.end):
        return best
    return replace(head, end=match.last + 1)


def _naming(items: Sequence[Item], head: _Head, owners: tuple[Party, ...]) -> Item:
    words = items[1:]
    name = head.body.body.name if head.body is not None else ""
    post = head.post.post.post if head.post is not None else ""
    parties = tuple(replace(owner, post=post) for owner in owners)
    if name:
        parties = tuple(
            Party(name=f"{owner.name} {name}", stands_for=owner.name, kind=MentionKind.BODY) for owner in owners
        )
    marks = set[str]().union(*(word.analysis.tags & CASES for word in words))
    if len(owners) > 1 or (head.post is not None and head.post.is_plural):
        marks.add("plural")
    mention = Mention(
        span=cover([item.span for item in items]), text=" ".join(word.token_text for word in words),
        kind=MentionKind.STATE if head.post is not None else MentionKind.BODY,
        form=Form.OFFICE if head.post is not None else Form.NAME, parties=parties,
        post=post, marks=frozenset(marks),
    )  # fmt: skip
    item = mention_item(mention)
    atoms = frozenset[int]().union(*(word.atoms for word in words))
    lemmas = frozenset[str]().union(*(word.analysis.lemmas for word in words))
    return replace(item, atoms=item.atoms | atoms, office=lemmas)
