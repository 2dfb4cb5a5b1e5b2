"""A seat is handed over for a while to who steps in, and taken back."""

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.confederation.congress import PUT, mandate
from tests.rules.confederation.valley import on, refusal

from commonweal.rules.confederation.instructions import is_outdated
from commonweal.rules.confederation.mandates import (
    Conditional,
    Fixed,
    NegotiateThenRatify,
)
from commonweal.rules.confederation.seats import (
    Away,
    Filled,
    Recalled,
    may_hand_over,
    may_take_back,
    seat,
)

SENT = Filled("asha", on(0), on(300), ("ana",))
OVER = Away("asha", on(5), on(8))


def test_whoever_steps_in_speaks_until_the_days_are_over():
    assert seat([SENT, OVER], at=on(6)).holder == "ana"
    assert seat([SENT, OVER], at=on(8)).holder == "asha"


def test_a_seat_is_taken_back_before():
    back = Away("asha", on(6), on(6))

    assert seat([SENT, OVER, back], at=on(6)).holder == "asha"
    assert may_take_back(seat([SENT, OVER], at=on(6)), "asha")
    assert refusal(may_take_back(seat([SENT, OVER, back], at=on(6)), "asha")) == (
        "nothing_handed_over"
    )


def test_whoever_was_called_home_takes_nothing_back():
    recalled = Recalled("asha", on(6))

    assert refusal(may_take_back(seat([SENT, OVER, recalled], at=on(7)), "asha")) == (
        "nothing_handed_over"
    )


def test_only_the_holder_hands_over_and_only_to_somebody():
    alone = Filled("asha", on(0), on(300))

    assert may_hand_over(seat([SENT], at=on(6)), "asha")
    assert refusal(may_hand_over(seat([SENT], at=on(6)), "ana")) == "holds_no_seat"
    assert refusal(may_hand_over(seat([alone], at=on(6)), "asha")) == (
        "nobody_steps_in"
    )


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 5)), max_size=5))
def test_a_seat_has_a_holder_whenever_somebody_in_its_line_is_there(gone):
    deeds = [Away("asha", on(day), on(day + days)) for day, days in gone]

    found = seat([SENT, *deeds], at=on(21))

    last = max(deeds, key=lambda one: one.at, default=None)
    same = [one for one in deeds if last and one.at == last.at]
    is_away = bool(same) and same[-1].until > on(21)
    assert found.holder == ("ana" if is_away else "asha")


def test_a_mandate_is_outdated_once_its_words_are_others():
    assert is_outdated(mandate(Fixed("yes")), "newer")
    assert not is_outdated(mandate(Fixed("yes")), PUT.text)
    assert not is_outdated(mandate(NegotiateThenRatify()), "newer")
    assert not is_outdated(mandate(Conditional((), "yes", "no")), "newer")
