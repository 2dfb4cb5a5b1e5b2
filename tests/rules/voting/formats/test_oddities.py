"""What may be a slip in a file is told, and counted as it stands."""

import pytest

from commonweal.rules.voting.formats.blt import read_blt
from commonweal.rules.voting.formats.oddities import oddities

NAMES = '"Ada"\n"Ben"\n"Cleo"\n'
TITLE = '"Our block"\n'


def told(ballots, names=NAMES + TITLE):
    contest, read = read_blt(f"3 1\n{ballots}0\n{names}")
    found = oddities(contest, read, has_title=True)
    return [(one.id, one.facts.get("count")) for one in found]


@pytest.mark.parametrize(
    ("ballots", "found"),
    [
        ("4 1 2 0\n", []),
        ("4 1 - 2 0\n", []),
        ("2 1=2 3 0\n3 1 2 0\n", [("odd_alike", 2)]),
        ("2 3 1 1 0\n3 1 2=3 0\n", [("odd_alike", 3), ("odd_twice", 2)]),
        ("5 1=1 0\n", [("odd_alike", 5), ("odd_twice", 5)]),
    ],
)
def test_ballots_that_look_like_a_slip_are_counted_by_voters(ballots, found):
    assert told(ballots) == found


def test_where_no_title_comes_the_last_name_may_be_it():
    contest, read = read_blt('3 1\n1 3 0\n0\n"Ada"\n"Ben"\n"Our block"\n')

    [found] = oddities(contest, read, has_title=True)

    assert found.id == "odd_no_title"
    assert found.facts == {"candidates": 3, "last": "Our block"}
    assert oddities(contest, read, has_title=False) == []
