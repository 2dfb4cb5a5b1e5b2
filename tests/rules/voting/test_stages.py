from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.rules.voting.timelines import (
    DAY,
    RULE,
    START,
    a_timeline,
    day,
    supporter,
)

from commonweal.rules.verdict import ALLOWED, refused
from commonweal.rules.voting.decision_rule import SecondCall
from commonweal.rules.voting.preparation import (
    Preparing,
    Version,
    can_be_correction,
    to_confirm,
)
from commonweal.rules.voting.stages import (
    Moments,
    Timeline,
    moments,
    stage,
    turns,
)

A_SECOND = timedelta(seconds=1)
BOTH = (supporter("asha", 0), supporter("ben", 1))
# She supports the words as she read them, which others have changed by then.
LATE = supporter("dolores", 3.5)
MISSED = refused("quorum_missed", turnout=1, needed=9, electorate=98)


def test_nothing_put_is_a_draft():
    draft = Timeline("UTC", RULE)

    assert stage(draft, at=day(9)) == "draft"
    assert moments(draft) == Moments()


def test_a_proposal_goes_its_whole_way():
    rule = replace(RULE, in_force_after_days=3, review_after_days=100)
    timeline = a_timeline(*BOTH, rule=rule, verdict=ALLOWED)

    seen = {number: stage(timeline, at=day(number)) for number in (0, 1, 5, 7, 12, 15)}

    assert seen == {
        0: "seeking_support",
        1: "deliberating",
        5: "frozen",
        7: "deciding",
        12: "adopted",
        15: "in_force",
    }
    assert stage(timeline, at=day(115)) == "review_due"
    assert moments(timeline) == Moments(
        put_at=START,
        admitted_at=day(1),
        talk_ends_at=day(5),
        freezes_at=day(5),
        opens_at=day(7),
        closes_at=day(12),
        decided_at=day(12),
        in_force_at=day(15),
        review_at=day(115),
    )


def test_at_the_last_instant_it_is_over():
    timeline = a_timeline(*BOTH)

    assert stage(timeline, at=day(12) - timedelta(microseconds=1)) == "deciding"
    assert stage(timeline, at=day(12)) == "closed"


def test_without_support_it_lapses_at_the_end_of_its_time():
    timeline = a_timeline(supporter("asha", 0))

    assert stage(timeline, at=day(10) - A_SECOND) == "seeking_support"
    assert stage(timeline, at=day(10)) == "lapsed"
    assert moments(timeline).support_ends_at == day(10)
    assert moments(timeline).admitted_at is None


def test_support_that_comes_as_the_time_ends_comes_too_late():
    timeline = a_timeline(supporter("asha", 0), supporter("ben", 10))

    assert stage(timeline, at=day(10)) == "lapsed"


def test_one_member_is_one_supporter_however_often_they_say_so():
    timeline = a_timeline(supporter("asha", 0), supporter("asha", 1))

    assert stage(timeline, at=day(2)) == "seeking_support"


def test_changed_words_must_be_confirmed_before_the_text_is_fixed():
    changed = (Version(day(2)),)
    timeline = a_timeline(*BOTH, versions=changed)
    confirmed = a_timeline(
        *BOTH, supporter("asha", 3, 2), supporter("ben", 3.5, 2), versions=changed
    )

    assert stage(timeline, at=day(2)) == "amending"
    assert stage(timeline, at=day(5)) == "seeking_support"
    assert stage(timeline, at=day(12)) == "lapsed"
    assert stage(confirmed, at=day(3.5)) == "deliberating"
    assert stage(confirmed, at=day(5)) == "frozen"
    assert moments(confirmed).admitted_at == day(1)


def test_a_change_on_the_last_day_leaves_two_days_to_read_it():
    timeline = a_timeline(
        *BOTH,
        supporter("asha", 4.6, 2),
        supporter("ben", 4.7, 2),
        versions=(Version(day(4.5)),),
    )

    assert moments(timeline).freezes_at == day(6.5)


def test_a_correction_keeps_its_supporters():
    corrected = Version(day(2), correction=True)
    timeline = a_timeline(*BOTH, versions=(corrected,))

    assert stage(timeline, at=day(2)) == "deliberating"
    assert moments(timeline).freezes_at == day(5)


def test_a_contested_correction_is_a_change_from_then_on():
    contested = Version(day(2), correction=True, contested_at=day(3))
    timeline = a_timeline(*BOTH, versions=(contested,))

    assert stage(timeline, at=day(2.5)) == "deliberating"
    assert stage(timeline, at=day(3)) == "amending"


def test_support_for_a_correction_holds_when_it_is_contested_and_can_be_withdrawn():
    contested = Version(day(2), correction=True, contested_at=day(3))
    stayed, left = (
        a_timeline(
            *BOTH,
            supporter("asha", 2.5, 2),
            supporter("ben", 2.6, 2, until=until),
            versions=(contested,),
        )
        for until in (None, 4)
    )

    assert stage(stayed, at=day(3)) == stage(left, at=day(3)) == "deliberating"
    assert stage(stayed, at=day(5)) == "frozen"
    assert stage(left, at=day(5)) == "seeking_support"


