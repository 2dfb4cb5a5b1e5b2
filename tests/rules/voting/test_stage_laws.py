from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.voting.timelines import (
    DAY,
    MOMENTS,
    RULE,
    START,
    TICK,
    SlowWalk,
    a_timeline,
    day,
    supporter,
    supporting,
    timelines,
)

from commonweal.rules.voting.preparation import (
    Preparing,
    SupportersInTime,
    Supporting,
    Version,
    confirmed,
)
from commonweal.rules.voting.stage_table import STAGES, TRANSITIONS
from commonweal.rules.voting.stages import moments, stage, turns

A_SECOND = timedelta(seconds=1)


@settings(max_examples=60)
@given(timelines())
def test_a_proposal_only_takes_steps_of_the_table(timeline):
    known = {(step.origin, step.to) for step in TRANSITIONS}

    path = ["draft", *(turn.stage for turn in turns(timeline))]

    assert set(pairwise(path)) <= known


@settings(max_examples=60)
@given(timelines())
def test_turns_come_in_order_of_time(timeline):
    path = turns(timeline)

    assert all(one.at <= later.at for one, later in pairwise(path))
    assert all(stage(timeline, at=turn.at) in STAGES for turn in path)


@settings(max_examples=60)
@given(timelines(), st.data())
def test_what_happens_later_changes_nothing_that_was(timeline, data):
    later = data.draw(MOMENTS)
    looked_at = data.draw(MOMENTS.filter(lambda at: at < later))
    one_more = replace(data.draw(supporting(1)), at=later, withdrawn_at=None)
    versions = tuple(v for v in timeline.versions if v.at <= later)
    busier = replace(
        timeline,
        supports=(*timeline.supports, one_more),
        versions=(*versions, Version(later)),
        withdrawn_at=later,
    )
    quieter = replace(timeline, versions=versions, withdrawn_at=None)

    assert stage(busier, at=looked_at) == stage(quieter, at=looked_at)


@settings(max_examples=60)
@given(timelines())
def test_the_walk_agrees_with_a_secretary_who_looks_every_half_day(timeline):
    quiet = replace(timeline, withdrawn_at=None)
    slow = SlowWalk(quiet).stages(ticks=60)

    path = turns(quiet)
    fast = [
        [turn.stage for turn in path if turn.at <= START + tick * TICK][-1]
        for tick in range(60)
    ]

    # To the secretary, who does not count ballots, it stays frozen for good.
    assert [one if one in set(slow) else "frozen" for one in fast] == slow


@settings(max_examples=60)
@given(timelines())
def test_moments_are_where_the_stages_turn(timeline):
    when = moments(timeline)

    at_once = when.second_call_opens_at == when.closes_at
    if when.opens_at:
        assert when.freezes_at <= when.opens_at < when.closes_at
        assert stage(timeline, at=when.closes_at - A_SECOND) in (
            "deciding",
            "withdrawn",
        )
        assert stage(timeline, at=when.closes_at) != "deciding" or at_once
    if when.in_force_at:
        assert when.decided_at <= when.in_force_at
        assert stage(timeline, at=when.in_force_at) in ("in_force", "review_due")


@given(timelines(), st.lists(MOMENTS, min_size=1))
def test_counting_on_through_time_agrees_with_naming_everybody_anew(timeline, looks):
    known = Preparing(timeline.versions, timeline.supports, 1, RULE, "UTC")

    in_time = SupportersInTime(known)

    for at in sorted(looks):
        assert in_time.at(at) == len(confirmed(known, at=at))


def test_thousands_of_supporters_keep_nobody_waiting():
    number = 4_000
    gave = [START + place * A_SECOND for place in range(number)]
    supports = [Supporting(str(place), 1, at) for place, at in enumerate(gave)]
    again = [replace(one, version=2, at=one.at + 2 * DAY) for one in supports]
    timeline = a_timeline(*supports, *again, versions=(Version(day(2)),), needed=900)
    begun = perf_counter()

    found = stage(timeline, at=day(3))

    assert found == "deliberating"
    assert perf_counter() - begun < 3


def test_more_support_than_needed_turns_nothing():
    supporters = [supporter(by, at) for at, by in enumerate("abc")]

    path = turns(a_timeline(*supporters))

    assert [turn.stage for turn in path][:3] == [
        "seeking_support",
        "deliberating",
        "frozen",
    ]


def test_a_vote_that_was_put_off_opens_and_closes_so_many_days_later():
    both = supporter("ada", 0), supporter("ben", 1)

    usual, later = (moments(a_timeline(*both, put_off_days=days)) for days in (0, 3))

    assert (later.opens_at, later.closes_at) == (day(7 + 3), day(12 + 3))
    assert (usual.opens_at, usual.closes_at) == (day(7), day(12))
