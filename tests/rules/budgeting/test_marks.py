"""Who supports what, read from ballots one by one and from arrays alike."""

from dataclasses import replace

import numpy as np
import pytest
from tests.rules.budgeting.budgets import (
    a_budget,
    approving,
    points,
    ranking,
    scoring,
)
from tests.rules.budgeting.test_mark_tables import a_table

from commonweal.rules.budgeting.marks import (
    MarkTable,
    longest_ballot,
    number_of_voters,
    points_of,
    scores_of,
    support_of,
    unit_of,
    with_one_more,
)
from commonweal.rules.voting.ballots import Approvals, Ballot, Ranking, Scores

NAMES = ("bath", "creche", "garden", "stage")
CONTEST = a_budget(100, dict.fromkeys(NAMES, 10))
ROWS = [
    ([("garden", 2), ("bath", 3), ("garden", 4)], 2),
    ([], 5),
    ([("stage", 0), ("bath", 1), ("creche", -1)], 3),
    ([("bath", 4), ("bath", 1)], 1),
    ([("creche", 1), ("stage", 1), ("bath", 2), ("garden", 5)], 7),
]
FORMS = pytest.mark.parametrize("form", ["approvals", "ranking", "scores"])


def told(support):
    """Give the points of each project by the ballots that support it."""
    return {
        option: dict(
            zip(
                support.supporters(place).tolist(),
                support.points_for(place).tolist(),
                strict=True,
            )
        )
        for place, option in enumerate(support.options)
    }


def slowly(contest, ballots):
    """Find the same ballot by ballot, as the readable reckoning of the tests does."""
    longest = int(contest.settings.get("max_length", 0)) or max(
        (len(b.marks.ranks) for b in ballots if isinstance(b.marks, Ranking)), default=0
    )
    given = [points(ballot.marks, longest) for ballot in ballots]
    return {
        option: {
            row: each[option]
            for row, each in enumerate(given)
            if option in each and option not in contest.withdrawn
        }
        for option in contest.options
    }


@FORMS
@pytest.mark.parametrize("withdrawn", [(), ("bath",), ("garden", "stage")])
@pytest.mark.parametrize("longest", ["", "2", "9"])
def test_arrays_and_ballots_say_who_supports_what(form, withdrawn, longest):
    settings = {"max_length": longest} if longest else {}
    contest = replace(CONTEST, withdrawn=frozenset(withdrawn), settings=settings)
    table = a_table(NAMES, form, ROWS)
    turned = a_table(tuple(reversed(NAMES)), form, ROWS)

    found = [support_of(contest, one) for one in (table, list(table), turned)]

    for support in found:
        assert told(support) == slowly(contest, list(table))
        assert support.voters == 18
        assert scores_of(support) == {
            option: sum(number * ROWS[row][1] for row, number in of.items())
            for option, of in told(support).items()
        }


def test_marks_on_what_is_not_there_are_left_out():
    marks = Approvals(("bath", "harbour"))

    assert points_of(CONTEST, marks, 0) == {"bath": 1}


def test_how_long_a_ballot_is_goes_by_the_rule_or_by_the_longest_one():
    table = a_table(NAMES, "ranking", ROWS)
    short, long_ = ranking(1, "bath"), ranking(2, "creche", "bath", "stage")
    told = replace(CONTEST, settings={"max_length": "2.0"})

    assert longest_ballot(CONTEST, table) == 4
    assert longest_ballot(CONTEST, [short, long_, approving(1, *NAMES)]) == 3
    assert longest_ballot(CONTEST, [approving(1, "bath")]) == 0
    assert longest_ballot(CONTEST, a_table(NAMES, "ranking", [])) == 0
    assert longest_ballot(told, table) == longest_ballot(told, [short]) == 2


@FORMS
def test_voters_are_counted_blank_ballots_included(form):
    table = a_table(NAMES, form, ROWS)

    assert number_of_voters(table) == number_of_voters(list(table)) == 18


@pytest.mark.parametrize(
    ("votes", "unit"),
    [
        ([approving(3, "bath"), scoring(1, bath=1)], "votes"),
        ([approving(3, "bath"), scoring(1, bath=2)], "points"),
        ([scoring(3, bath=2)], "points"),
        ([], "votes"),
    ],
)
def test_points_are_told_as_votes_where_all_are_one(votes, unit):
    assert unit_of(support_of(CONTEST, votes)) == unit


@pytest.mark.parametrize(
    ("each", "voters"), [(2**62, 1), (2**62, 2), (2**62, 3), (2**40, 2**40), (3, 2**62)]
)
def test_sums_up_to_64_bits_and_beyond_are_exact(each, voters):
    votes = [scoring(voters, bath=each), scoring(1, garden=1)]

    found = scores_of(support_of(CONTEST, votes))

    assert found == {"bath": each * voters, "creche": 0, "garden": 1, "stage": 0}


@pytest.mark.parametrize(("each", "voters"), [(2**62, 2), (2**60, 8), (2**62 - 1, 2)])
def test_a_project_alone_may_get_more_points_than_64_bits_hold(each, voters):
    support = support_of(a_budget(9, {"bath": 1}), [scoring(voters, bath=each)])

    assert scores_of(support) == {"bath": each * voters}


def test_more_projects_than_two_bytes_count_are_kept_apart():
    names = tuple(f"p{number}" for number in range(2**15 + 3))
    contest = a_budget(10, dict.fromkeys(names, 1))
    marked = [names[-1], names[0], names[2**15], names[5]]
    rows = [([(one, 1) for one in marked], 2), ([(names[-1], 1)], 3)]
    table = a_table(names, "approvals", rows)

    found = scores_of(support_of(contest, table))

    assert {name for name in names if found[name]} == set(marked)
    assert found[names[-1]] == 5


@pytest.mark.parametrize(
    ("form", "alone"),
    [
        ("approvals", Approvals(("garden",))),
        ("ranking", Ranking((("garden",),))),
        ("scores", Scores((("garden", 1),))),
    ],
)
def test_further_voters_back_one_project_alone_in_the_form_of_the_others(form, alone):
    table = a_table(NAMES, form, ROWS)

    more = with_one_more(table, "garden", 6)

    assert isinstance(more, MarkTable)
    assert list(more) == [*table, Ballot(alone, 6)]
    assert more.starts.dtype == np.int64
    assert more.starts[-1] == len(more.marks) == len(more.points)


def test_where_some_rank_further_voters_do_too():
    mixed = [approving(2, "bath"), ranking(1, "bath", "stage")]

    assert with_one_more(mixed, "garden", 6) == [*mixed, ranking(6, "garden")]
    assert with_one_more(mixed[:1], "garden", 6) == [mixed[0], approving(6, "garden")]
    assert with_one_more([], "garden", 6) == [approving(6, "garden")]


def test_a_project_that_a_table_does_not_know_is_backed_beside_it():
    table = a_table(NAMES, "approvals", ROWS)

    more = with_one_more(table, "harbour", 6)

    assert list(more) == [*table, approving(6, "harbour")]
