"""At the edges every method answers: nobody there, nothing said, very much of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.rules.voting.elections import (
    LOT,
    a_contest,
    answered,
    marked,
    ranked,
    scored,
)

from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.ties import TIE_BREAKS, TieBreaker

ALL = [pytest.param(method, id=method.id) for method in METHODS.values()]
SAID = {
    "answer": [answered("yes", 2), answered("no", 1)],
    "position": [answered("agree", 2), answered("block", 1)],
    "approvals": [marked("yes", 2), marked("no", 1), marked("yes no", 1)],
    "ranking": [ranked("yes no", 2), ranked("no", 1), ranked("no yes", 1)],
    "scores": [scored(2, yes=3, no=1), scored(1, no=5)],
}
BLANK = {
    "answer": [answered("abstain", 3)],
    "position": [answered("stand_aside", 3)],
    "approvals": [marked("", 3)],
    "ranking": [ranked("", 3), ranked("- -", 2)],
    "scores": [scored(3)],
}
# Counts in a process of its own, in which sets come in an order of its own.
PROGRAM = """
import sys
from commonweal.interfaces.cli.main import main
sys.exit(main(["count", *sys.argv[1:], "--json", "--tie-seed", "x"]))
"""
ELECTION = """\
6 2
3 1 2 3 0
3 2 3 1 0
3 3 1 2 0
2 4 5 6 0
2 5 6 4 0
1 6 4 1 0
0
"A"
"B"
"C"
"D"
"E"
"F"
"Circles"
"""


@pytest.mark.parametrize("method", ALL)
def test_nobody_wins_where_no_ballot_was_cast(method):
    outcome = method.count(Contest(("yes", "no")), [], LOT)

    assert outcome.winners == ()
    assert outcome.tied == ()


@pytest.mark.parametrize("rule", TIE_BREAKS)
@pytest.mark.parametrize("method", ALL)
def test_ballots_that_say_nothing_are_counted(method, rule):
    outcome = method.count(
        Contest(("yes", "no")), BLANK[method.ballot], TieBreaker(rule, "seed")
    )

    assert set(outcome.winners) <= {"yes", "no"}


@pytest.mark.parametrize("method", ALL)
def test_a_ballot_cast_by_a_trillion_voters_counts_for_each_of_them(method):
    few = SAID[method.ballot]
    many = [ballot._replace(weight=ballot.weight * 10**12) for ballot in few]
    contest = Contest(("yes", "no"))

    outcome = method.count(contest, many, LOT)

    assert outcome.winners == method.count(contest, few, LOT).winners


@pytest.mark.parametrize("method", ALL)
def test_as_many_places_as_options_are_filled_with_whoever_is_wanted(method):
    if method.most_seats is None:
        outcome = method.count(a_contest("yes no", 2), SAID[method.ballot], LOT)

        assert set(outcome.winners) == {"yes", "no"}


@pytest.mark.parametrize(
    "method", [m for m in METHODS.values() if m.ballot == "ranking"]
)
def test_every_process_counts_the_same_to_the_byte(method, tmp_path):
    path = tmp_path / "circles.blt"
    path.write_text(ELECTION)
    words = [str(path), "--method", method.id]
    words += ["--seats", str(min(2, method.most_seats or 2))]

    told = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, *words],
            capture_output=True,
            check=True,
            env=os.environ
            | {
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": str(Path(__file__).parents[3] / "src"),
            },
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(told) == 1
