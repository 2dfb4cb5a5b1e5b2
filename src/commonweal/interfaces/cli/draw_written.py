"""What a draw writes to files: everybody's chance as a table, the panel as picture."""

import argparse
from collections.abc import Iterator

from commonweal.interfaces.charts.alone import alone
from commonweal.interfaces.charts.bars import Chart
from commonweal.interfaces.charts.shares import Asked, drawn_bar, panel_bars
from commonweal.interfaces.charts.voice import english
from commonweal.interfaces.cli.count_written import write_new
from commonweal.rules.sortition.draw import Draw
from commonweal.rules.sortition.pool import Pool
from commonweal.rules.spreadsheet import NUMBER_HEAD, Cell, as_table, number_cells

CHANCE = tuple(f"chance {one}" for one in NUMBER_HEAD)


def write_draw(options: argparse.Namespace, pool: Pool, done: Draw) -> None:
    """Write the files that were asked for, of a draw."""
    texts = {}
    if options.csv is not None:
        head = ("person", *pool.categories, *CHANCE, "state")
        texts[options.csv] = as_table(head, _people(pool, done))
    if options.picture is not None:
        texts[options.picture] = alone(panel_chart(pool, done))
    write_new(texts)


def _people(pool: Pool, done: Draw) -> Iterator[tuple[Cell, ...]]:
    panel, shut_out = set(done.panel), set(done.shut_out)
    for person, chance in done.chances.items():
        state = "shut out" if person in shut_out else ""
        state = "drawn" if person in panel else state
        yield person, *pool.values[person], *number_cells(chance), state


def panel_chart(pool: Pool, done: Draw) -> Chart:
    """Draw how the panel keeps its quotas, or how many were drawn if it has none."""
    voice = english({})
    if not pool.quotas or done.method == "uniform":
        return drawn_bar(voice, drawn=len(done.panel), pool=len(pool.values))
    place = {category: i for i, category in enumerate(pool.categories)}
    values = [pool.values[person] for person in done.panel]
    asked = [
        Asked(
            f"{one.category}: {one.value}",
            sum(1 for said in values if said[place[one.category]] == one.value),
            one.least,
            one.most,
        )
        for one in pool.quotas
    ]
    return panel_bars(voice, asked, size=len(done.panel))
