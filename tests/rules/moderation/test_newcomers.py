from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.moderation.newcomers import is_newcomer, may_put_another
from commonweal.rules.moderation.terms import Moderation

MONDAY = datetime(2026, 1, 5, 19, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("terms", "vouched", "days", "new"),
    [
        (Moderation(), 0, 0, False),
        (Moderation(newcomer_posts=2), 1, 400, True),
        (Moderation(newcomer_posts=2), 2, 0, False),
        (Moderation(newcomer_days=3), 0, 2, True),
        (Moderation(newcomer_days=3), 0, 3, False),
        (Moderation(newcomer_posts=1, newcomer_days=3), 1, 1, True),
        (Moderation(newcomer_posts=1, newcomer_days=3), 0, 9, True),
        (Moderation(newcomer_posts=1, newcomer_days=3), 1, 3, False),
    ],
)
def test_a_newcomer_is_one_by_contributions_or_by_days(terms, vouched, days, new):
    found = is_newcomer(
        terms, joined_at=MONDAY, vouched=vouched, at=MONDAY + days * DAY
    )

    assert found == new


def test_without_a_limit_any_number_of_proposals_is_put():
    assert may_put_another(Moderation(), put=[MONDAY] * 99, at=MONDAY)


def test_a_limit_says_from_when_there_is_room_again():
    terms = Moderation(most_proposals=2, proposal_days=10)
    put = [MONDAY + 4 * DAY, MONDAY, MONDAY + DAY]

    refusal = may_put_another(terms, put=put, at=MONDAY + 5 * DAY)

    assert refusal.id == "proposals_used_up"
    again = refusal.facts["again"]
    assert again == MONDAY + 11 * DAY
    assert not may_put_another(terms, put=put, at=again - timedelta(seconds=1))
    assert may_put_another(terms, put=put, at=again)


@given(st.lists(st.integers(0, 400)), st.integers(1, 5), st.integers(1, 60))
def test_whoever_keeps_to_the_limit_never_exceeds_it(tries, most, days):
    terms = Moderation(most_proposals=most, proposal_days=days)
    put: list[datetime] = []

    for number in sorted(tries):
        at = MONDAY + number * DAY
        if may_put_another(terms, put=put, at=at):
            put.append(at)

    for end in put:
        within = [one for one in put if end - days * DAY < one <= end]
        assert len(within) <= most
