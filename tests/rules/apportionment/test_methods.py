"""Every way of sharing out seats does what was published and keeps its promises."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.apportionment.bodies import LOT, any_bodies, unhurried, weighing

from commonweal.rules.apportionment.bodies import Bodies
from commonweal.rules.apportionment.method import Sharing
from commonweal.rules.apportionment.methods import METHODS, sharing_named
from commonweal.rules.apportionment.sentences import SENTENCES
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.voting.sentences import SENTENCES as OF_VOTING
from commonweal.rules.voting.ties import TieBreaker
from commonweal.rules.wording import render

type Promise = Callable[[Sharing, Bodies, int, Any], None]
EXAMPLES = Path(__file__).parent / "examples" / "published.toml"
# The methods to which the number of seats is given.
SEATED = tuple(one.id for one in METHODS.values() if not one.sizes_itself)


def anonymity(sharing: Sharing, bodies: Bodies, seats: int, data: Any) -> None:
    """The order in which bodies are listed changes nothing."""
    turned = dict(data.draw(st.permutations(tuple(bodies.weights.items()))))

    before = sharing.share(bodies, _asked(sharing, seats), LOT)
    after = sharing.share(replace(bodies, weights=turned), _asked(sharing, seats), LOT)

    assert before.seats == after.seats
    assert before.tied == after.tied


def whole(sharing: Sharing, bodies: Bodies, seats: int, data: Any) -> None:
    """All seats are shared out, and who has no weight has none."""
    held = sharing.share(bodies, seats, LOT).seats

    assert sum(held.values()) == seats
    assert not any(n for name, n in held.items() if not bodies.weights[name])


def house_monotonicity(sharing: Sharing, bodies: Bodies, seats: int, data: Any) -> None:
    """With one seat more, nobody has fewer."""
    fewer, more = (sharing.share(bodies, n, LOT).seats for n in (seats, seats + 1))

    assert all(more[name] >= fewer[name] for name in fewer)


def population(sharing: Sharing, bodies: Bodies, seats: int, data: Any) -> None:
    """Whoever grows while others stay loses no seat to them."""
    grows = data.draw(st.sampled_from(sorted(bodies.weights)))
    weights = dict(bodies.weights)
    weights[grows] += data.draw(st.integers(1, 9))
    before, after = (
        sharing.share(some, seats, LOT).seats
        for some in (bodies, replace(bodies, weights=weights))
    )

    assert after[grows] >= before[grows]


def lower_quota(sharing: Sharing, bodies: Bodies, seats: int, data: Any) -> None:
    """Nobody has fewer seats than whole quotas."""
    held = sharing.share(bodies, seats, LOT).seats

    for name, weight in bodies.weights.items():
        assert held[name] >= floor(weight * seats / bodies.total)


def upper_quota(sharing: Sharing, bodies: Bodies, seats: int, data: Any) -> None:
    """Nobody has more seats than whole quotas and one for the rest."""
    weighty = sum(1 for weight in bodies.weights.values() if weight)
    held = sharing.share(bodies, max(seats, weighty), LOT).seats

    for name, weight in bodies.weights.items():
        assert held[name] <= ceil(weight * max(seats, weighty) / bodies.total)


PROMISES: dict[str, Promise] = {
    "anonymity": anonymity,
    "whole": whole,
    "house_monotonicity": house_monotonicity,
    "population": population,
    "lower_quota": lower_quota,
    "upper_quota": upper_quota,
}


def _asked(sharing: Sharing, seats: int) -> int | None:
    return None if sharing.sizes_itself else seats


@pytest.mark.parametrize(
    ("method", "promise"),
    [(one.id, name) for one in METHODS.values() for name in sorted(one.promises)],
)
def test_every_promise_is_kept(method, promise):
    @unhurried
    @given(any_bodies(), st.integers(1, 40), st.data())
    def kept(bodies, seats, data):
        PROMISES[promise](METHODS[method], bodies, seats, data)

    kept()


def published() -> list[Any]:
    """Give each published result, by its method and its source."""
    return [
        pytest.param(method, example, id=f"{method}: {example['source'][:50]}")
        for example in tomllib.loads(EXAMPLES.read_text())["example"]
        for method in example["shares"]
    ]


@pytest.mark.parametrize(("method", "example"), published())
def test_the_published_result_comes_out(method, example):
    bodies = weighing(**example["weights"])

    shares = METHODS[method].share(bodies, example["seats"], LOT)

    assert shares.seats == example["shares"][method]
    assert shares.tied == ()


def test_more_seats_can_take_one_away_by_hare_but_by_no_divisor():
    bodies = weighing(A=6, B=6, C=2)

    by_hare = [METHODS["hare"].share(bodies, n, LOT).seats["C"] for n in (10, 11)]

    assert by_hare == [2, 1]
    assert "house_monotonicity" not in METHODS["hare"].promises


@pytest.mark.parametrize(
    ("method", "weights", "beyond"),
    [("d-hondt", {"A": 90, "B": 5, "C": 5, "D": 5, "E": 5}, "above"),
     ("adams", {"A": 90, "B": 5, "C": 5, "D": 5, "E": 5}, "below")],
)  # fmt: skip
def test_a_divisor_can_leave_the_quota_on_the_side_it_does_not_promise(
    method, weights, beyond
):
    bodies = weighing(**weights)
    seats = 20 if beyond == "above" else 13
    quota = bodies.weights["A"] * seats / bodies.total

    held = METHODS[method].share(bodies, seats, LOT).seats["A"]

    assert held > ceil(quota) if beyond == "above" else held < floor(quota)


@pytest.mark.parametrize("method", SEATED)
def test_a_tie_is_left_open_and_parted_by_the_lot(method):
    bodies = weighing(A=5, B=5, C=5)

    shares = METHODS[method].share(bodies, 4, LOT)

    assert shares.tied == (("A", "B", "C"),)
    assert shares.open_seats == (1,)
    assert sorted(shares.seats.values()) == [1, 1, 2]
    assert "seed of the tests" in render(shares.tie_break, {**OF_VOTING, **SENTENCES})


@pytest.mark.parametrize("method", SEATED)
def test_a_tie_that_stands_leaves_its_seats_empty(method):
    bodies = weighing(A=5, B=5)

    shares = METHODS[method].share(bodies, 3, TieBreaker("status_quo"))

    assert shares.seats == {"A": 1, "B": 1}


def test_with_fewer_seats_than_bodies_the_largest_come_first_by_adams():
    bodies = weighing(A=1, B=3, C=2)

    held = METHODS["adams"].share(bodies, 2, LOT).seats

    assert held == {"A": 0, "B": 1, "C": 1}


@given(any_bodies(), st.integers(1, 60))
@unhurried
def test_divisors_give_what_going_seat_by_seat_gives(bodies, seats):
    """Huntington's standing in whole numbers: who is highest, one seat at a time."""
    squares = {
        "d-hondt": lambda n: Fraction((n + 1) ** 2),
        "sainte-lague": lambda n: Fraction((2 * n + 1) ** 2, 4),
        "huntington-hill": lambda n: Fraction(n * (n + 1)),
        "adams": lambda n: Fraction(n * n),
    }
    for method, square in squares.items():
        shares = METHODS[method].share(bodies, seats, LOT)
        if shares.tied:
            continue
        held = dict.fromkeys(bodies.weights, 0)
        for _ in range(seats):
            best = max(
                (name for name in held if bodies.weights[name]),
                key=lambda name: (
                    square(held[name]) == 0,
                    bodies.weights[name] ** 2 / (square(held[name]) or 1),
                ),
            )
            held[best] += 1
        assert held == shares.seats, method


