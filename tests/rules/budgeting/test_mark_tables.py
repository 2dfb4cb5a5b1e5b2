"""Ballots held in arrays are the same ballots."""

from dataclasses import replace
from itertools import accumulate

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.budgeting.budgets import LOT, a_budget, contests, scoring, unhurried

from commonweal.rules.budgeting.marks import MarkTable, support_of
from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.voting.ballots import Approvals, Ballot, Ranking, Scores

type Rows = list[tuple[list[tuple[str, int]], int]]


def tables(projects: tuple[str, ...]) -> st.SearchStrategy[MarkTable]:
    """Give any table of ballots on these projects, repeated and blank marks too."""
    mark = st.tuples(st.sampled_from(projects), st.integers(-1, 4))
    row = st.tuples(st.lists(mark, max_size=5), st.integers(1, 3))
    form = st.sampled_from(["approvals", "ranking", "scores"])
    return st.builds(a_table, st.just(projects), form, st.lists(row, max_size=6))


def a_table(projects: tuple[str, ...], form: str, rows: Rows) -> MarkTable:
    """Put rows of marks with points, each with its number of voters, into a table."""
    flat = [mark for marks, _ in rows for mark in marks]
    pointed = form == "scores"
    return MarkTable(
        projects,
        form,
        np.array([0, *accumulate(len(marks) for marks, _ in rows)], dtype=np.int64),
        np.array([projects.index(p) for p, _ in flat], dtype=np.int64),
        np.array([n if pointed else 1 for _, n in flat], dtype=np.int64),
        np.array([voters for _, voters in rows], dtype=np.int64),
    )


def test_a_table_is_a_sequence_of_ballots():
    rows = [([("b", 3), ("a", 1)], 2), ([], 1)]

    approvals, rankings, scores = (
        a_table(("a", "b"), form, rows) for form in ("approvals", "ranking", "scores")
    )

    assert list(approvals) == [Ballot(Approvals(("b", "a")), 2), Ballot(Approvals(()))]
    assert rankings[0] == Ballot(Ranking((("b",), ("a",))), 2)
    assert scores[-2] == Ballot(Scores((("b", 3), ("a", 1))), 2)
    assert scores[0:1] == [scores[0]]


@unhurried
@given(st.data(), contests())
def test_a_table_counts_as_the_ballots_it_holds(data, contest):
    table = data.draw(tables(contest.options))

    for method in METHODS.values():
        from_table = method.count(contest, table, LOT)

        assert from_table == method.count(contest, list(table), LOT)


def test_a_table_on_other_projects_is_read_ballot_by_ballot():
    contest = replace(a_budget(10, {"b": 5, "a": 5}))
    table = a_table(("a", "b"), "approvals", [([("b", 1)], 2)])

    support = support_of(contest, table)

    assert support.supporters(0).tolist() == [0]
    assert support.supporters(1).tolist() == []


def test_sums_of_points_beyond_64_bits_stay_exact():
    most = 10**18
    contest = a_budget(10, {"a": 5})

    outcome = METHODS["greedy"].count(contest, [scoring(10**6, a=most)], LOT)

    assert outcome.steps[0].counts == {"a": 10**24}
