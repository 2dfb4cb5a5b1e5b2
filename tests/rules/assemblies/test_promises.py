"""What holds of every assembly, whatever people do in it."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.assemblies.rooms import EIGHT, ROLL, at, give, opened, room, told

from commonweal.rules.assemblies import events as deeds
from commonweal.rules.assemblies import events_deciding as by_phone
from commonweal.rules.assemblies import events_testing as tests
from commonweal.rules.assemblies import events_texts as wording
from commonweal.rules.assemblies.floor import waiting
from commonweal.rules.assemblies.process import assembly, called, done, may_do
from commonweal.rules.assemblies.queue import most_before, queue
from commonweal.rules.assemblies.quorum import quorum
from commonweal.rules.assemblies.state import Floor
from commonweal.rules.assemblies.terms import KEYS, SCOPES
from commonweal.rules.assemblies.texts import VERBS
from commonweal.rules.consensus.events import POSITIONS

PEOPLE = st.sampled_from((*ROLL, "stranger"))
MOMENTS = st.integers(-60, 240).map(lambda minutes: EIGHT + timedelta(minutes=minutes))
ITEMS = st.sampled_from(("hall", "rent", "rules", "talk", "parking"))
TEXTS = st.sampled_from(("", "It is late."))
HANDS = st.integers(-1, 3)
CHANNELS = st.sampled_from(by_phone.CHANNELS)
ANSWERS = st.sampled_from(by_phone.ANSWERS)
GROUPS = st.sampled_from(("", "night", "day"))
LATE = EIGHT + timedelta(days=1)
EVENTS = st.lists(
    st.one_of(
        st.builds(deeds.Handed, PEOPLE, st.sampled_from(deeds.ROLES), PEOPLE, MOMENTS),
        st.builds(deeds.CameIn, PEOPLE, PEOPLE, MOMENTS),
        st.builds(deeds.WentOut, PEOPLE, PEOPLE, MOMENTS),
        st.builds(deeds.Undone, PEOPLE, PEOPLE, MOMENTS),
        st.builds(deeds.ProxyGiven, PEOPLE, st.one_of(st.just(""), PEOPLE), MOMENTS),
        st.builds(deeds.SecondCall, PEOPLE, MOMENTS),
        st.builds(
            deeds.DecisionBegan,
            *(PEOPLE, ITEMS, MOMENTS, st.booleans()),
            st.sampled_from(("", "a1", "a2")),
        ),
        st.builds(wording.TextBrought, PEOPLE, ITEMS, TEXTS, MOMENTS),
        st.builds(
            wording.AmendmentProposed,
            *(PEOPLE, ITEMS, st.integers(0, 2), st.sampled_from(VERBS)),
            *(st.integers(0, 2), TEXTS, MOMENTS),
        ),
        st.builds(wording.AmendmentAccepted, PEOPLE, ITEMS, st.integers(0, 2), MOMENTS),
        st.builds(
            wording.AmendmentWithdrawn, PEOPLE, ITEMS, st.integers(0, 2), MOMENTS
        ),
        st.builds(wording.TextWithdrawn, PEOPLE, ITEMS, st.integers(0, 2), MOMENTS),
        st.builds(deeds.Counted, PEOPLE, HANDS, HANDS, HANDS, MOMENTS),
        st.builds(deeds.DecisionEnded, PEOPLE, MOMENTS),
        st.builds(by_phone.ChannelChosen, PEOPLE, PEOPLE, CHANNELS, MOMENTS),
        st.builds(by_phone.PhoneAnswered, PEOPLE, ANSWERS, MOMENTS),
        st.builds(tests.PutToTest, PEOPLE, ITEMS, TEXTS, MOMENTS),
        st.builds(
            tests.PositionTaken,
            *(PEOPLE, PEOPLE, ITEMS, st.sampled_from(POSITIONS), MOMENTS),
            *(TEXTS, TEXTS, st.booleans()),
        ),
        st.builds(tests.PositionsCounted, PEOPLE, HANDS, HANDS, HANDS, MOMENTS),
        st.builds(
            tests.BlockJudged,
            *(PEOPLE, PEOPLE, ITEMS, st.integers(0, 2), st.booleans(), MOMENTS),
        ),
        st.builds(tests.EndedTest, PEOPLE, MOMENTS, TEXTS),
        st.builds(deeds.ItemBegun, PEOPLE, ITEMS, MOMENTS),
        st.builds(deeds.Borrowed, PEOPLE, ITEMS, ITEMS, st.integers(-1, 40), MOMENTS),
        st.builds(deeds.Moved, PEOPLE, ITEMS, st.one_of(st.just(""), ITEMS), MOMENTS),
        st.builds(deeds.Adjourned, PEOPLE, ITEMS, TEXTS, MOMENTS),
        st.builds(deeds.Asked, PEOPLE, PEOPLE, MOMENTS, st.sampled_from(deeds.SORTS)),
        st.builds(deeds.TookBack, PEOPLE, PEOPLE, MOMENTS),
        st.builds(deeds.Called, PEOPLE, MOMENTS, st.one_of(st.just(""), PEOPLE), TEXTS),
        st.builds(deeds.Finished, PEOPLE, MOMENTS),
        st.builds(deeds.QueueClosed, PEOPLE, MOMENTS),
        st.builds(deeds.QueueReopened, PEOPLE, MOMENTS),
        st.builds(deeds.WentRound, PEOPLE, MOMENTS),
        st.builds(deeds.Described, PEOPLE, GROUPS, MOMENTS),
        st.builds(deeds.Closed, PEOPLE, MOMENTS),
    ),
    max_size=40,
)
TERMS = st.fixed_dictionaries(
    {
        "quorum_least": st.integers(1, 4),
        "quorum_share": st.fractions(0, 1, max_denominator=4),
        "second_call_minutes": st.sampled_from((0, 30)),
        "proxies_most": st.integers(0, 2),
        "proxies_in_quorum": st.booleans(),
        "order_keys": st.lists(st.sampled_from(KEYS), max_size=4).map(tuple),
        "scope": st.sampled_from(SCOPES),
        "passed_most": st.integers(0, 3),
        "responses_most": st.integers(0, 2),
        "least_group": st.integers(2, 3),
    }
)
ROOMS = TERMS.map(lambda terms: room(**terms))


def held(meeting, later):
    """Give where an assembly that was opened stands once more has been done."""
    return assembly(meeting, [*opened(*ROLL[:4]), *later], at=LATE)


@given(ROOMS, EVENTS)
def test_each_place_in_the_queue_and_each_refusal_can_be_said(meeting, later):
    now = held(meeting, later)

    places = waiting(meeting, now, at=LATE)
    assert all(told(place.why) for place in places)
    assert all(told(turn.why) for turn in now.floor.turns)
    assert all(told(why) for _event, why in now.not_counted)


@given(ROOMS, EVENTS)
def test_everybody_who_waits_has_a_place_and_nobody_has_another(meeting, later):
    now = held(meeting, later)

    places = [place.of for place in waiting(meeting, now, at=LATE)]

    wait = {one.of for one in now.floor.requests} | set(now.floor.round)
    assert set(places) == wait
    assert wait <= set(now.presence.inside)


@given(ROOMS, EVENTS, st.randoms(use_true_random=False))
def test_the_queue_is_the_same_however_requests_are_kept(meeting, later, chance):
    floor = held(meeting, later).floor
    mixed = list(floor.requests)
    chance.shuffle(mixed)

    again = Floor(tuple(mixed), floor.turns, floor.is_closed, floor.round, floor.groups)

    both = [queue(meeting.terms, one, item="hall", at=LATE) for one in (floor, again)]
    assert both[0] == both[1]


@given(ROOMS, EVENTS, st.randoms(use_true_random=False))
def test_the_order_in_which_deeds_of_other_instants_are_handed_in_is_nothing(
    meeting, later, chance
):
    apart = list({event.at: event for event in [*opened(), *later]}.values())
    mixed = list(apart)
    chance.shuffle(mixed)

    in_order = sorted(apart, key=lambda event: event.at)
    assert assembly(meeting, mixed, at=LATE) == assembly(meeting, in_order, at=LATE)


@given(ROOMS, EVENTS)
def test_borrowing_neither_makes_nor_loses_a_minute(meeting, later):
    items = held(meeting, later).agenda.items

    assert sum(one.minutes for one in items) == sum(
        one.minutes for one in meeting.items
    )
    assert all(one.minutes >= 0 for one in items)
    assert {one.id for one in items} == {one.id for one in meeting.items}


@given(ROOMS, EVENTS)
def test_a_decision_counts_nobody_twice_and_none_who_was_not_asked(meeting, later):
    for decision in held(meeting, later).presence.decisions:
        acts = list(decision.counted.values())
        assert set(decision.counted) <= meeting.roll
        most = 1 + meeting.terms.proxies_most
        assert all(acts.count(who) <= most for who in acts)


@given(ROOMS, EVENTS)
def test_a_test_asks_nobody_twice_and_none_who_was_not_there(meeting, later):
    for test in held(meeting, later).presence.tests:
        assert test.counted <= meeting.roll
        assert test.spoken <= test.counted
        shown = test.hands.all if test.hands else 0
        assert len(test.spoken) + shown <= len(test.counted)


@given(ROOMS, EVENTS)
def test_no_decision_begins_without_a_quorum(meeting, later):
    now = called(meeting)
    for event in sorted([*opened(*ROLL[:4]), *later], key=lambda event: event.at):
        if not may_do(meeting, now, event):
            continue
        if isinstance(event, deeds.DecisionBegan):
            assert quorum(meeting, now.presence).verdict
        now = done(meeting, now, event)


@given(ROOMS, EVENTS)
def test_one_speaks_at_a_time(meeting, later):
    turns = held(meeting, later).floor.turns

    for turn, after in pairwise(turns):
        assert turn.ended_at is not None
        assert turn.began_at <= turn.ended_at <= after.began_at


@given(
    TERMS, st.lists(st.sampled_from(ROLL), max_size=60), st.lists(GROUPS, min_size=6)
)
def test_nobody_starves_under_what_the_keys_promise(terms, wishes, groups):
    """Let others ask as often as they like: Ben waits no longer than was promised."""
    meeting = room(**terms)
    promised = most_before(meeting.terms, len(ROLL))
    says = [
        deeds.Described(of, group, at(-2))
        for of, group in zip(ROLL, groups, strict=False)
    ]
    now = assembly(meeting, [*opened(), *says], at=at())
    waited: dict[str, int] = {}
    for number, of in enumerate(wishes):
        now, waited = _asks_and_somebody_speaks(meeting, now, waited, of, number)
        assert promised is None or all(most <= promised for most in waited.values())


def _asks_and_somebody_speaks(meeting, now, waited, of, number):
    """Fill the queue, in an order that starts with `of`, and call one."""
    start = ROLL.index(of)
    for place, other in enumerate((*ROLL[start:], *ROLL[:start])):
        wish = deeds.Asked(other, other, at(1 + number, place))
        if may_do(meeting, now, wish):
            now = done(meeting, now, wish)
            waited = {**waited, other: 0}
    now = done(meeting, now, give(1 + number + 0.5))
    spoke = now.floor.turns[-1].of
    return now, {who: most + 1 for who, most in waited.items() if who != spoke}