@pytest.mark.parametrize("method", SEATED)
def test_a_million_million_seats_are_shared_out_at_once(method):
    bodies = weighing(A=10**12, B=2 * 10**12 + 1, C=7)

    held = METHODS[method].share(bodies, 10**12, LOT).seats

    assert sum(held.values()) == 10**12
    assert all(n > 0 for n in held.values())


@pytest.mark.parametrize("method", SEATED)
@pytest.mark.parametrize("seats", [None, 0, -1])
def test_no_seats_cannot_be_shared_out(method, seats):
    with pytest.raises(Uncountable) as refusal:
        METHODS[method].share(weighing(A=1), seats, LOT)

    assert render(refusal.value.reason, SENTENCES)


@pytest.mark.parametrize("method", SEATED)
def test_bodies_without_weight_have_no_seat(method):
    with pytest.raises(Uncountable):
        METHODS[method].share(weighing(A=0, B=0), 3, LOT)


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("Webster", "sainte-lague"),
        ("DHondt", "d-hondt"),
        ("Sainte-Laguë", "sainte-lague"),
        ("largest_remainder", "hare"),
        ("one body one vote", "one-each"),
    ],
)
def test_other_names_are_known(name, method):
    assert sharing_named(name) is METHODS[method]


def test_an_unknown_name_finds_nothing():
    assert sharing_named("guess") is None


@given(any_bodies(), st.integers(1, 30), st.sampled_from(sorted(METHODS)))
@unhurried
def test_every_step_can_be_said(bodies, seats, method):
    sharing = METHODS[method]

    shares = sharing.share(bodies, _asked(sharing, seats), LOT)

    for step in shares.steps:
        assert render(step.title, SENTENCES)
        assert render(step.explanation, SENTENCES)


def test_hare_says_what_a_seat_stands_for_and_who_has_a_remainder():
    bodies = weighing(Port=100, Mill=80, Rail=30, Dock=20)

    shares = METHODS["hare"].share(bodies, 8, LOT)

    told = [render(step.explanation, SENTENCES) for step in shares.steps]
    assert told == [
        "One of the 8 seats stands for 28.75. Whole quotas give 6 of them; 2 are left "
        "for the largest remainders.",
        "One more for the largest remainders: Dock and Mill.",
    ]


def test_hare_says_where_nothing_is_left_over():
    shares = METHODS["hare"].share(weighing(Port=4, Mill=2), 3, LOT)

    assert render(shares.steps[1].explanation, SENTENCES) == (
        "The quotas are whole, so nothing is left over."
    )
