"""Phones beside hands: one channel each, summed once, and told to nobody before."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.assemblies.rooms import (
    EIGHT,
    ROLL,
    at,
    opened,
    reasons,
    room,
    told,
    where,
)

from commonweal.rules.assemblies import events as deeds
from commonweal.rules.assemblies.counting import Hands
from commonweal.rules.assemblies.events_deciding import (
    ANSWERS,
    CHANNELS,
    ChannelChosen,
    PhoneAnswered,
)
from commonweal.rules.assemblies.process import assembly

LATE = EIGHT + timedelta(days=1)


def phone(of, minute=1, by=None, channel="phone"):
    return ChannelChosen(by or of, of, channel, at(minute))


def says(of, answer, minute=3, second=0):
    return PhoneAnswered(of, answer, at(minute, second))


def begun(*phones, people=ROLL):
    """Open, let Ben keep the door, some choose the phone, and begin a decision."""
    return [
        *opened(*people),
        deeds.Handed("asha", "doorkeeper", "ben", at(1)),
        *(phone(of) for of in phones),
        deeds.DecisionBegan("asha", "hall", at(2)),
    ]


def counted(yes, no=0, abstain=0):
    return [deeds.Counted(of, yes, no, abstain, at(4)) for of in ("asha", "ben")]


END = deeds.DecisionEnded("asha", at(5))


def decision(events, **terms):
    now = where(room(**terms), events)
    assert reasons(now) == []
    return now.presence.decisions[-1]


def why(*events, people=ROLL, **terms):
    """Give the one reason for which something was not counted, and say it."""
    now = where(room(guests=("gita",), **terms), [*opened(*people), *events])
    [(_, reason)] = now.not_counted
    assert told(reason)
    return reason.id


def test_hands_and_phones_add_up():
    events = [
        *begun("chidi", "dora", "emil"),
        says("chidi", "yes"),
        says("dora", "no"),
        says("emil", "abstain"),
        *counted(2, 0, 1),
    ]

    ended = decision([*events, END])

    assert (ended.hands, ended.phones) == (Hands(2, 0, 1), Hands(1, 1, 1))
    assert ended.result == Hands(3, 1, 2)
    assert decision(events).result is None, "it goes on"


def test_a_second_answer_takes_the_place_of_the_first():
    events = [*begun("dora"), says("dora", "yes"), says("dora", "abstain", 4)]

    ended = decision([*events, *counted(5), END])

    assert ended.phones == Hands(0, 0, 1)
    assert ended.all_answered


def test_where_all_have_phones_no_hands_are_counted():
    events = [*begun(*ROLL), says("dora", "yes")]

    assert decision([*events, END]).result == Hands(1, 0, 0)
    nobody = where(room(), [*begun(*ROLL), END])
    assert nobody.presence.deciding, "nobody said anything"
    assert reasons(nobody) == ["too_few_took_part"]
    assert reasons(where(room(), [*events, *counted(1)[:1]])) == [
        "nobody_raises_a_hand"
    ]


def test_hands_are_never_more_than_those_who_raise_one():
    now = where(room(), [*begun("chidi", "dora", "emil"), *counted(2, 2)[:1]])

    assert [told(why) for _, why in now.not_counted] == [
        "In this decision the hands of 3 members are counted. That is more. Please "
        "count again."
    ]


def test_what_phones_said_is_not_dropped_without_a_reason():
    now = where(room(), [*begun("dora"), END])
    off = deeds.DecisionEnded("asha", at(6), "The lights went out.")

    assert reasons(now) == ["hands_are_not_counted"]
    assert decision([*begun("dora"), says("dora", "yes"), off]).result is None
    assert decision([*begun(*ROLL), says("dora", "yes"), off]).result is None
    assert reasons(where(room(), [*begun(), END])) == [], "as among hands alone"


def test_what_a_phone_said_stays_when_its_owner_goes_and_nothing_is_said_from_outside():
    left = [
        *begun("dora", "emil"),
        says("dora", "yes"),
        deeds.WentOut("dora", "dora", at(3, 1)),
        deeds.WentOut("emil", "emil", at(3, 1)),
    ]

    ended = decision([*left, *counted(4), END])
    assert ended.result == Hands(5, 0, 0)
    late = where(room(), [*left, says("emil", "no", 3, 2), says("dora", "no", 3, 2)])
    assert reasons(late) == ["not_in_the_room_yourself"] * 2
    assert late.presence.decisions[-1].phones == Hands(1, 0, 0)


def test_a_proxy_goes_with_whoever_holds_it():
    given = deeds.ProxyGiven("dora", "emil", at(-6))
    people = ("asha", "ben", "chidi", "emil", "farah")
    events = [given, *begun("emil", people=people), says("emil", "no")]

    ended = decision([*events, *counted(4), END], proxies_most=1)

    assert ended.raised == 4
    assert ended.weight("emil") == 2
    assert ended.result == Hands(4, 2, 0)


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (phone("gita"), "no_vote_in_the_room"),
        (phone("dora", by="asha"), "phone_is_chosen_by_oneself"),
        (phone("dora", channel="hand"), "channel_is_chosen"),
        (phone("dora", by="chidi", channel="hand"), "only_the_doorkeeper"),
        (says("dora", "yes"), "no_decision_goes_on"),
    ],
)
def test_a_choice_or_an_answer_that_cannot_be_is_refused(event, reason):
    assert why(event) == reason


def test_who_is_not_there_chooses_nothing():
    assert why(phone("dora"), people=("asha", "ben")) == "not_in_the_room"


def test_while_a_decision_goes_on_nobody_changes_how_they_are_counted():
    events = begun("dora")

    now = where(
        room(),
        [
            *events,
            phone("dora", 3, channel="hand"),
            phone("chidi", 3),
            says("chidi", "yes"),
        ],
    )

    assert reasons(now) == [
        "channel_is_fixed",
        "channel_is_fixed",
        "counted_by_hand_in_this",
    ]
    assert all(told(why) for _, why in now.not_counted)


def test_who_comes_in_the_middle_is_counted_from_the_next_one_on():
    events = begun("dora", people=ROLL[:4])
    late = [
        deeds.CameIn("emil", "emil", at(2, 1)),
        says("emil", "yes"),
    ]

    assert reasons(where(room(), [*events, *late])) == ["not_counted_in_this"]


def test_whose_phone_fails_is_put_back_to_their_hand_by_the_door():
    events = [*begun("dora")[:-1], phone("dora", 1, by="ben", channel="hand")]

    now = where(room(), events)

    assert reasons(now) == []
    assert now.presence.channels["dora"] == "hand"


MINUTES = st.integers(2, 60).map(at)
PEOPLE = st.sampled_from(ROLL)
PROXIES = st.dictionaries(PEOPLE, PEOPLE, max_size=3)
STEPS = st.lists(
    st.one_of(
        st.builds(
            lambda of, way, when: ChannelChosen(of, of, way, when),
            PEOPLE,
            st.sampled_from(CHANNELS),
            MINUTES,
        ),
        st.builds(PhoneAnswered, PEOPLE, st.sampled_from(ANSWERS), MINUTES),
        st.builds(
            deeds.Counted,
            st.sampled_from(("asha", "ben")),
            *(st.integers(0, 2) for _ in range(3)),
            MINUTES,
        ),
        st.builds(deeds.CameIn, PEOPLE, PEOPLE, MINUTES),
        st.builds(deeds.WentOut, PEOPLE, PEOPLE, MINUTES),
        st.builds(
            deeds.DecisionBegan,
            st.just("asha"),
            st.just("hall"),
            MINUTES,
        ),
        st.builds(deeds.DecisionEnded, st.just("asha"), MINUTES, st.just("")),
    ),
    max_size=30,
)


def held(proxies, phones, steps):
    """Give where it stands after whatever was done, some of them on phones."""
    given = [deeds.ProxyGiven(by, to, at(-6)) for by, to in proxies.items() if by != to]
    there = [of for of in ROLL if of not in proxies or of in {"asha", "ben"}]
    events = [*given, *begun(*phones, people=there), *steps]
    return assembly(room(proxies_most=2), events, at=LATE)


@given(PROXIES, st.sets(PEOPLE), STEPS)
def test_nobody_is_counted_twice_and_no_sum_is_more_than_the_counted(
    proxies, phones, steps
):
    for one in held(proxies, phones, steps).presence.decisions:
        by_phone = sum(one.weight(of) for of in one.by_phone)
        assert by_phone + one.raised == len(one.counted)
        assert set(one.answers) <= one.by_phone <= set(one.counted.values())
        said = one.phones
        assert said.yes + said.no + said.abstain <= by_phone
        if one.result is not None:
            total = one.result.yes + one.result.no + one.result.abstain
            assert total <= len(one.counted)
            assert one.result == (one.hands or Hands(0, 0, 0)) + said


@given(st.permutations(ROLL), st.lists(st.sampled_from(ANSWERS), min_size=6))
def test_in_which_order_phones_answer_is_nothing(order, answers):
    given = dict(zip(ROLL, answers, strict=False))
    pressed = [says(of, given[of], 3, second) for second, of in enumerate(order)]

    ended = decision([*begun(*ROLL), *pressed, END])

    assert ended.result == Hands(*map(answers[:6].count, ANSWERS))
