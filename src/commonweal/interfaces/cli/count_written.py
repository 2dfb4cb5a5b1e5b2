"""What a count writes to files: all its numbers as a table, and its picture.

Nothing is written over, and nothing is left half written.
"""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from commonweal.interfaces.charts.alone import alone as file_of
from commonweal.interfaces.charts.bars import Chart
from commonweal.interfaces.charts.outcomes import budget_chart, outcome_chart
from commonweal.interfaces.charts.voice import english
from commonweal.interfaces.cli.count_files import Countable
from commonweal.interfaces.cli.count_json import labels
from commonweal.interfaces.cli.count_report import shortened
from commonweal.rules.budgeting.money import in_units
from commonweal.rules.sentence import Fact, Sentence
from commonweal.rules.spreadsheet import NUMBER_HEAD, Cell, as_table, number_cells
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.outcome import Number, Outcome, Step
from commonweal.rules.voting.units import in_words
from commonweal.rules.wording import render

HEAD = ("step", "title", "option", "name", "column", *NUMBER_HEAD, "state")


def add_files(parser: argparse.ArgumentParser) -> None:
    """Describe the files that may be asked for beside what is printed."""
    add = parser.add_argument
    add("--csv", type=Path, metavar="OUT.csv", help="write all numbers as a table")
    add("--picture", type=Path, metavar="OUT.svg", help="write the picture of it")


def require_free(options: argparse.Namespace, *, alone: bool = True) -> bool:
    """Say if files are to be written; refuse those there already, before counting.

    What was asked for must be `alone`: a count, and no comparison and no check.
    """
    asked = [one for one in (options.csv, options.picture) if one is not None]
    if asked and not alone:
        raise Uncountable(Sentence("files_of_one_count"))
    for place, path in enumerate(asked):
        # A link that leads nowhere is there as well.
        if path.exists() or path.is_symlink() or path in asked[:place]:
            raise Uncountable(Sentence("file_there_already", {"file": str(path)}))
    return bool(asked)


def write_count(
    options: argparse.Namespace, asked: Countable, outcome: Outcome
) -> None:
    """Write the files that were asked for, of a count."""
    texts = {}
    if options.csv is not None:
        texts[options.csv] = outcome_table(asked, outcome)
    if options.picture is not None:
        texts[options.picture] = picture_of(chart_of(asked, outcome))
    write_new(texts)


def picture_of(chart: Chart | None) -> str:
    """Give a picture as a file has it; refuse where there is nothing to draw."""
    if chart is None:
        raise Uncountable(Sentence("nothing_to_draw"))
    return file_of(chart)


def write_new(texts: Mapping[Path, str]) -> None:
    """Write new files, all of them or none."""
    begun: list[Path] = []
    whole = False
    try:
        for path, text in texts.items():
            with path.open("xb") as file:
                begun.append(path)
                file.write(text.encode())
        whole = True
    except OSError as problem:
        failed = problem.filename or str(path)
        facts: dict[str, Fact] = {"file": failed, "reason": problem.strerror or ""}
        raise Uncountable(Sentence("file_not_written", facts)) from problem
    finally:
        for one in begun if not whole else ():
            one.unlink(missing_ok=True)


def chart_of(asked: Countable, outcome: Outcome) -> Chart | None:
    """Draw what a page would draw of the outcome."""
    voice, contest = english(asked.words), asked.contest
    if contest.budget is None:
        return outcome_chart(voice, outcome, asked.method, labels(contest))
    return budget_chart(
        voice,
        outcome,
        budget=in_units(contest, contest.budget),
        costs={one: in_units(contest, cost) for one, cost in contest.costs.items()},
        names={o: shortened(f"{o} {contest.name(o)}") for o in contest.options},
    )


def outcome_table(asked: Countable, outcome: Outcome) -> str:
    """Write every number of a count as a flat table, a row for each.

    Step 0 holds what the count as a whole is about, such as the quota; the last one the
    result. Amounts of money are in the unit of the file.
    """
    last = len(outcome.steps) + 1
    rows = [
        *_of_the_whole(outcome),
        *(
            row
            for number, step in enumerate(outcome.steps, start=1)
            for row in _of_step(asked, number, step)
        ),
        *_of_result(asked, outcome, last),
    ]
    return as_table(HEAD, rows)


type Row = tuple[Cell, ...]


def _of_the_whole(outcome: Outcome) -> Iterator[Row]:
    for fact, value in outcome.facts.items():
        column = fact.replace("_", " ")
        yield 0, "The whole count", "", "", column, *number_cells(value), ""


def _of_step(asked: Countable, number: int, step: Step) -> Iterator[Row]:
    title = render(step.title, asked.words)
    unit = in_words(asked.method.unit_of(step.title.id), "head")
    head, called = render(unit, asked.words), labels(asked.contest)

    def row(option: str, column: str, value: Number | None, state: str) -> Row:
        names = called.get(option, option), asked.contest.name(option)
        return number, title, *names, column, *number_cells(value), state

    options = dict.fromkeys((*step.counts, *step.elected, *step.excluded))
    for option in options:
        state = "out" if option in step.excluded else ""
        state = "elected" if option in step.elected else state
        value = step.counts.get(option)
        yield row(option, head if value is not None else "", value, state)
    for moved in step.transfers:
        to = "nobody" if moved.to is None else called.get(moved.to, moved.to)
        yield row(moved.origin, f"passed to {to}", moved.amount, "")


def _of_result(asked: Countable, outcome: Outcome, number: int) -> Iterator[Row]:
    contest, called = asked.contest, labels(asked.contest)
    how = "elected" if contest.budget is None else "funded"

    def row(option: str, column: str, value: Number, state: str) -> Row:
        names = called.get(option, option), contest.name(option)
        return number, "Result", *names, column, *number_cells(value), state

    for place, option in enumerate(outcome.winners, start=1):
        yield row(option, "place", place, how)
        if option in contest.costs:
            yield row(option, "cost", in_units(contest, contest.costs[option]), how)
    for group, tied in enumerate(outcome.tied, start=1):
        for option in tied:
            yield row(option, "tied group", group, "tied")
