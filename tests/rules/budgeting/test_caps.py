"""Groups of projects with a budget of their own: none spends more than it has."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.budgeting.budgets import (
    LOT,
    PROJECTS,
    a_budget,
    approving,
    polls,
    tie_breakers,
    unhurried,
)

from commonweal.rules.budgeting.caps import ABLE, caps_in
from commonweal.rules.budgeting.lacking import Poll, lacking
from commonweal.rules.budgeting.methods import METHODS
from commonweal.rules.budgeting.methods.equal_shares import fast, plain
from commonweal.rules.budgeting.pabulib import read_pb
from commonweal.rules.budgeting.sentences import SENTENCES
from commonweal.rules.voting.formats.errors import FormatError
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.wording import render

COSTS = {"bath": 50, "garden": 30, "stage": 30, "creche": 20}
VOTES = [
    approving(5, "bath", "garden"),
    approving(4, "garden", "stage"),
    approving(2, "creche"),
]
OTHERS = sorted(set(METHODS) - set(ABLE))


@st.composite
def capped(draw):
    """Give any poll with up to three groups, which may overlap."""
    contest, ballots = draw(polls())
    contest = replace(contest, settings={**contest.settings, "rule": "greedy"})
    groups = []
    for number in range(draw(st.integers(1, 3))):
        members = draw(
            st.sets(st.sampled_from(contest.options), min_size=1, max_size=3)
        )
        most = draw(st.integers(0, contest.budget))
        groups.append(f"group {number}: {most} of {', '.join(sorted(members))}")
    said = {**contest.settings, "caps": "; ".join(groups)}
    return replace(contest, settings=said), ballots


@pytest.mark.parametrize("method", ABLE)
def test_what_a_group_has_no_money_for_is_left_out_and_told_so(method):
    contest = a_budget(
        130, COSTS, caps="Parks: 50 of garden, stage; Rest: 80 of bath", currency="EUR"
    )

    outcome = METHODS[method].count(contest, VOTES, LOT)

    told = [render(step.explanation, SENTENCES) for step in outcome.steps]
    assert set(outcome.winners) >= {"garden"}
    assert "stage" not in outcome.winners
    assert (
        "“stage” costs 30 EUR. It belongs to “Parks”, which has 20 EUR left of its own "
        "budget. So it is left out, and the count goes on without it." in told
    )


@pytest.mark.parametrize("method", ABLE)
def test_a_group_spends_to_its_last_coin(method):
    contest = a_budget(130, COSTS, caps="Parks: 60 of garden, stage")

    outcome = METHODS[method].count(contest, VOTES, LOT)

    assert set(outcome.winners) >= {"garden", "stage"}


@pytest.mark.parametrize("method", OTHERS)
def test_a_way_that_does_not_say_what_groups_mean_refuses_them(method):
    contest = a_budget(130, COSTS, caps="Parks: 50 of garden, stage")

    with pytest.raises(Uncountable) as refused:
        METHODS[method].count(contest, VOTES, LOT)

    assert "does not say what to do" in render(refused.value.reason, SENTENCES)


def test_a_count_that_ends_at_the_first_that_does_not_fit_refuses_groups():
    contest = a_budget(130, COSTS, caps="Parks: 50 of garden", rule="greedy-no-skip")

    with pytest.raises(Uncountable) as refused:
        METHODS["greedy"].count(contest, VOTES, LOT)

    assert "not defined" in render(refused.value.reason, SENTENCES)


@pytest.mark.parametrize(
    ("caps", "why"),
    [
        ("Parks of garden", "“Parks of garden” gives no group a budget of its own"),
        ("Parks: much of garden", "gives no group a budget"),
        ("Parks: 5 of", "gives no group a budget"),
        ("Parks: 5.5 of garden", "finer than a coin: 1"),
        ("Parks: 5 of garden, pond", "“pond” stands in a group"),
        ("Parks: 5 of garden; Parks: 6 of bath", "“Parks” is given a budget"),
    ],
)
def test_groups_that_cannot_be_read_are_refused_with_the_reason(caps, why):
    contest = a_budget(130, COSTS, caps=caps)

    with pytest.raises(Uncountable) as refused:
        METHODS["greedy"].count(contest, VOTES, LOT)

    assert why in render(refused.value.reason, SENTENCES)


def test_projects_are_named_by_id_or_name_and_written_down_by_id():
    contest = a_budget(130, COSTS, caps=" Parks : 50 of The garden, stage ;")
    contest = replace(contest, names={"garden": "The garden"})

    caps = caps_in(contest)
    caps.spend("garden")

    assert caps.as_text() == "Parks: 20 of garden, stage"
    assert caps.tight_for("stage") == caps.groups[0]
    assert caps.tight_for("bath") is None


def test_a_project_dearer_than_its_group_is_told_that_no_votes_would_do():
    contest = a_budget(130, COSTS, caps="Parks: 25 of garden, stage", currency="EUR")
    method = METHODS["greedy"]

    outcome = method.count(contest, VOTES, LOT)

    lacks = {
        one.project: one for one in lacking(Poll(method, contest, VOTES, LOT), outcome)
    }
    assert lacks["garden"].votes is None
    assert "more than “Parks” has for itself (25 EUR)" in render(
        lacks["garden"].said, SENTENCES
    )


def test_what_is_left_goes_by_votes_to_groups_that_have_some_left():
    contest = a_budget(150, COSTS, caps="Parks: 35 of garden, stage")

    outcome = METHODS["equal-shares-utilitarian"].count(contest, VOTES, LOT)

    assert {"garden", "stage"} - set(outcome.winners) == {"stage"}
    assert outcome.facts["spent"] == 100


# ---- laws


@unhurried
@given(capped(), tie_breakers, st.sampled_from(ABLE))
def test_no_group_spends_more_than_it_has(poll, ties, method):
    contest, ballots = poll

    winners = METHODS[method].count(contest, ballots, ties).winners

    for part in contest.settings["caps"].split(";"):
        most, _, members = part.partition(":")[2].partition(" of ")
        there = {one.strip() for one in members.split(",")}
        spent = sum(contest.costs[one] for one in winners if one in there)
        assert spent <= int(most)
    assert sum(contest.costs[one] for one in winners) <= contest.budget


@settings(max_examples=150, deadline=None)
@given(capped(), tie_breakers)
def test_both_forms_of_equal_shares_mind_groups_alike(poll, ties):
    contest, ballots = poll

    assert fast.count(contest, ballots, ties) == plain.count(contest, ballots, ties)


@unhurried
@given(polls(), tie_breakers, st.sampled_from(ABLE))
def test_groups_that_can_pay_for_all_they_have_change_nothing(poll, ties, method):
    contest, ballots = poll
    contest = replace(contest, settings={**contest.settings, "rule": "greedy"})
    rich = sum(contest.costs.values())
    caps = {"caps": f"All: {rich} of {', '.join(contest.options)}"}
    count = METHODS[method].count

    with_groups = count(
        replace(contest, settings={**contest.settings, **caps}), ballots, ties
    )

    assert with_groups == count(contest, ballots, ties)


@unhurried
@given(st.data())
def test_by_votes_districts_that_share_nothing_are_counted_as_if_alone(data):
    north, south = PROJECTS[:2], PROJECTS[2:]
    costs = {project: data.draw(st.integers(1, 6)) for project in PROJECTS}
    most = {name: data.draw(st.integers(1, 12)) for name in ("North", "South")}
    votes = []
    for own in (north, south, north, south):
        marked = data.draw(st.sets(st.sampled_from(own)))
        votes.append(approving(data.draw(st.integers(1, 9)), *marked))
    ties = TieBreaker("declared", "", PROJECTS)
    caps = (
        f"North: {most['North']} of {', '.join(north)};"
        f"South: {most['South']} of {', '.join(south)}"
    )

    together = METHODS["greedy"].count(
        a_budget(sum(most.values()), costs, caps=caps), votes, ties
    )

    for name, own in (("North", north), ("South", south)):
        alone = METHODS["greedy"].count(
            a_budget(most[name], {project: costs[project] for project in own}),
            votes,
            ties,
        )
        assert set(alone.winners) == set(together.winners) & set(own)


# ---- Pabulib

FILE = """META
key;value
budget;100.5
vote_type;approval
num_projects;3
num_votes;2
categories;Parks,Sports
budget_per_category;{amounts}
PROJECTS
project_id;cost;category
1;40;Parks
2;30;Parks,Sports
3;20;
VOTES
voter_id;vote
a;1,2,3
b;1,2
"""


def test_a_file_says_which_groups_have_a_budget_of_their_own():
    contest, ballots = read_pb(FILE.format(amounts="60,50"))

    outcome = METHODS["greedy"].count(contest, ballots, TieBreaker())

    assert contest.settings["caps"] == "Parks: 60 of 1, 2; Sports: 50 of 2"
    assert [group.most for group in caps_in(contest).groups] == [600, 500]
    assert set(outcome.winners) in ({"1", "3"}, {"2", "3"})


def test_the_budget_of_a_group_may_need_the_smallest_coins_of_all():
    contest, _ = read_pb(FILE.format(amounts="60.25,50"))

    assert [group.most for group in caps_in(contest).groups] == [6025, 5000]


@pytest.mark.parametrize(
    ("amounts", "why"),
    [("60", "categories names 2 and budget_per_category has amounts for 1."),
     ("60,much", "budget_per_category has the amount “much”.")],
)  # fmt: skip
def test_budgets_of_groups_that_are_wrong_in_a_file_are_refused(amounts, why):
    with pytest.raises(FormatError) as refused:
        read_pb(FILE.format(amounts=amounts))

    assert refused.value.line == 8
    assert render(refused.value.problem, SENTENCES) == why
    assert "Expected" in render(refused.value.expected, SENTENCES)
