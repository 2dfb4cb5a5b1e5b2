"""Secret votes by phone and on slips: one channel each, and sums alone are told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.assemblies.rooms import ROLL, at, opened, reasons, room, where
from tests.rules.assemblies.texts_in_rooms import bring

from commonweal.rules.assemblies import events as deeds
from commonweal.rules.assemblies import secretly
from commonweal.rules.assemblies.counting import Decision, Hands
from commonweal.rules.assemblies.events_deciding import ChannelChosen, PhoneAnswered
from commonweal.rules.assemblies.judging import verdict_on
from commonweal.rules.assemblies.rivals import chosen

SIX = ("asha", "ben", "chidi", "dora", "emil", "farah")
BEGUN = deeds.DecisionBegan("asha", "hall", at(4), by_slips=True, in_secret=True)


def by_phone(*people):
    return [ChannelChosen(of, of, "phone", at(2)) for of in people]


def ended(*sums, reason=""):
    return deeds.DecisionEnded("asha", at(9), reason, tuple(sums))


def going(*events, people=ROLL):
    keeper = deeds.Handed("asha", "doorkeeper", "ben", at(0, 30))
    return where(room(), [*opened(*people), keeper, *events])


def slips(yes, no, abstain=0):
    return [deeds.Counted(of, yes, no, abstain, at(6)) for of in ("asha", "ben")]


def last(now):
    return now.presence.decisions[-1]


def test_phones_and_slips_are_summed_and_who_said_what_is_nowhere():
    now = going(
        *by_phone("chidi", "dora", "emil"),
        BEGUN,
        *slips(1, 2),
        ended(Hands(3, 0, 0)),
    )

    assert reasons(now) == []
    assert last(now).result == Hands(4, 2, 0)
    assert not last(now).answers
    assert verdict_on(room(), last(now))
    assert secretly.turnout(last(now)) == 6


def test_whoever_is_on_a_phone_has_no_slip_and_the_other_way_round():
    now = going(*by_phone("chidi", "dora", "emil"), BEGUN)

    may = {
        of: secretly.may_cast(now.presence, of, "yes", has_cast=False).id
        for of in (*ROLL, "guest")
    }
    assert may == {
        **dict.fromkeys(("asha", "ben", "farah"), "votes_on_a_slip"),
        **dict.fromkeys(("chidi", "dora", "emil")),
        "guest": "not_counted_in_this",
    }
    assert reasons(going(*by_phone(*SIX), BEGUN, *slips(1, 0))) == [
        *["nobody_raises_a_hand"] * 2
    ]


@pytest.mark.parametrize(
    ("phones", "people", "why"),
    [
        ((), ROLL, "nobody_is_on_a_phone"),
        (SIX[:4], ROLL, "too_few_on_slips"),
        (SIX[:5], ROLL, "too_few_on_slips"),
        (SIX[:2], ROLL, "too_few_on_phones"),
        (SIX[:1], ROLL, "too_few_on_phones"),
        (SIX[:3], ROLL, None),
        (SIX, ROLL, None),
        (SIX[:2], SIX[:2], None),
    ],
)
def test_one_or_two_are_never_alone_beside_others(phones, people, why):
    now = going(*by_phone(*phones), BEGUN, people=people)

    assert reasons(now) == ([why] if why else [])


def test_what_cannot_be_cast_says_why():
    now = going(*by_phone("chidi", "dora", "emil"), BEGUN)
    out = going(*by_phone(*SIX), BEGUN, deeds.WentOut("dora", "dora", at(5)))

    def may(says="yes", where=now, of="dora", *, has_cast=False):
        return secretly.may_cast(where.presence, of, says, has_cast=has_cast).id

    assert may("maybe") == "deed_unknown"
    assert may(has_cast=True) == "ballot_of_room_is_in"
    assert may(where=out) == "not_in_the_room_yourself"
    assert may(where=going()) == "no_secret_decision_goes_on"
    plain = going(*by_phone(*SIX), replace(BEGUN, by_slips=False, in_secret=False))
    assert may(where=plain) == "no_secret_decision_goes_on"
    texts = [bring("ben"), bring("chidi", "None.")]
    rivals = going(*by_phone(*SIX), *texts, replace(BEGUN, about="texts"))
    assert may("2>1", rivals) is None
    assert may("yes", rivals) == "ranking_unreadable"


def test_nobody_answers_openly_in_a_secret_vote():
    now = going(*by_phone(*SIX), BEGUN, PhoneAnswered("dora", "yes", at(5)))

    assert reasons(now) == ["ballots_are_cast_in_this"]


def test_sums_of_more_ballots_than_there_are_phones_are_none():
    now = going(
        *by_phone("chidi", "dora", "emil"), BEGUN, *slips(1, 2), ended(Hands(4, 0, 0))
    )

    assert last(now).result == Hands(1, 2, 0)


def test_sums_are_of_secret_votes_alone():
    plain = replace(BEGUN, by_slips=False, in_secret=False)
    now = going(*by_phone(*SIX), plain, ended(Hands(4, 0, 0)))

    assert last(now).result is None


def test_broken_off_nothing_is_known_of_what_phones_said():
    now = going(*by_phone(*SIX), BEGUN, ended(Hands(4, 0, 0), reason="fire"))

    assert last(now).from_phones == ()
    assert last(now).result is None


def test_no_ballot_decides_nothing():
    now = going(*by_phone(*SIX), BEGUN, ended(Hands(0, 0, 0)))

    assert last(now).result is None
    assert secretly.turnout(last(now)) == 0


def test_rival_texts_are_summed_pair_by_pair():
    texts = [bring("ben"), bring("chidi", "None.")]
    begun = replace(BEGUN, about="texts")
    said = ["2>1", "2", "0", "abstain", "1=2", "2>1"]
    now = going(*by_phone(*SIX), *texts, begun)
    sums = secretly.summed(now.presence.deciding, said)
    now = going(*by_phone(*SIX), *texts, begun, ended(*sums))

    assert sums == (Hands(0, 3, 3), Hands(3, 2, 1), Hands(4, 1, 1))
    assert chosen(room(), last(now)).text == "2"
    assert now.presence.is_decided("hall")


def a_decision(phones, slips=None):
    people = {f"p{n}": f"p{n}" for n in range(40)}
    on_slips = 20 if slips else 0
    return Decision(
        "hall",
        at(),
        people,
        1,
        ended_at=at(1),
        counts={"a": slips, "b": slips} if slips else {},
        by_phone=frozenset(list(people)[on_slips:]),
        by_slips=True,
        in_secret=True,
        from_phones=(phones,),
    )


@pytest.mark.parametrize(
    ("phones", "slips", "is_told"),
    [
        (Hands(3, 3, 0), None, True),
        (Hands(3, 3, 3), None, True),
        (Hands(3, 1, 0), None, False),
        (Hands(3, 3, 1), None, False),
        (Hands(9, 0, 0), None, False),
        (Hands(9, 0, 3), None, False),
        (Hands(3, 3, 0), Hands(2, 2, 0), True),
        (Hands(1, 1, 0), Hands(3, 3, 0), False),
        (Hands(3, 3, 0), Hands(1, 1, 0), False),
        (Hands(0, 0, 0), Hands(3, 3, 0), True),
    ],
)
def test_numbers_are_told_where_they_say_nothing_of_one_or_two(phones, slips, is_told):
    assert secretly.can_be_told(a_decision(phones, slips), floor=5) is is_told


def test_of_fewer_than_the_floor_no_number_is_told():
    assert not secretly.can_be_told(a_decision(Hands(3, 3, 0)), floor=7)
    assert not secretly.can_be_told(replace(a_decision(Hands(0, 0, 0))), floor=1)


NUMBERS = st.integers(0, 99)


@given(st.lists(st.builds(Hands, NUMBERS, NUMBERS, NUMBERS), min_size=1))
def test_sums_are_read_as_they_were_written(sums):
    assert secretly.read(secretly.written(sums)) == tuple(sums)


@pytest.mark.parametrize("text", ["", "x", "1:2", "1:2:3;", "1:2:3:4", "1:2:-3"])
def test_what_are_no_sums_is_nothing(text):
    assert secretly.read(text) == ()
