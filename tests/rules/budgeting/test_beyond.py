"""Ballots beyond what a file allows are counted as they stand, and told."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commonweal.rules.budgeting.pabulib import read_pb, read_pb_plainly
from commonweal.rules.budgeting.pabulib.beyond import KEYS
from commonweal.rules.budgeting.sentences import SENTENCES
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.wording import render

COSTS = {"1": "40", "2": "50.5", "3": "10"}


def a_file(*votes, vote_type="approval", **meta):
    """Write a file of three projects, with these votes (and points after a bar)."""
    said = "".join(f"{key};{value}\n" for key, value in meta.items())
    pointed = ";points" if vote_type == "cumulative" else ""
    rows = "".join(
        f"{number};{vote.replace('|', ';')}\n" for number, vote in enumerate(votes)
    )
    projects = "".join(f"{one};{cost}\n" for one, cost in COSTS.items())
    return (
        f"META\nkey;value\nbudget;100\nvote_type;{vote_type}\n{said}"
        f"PROJECTS\nproject_id;cost\n{projects}VOTES\nvoter_id;vote{pointed}\n{rows}"
    )


def told(text):
    contest, _ = read_pb(text)
    assert read_pb_plainly(text)[0].notes == contest.notes
    return [(one.facts.get("key", one.id), one.facts["count"]) for one in contest.notes]


@pytest.mark.parametrize(
    ("meta", "votes", "found"),
    [
        ({"max_length": "2"}, ("1,2", "1,2,3", "3,2,1", ""), [("max_length", 2)]),
        ({"min_length": "2"}, ("1,2", "1", "1", "3", ""), [("min_length", 3)]),
        ({"max_sum_cost": "50.5"}, ("2", "1,3", "1,2"), [("max_sum_cost", 1)]),
        ({"max_sum_cost": "50.4"}, ("2", "1,3", "1,2"), [("max_sum_cost", 2)]),
        ({"min_sum_cost": "40.1"}, ("2", "1", "3"), [("min_sum_cost", 2)]),
        ({"min_sum_cost": "40"}, ("2", "1", "3"), [("min_sum_cost", 1)]),
        ({"max_length": "1.5"}, ("1", "1,2"), [("max_length", 1)]),
        ({"min_length": "1.5"}, ("1", "1,2"), [("min_length", 1)]),
        ({"min_sum_cost": "50.55"}, ("1,3", "2", "3,2"), [("min_sum_cost", 2)]),
        ({"max_sum_cost": "50.45"}, ("1,3", "2", "3,2"), [("max_sum_cost", 2)]),
        ({}, ("1,1", "2,1,2", "3"), [("odd_project_twice", 2)]),
        ({"max_length": "3", "max_points": "1", "min_sum_points": "9"}, ("1,2",), []),
        ({"max_points": "0", "min_sum_points": "9"}, ("1,2", "3"), []),
        ({"max_length": "1", "min_length": "2"}, ("1", "1,2", "3"), None),
    ],
)
def test_ballots_that_cost_or_name_too_much_or_too_little_are_told(meta, votes, found):
    if found is None:
        found = [("min_length", 2), ("max_length", 1)]

    assert told(a_file(*votes, **meta)) == found


@pytest.mark.parametrize(
    ("meta", "found"),
    [
        ({"max_sum_points": "5"}, [("max_sum_points", 2)]),
        ({"max_sum_points": "6"}, [("max_sum_points", 1)]),
        ({"min_sum_points": "4"}, [("min_sum_points", 1)]),
        ({"max_points": "4"}, [("max_points", 1)]),
        ({"min_points": "1"}, [("min_points", 1)]),
    ],
)
def test_ballots_that_hand_out_too_much_or_too_little_are_told(meta, found):
    votes = ("1,2|3,3", "1|1", "1,2,3|5,5,0", "2|4")

    assert told(a_file(*votes, vote_type="cumulative", **meta)) == found


def test_it_is_said_how_many_ballots_go_how_far():
    contest, _ = read_pb(a_file("1,2,3", "1,1", max_length="2"))

    assert [render(one, SENTENCES) for one in contest.notes] == [
        "1 ballot names a project twice. Its first mark counts.",
        "1 ballot goes beyond what the file says a ballot may be (max_length: 2). It "
        "was counted as it stands.",
    ]


@pytest.mark.parametrize("key", KEYS)
def test_a_bound_that_is_no_number_is_refused_with_its_line(key):
    with pytest.raises(FormatError) as error:
        read_pb(a_file("1", **{key: "many"}))

    assert error.value.line == 5
    assert render(error.value.problem, SENTENCES) == f"“{key}” is “many”."


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from("123"), max_size=4), max_size=6),
    st.integers(0, 3),
    st.sampled_from(["0", "10", "50.5", "60", "100.5", "1000000000000000000000"]),
)
def test_a_slow_look_at_every_ballot_finds_the_same(votes, length, cost):
    text = a_file(
        *(",".join(vote) for vote in votes), max_length=length, max_sum_cost=cost
    )
    slow: Counter[str] = Counter()
    for vote in votes:
        slow["odd_project_twice"] += len(set(vote)) < len(vote)
        slow["max_length"] += len(vote) > length
        total = sum(Fraction(COSTS[one]) for one in vote)
        slow["max_sum_cost"] += total > Fraction(cost)

    assert dict(told(text)) == {key: n for key, n in slow.items() if n}


def test_costs_that_pass_a_machine_word_together_are_added_up_exactly():
    text = a_file("1,2,4", "3", max_sum_cost="10000000000000000000")
    large = "4000000000000000000"
    projects = f"1;{large}\n2;{large}\n3;10\n4;{large}\n"
    text = text.replace("1;40\n2;50.5\n3;10\n", projects)

    assert told(text) == [("max_sum_cost", 1)]


def test_costs_beyond_every_machine_word_are_added_up_exactly():
    text = a_file("1,2", "1", max_sum_cost="4611686018427387904")
    text = text.replace("\n1;40\n", "\n1;4611686018427387904\n")

    assert told(text) == [("max_sum_cost", 1)]
