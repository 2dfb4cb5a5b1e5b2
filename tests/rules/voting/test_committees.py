"""Committees chosen by marks: what is proportional in them, checked the slow way."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.voting.elections import LOT, OPTIONS, a_contest, approvals, marked

from commonweal.rules.sentence import Sentence
from commonweal.rules.voting.ballots import Ballot, Contest
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.methods import METHODS, pav
from commonweal.rules.voting.sentences import SENTENCES
from commonweal.rules.voting.ties import TieBreaker, lot_number
from commonweal.rules.wording import render

PROPORTIONAL = ("pav", "pav-sequential", "phragmen-sequential", "committee-shares")
TWO_PARTIES = [marked("a1 a2 a3 a4", 65), marked("b1 b2", 35)]
CONTEST = a_contest("a1 a2 a3 a4 b1 b2", 4)


def content(committee: tuple[str, ...], ballots: list[Ballot]) -> Fraction:
    """Give how content voters are with a committee, one ballot after the other."""
    total = Fraction(0)
    for ballot in ballots:
        inside = len(set(committee) & set(ballot.marks[0]))
        total += ballot.weight * sum(Fraction(1, i) for i in range(1, inside + 1))
    return total


@pytest.mark.parametrize("method", PROPORTIONAL)
def test_parties_get_places_as_by_dhondt(method):
    won = METHODS[method].count(CONTEST, TWO_PARTIES, LOT).winners

    assert sorted(option[0] for option in won) == ["a", "a", "a", "b"]


@settings(max_examples=60, deadline=None)
@given(st.lists(approvals(), min_size=1, max_size=8), st.integers(1, 4))
def test_no_committee_leaves_voters_more_content_than_that_of_pav(ballots, seats):
    outcome = METHODS["pav"].count(Contest(OPTIONS, seats), ballots, LOT)

    best = max(content(one, ballots) for one in combinations(OPTIONS, seats))
    assert content(outcome.winners, ballots) == best == outcome.facts["content"]


@settings(max_examples=60, deadline=None)
@given(st.lists(approvals(), min_size=1, max_size=8), st.integers(1, 4))
def test_whoever_is_in_some_best_committee_but_not_in_all_is_tied(ballots, seats):
    outcome = METHODS["pav"].count(Contest(OPTIONS, seats), ballots, LOT)

    marked_at_all = [o for o in OPTIONS if any(o in b.marks[0] for b in ballots)]
    size = min(seats, len(marked_at_all))
    sums = {one: content(one, ballots) for one in combinations(marked_at_all, size)}
    best = [set(one) for one, sum_ in sums.items() if sum_ == max(sums.values())]
    open_to = set.union(*best) - set.intersection(*best)
    assert set(outcome.tied[0] if outcome.tied else ()) == open_to


@pytest.mark.parametrize("method", PROPORTIONAL)
def test_a_tie_left_to_stand_leaves_places_empty(method):
    ballots = [marked("ada", 2), marked("ben", 2)]

    outcome = METHODS[method].count(
        a_contest("ada ben"), ballots, TieBreaker("status_quo")
    )

    assert outcome.winners == ()
    assert outcome.tied == (("ada", "ben"),)


@pytest.mark.parametrize("method", PROPORTIONAL)
def test_nobody_unmarked_takes_a_place(method):
    outcome = METHODS[method].count(
        a_contest("ada ben col", 3), [marked("ada ben"), marked("")], LOT
    )

    assert set(outcome.winners) == {"ada", "ben"}
    assert METHODS[method].count(a_contest("ada ben"), [], LOT).winners == ()


def test_more_committees_than_can_be_looked_at_are_refused_in_words(monkeypatch):
    monkeypatch.setattr(pav, "MOST_LOOKS", 3)

    with pytest.raises(Uncountable) as refusal:
        METHODS["pav"].count(CONTEST, TWO_PARTIES, LOT)

    assert "pav-sequential" in render(refusal.value.reason, SENTENCES)


@settings(max_examples=80, deadline=None)
@given(st.lists(approvals(), min_size=1, max_size=8), st.integers(1, 4))
def test_what_equal_shares_tells_are_payments_that_bear_it_out(ballots, seats):
    contest = Contest(OPTIONS, seats)
    voters = [set(b.marks[0]) for b in ballots for _ in range(b.weight)]
    money = [Fraction(seats, len(voters))] * len(voters)

    outcome = METHODS["committee-shares"].count(contest, ballots, LOT)

    for step in outcome.steps:
        if step.title.id != "shares_round":
            break
        (chosen,) = step.elected
        purses = sorted(money[i] for i, marks in enumerate(voters) if chosen in marks)
        part = equal_part(purses)
        # Told to five places; nobody could be had for less.
        assert 0 <= part - step.counts[chosen] < Fraction(1, 10**5)
        money = [
            each - min(each, part) if chosen in voters[i] else each
            for i, each in enumerate(money)
        ]
    else:
        return
    # From here on nobody left can be paid for: that is what ends the buying.
    bought = outcome.winners[: outcome.steps.index(step)]
    for option in set(OPTIONS) - set(bought):
        left = sum(money[i] for i, marks in enumerate(voters) if option in marks)
        assert left < 1
    assert all(each >= 0 for each in money)
    # The first place that is left goes to whoever lacks least for each supporter.
    lacking = {
        option: (1 - sum(money[i] for i in supporters)) / len(supporters)
        for option in set(OPTIONS) - set(bought)
        if (supporters := [i for i, marks in enumerate(voters) if option in marks])
    }
    assert lacking[step.elected[0]] == min(lacking.values())


def equal_part(purses: list[Fraction]) -> Fraction:
    """Find by trying every purse as the first that need not give all it has."""
    for number in range(len(purses)):
        part = (Fraction(1) - sum(purses[:number])) / (len(purses) - number)
        if part <= purses[number]:
            return part
    raise AssertionError("together they can pay")


def test_the_lot_takes_in_whom_it_puts_first_of_those_not_in_all_best_committees():
    first = min(("ada", "ben"), key=lambda one: lot_number(LOT.seed, one))
    ballots = [marked("ada ben", 2), marked("col", 1)]

    outcome = METHODS["pav"].count(a_contest("ada ben col"), ballots, LOT)

    assert outcome.tied == (("ada", "ben"),)
    assert outcome.winners == (first,)


def test_it_is_said_how_content_voters_are_or_that_nobody_was_marked():
    pav_counted = METHODS["pav"].count
    [step] = pav_counted(a_contest("ada ben", 2), [marked("ada", 3)], LOT).steps
    [nobody] = pav_counted(a_contest("ada ben", 2), [marked("", 3)], LOT).steps

    facts = {"content": 3, "names": ("ada",), "seats": 2}
    assert step.explanation == Sentence("pav_counts_explained", facts)
    assert step.counts == {"ada": 3, "ben": 0}
    assert nobody.explanation.id == "pav_nobody"


@pytest.mark.parametrize("method", ["pav-sequential", "phragmen-sequential"])
def test_where_the_lot_takes_somebody_in_the_step_says_so_first(method):
    first = min(("ada", "ben"), key=lambda one: lot_number(LOT.seed, one))
    ballots = [marked("ada", 2), marked("ben", 2), marked("col", 1)]

    steps = METHODS[method].count(a_contest("ada ben col", 2), ballots, LOT).steps

    assert steps[0].elected == (first,)
    assert steps[0].explanation.id == "sentences_after_each_other"
    assert steps[0].explanation.facts["first"].id == "tie_lot_first"
    assert steps[1].explanation.id.endswith("_explained")
