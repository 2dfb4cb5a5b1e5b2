"""Ballots shared by keep values: paper by paper and in a tree, it is the same count."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.voting.elections import (
    LOT,
    OPTIONS,
    a_contest,
    ranked,
    strict_rankings,
    untidy_rankings,
)

from commonweal.rules.voting.ballots import Contest
from commonweal.rules.voting.fast_kept import FastPapers
from commonweal.rules.voting.grouped import grouped
from commonweal.rules.voting.kept import ONE, ReadablePapers
from commonweal.rules.voting.methods import METHODS, stv_meek

ANY_BALLOTS = st.lists(
    st.one_of(strict_rankings(), untidy_rankings()), min_size=1, max_size=12
)
ANY_CONTEST = st.builds(
    Contest,
    st.just(OPTIONS),
    st.integers(1, 4),
    withdrawn=st.frozensets(st.sampled_from(OPTIONS), max_size=1),
)


@settings(max_examples=100, deadline=None)
@given(ANY_CONTEST, ANY_BALLOTS)
def test_both_forms_of_meek_agree(contest, ballots):
    readable = stv_meek.count_papers(contest, ReadablePapers(contest, ballots), LOT)

    held = grouped(contest.options, ballots)

    assert stv_meek.count(contest, ballots, LOT) == readable
    assert stv_meek.count(contest, held, LOT) == readable


@given(ANY_BALLOTS, st.lists(st.integers(1, ONE), min_size=5, max_size=5))
def test_no_vote_is_made_or_lost_by_sharing(ballots, keeps):
    contest = Contest(OPTIONS)
    papers = FastPapers(contest, ballots)

    shared = papers.share(dict(zip(OPTIONS, keeps, strict=True)))

    assert sum(shared.votes.values()) + shared.lost == papers.valid


def test_each_option_on_a_ballot_keeps_its_part_of_what_is_left():
    papers = FastPapers(a_contest("A B C"), [ranked("A B C", 8), ranked("A", 1)])

    shared = papers.share({"A": ONE // 2, "B": ONE // 4, "C": ONE})

    assert shared.votes == {"A": Fraction(9, 2), "B": Fraction(1), "C": Fraction(3)}
    assert shared.lost == Fraction(1, 2)


def test_ballots_of_more_voters_than_live_on_earth_are_shared_exactly():
    ballots = [ranked("A B", 3 * 10**12), ranked("C", 10**12)]

    outcome = METHODS["stv-meek"].count(a_contest("A B C", 2), ballots, LOT)

    assert outcome.winners == ("A", "B")
    assert outcome.facts["valid"] == 4 * 10**12


def test_those_who_are_level_after_passing_on_are_told_to_be_tied():
    # By symmetry both who lead pass on the same, so their seconds are exactly level.
    ballots = [ranked("A C", 10), ranked("B D", 10), ranked("E", 3)]

    outcome = METHODS["stv-meek"].count(a_contest("A B C D E", 3), ballots, LOT)

    assert outcome.winners[:2] == ("A", "B")
    assert outcome.tied == (("C", "D"),)


def test_ballots_held_for_options_in_another_order_are_shared_alike():
    ballots = [ranked("A B C", 8), ranked("C B", 1)]
    keeps = {"A": ONE // 2, "B": ONE // 4, "C": ONE}

    held = grouped(("C", "B", "A"), ballots)

    shared = FastPapers(a_contest("A B C"), held).share(keeps)
    assert shared == FastPapers(a_contest("A B C"), ballots).share(keeps)
    assert shared.votes == {"A": 4, "B": 1, "C": 4}
