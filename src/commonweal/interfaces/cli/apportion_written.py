"""What `apportion` writes to files: all its numbers as a table, and a picture."""

import argparse
from collections.abc import Iterator, Mapping
from fractions import Fraction

from commonweal.interfaces.charts.alone import alone
from commonweal.interfaces.charts.bars import Chart
from commonweal.interfaces.charts.shares import result_bars, seat_bars
from commonweal.interfaces.charts.voice import english
from commonweal.interfaces.cli.count_written import write_new
from commonweal.rules.apportionment.bodies import Bodies, Shares
from commonweal.rules.sentence import Sentence, Words
from commonweal.rules.spreadsheet import NUMBER_HEAD, Cell, as_table, number_cells
from commonweal.rules.wording import render

SEATS_HEAD = ("step", "title", "body", "column", *NUMBER_HEAD, "state")
VOTES_HEAD = ("body", "answer", *NUMBER_HEAD)
TOGETHER = "together"

type Results = Mapping[str, Mapping[str, int | Fraction]]
type Row = tuple[Cell, ...]


def write_seats(
    options: argparse.Namespace,
    bodies: Bodies,
    shares: Shares,
    words: Mapping[str, Words],
) -> None:
    """Write the files that were asked for, of seats that were shared out."""
    rows = [*_weights(bodies), *_steps(shares, words), *_seats(shares)]
    table = as_table(SEATS_HEAD, rows)
    _write(options, table, seat_bars(english(words), shares.seats))


def write_votes(
    options: argparse.Namespace,
    results: Results,
    title: Sentence,
    words: Mapping[str, Words],
) -> None:
    """Write the files that were asked for, of a vote held in several bodies."""
    together: dict[str, int | Fraction] = {}
    for said in results.values():
        for answer, number in said.items():
            together[answer] = together.get(answer, 0) + number
    everybody = {**results, _unused(TOGETHER, results): together}
    rows = [
        (body, answer, *number_cells(number))
        for body, said in everybody.items()
        for answer, number in said.items()
    ]
    chart = result_bars(english(words), everybody, title=render(title, words))
    _write(options, as_table(VOTES_HEAD, rows), chart)


def _unused(name: str, results: Results) -> str:
    """Give a name that no body has."""
    return _unused(f"({name})", results) if name in results else name


def _write(options: argparse.Namespace, table: str, chart: Chart) -> None:
    texts = {}
    if options.csv is not None:
        texts[options.csv] = table
    if options.picture is not None:
        texts[options.picture] = alone(chart)
    write_new(texts)


def _weights(bodies: Bodies) -> Iterator[Row]:
    for body, weight in bodies.weights.items():
        yield 0, "What is shared out", body, "weight", *number_cells(weight), ""


def _steps(shares: Shares, words: Mapping[str, Words]) -> Iterator[Row]:
    for number, step in enumerate(shares.steps, start=1):
        title = render(step.title, words)
        for body, count in step.counts.items():
            yield number, title, body, "count", *number_cells(count), ""


def _seats(shares: Shares) -> Iterator[Row]:
    last = len(shares.steps) + 1
    level = {body for group in shares.tied for body in group}
    for body, seats in shares.seats.items():
        state = "tied" if body in level else ""
        yield last, "Result", body, "seats", *number_cells(seats), state
