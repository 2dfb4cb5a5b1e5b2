"""Every way to share a budget does what its worked examples say."""

import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.rules.budgeting.budgets import (
    LOT,
    a_budget,
    approving,
    ranking,
    scoring,
)

from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.voting.ballots import Ballot, Contest

EXAMPLES = Path(__file__).parent / "examples"


def examples() -> list[Any]:
    """Give each worked example, with its method and its source for a name."""
    return [
        pytest.param(path.parent.name, example, id=example["source"][:60])
        for path in sorted(EXAMPLES.glob("*/*.toml"))
        for example in tomllib.loads(path.read_text())["example"]
    ]


@pytest.mark.parametrize(("method", "example"), examples())
def test_the_worked_example_comes_out(method, example):
    contest, ballots = as_poll(example)

    outcome = METHODS[method].count(contest, ballots, LOT)

    assert list(outcome.winners) == example["winners"]
    assert outcome.tied == ()
    for project, support in zip(
        outcome.winners, example.get("effective_support", ()), strict=False
    ):
        step = next(step for step in outcome.steps if project in step.elected)
        assert step.counts[project] == Fraction(support)


@pytest.mark.parametrize("method", METHODS)
def test_every_method_has_a_worked_example(method):
    assert list((EXAMPLES / method).glob("*.toml"))


def as_poll(example: dict[str, Any]) -> tuple[Contest, list[Ballot]]:
    """Turn an example into a contest and its ballots."""
    settings = example.get("settings", {})
    settings |= {"rule": example["rule"]} if "rule" in example else {}
    return a_budget(example["budget"], example["costs"], **settings), [
        as_ballot(ballot) for ballot in example["ballots"]
    ]


def as_ballot(row: dict[str, Any]) -> Ballot:
    """Turn a row of an example into a ballot of the form its words name."""
    if "points" in row:
        return scoring(row["times"], **row["points"])
    if "ranks" in row:
        return ranking(row["times"], *row["ranks"])
    return approving(row["times"], *row["marks"])
