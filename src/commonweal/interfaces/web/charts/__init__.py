"""Figures as pictures: pure functions from numbers to SVG, with the same as a table."""

from commonweal.interfaces.web.charts.bars import (
    WIDTH,
    Chart,
    Count,
    Label,
    Part,
    Row,
    Table,
    count,
    outcome_bar,
    pairwise,
    quorum_bar,
    short,
    spent_bar,
)
from commonweal.interfaces.web.charts.flows import Move, Round, transfer_flow
from commonweal.interfaces.web.charts.options import Counted, option_bars

__all__ = [
    "WIDTH",
    "Chart",
    "Count",
    "Counted",
    "Label",
    "Move",
    "Part",
    "Round",
    "Row",
    "Table",
    "count",
    "option_bars",
    "outcome_bar",
    "pairwise",
    "quorum_bar",
    "short",
    "spent_bar",
    "transfer_flow",
]
