"""Rankings by option say what the ballots say one by one, whatever their number."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.voting.elections import OPTIONS

from commonweal.rules.voting import nibbles
from commonweal.rules.voting import placed as module
from commonweal.rules.voting.ballots import Ballot, Contest, Ranking
from commonweal.rules.voting.grouped import grouped
from commonweal.rules.voting.pairs import preferences, rank_of_each
from commonweal.rules.voting.placed import placed

MANY = tuple(f"option {number}" for number in range(20))
# Some on more than a block's worth of voters, some said by one alone.
TIMES = st.one_of(st.integers(1, 3), st.integers(1, 2**40))


def orders(options):
    return st.lists(st.sampled_from(options), max_size=18)


def ballot_of(order, times):
    return Ballot(Ranking(tuple((option,) for option in order)), times)


def drawn(options):
    ballot = st.builds(ballot_of, orders(options), TIMES)
    return st.lists(ballot, max_size=9)


@pytest.mark.parametrize("options", [OPTIONS, MANY], ids=["few", "many"])
def test_pairs_of_all_at_once_are_those_of_one_by_one(options, monkeypatch):
    monkeypatch.setattr(module, "BLOCK", 4)
    monkeypatch.setattr(nibbles, "BLOCK", 2)

    @settings(max_examples=150, deadline=None)
    @given(drawn(options), st.frozensets(st.sampled_from(options), max_size=2))
    def agree(ballots, withdrawn):
        contest = Contest(options, withdrawn=withdrawn)

        at_once = preferences(contest, grouped(options, ballots))

        assert at_once == preferences(contest, ballots)

    agree()


@settings(max_examples=100, deadline=None)
@given(drawn(OPTIONS))
def test_each_column_stands_for_the_ballots_that_say_so(ballots):
    rows = placed(grouped(OPTIONS, ballots))

    said = sorted(
        (tuple(rows.places[1:, column].tolist()), int(rows.weights[column]))
        for column in range(len(rows.weights))
    )

    last = int(np.max(rows.places, initial=0))
    assert [sum(times for _, times in said)] == [sum(b.weight for b in ballots)]
    assert {key for key, _ in said} == {columns(ballot, last) for ballot in ballots}


def columns(ballot, last):
    assert isinstance(ballot.marks, Ranking)
    ranks = rank_of_each(ballot)
    return tuple(ranks.get(option, last) for option in OPTIONS)


def test_fifteen_options_in_any_order_and_names_repeated_fit_or_are_seen(monkeypatch):
    monkeypatch.setattr(nibbles, "BLOCK", 2)
    options = MANY[: nibbles.FEW]
    forward, backward = list(options), list(reversed(options))
    turned = [*forward[1:], forward[0]]
    once = [ballot_of(forward, 2), ballot_of(backward, 1), ballot_of([], 4)]
    once += [ballot_of(turned, 1), ballot_of(turned[-2:], 1)]
    again = [*once, ballot_of([*forward, *backward], 3), ballot_of(forward[:1] * 2, 5)]

    for ballots, fits in ((once, True), (again, False)):
        together = grouped(options, ballots)
        assert (nibbles.places_of(together) is not None) == fits
        at_once = preferences(Contest(options), together)
        assert at_once == preferences(Contest(options), ballots)


def test_more_different_ballots_than_bits_in_a_word_are_weighed_each_by_its_voters():
    ways = list(permutations(OPTIONS))
    # Few voters and many by turns, so that large numbers stand in every word.
    times = [1 + n % 3 * 2 ** (n % 29) for n in range(len(ways))]
    ballots = [ballot_of(order, n) for order, n in zip(ways, times, strict=True)]

    at_once = preferences(Contest(OPTIONS), grouped(OPTIONS, ballots))

    assert at_once == preferences(Contest(OPTIONS), ballots)


@pytest.mark.parametrize("length", [254, 255, 65_534, 65_535])
def test_a_ballot_of_any_length_puts_whom_it_names_last_before_whom_it_leaves_out(
    length,
):
    first, last = MANY[:2]
    ballot = ballot_of([first] * (length - 1) + [last], 3)

    rows = placed(grouped(MANY, [ballot, ballot_of([], 1)]))

    assert rows.before(1, 2) == rows.before(2, 3) == 3
    assert rows.before(3, 2) == rows.before(4, 3) == 0
    assert (rows.neither(2, 3), rows.neither(3, 4)) == (1, 4)
