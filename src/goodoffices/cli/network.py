"""`goodoffices network`."""

from typing import Annotated

import typer

from goodoffices.cli.asking import Asked, asks
from goodoffices.cli.printing import Row, ViewFormatOption, print_view
from goodoffices.views.network import Edge, Node
from goodoffices.views.network import network as network_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HEADINGS = ("one", "other", "met", "first", "last", "acts")
_NODE_HEADINGS = ("acts", "side", "name")


@app.command()
@asks
def network(
    asked: Asked,
    by_side: Annotated[bool, typer.Option("--by-side", help="States and bodies, not who speaks for them.")] = False,
    nodes: Annotated[bool, typer.Option("--nodes", help="Those who met, in place of who met whom.")] = False,
    format: ViewFormatOption = None,
) -> None:
    """Print who met, spoke with or visited whom, how often and in which acts.

    \b
    Examples:
      goodoffices network
      goodoffices network --by-side --since 2024
      goodoffices network --nodes --format csv
    """
    found = network_of(asked.view, asked.selection, by_side=by_side)
    if nodes:
        print_view(found.nodes, _NODE_HEADINGS, _node_rows, format)
    else:
        print_view(found.edges, _HEADINGS, _rows, format)


def _rows(edge: Edge) -> list[Row]:
    return [(edge.one, edge.other, str(edge.count), edge.first, edge.last, " ".join(edge.acts))]


def _node_rows(node: Node) -> list[Row]:
    return [(str(node.count), node.side, node.name)]
