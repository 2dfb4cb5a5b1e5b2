from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from commonweal.rules.sentence import local_text
from commonweal.rules.voting.franchise import Franchise, may_be_on_roll, may_in_office
from commonweal.rules.voting.rule_sentences import SENTENCES
from commonweal.rules.wording import render

NOTICE = datetime(2026, 5, 20, 19, tzinfo=UTC)
LONG_AGO = NOTICE - timedelta(days=400)
ALL = Franchise("all", local_text(en="All tenants"), frozenset({"tenant"}))


def asked(franchise, **facts):
    member = {
        "member_class": "tenant",
        "joined_at": LONG_AGO,
        "noticed_at": NOTICE,
        "suspended": False,
        "dormant": False,
    }
    return may_be_on_roll(franchise, **member | facts)


def test_a_member_of_the_class_is_on_the_roll():
    assert asked(ALL)


def test_of_an_office_only_its_holders_are_asked():
    panel = replace(ALL, office="panellist")

    assert may_in_office(panel, holds=True)
    assert may_in_office(ALL, holds=False)
    verdict = may_in_office(panel, holds=False)
    assert verdict.id == "office_not_held"
    assert "“All tenants”" in render(verdict.reason, SENTENCES)


def test_another_class_is_not_asked():
    verdict = asked(ALL, member_class="supporter")

    assert render(verdict.reason, SENTENCES).startswith(
        "This is decided by “All tenants”"
    )


@pytest.mark.parametrize(
    ("ago", "allowed"),
    [
        (timedelta(days=14), True),
        (timedelta(days=14) - timedelta(seconds=1), False),
        (timedelta(days=-1), False),
    ],
)
def test_who_joined_too_late_before_the_notice_is_not_asked(ago, allowed):
    settled = Franchise("s", ALL.name, ALL.classes, joined_days_before=14)

    verdict = asked(settled, joined_at=NOTICE - ago)

    assert bool(verdict) == allowed
    assert verdict or "14 days" in render(verdict.reason, SENTENCES)


def test_where_no_days_are_asked_even_who_joined_after_the_notice_votes():
    assert asked(ALL, joined_at=NOTICE + timedelta(days=1))


@pytest.mark.parametrize("good_standing", [True, False])
def test_the_suspended_vote_only_where_the_charter_says_so(good_standing):
    franchise = Franchise("f", ALL.name, ALL.classes, good_standing=good_standing)

    assert bool(asked(franchise, suspended=True)) != good_standing


@pytest.mark.parametrize("active_only", [True, False])
def test_the_dormant_are_left_out_only_where_the_charter_says_so(active_only):
    franchise = Franchise("f", ALL.name, ALL.classes, active_only=active_only)

    verdict = asked(franchise, dormant=True)

    assert bool(verdict) != active_only
    assert verdict or render(verdict.reason, SENTENCES)
