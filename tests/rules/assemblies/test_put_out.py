"""Put down as gone just before a decision: whoever says that they are there counts."""

import pytest
from tests.rules.assemblies.rooms import at, come, opened, room, where

from commonweal.rules.assemblies.events import (
    CameIn,
    Counted,
    DecisionBegan,
    DecisionEnded,
    Handed,
    ProxyGiven,
    WentOut,
)
from commonweal.rules.assemblies.events_deciding import ChannelChosen, PhoneAnswered

OUT = WentOut("asha", "ben", at(9))
BEGAN = DecisionBegan("asha", "hall", at(10))
BACK = CameIn("ben", "ben", at(11))


def deciding(*events, present=("asha", "ben", "chidi")):
    return where(room(), [*opened(*present), *events], minute=30).presence.deciding


def test_whoever_was_put_out_and_says_so_is_counted():
    assert "ben" not in deciding(OUT, BEGAN).counted

    assert deciding(OUT, BEGAN, BACK).counted["ben"] == "ben"


def test_hands_that_were_counted_without_them_are_counted_anew():
    timer = Handed("asha", "timekeeper", "chidi", at(1))
    counts = [Counted(who, 1, 1, 0, at(11)) for who in ("asha", "chidi")]
    found = deciding(timer, OUT, BEGAN, *counts)
    assert found.hands is not None

    again = deciding(timer, OUT, BEGAN, *counts, CameIn("ben", "ben", at(12)))

    assert again.hands is None
    assert again.raised == 3


def test_whoever_answers_by_phone_answers_by_phone():
    phone = ChannelChosen("ben", "ben", "phone", at(2))
    answer = PhoneAnswered("ben", "no", at(12))

    found = deciding(phone, OUT, BEGAN, BACK, answer)

    assert found.by_phone == {"ben"}
    assert found.answers == {"ben": "no"}


@pytest.mark.parametrize(
    ("out", "back"),
    [
        # They went by themselves, another says it for them, or they went long before.
        (WentOut("ben", "ben", at(9)), BACK),
        (OUT, CameIn("asha", "ben", at(11))),
        (WentOut("asha", "ben", at(0, 1)), CameIn("ben", "ben", at(12))),
    ],
)
def test_who_really_went_is_counted_from_the_next_decision_on(out, back):
    began = DecisionBegan("asha", "hall", at(11))

    assert "ben" not in deciding(out, began, CameIn(back.by, "ben", at(12))).counted


def test_who_comes_for_the_first_time_or_after_the_end_is_not_counted():
    [late] = come("dora", minute=11)
    ended = DecisionEnded("asha", at(11), "too loud")

    assert "dora" not in deciding(BEGAN, late).counted
    over = where(room(), [*opened("asha", "ben"), OUT, BEGAN, ended, BACK], minute=30)
    assert "ben" not in over.presence.decisions[0].counted


def test_whoever_was_put_out_after_it_began_was_counted_all_along():
    gone = WentOut("asha", "ben", at(11))

    found = deciding(BEGAN, gone, CameIn("ben", "ben", at(12)))

    assert found.counted["ben"] == "ben"


def test_whoever_comes_back_acts_for_those_who_had_given_them_a_proxy():
    meeting = room(proxies_most=3)
    given = [ProxyGiven(of, "ben", at(-9)) for of in ("chidi", "dora", "emil")]
    late = ProxyGiven("farah", "chidi", at(10, 30))
    before = [*given, *opened("asha", "ben", "chidi")]

    def counted(*events):
        now = where(meeting, [*before, *events], minute=30)
        assert now.presence.deciding is not None
        return now.presence.deciding.counted

    # Chidi is there herself; Dora comes once it has begun, as if Ben had never gone.
    dora = CameIn("dora", "dora", at(10, 30))
    assert counted(OUT, BEGAN, dora, late, BACK) == counted(BEGAN)
    assert counted(BEGAN)["dora"] == counted(BEGAN)["emil"] == "ben"
