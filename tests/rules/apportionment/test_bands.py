"""Seats that follow from the bodies: degressive bands, and one body one vote."""

import pytest
from tests.rules.apportionment.bodies import LOT, weighing

from commonweal.rules.apportionment.methods import METHODS
from commonweal.rules.apportionment.sentences import SENTENCES
from commonweal.rules.voting.method import Uncountable
from commonweal.rules.wording import render


def test_bands_grow_more_slowly_than_members():
    bodies = weighing(Port=50, Mill=51, Rail=2_501, Empty=0)

    shares = METHODS["bands"].share(bodies, None, LOT)

    assert shares.seats == {"Port": 1, "Mill": 2, "Rail": 8, "Empty": 0}


def test_bands_can_be_named():
    bodies = weighing({"bands": "10: 1, more: 2"}, Port=10, Mill=11)

    assert METHODS["bands"].share(bodies, 3, LOT).seats == {"Port": 1, "Mill": 2}


@pytest.mark.parametrize(
    "bands",
    [
        "10",
        "10: x",
        "more: 1, 10: 2",
        "10: 2, 20: 1",
        "20: 1, 10: 2",
        "-1: 2",
        "5: 1, 5: 2",
    ],
)
def test_bands_that_say_nothing_are_refused(bands):
    with pytest.raises(Uncountable) as refusal:
        METHODS["bands"].share(weighing({"bands": bands}, A=1), None, LOT)

    assert bands in render(refusal.value.reason, SENTENCES)


def test_who_is_larger_than_every_band_is_named():
    with pytest.raises(Uncountable) as refusal:
        METHODS["bands"].share(weighing({"bands": "10: 1"}, Rail=11), None, LOT)

    assert "Rail has 11" in render(refusal.value.reason, SENTENCES)


def test_one_body_has_one_vote_and_other_numbers_of_seats_are_refused():
    bodies = weighing(A=1, B=900)

    assert METHODS["one-each"].share(bodies, None, LOT).seats == {"A": 1, "B": 1}
    with pytest.raises(Uncountable):
        METHODS["one-each"].share(bodies, 3, LOT)


def test_bands_may_give_the_same_seats_twice_over():
    bodies = weighing({"bands": "10: 1, 20: 1, more: 2"}, Port=10, Mill=20, Rail=21)

    shares = METHODS["bands"].share(bodies, None, LOT)

    assert shares.seats == {"Port": 1, "Mill": 1, "Rail": 2}
