"""What holds of every test of consensus, whatever people do in it."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.consensus.circles import LATE, NOON, ROLL, on, told

from commonweal.rules.consensus.events import (
    ANSWERS,
    POSITIONS,
    Amended,
    AskedAgain,
    Concluded,
    Judged,
    Met,
    Raised,
    Said,
    Voted,
)
from commonweal.rules.consensus.process import process
from commonweal.rules.consensus.sentences import REFUSALS
from commonweal.rules.consensus.state import ENDS, Circle
from commonweal.rules.consensus.terms import VALIDITIES, Consensus
from commonweal.rules.wording import say

MEMBERS = st.sampled_from((*ROLL, "stranger"))
MOMENTS = st.integers(-50, 5_000).map(lambda hours: NOON + timedelta(hours=hours))
HANDS = st.integers(-1, 2)
TEXTS = st.sampled_from(("", "It hurts."))
EVENTS = st.lists(
    st.one_of(
        st.builds(
            Said,
            MEMBERS,
            st.sampled_from(POSITIONS),
            MOMENTS,
            TEXTS,
            TEXTS,
            st.booleans(),
        ),
        st.builds(Judged, MEMBERS, MEMBERS, st.booleans(), MOMENTS),
        st.builds(Met, MEMBERS, st.frozensets(MEMBERS), MOMENTS),
        st.builds(Amended, MEMBERS, MOMENTS),
        st.builds(AskedAgain, MEMBERS, MOMENTS),
        st.builds(
            Raised, MEMBERS, st.frozensets(MEMBERS), HANDS, HANDS, HANDS, MOMENTS
        ),
        st.builds(Concluded, MEMBERS, MOMENTS),
        st.builds(Voted, MEMBERS, st.sampled_from(ANSWERS), MOMENTS),
    ),
    max_size=30,
)
SHARES = st.fractions(0, 1, max_denominator=10)
TERMS = st.builds(
    Consensus,
    test_days=st.integers(1, 10),
    blocks_to_stop=st.integers(1, 3),
    blocks_share=SHARES,
    stand_asides_most=st.integers(0, 3),
    stand_asides_share=SHARES,
    reservations_most=st.integers(0, 3),
    reservations_share=SHARES,
    needs_principle=st.booleans(),
    needs_meeting=st.booleans(),
    validity=st.sampled_from(VALIDITIES),
    validity_share=SHARES,
    absentee_days=st.integers(0, 14),
    meetings=st.integers(0, 6),
    resolution_days=st.integers(1, 90),
    lapses_if_away=st.booleans(),
    rounds=st.integers(1, 3),
    fallback=SHARES,
    fallback_days=st.integers(1, 7),
)
CIRCLES = st.builds(
    Circle,
    terms=TERMS,
    roll=st.just(frozenset(ROLL)),
    opened_at=st.just(NOON),
    zone=st.sampled_from(("UTC", "Europe/Madrid")),
    quorum=st.integers(1, 5),
    panel=st.just(frozenset({"asha", "stranger"})),
)


@given(CIRCLES, EVENTS)
def test_it_always_ends(asked, events):
    terms = asked.terms
    longest = (
        terms.rounds * (terms.test_days + terms.absentee_days)
        + terms.resolution_days
        + terms.fallback_days
    )

    now = process(asked, events, at=on(longest + 1))

    assert now.stage in ENDS
    assert now.until is None


@given(CIRCLES, EVENTS, MOMENTS)
def test_what_was_decided_is_not_undone_by_what_comes_later(asked, events, moment):
    before = process(asked, events, at=max(moment, NOON))
    after = process(asked, events, at=on(LATE))

    assert after.turns[: len(before.turns)] == before.turns
    assert not before.is_over or after.stage == before.stage


@given(CIRCLES, EVENTS)
def test_each_turn_and_each_refusal_can_be_said(asked, events):
    now = process(asked, events, at=on(LATE))

    assert all(told(now))
    assert all(say(why, REFUSALS) for _event, why in now.not_counted)
    moments = [turn.at for turn in now.turns]
    assert moments == sorted(moments)


@given(CIRCLES, EVENTS)
def test_a_stranger_changes_nothing(asked, events):
    if asked.terms.validity == "panel":
        return
    ours = [event for event in events if event.by != "stranger"]

    with_them = process(asked, events, at=on(LATE))

    assert with_them.turns == process(asked, ours, at=on(LATE)).turns


@given(CIRCLES, EVENTS)
def test_without_a_last_vote_nothing_passes_over_enough_blocks(asked, events):
    now = process(asked, events, at=on(LATE))

    voted = any(turn.stage == "falling_back" for turn in now.turns)
    if now.stage == "adopted" and not voted:
        assert len(now.blocks) < asked.terms.blocks_needed(now.spoke)
        assert now.spoke >= asked.quorum


@given(CIRCLES, st.randoms(use_true_random=False), EVENTS)
def test_the_order_in_which_deeds_of_other_instants_are_handed_in_is_nothing(
    asked, chance, events
):
    apart = {event.at: event for event in events}
    mixed = list(apart.values())
    chance.shuffle(mixed)

    assert process(asked, mixed, at=on(LATE)) == process(
        asked, sorted(mixed, key=lambda event: event.at), at=on(LATE)
    )


@given(CIRCLES, EVENTS)
def test_in_a_room_nobody_is_counted_by_hand_who_spoke(asked, events):
    room = replace(asked, in_room=True)

    now = process(room, events, at=on(LATE))

    assert not now.raised & now.positions.keys()
    assert sum(now.hands.values()) <= len(now.raised)
    assert all(told(now))
