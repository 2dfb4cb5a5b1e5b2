"""What the steps of a count say fits together, and comes to what the outcome says."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rules.voting.elections import LOT, OPTIONS, a_contest, ranked
from tests.rules.voting.promises import election_for

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.outcome import Number, Step, Transfer
from commonweal.rules.voting.ties import TieBreaker

ALL = [pytest.param(method, id=method.id) for method in METHODS.values()]
IN_ROUNDS = [
    pytest.param(METHODS[id_], id=id_)
    for id_ in METHODS
    if id_ in ("irv", "coombs") or id_.startswith("stv-")
]
# Meek passes all surpluses on at once.
WITH_SURPLUSES = [
    pytest.param(METHODS[id_], id=id_)
    for id_ in METHODS
    if id_.startswith("stv-") and id_ != "stv-meek"
]
# Coombs tells how many put an option last, Gregory what it had before its first batch.
TELL_OTHERS = ("coombs", "stv-gregory")
# Votes are told to five decimal places, rounded down, and so is each part of them.
ROUNDED = Fraction(len(OPTIONS) + 2, 10**5)
RULES = st.sampled_from([LOT, TieBreaker("status_quo"), TieBreaker("lot", "other")])
WITH_PATIENCE = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


@pytest.mark.parametrize("method", ALL)
def test_the_steps_name_all_who_won_and_ties_are_told_just_where_there_are_some(method):
    @WITH_PATIENCE
    @given(election_for(method), RULES)
    def named(election, ties):
        contest, ballots = election

        outcome = method.count(contest, ballots, ties)

        told = [one for step in outcome.steps for one in step.elected]
        assert (outcome.method, outcome.seats) == (method.id, contest.seats)
        assert sorted(told) == sorted(outcome.winners)
        assert (outcome.tie_break is None) == (not outcome.tied)
        assert len(told) <= contest.seats or method.ballot == "position"

    named()


@pytest.mark.parametrize("method", ALL)
def test_the_facts_count_every_voter_once(method):
    @WITH_PATIENCE
    @given(election_for(method))
    def counted(election):
        contest, ballots = election

        facts = method.count(contest, ballots, LOT).facts

        voters = sum(ballot.weight for ballot in ballots)
        told = facts["cast"] if "cast" in facts else facts["valid"] + facts["blank"]
        assert told == voters
        assert 0 <= facts.get("spoilt", 0) <= voters

    counted()


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
                expected = max(before.counts[option] + change[option], 0)
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


def test_fractions_that_come_back_are_no_votes_taken_from_nobody():
    ballots = [ranked("A E D C B", 2), ranked("A E C D B", 3)]

    outcome = METHODS["stv-gregory"].count(a_contest("A B C D E", 3), ballots, LOT)

    # C was brought 0.6 and 0.4 of a vote, each less than one; together they are B's.
    step = outcome.steps[4]
    assert step.excluded == ("C",)
    assert step.transfers == (Transfer("C", "B", 1),)


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
            if step.excluded and "votes" in facts and method.id not in TELL_OTHERS:
                # Meek's surpluses are passed on in the same step, before it excludes.
                had = (step if method.id == "stv-meek" else before).counts
                assert abs(facts["votes"] - sum_of(had, step.excluded)) <= ROUNDED
            if step.excluded and "stranded" in facts:
                assert abs(facts["stranded"] - brought(step)[None]) <= ROUNDED

    said()


@pytest.mark.parametrize("method", WITH_SURPLUSES)
def test_what_is_said_of_a_surplus_is_what_it_moved(method):
    @WITH_PATIENCE
    @given(election_for(method), RULES)
    def said(election, ties):
        outcome = method.count(*election, ties)

        for step in outcome.steps:
            facts = last_sentence(step).facts
            if "surplus" in facts:
                gone = facts.get("lost", 0) + facts.get("stranded", 0)
                (origin,) = {one.origin for one in step.transfers}
                assert abs(brought(step)[origin] + facts["surplus"]) <= ROUNDED
                assert abs(brought(step)[None] - gone) <= ROUNDED

    said()


def sum_of(counts: Mapping[str, Number], options: tuple[str, ...]) -> Number:
    """Add up what these have."""
    return sum(counts[option] for option in options)


def last_sentence(step: Step) -> Sentence:
    """Give what is said of a step after what is said of its tie."""
    return step.explanation.facts.get("then", step.explanation)
