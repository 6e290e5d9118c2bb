"""Tables for people: aligned columns, cut to the terminal, plain where the output is no terminal."""

import shutil
import sys
from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

_SAMPLE = 200
"""Column widths are taken from this many rows, so that a long list begins to print at once."""


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under headings; the last column takes what room is left."""
    held = iter(rows)
    sample = [row for row, _ in zip(held, range(_SAMPLE), strict=False)]
    widths = [max(map(cell_len, column)) for column in zip(headings, *sample, strict=True)]
    console = Console(soft_wrap=True, highlight=False)
    console.print(Text(_line(headings, widths), style="bold"))
    for row in sample:
        console.print(Text(_line(row, widths)))
    for row in held:
        console.print(Text(_line(row, widths)))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    flat = [" ".join(cell.split()) for cell in cells]
    padded = [set_cell_size(cell, width) for cell, width in zip(flat[:-1], widths[:-1], strict=True)]
    line = "  ".join([*padded, flat[-1]])
    return set_cell_size(line, shutil.get_terminal_size().columns).rstrip() if sys.stdout.isatty() else line
