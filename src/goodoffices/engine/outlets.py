"""On whose side outlets stand, by the carried dossiers, for whoever shows a record."""

from collections.abc import Iterator
from pathlib import Path

from goodoffices.dossier.gazetteer import english_names
from goodoffices.dossier.load import dossier_names, load_common, load_dossier
from goodoffices.record.finding import OutletSide


def outlet_sides(dossier: str | None) -> Iterator[tuple[str, OutletSide]]:
    """Yield each outlet of the carried dossiers, and of the one that is read by, by its name and by each host.

    Names and hosts are in small letters. What the dossier says that is read by comes last, and so stands.
    """
    names = [*dossier_names()]
    if dossier is not None and (dossier in names or Path(dossier).is_file()):
        names.append(dossier)
    for name in names:
        loaded = load_dossier(name)
        titles = english_names((loaded, load_common()))
        for outlet in loaded.outlets:
            side = OutletSide(name=outlet.name, side=titles.get(outlet.aligned_with, ""))
            yield from ((key.casefold(), side) for key in (outlet.name, *outlet.hosts))
