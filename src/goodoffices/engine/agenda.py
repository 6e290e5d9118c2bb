"""The titles of issues, for whoever shows a record."""

from pathlib import Path

from goodoffices.dossier.load import dossier_names, load_common, load_dossier


def issue_titles(dossier: str | None) -> dict[str, str]:
    """Return the usual English title of every issue of the carried dossiers, and of the one that is read by, by id.

    Of titles that differ, that of the dossier that is read by stands.
    """
    names = [*dossier_names()]
    if dossier is not None and (dossier in names or Path(dossier).is_file()):
        names.append(dossier)
    loaded = [load_common(), *(load_dossier(name) for name in names)]
    return {issue.id: issue.title for one in loaded for issue in one.issues}
