"""A tally in parts is the tally of the whole, however it is split and put together."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.voting.elections import LOT, OPTIONS, untidy_rankings
from tests.rules.voting.promises.drawn import election_for

from commonweal.interfaces.cli.count_json import as_json
from commonweal.rules.voting.ballots import Ballot, Contest, Ranking
from commonweal.rules.voting.grouped import grouped
from commonweal.rules.voting.methods import METHODS
from commonweal.rules.voting.partial import ballots_of, part_of, put_together
from commonweal.rules.voting.sentences import SENTENCES

SPLITS = st.integers(0, 2**32)
RANKED = [method for method in METHODS.values() if method.ballot == "ranking"]


def split(ballots, seed):
    """Deal single ballots into piles of any size, in any order, some of them empty."""
    chance = random.Random(seed)
    single = [Ballot(one.marks) for one in ballots for _ in range(one.weight)]
    chance.shuffle(single)
    piles = [[] for _ in range(chance.randint(1, 6))]
    for ballot in single:
        chance.choice(piles).append(ballot)
    return piles


def added_up(parts, seed):
    """Put parts together two or three at a time, in any order."""
    chance = random.Random(seed)
    while len(parts) > 1:
        chance.shuffle(parts)
        number = chance.randint(2, 3)
        parts = [put_together(parts[:number]), *parts[number:]]
    return parts[0]


def in_bytes(method, contest, ballots):
    outcome = method.count(contest, ballots, LOT)
    return as_json(contest, outcome, SENTENCES, {}).encode()


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_any_split_put_together_in_any_order_gives_the_same_bytes(method):
    @settings(max_examples=40, deadline=None)
    @given(election_for(method), SPLITS)
    def agree(election, seed):
        contest, ballots = election
        parts = [part_of(contest.options, pile) for pile in split(ballots, seed)]

        together = ballots_of(added_up(parts, seed))

        whole = in_bytes(method, contest, ballots)
        assert in_bytes(method, contest, together) == whole

    agree()


@pytest.mark.parametrize("method", RANKED, ids=[method.id for method in RANKED])
def test_untidy_ballots_split_in_any_way_count_the_same(method):
    contest = Contest(OPTIONS, method.most_seats or 2)

    @settings(max_examples=25, deadline=None)
    @given(st.lists(untidy_rankings(), max_size=6), SPLITS)
    def agree(ballots, seed):
        parts = [part_of(OPTIONS, pile) for pile in split(ballots, seed)]

        together = ballots_of(added_up(parts, seed))

        whole = in_bytes(method, contest, ballots)
        assert in_bytes(method, contest, together) == whole

    agree()


@pytest.mark.parametrize("number", [1, 3, 14, 20, 300])
def test_a_part_gives_back_what_was_put_in(number):
    options = tuple(f"option {i}" for i in range(number))
    order = st.lists(st.sampled_from(options), max_size=30)

    @settings(max_examples=40, deadline=None)
    @given(st.lists(st.tuples(order, st.integers(1, 2**40)), max_size=8))
    def agree(said):
        ballots = [
            Ballot(Ranking(tuple((option,) for option in order)), times)
            for order, times in said
        ]

        compact = part_of(options, grouped(options, ballots))

        back = list(ballots_of(compact))
        sums = {}
        for ballot in ballots:
            sums[ballot.marks] = sums.get(ballot.marks, 0) + ballot.weight
        assert {ballot.marks: ballot.weight for ballot in back} == sums
        assert len(back) == len(sums)
        assert back == list(ballots_of(part_of(options, ballots)))

    agree()


MANY = tuple(f"option {number:02}" for number in range(20))


def named(order, times=1):
    """Give a ballot that ranks these, by their number."""
    return Ballot(Ranking(tuple((MANY[number],) for number in order)), times)


def test_rankings_too_long_for_one_number_come_in_the_order_of_a_dictionary():
    # Of twenty options fourteen marks fit into a number, so these differ in the next.
    long = list(range(18))
    orders = [
        [*long[:16], 19, 17],
        long,
        [*long[:15], 19],
        [3],
        [*long[1:], 0],
        [],
        [0],
    ]
    parts = [part_of(MANY, [named(order)]) for order in [*orders, *orders[:2]]]

    together = list(ballots_of(put_together(parts)))

    assert together == [
        *(named([]), named([0]), named(long, 2), named(orders[0], 2)),
        *(named(orders[2]), named(orders[4]), named([3])),
    ]


def test_ballots_held_for_other_options_are_told_by_name():
    ballots = [named([2, 1]), named([0])]

    held = grouped(tuple(reversed(MANY)), ballots)

    assert list(ballots_of(part_of(MANY, held))) == [named([0]), named([2, 1])]
