"""Purses that floats have rounded the same way at every sale, far from the truth.

Everybody begins with `SHARE`, where floats hold whole coins and no parts of any. Some
pay for `TIMES` projects, each a part of a coin more than a whole number; so with every
sale floats are off by that part, or by what it lacks of a coin, always to one side.
What is decided by fewer coins than they are off is what a scout must leave alone.
"""

from fractions import Fraction

import pytest
from tests.rules.budgeting.budgets import LOT, a_budget, approving, scoring

from commonweal.rules.budgeting.marks import scores_of, support_of
from commonweal.rules.budgeting.methods.equal_shares import fast
from commonweal.rules.budgeting.methods.equal_shares.bids import Sale, Unproven
from commonweal.rules.budgeting.methods.equal_shares.scout import Scout

SHARE, TIMES = 2**53 - 2, 200
WORN = 50
PRICES = [2**44 + 5000 * number for number in range(TIMES)]
# How many coins each costs beyond a whole number for each of the fifty; with twenty,
# floats leave the fifty more than they have, with thirty less.
TOO_MUCH, TOO_LITTLE = 20, 30
LEFT = {more: SHARE * WORN - sum(PRICES) * WORN - more * TIMES for more in (20, 30)}
OFF = {TOO_MUCH: 80, TOO_LITTLE: -80}
# More than any purse is off, and less.
FAR = 100_000
NEAR = range(0, 80, 16)
BOTH_WAYS = pytest.mark.parametrize("more", [TOO_MUCH, TOO_LITTLE])


def worn(more: int, others: dict[str, int], **costs: int) -> tuple[Scout, list[str]]:
    """Let fifty voters wear their purses out, and let them and others back the rest."""
    before = {f"before {n}": WORN * price + more for n, price in enumerate(PRICES)}
    voters = WORN + sum(others.values())
    contest = a_budget(SHARE * voters, before | costs, satisfaction="cardinality")
    votes = [approving(WORN, *before, *[one for one in costs if "worn" in one])]
    for group, number in others.items():
        backed = [one for one in costs if group in one]
        votes.append(approving(number, *backed))
    support = support_of(contest, votes)
    part = fast.tie_parter(contest, LOT, {**scores_of(support)})
    stalls = fast.stalls_of(contest, support)
    return Scout.started(stalls, Fraction(SHARE), part), list(contest.options)


def bought_last(scout: Scout, options: list[str]) -> dict[str, Sale] | None:
    """Count to the end; give the sales after those in which purses wore out."""
    try:
        levels = fast._scouted(scout)
    except Unproven:
        return None
    sales = [sale for level in levels for sale in level.sales]
    return {options[sale.place]: sale for sale in sales if sale.place >= TIMES}


@BOTH_WAYS
def test_purses_are_as_far_off_as_floats_can_bring_them_and_the_scout_knows(more):
    scout, options = worn(more, {"else": 50})

    assert bought_last(scout, options) == {}
    assert Fraction(float(scout.near[0])) - Fraction(LEFT[more], WORN) == OFF[more]
    assert abs(OFF[more]) < scout.errors[0] <= scout.fuzz < 10 * abs(OFF[more])


@BOTH_WAYS
@pytest.mark.parametrize("spare", [*NEAR, FAR])
def test_what_can_just_be_paid_is_not_given_up_for_lost(more, spare):
    found = bought_last(*worn(more, {}, worn_park=LEFT[more] - spare))

    assert found or (found is None and spare < FAR)


@BOTH_WAYS
@pytest.mark.parametrize("lacking", [*(n + 1 for n in NEAR), FAR])
def test_what_can_just_not_be_paid_is_not_bought(more, lacking):
    found = bought_last(*worn(more, {}, worn_park=LEFT[more] + lacking))

    assert not found
    assert found is None or lacking == FAR


@BOTH_WAYS
@pytest.mark.parametrize("lacking", [*(n + 1 for n in NEAR), FAR])
def test_who_lacks_a_little_does_not_pay_in_full(more, lacking):
    price = LEFT[more] // WORN + 1 + lacking
    found = bought_last(
        *worn(more, {"rich": 500}, worn_and_rich_park=LEFT[more] + 500 * price)
    )

    if found is not None:
        assert found["worn_and_rich_park"].in_full == 500
    assert found or lacking < FAR