def test_new_words_are_a_correction_only_while_there_is_a_day_to_contest_it():
    assert can_be_correction(freezes_at=None, at=day(3))
    assert can_be_correction(freezes_at=day(5), at=day(3))
    assert can_be_correction(freezes_at=day(5), at=day(4))
    assert not can_be_correction(freezes_at=day(5), at=day(4) + A_SECOND)


def test_those_who_supported_earlier_words_are_asked_to_confirm():
    known = Preparing(
        (Version(START), Version(day(2))),
        (*BOTH, supporter("ben", 3, 2), supporter("chidi", 0, until=1), LATE),
        support_needed=2,
        rule=RULE,
        zone="UTC",
    )

    assert to_confirm(known, at=day(1)) == frozenset()
    assert to_confirm(known, at=day(3)) == {"asha"}
    assert to_confirm(known, at=day(3.5)) == {"asha", "dolores"}


def test_support_taken_back_before_the_freeze_sends_it_back():
    timeline = a_timeline(supporter("asha", 0), supporter("ben", 1, until=4.9))

    assert stage(timeline, at=day(4.95)) == "deliberating"
    assert stage(timeline, at=day(5)) == "seeking_support"
    assert stage(timeline, at=day(10)) == "lapsed"


def test_support_found_again_admits_it_again():
    timeline = a_timeline(
        supporter("asha", 0), supporter("ben", 1, until=4), supporter("chidi", 7)
    )

    assert stage(timeline, at=day(6)) == "seeking_support"
    assert moments(timeline).admitted_at == day(7)
    assert moments(timeline).freezes_at == day(11)


def test_words_that_change_as_the_talk_ends_come_too_late_to_save_it():
    rule = replace(RULE, support_days=5)
    timeline = a_timeline(
        supporter("asha", 0),
        supporter("ben", 1, until=4),
        versions=(Version(day(5)),),
        rule=rule,
    )

    assert stage(timeline, at=day(5)) == "lapsed"
    assert [turn.stage for turn in turns(timeline)][-2:] == ["deliberating", "lapsed"]


def test_without_time_to_talk_it_is_fixed_as_soon_as_it_is_admitted():
    rule = replace(RULE, deliberation_days=0, notice_days=0)
    timeline = a_timeline(*BOTH, rule=rule)

    assert stage(timeline, at=day(1)) == "deciding"


def test_a_proposal_that_needs_no_support_is_discussed_at_once():
    timeline = a_timeline(needed=0)

    assert stage(timeline, at=START) == "deliberating"


@pytest.mark.parametrize(
    ("gone", "found"),
    [(0.5, "withdrawn"), (3, "withdrawn"), (6, "withdrawn"), (7, "closed")],
)
def test_it_can_be_taken_back_until_the_vote_opens(gone, found):
    timeline = a_timeline(*BOTH, withdrawn_at=day(gone))

    assert stage(timeline, at=day(50)) == found


def test_taking_it_back_before_it_was_put_means_nothing():
    timeline = a_timeline(*BOTH, withdrawn_at=START - DAY)

    assert stage(timeline, at=day(2)) == "deliberating"


def test_too_few_voters_call_a_second_vote():
    rule = replace(RULE, second_call=SecondCall(after_days=2, voting_days=3))
    timeline = a_timeline(*BOTH, rule=rule, verdict=MISSED, second_verdict=ALLOWED)

    seen = [stage(timeline, at=day(number)) for number in (12, 14, 17)]

    assert seen == ["no_quorum", "deciding", "in_force"]
    assert moments(timeline).second_call_opens_at == day(14)
    assert moments(timeline).second_call_closes_at == day(17)
    assert moments(timeline).decided_at == day(17)


def test_too_few_voters_end_it_where_there_is_no_second_call():
    timeline = a_timeline(*BOTH, verdict=MISSED)

    assert stage(timeline, at=day(50)) == "no_quorum"
    assert moments(timeline).second_call_opens_at is None


def test_no_second_vote_is_called_on_what_was_refused():
    rule = replace(RULE, second_call=SecondCall(after_days=2, voting_days=3))
    timeline = a_timeline(*BOTH, rule=rule, verdict=refused("tied", yes=1, no=1))

    assert stage(timeline, at=day(50)) == "not_adopted"


def test_a_rule_changed_before_the_opening_holds_from_the_opening():
    longer = replace(RULE, notice_days=9, voting_days=10)
    timeline = a_timeline(*BOTH, rule_when_opened=longer)

    assert moments(timeline).opens_at == day(7)
    assert moments(timeline).closes_at == day(17)


def test_a_rule_changed_while_voting_changes_nothing():
    timeline = a_timeline(*BOTH, rule_when_opened=RULE)

    assert moments(timeline).closes_at == day(12)


@pytest.mark.parametrize(("month", "hours"), [(3, -1), (10, 1)])
def test_a_vote_over_a_change_of_clocks_ends_at_its_time_of_day(month, hours):
    zone = ZoneInfo("Europe/Madrid")
    put = datetime(2026, month, 15, 20, tzinfo=zone)
    timeline = Timeline(
        "Europe/Madrid",
        replace(RULE, deliberation_days=7, voting_days=7),
        put_at=put,
        versions=(Version(put),),
    )

    when = moments(timeline)

    ends = when.closes_at.astimezone(zone)
    assert (ends.day, ends.hour) == (31, 20)
    assert when.closes_at - when.opens_at == timedelta(days=7, hours=hours)
