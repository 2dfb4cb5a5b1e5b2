"""What the steps of a count say fits together, and comes to what the outcome says."""

from collections import Counter
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rules.voting.elections import LOT, OPTIONS, a_contest, ranked
from tests.rules.voting.promises import election_for

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.outcome import Step, Transfer
from commonweal.rules.voting.ties import TieBreaker

ALL = [pytest.param(method, id=method.id) for method in METHODS.values()]
IN_ROUNDS = [
    pytest.param(METHODS[id_], id=id_)
    for id_ in METHODS
    if id_ in ("irv", "coombs") or id_.startswith("stv-")
]
# Votes are told to five decimal places, rounded down, and so is each part of them.
ROUNDED = Fraction(len(OPTIONS) + 2, 10**5)
RULES = st.sampled_from([LOT, TieBreaker("status_quo"), TieBreaker("lot", "other")])
WITH_PATIENCE = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


@pytest.mark.parametrize("method", ALL)
def test_the_steps_name_all_who_won_and_nobody_else(method):
    @WITH_PATIENCE
    @given(election_for(method), RULES)
    def named(election, ties):
        contest, ballots = election

        outcome = method.count(contest, ballots, ties)

        told = [one for step in outcome.steps for one in step.elected]
        assert (outcome.method, outcome.seats) == (method.id, contest.seats)
        assert sorted(told) == sorted(outcome.winners)
        assert len(told) <= contest.seats or method.ballot == "position"

    named()


@pytest.mark.parametrize("method", IN_ROUNDS)
def test_whoever_drops_out_does_so_once_and_does_not_win(method):
    @WITH_PATIENCE
    @given(election_for(method), RULES)
    def once(election, ties):
        outcome = method.count(*election, ties)

        out = [one for step in outcome.steps for one in step.excluded]
        assert len(set(out)) == len(out)
        assert not set(out) & set(outcome.winners)

    once()


@pytest.mark.parametrize("method", IN_ROUNDS)
def test_what_a_step_moves_is_what_changes_in_the_counts(method):
    @WITH_PATIENCE
    @given(election_for(method), RULES)
    def moved(election, ties):
        outcome = method.count(*election, ties)

        for before, step in pairwise(outcome.steps):
            change = brought(step)
            assert all(one.amount > 0 for one in step.transfers)
            for option, votes in step.counts.items():
                expected = before.counts[option] + change[option]
                assert not step.transfers or abs(votes - expected) <= ROUNDED

    moved()


def test_those_who_drop_out_together_pass_on_each_what_was_theirs():
    ballots = [ranked("A", 40), ranked("B", 35), ranked("C", 30)]
    ballots += [ranked("D B", 10), ranked("E", 5)]

    outcome = METHODS["stv-ers97"].count(a_contest("A B C D E", 2), ballots, LOT)

    assert outcome.steps[1].transfers == (
        Transfer("D", "B", 10),
        Transfer("E", None, 5),
    )


def test_papers_of_lower_worth_stay_where_they_are_until_it_is_their_turn():
    ballots = [ranked("A B D", 10), ranked("A C", 20), ranked("B C", 12)]
    ballots += [ranked("C", 13), ranked("D", 13), ranked("E", 16)]

    outcome = METHODS["stv-ers97"].count(a_contest("A B C D E", 2), ballots, LOT)

    # Of A's surplus of two each ballot passes on six hundredths of a vote.
    whole, parts = outcome.steps[2:4]
    assert [step.counts["B"] for step in (whole, parts)] == [Fraction("0.6"), 0]
    assert [step.excluded for step in (whole, parts)] == [(), ("B",)]
    assert whole.transfers == (Transfer("B", "C", 12),)
    assert parts.transfers == (Transfer("B", "D", Fraction("0.6")),)


def brought(step: Step) -> Counter:
    """Add up what a step brought each option, and took from it."""
    change = Counter()
    for one in step.transfers:
        change[one.origin] -= one.amount
        change[one.to] += one.amount
    return change


@pytest.mark.parametrize("method", IN_ROUNDS)
def test_what_is_said_of_an_exclusion_is_what_it_moved(method):
    @WITH_PATIENCE
    @given(election_for(method), RULES)
    def said(election, ties):
        outcome = method.count(*election, ties)

        for before, step in pairwise(outcome.steps):
            facts = last_sentence(step).facts
            # Coombs tells how many put the option last instead.
            if step.excluded and "votes" in facts and method.id != "coombs":
                assert facts["votes"] == sum(before.counts[o] for o in step.excluded)
            if step.excluded and "stranded" in facts:
                assert abs(facts["stranded"] - brought(step)[None]) <= ROUNDED

    said()


def last_sentence(step: Step) -> Sentence:
    """Give what is said of a step after what is said of its tie."""
    return step.explanation.facts.get("then", step.explanation)