@BOTH_WAYS
@pytest.mark.parametrize("spare", [*NEAR, FAR])
def test_who_has_a_little_to_spare_pays_in_full(more, spare):
    price = LEFT[more] // WORN - spare
    found = bought_last(*worn(more, {"rich": 500}, worn_and_rich_park=550 * price))

    if found is not None:
        assert found["worn_and_rich_park"].in_full == 550
    assert found or spare < FAR


@BOTH_WAYS
@pytest.mark.parametrize(
    "later", [-FAR, *(-1 - n for n in NEAR), *(n + 1 for n in NEAR), FAR]
)
@pytest.mark.parametrize("asked_first", ["park", "bath"])
def test_who_asks_a_little_less_comes_first(more, later, asked_first):
    # What the worn cannot pay of the park, or the poor of the bath, one rich must.
    price, poor = LEFT[more] // WORN + 2 * FAR, SHARE - 3 * 2**51
    theirs = {f"poor {n}": 2**51 for n in range(3)} if asked_first == "bath" else {}
    rest = poor if theirs else 0
    scout, options = worn(
        more,
        {"rich": 1, "else": 1, "poor": 1},
        **theirs,
        worn_and_rich_park=LEFT[more] + price,
        **{"else, poor bath" if theirs else "else bath": rest + price + later},
    )

    found = bought_last(scout, options)

    if found is not None:
        last = [one for one in found if one.endswith(("park", "bath"))]
        assert last[0].endswith("bath" if later < 0 else "park")
    assert found or abs(later) < FAR


@BOTH_WAYS
@pytest.mark.parametrize("spare", [-FAR, *NEAR, *(-1 - n for n in NEAR), FAR])
def test_two_that_are_level_are_bought_where_both_can_be_paid(more, spare):
    cost = (LEFT[more] - spare) // 2
    spare = LEFT[more] - cost * 2

    found = bought_last(*worn(more, {}, worn_bath=cost, worn_park=cost))

    if found is not None:
        assert len(found) == (1 if spare < 0 else 2)
    assert found or abs(spare) < FAR


@BOTH_WAYS
def test_of_two_that_are_alike_and_level_one_is_chosen_though_purses_are_worn(more):
    cost = LEFT[more] + 2 * (LEFT[more] // WORN + FAR)

    found = bought_last(
        *worn(more, {"rich": 2}, worn_and_rich_bath=cost, worn_and_rich_park=cost)
    )

    # What the worn had left is gone with the first, and the rich cannot pay alone.
    assert found is not None
    assert [sale.in_full for sale in found.values()] == [2]


@BOTH_WAYS
@pytest.mark.parametrize(
    "lacking", [-FAR, *range(-300, 0, 60), *range(1, 302, 60), FAR]
)
def test_who_gives_ten_points_is_ten_times_as_far_off(more, lacking):
    # What fifty lack, or have too much, falls on eleven points, of which one has ten.
    before = {f"before {n}": WORN * price + more for n, price in enumerate(PRICES)}
    price = SHARE // 10 + lacking
    ten = min(10 * price, SHARE)
    costs = before | {"park": LEFT[more] + ten + price}
    contest = a_budget(SHARE * (WORN + 2), costs, satisfaction="cardinality")
    votes = [
        scoring(WORN, **dict.fromkeys(before, 1), park=10),
        scoring(1, park=10),
        scoring(1, park=1),
    ]
    stalls = fast.stalls_of(contest, support_of(contest, votes))
    scout = Scout.started(stalls, Fraction(SHARE), lambda level: None)

    found = bought_last(scout, list(contest.options))

    if found is not None:
        assert found["park"].in_full == (1 if ten < 10 * price else 2)
        assert abs(Fraction(float(scout.near[1])) - (SHARE - ten)) <= scout.errors[1]
    assert found or abs(lacking) < FAR
