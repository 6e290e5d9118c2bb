"""A question that needs no record: who is the person, state or body of that name, and which offices were held when?"""

from goodoffices.dossier.gazetteer import load_gazetteer
from goodoffices.dossier.load import dossier_names
from goodoffices.model.actor import Actor


def actor_named(name: str) -> Actor | None:
    """Return whom the carried dossiers or world knowledge know by that usual English name; None for nobody."""
    for dossier in (*dossier_names(), None):
        if actor := load_gazetteer("en", dossier).actor(name):
            return actor
    return None
