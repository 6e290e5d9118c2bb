"""Files and folders to articles, in the order of their paths.

A file that is one article gives it the file's name without its ending as id: the file read again after a correction is
a corrected version. Where two files of one call share that name, each id gets a few digits that depend on its path.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from goodoffices.model.identifiers import ArticleId, digest_of
from goodoffices.sources.aside import Aside
from goodoffices.sources.bounds import Budget
from goodoffices.sources.documents import read_entry
from goodoffices.sources.entry import Entry, Reach
from goodoffices.sources.found import Found, refused


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files among the paths and, in order of name, in the folders among them at any depth; each once.

    Hidden files and folders are passed over inside a folder. A path that does not exist is returned as it is.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if not _is_hidden(file.relative_to(path)) and file.is_file())
            found.update(dict.fromkeys(sorted(file for file in inside if not _is_record(file))))
        else:
            found[path] = None
    return list(found)


_RECORD_BEGINS = b"SQLite format 3\x00"
_BESIDE_RECORD = ("-wal", "-shm")


def _is_record(file: Path) -> bool:
    """Return whether a file of a folder is a record, or stands beside one while it is written: no article to read."""
    for ending in _BESIDE_RECORD:
        if file.name.endswith(ending):
            file = file.with_name(file.name.removesuffix(ending))
    try:
        with file.open("rb") as opened:
            return opened.read(len(_RECORD_BEGINS)) == _RECORD_BEGINS
    except OSError:
        return False


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def articles_in(
    paths: Iterable[Path],
    keep: Callable[[bytes], str] | None = None,
    screen: Callable[[str, str], bool] | None = None,
) -> Iterator[Found]:
    """Yield what the files hold, one file after another; what cannot be taken in as a notice that names it.

    A link in a folder that leads out of it is not followed.

    Args:
        keep: Keeps documents as they came, and returns their digests.
        screen: Told a page's markup and where it stands, says whether the page is worth taking apart.
    """
    given = list(paths)
    folders = [path for path in given if path.is_dir()]
    files = find_files(given)
    stems = Counter(file.stem for file in files)
    with Aside() as aside:
        for file in files:
            if file not in given and _leads_out(file, folders):
                yield refused(str(file), "a link that leads out of the folder: not followed")
                continue
            name = file.stem if stems[file.stem] == 1 else f"{file.stem}-{digest_of(file.as_posix())[:6]}"
            reach = Reach(budget=_budget(file), aside=aside, keep=keep, screen=screen)
            yield from _articles_in_file(file, ArticleId(name), reach)


def _leads_out(file: Path, folders: Iterable[Path]) -> bool:
    """Return whether a file that was found in folders lies in none of them."""
    real = file.resolve()
    return not any(real.is_relative_to(folder.resolve()) for folder in folders)


def _budget(file: Path) -> Budget:
    try:
        return Budget(file.stat().st_size, str(file))
    except OSError:
        # Opening it will say why.
        return Budget(0, str(file))


def _articles_in_file(path: Path, name: ArticleId, reach: Reach) -> Iterator[Found]:
    try:
        with path.open("rb") as file:
            yield from read_entry(Entry(where=str(path), name=path.name, id=name, stream=file), reach)
    except OSError as error:
        yield refused(str(path), f"cannot be read: {error.strerror or error}")
