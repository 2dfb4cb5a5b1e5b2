"""A congress counts what was said from seats, within their mandates."""

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.rules.confederation.congress import (
    NO,
    PUT,
    YES,
    count,
    mandate,
    one_seat,
    place,
    spoken,
    why,
)
from tests.rules.confederation.valley import HALF, on, refusal

from commonweal.rules.confederation.council import (
    Sitting,
    agreed,
    may_put_again,
)
from commonweal.rules.confederation.majorities import Majority
from commonweal.rules.confederation.mandates import (
    Conditional,
    Fixed,
    NegotiateThenRatify,
    Order,
    Ranked,
    Shared,
    Split,
    UrgentOnly,
    Whole,
)
from commonweal.rules.confederation.seats import Recalled
from commonweal.rules.confederation.sentences import SENTENCES
from commonweal.rules.wording import say


def test_a_vote_outside_the_mandate_does_not_count_and_the_base_is_told():
    found = count(one_seat(mandate(Fixed("yes"))), spoken(NO))

    assert found.votes["no"] == 0
    assert why(found) == ["outside_mandate"]
    assert [body for body, _spoken, _why in found.outside] == ["mill"]
    assert say(found.outside[0][2], SENTENCES) == (
        "You were told otherwise. Your body says yes."
    )


def test_what_was_said_within_the_mandate_stands_beside_what_was_not():
    found = count(one_seat(mandate(Fixed("yes"))), spoken(YES), spoken(NO, day=10.5))

    assert found.votes["yes"] == 1
    assert why(found) == ["outside_mandate"]


def test_without_a_mandate_a_delegate_listens():
    assert why(count(one_seat(), spoken(YES))) == ["no_mandate"]


def test_votes_are_those_of_the_body_shared_by_its_seats():
    seats = {"s1": place(votes=3), "s2": place("port", "ben", votes=HALF)}
    given = [mandate(Split(2, 1)), mandate(Fixed("no"), body="port")]
    shared = Shared(Fraction(2, 3), Fraction(1, 3))

    found = count(
        Sitting(PUT, seats, given), spoken(shared), spoken(NO, "ben", seat="s2")
    )

    assert found.votes == {"yes": 2, "no": Fraction(3, 2), "abstain": 0}


def test_after_a_recall_the_alternate_speaks_and_nobody_else():
    recalled = Recalled("asha", on(10, 6))
    given = mandate(Fixed("yes"))
    sitting = one_seat(given, seat=place("mill", "asha", "ben", deeds=(recalled,)))

    late = count(sitting, spoken(YES, day=10.5))
    steps_in = count(sitting, spoken(YES, "ben", day=10.5))

    assert why(late) == ["seat_held_by_another"]
    assert steps_in.votes["yes"] == 1


@pytest.mark.parametrize(("pact_says", "votes"), [("stand", 1), ("fall", 0)])
def test_what_was_said_before_a_recall_stands_or_falls_as_the_pact_says(
    pact_says, votes
):
    recalled = Recalled("asha", on(10, 6))
    sitting = one_seat(
        mandate(Fixed("yes")), seat=place(deeds=(recalled,)), votes_before=pact_says
    )

    assert count(sitting, spoken(YES)).votes["yes"] == votes
    assert count(sitting, spoken(YES), day=10.1).votes["yes"] == 1


def test_a_congress_agrees_if_enough_bodies_are_there_and_enough_votes():
    found = count(one_seat(mandate(Fixed("yes"))), spoken(YES))
    ways = {"quorum": HALF, "majority": Majority()}

    assert agreed(found, bodies=3, present=2, **ways)
    assert agreed(found, bodies=3, present=1, **ways).id == "congress_not_quorate"
    assert agreed(found, bodies=0, present=0, **ways).id == "congress_not_quorate"


def test_where_nobody_takes_a_side_nothing_is_agreed():
    found = count(one_seat(mandate(Fixed("abstain"))), spoken(Whole("abstain")))

    verdict = agreed(found, bodies=1, present=1, quorum=HALF, majority=Majority())

    assert verdict.id == "congress_says_no_above"


def test_orders_and_numbers_are_not_yes_or_no():
    options = replace(PUT, options=("north",))
    sitting = one_seat(mandate(Ranked(("north",))), put=options)

    found = count(sitting, spoken(Order(("north",))))

    assert found.lines[0].counts is not None
    assert not any(found.votes.values())


def test_a_body_that_put_words_last_lets_others_go_first_for_a_week():
    assert refusal(may_put_again(closed_at=on(1), at=on(7))) == "others_put_first"
    assert may_put_again(closed_at=on(1), at=on(8))


def two_seats(*given, **more):
    seats = {"s1": place(), "s2": place("mill", "vera")}
    return Sitting(PUT, seats, given, **more)


def test_a_seat_that_is_empty_or_silent_takes_nothing_from_its_body():
    sitting = two_seats(mandate(Fixed("yes")))

    alone = count(sitting, spoken(YES))
    both = count(sitting, spoken(YES), spoken(YES, "vera", "s2"))
    beside = count(sitting, spoken(YES), spoken(NO, "vera", "s2"))

    assert alone.votes["yes"] == both.votes["yes"] == beside.votes["yes"] == 1
    assert [line.votes for line in alone.lines] == [1, 0]
    assert [line.votes for line in both.lines] == [HALF, HALF]
    assert beside.votes["no"] == 0


def test_what_the_body_decided_otherwise_since_does_not_count():
    earlier, later = mandate(Fixed("yes")), mandate(Fixed("no"), day=11)
    sitting = one_seat(earlier, later)

    before = count(sitting, spoken(YES, day=10), day=10)
    after = count(sitting, spoken(YES, day=10), day=12)
    again = count(sitting, spoken(YES, day=10), spoken(NO, day=12), day=12)

    assert before.votes["yes"] == 1
    assert after.votes == {"yes": 0, "no": 0, "abstain": 0}
    assert why(after) == ["mandate_changed_since"]
    assert again.votes["no"] == 1


@pytest.mark.parametrize(
    "terms",
    [Fixed("yes"), NegotiateThenRatify(), Split(1, 0), Conditional((), "yes")],
)
def test_what_is_urgent_takes_a_mandate_for_what_is_urgent(terms):
    """It holds before the bases are asked, so nothing wider lets a delegate say it."""
    urgent = replace(PUT, is_urgent=True)

    found = count(one_seat(mandate(terms), put=urgent), spoken(YES))

    assert found.votes["yes"] == 0
    assert why(found) == ["mandate_for_what_can_wait"]
    told = count(one_seat(mandate(UrgentOnly("yes")), put=urgent), spoken(YES))
    assert told.votes["yes"] == 1
