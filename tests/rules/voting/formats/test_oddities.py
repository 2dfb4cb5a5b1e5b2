"""What may be a slip in a file is told, and counted as it stands."""

from dataclasses import replace

import pytest
from tests.rules.budgeting.pb_files import a_file

from commonweal.rules.budgeting.marks import MarkTable
from commonweal.rules.budgeting.pabulib import read_pb
from commonweal.rules.voting.ballots import Approvals, Ballot, Contest
from commonweal.rules.voting.formats.blt import read_blt
from commonweal.rules.voting.formats.oddities import oddities, withdrawals
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.wording import render

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
        # Nothing but whole numbers, which are read all at once.
        ("2 3 1 1 0\n3 1 2 3 0\n4 2 1 2 0\n", [("odd_twice", 6)]),
    ],
)
def test_ballots_that_look_like_a_slip_are_counted_by_voters(ballots, found):
    assert told(ballots) == found


def test_of_ballots_on_money_their_own_reader_tells():
    contest, ballots = read_pb(a_file("7;1\n8;22\n"))

    assert isinstance(ballots, MarkTable)
    assert oddities(contest, ballots, has_title=False) == []


def test_lines_after_the_title_are_told_with_the_first_of_them():
    contest, read = read_blt(f"3 1\n1 1 0\n0\n{NAMES}{TITLE}A: 9\n\nB: 8\n")

    (found,) = oddities(contest, read, has_title=True)

    assert contest.title == "Our block"
    assert render(found, SENTENCES) == (
        "2 lines after the title were passed over, from line 8 on, which says “A: 9”."
    )


def test_lines_after_names_that_share_a_line_are_told_too():
    contest, _ = read_blt('4 1\n1 1 0\n0\n"Ada" "Ben" "Cleo" "Dot"\n"Us" "More"\n')

    (found,) = contest.notes

    assert contest.title == "Us"
    assert found.facts == {"line": 5, "lines": 1, "found": '"More"'}


def test_a_mark_made_twice_is_told_of_ticks_too():
    ballots = (Ballot(Approvals(("a", "a")), 3), Ballot(Approvals(("a", "b"))))

    (found,) = oddities(Contest(("a", "b")), ballots, has_title=False)

    assert (found.id, found.facts) == ("odd_twice", {"count": 3})


@pytest.mark.parametrize(
    ("seats", "withdrawn", "said"),
    [
        (1, "", []),
        (3, "", []),
        (2, "b", ["Withdrawn, so that ballots pass over that name: Ben."]),
        (
            3,
            "cb",
            [
                "Withdrawn, so that ballots pass over these names: Ben and Cleo.",
                "Places: 3. Candidates who stand: 1. So 2 of the places stay empty, "
                "whatever the ballots say.",
            ],
        ),
    ],
)
def test_who_withdrew_and_how_many_places_stay_empty_is_told(seats, withdrawn, said):
    names = {"a": "Ada", "b": "Ben", "c": "Cleo"}
    contest = Contest(tuple("abc"), seats, names, frozenset(withdrawn))

    told = [render(one, SENTENCES) for one in withdrawals(contest)]

    assert told == said
    assert withdrawals(replace(contest, budget=5)) == withdrawals(contest)[:1]


def test_where_no_title_comes_the_last_name_may_be_it():
    contest, read = read_blt('3 1\n1 3 0\n0\n"Ada"\n"Ben"\n"Our block"\n')

    [found] = oddities(contest, read, has_title=True)

    assert found.id == "odd_no_title"
    assert found.facts == {"candidates": 3, "last": "Our block"}
    assert oddities(contest, read, has_title=False) == []
