"""A decision to admit makes members another kind, and takes nothing from anybody."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from commonweal.rules.belonging.changing import (
    Belonging,
    counts_since,
    may_change_class,
)
from commonweal.rules.belonging.sentences import SENTENCES
from commonweal.rules.sentence import Plural

CAME = datetime(2026, 1, 5, 19, tzinfo=UTC)
LATER = CAME + timedelta(days=40)


SUPPORTER = Belonging("supporter", "Supporter", frozenset({"speak"}))
TENANT = Belonging(
    "tenant", "Tenant", frozenset({"speak", "vote"}), frozenset({"all_tenants"})
)


def test_a_member_becomes_what_has_every_right_they_have():
    assert may_change_class("Ben", now=SUPPORTER, then=TENANT)


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (TENANT, "of_this_class_already"),
        (Belonging("host", "Host", frozenset({"invite"})), "class_takes_rights"),
        (replace(SUPPORTER, rolls=frozenset({"elders"})), "class_takes_vote"),
    ],
)
def test_nobody_is_changed_into_less(now, why):
    verdict = may_change_class("Ben", now=now, then=TENANT)

    words = SENTENCES[why]
    assert verdict.id == why
    assert not isinstance(words, Plural)
    assert "Ben" in words.format(**verdict.facts)


def test_whoever_was_made_a_voter_belongs_to_the_roll_since_then():
    since = {"first_class": "supporter", "class_since": LATER}

    assert counts_since(CAME, **since, classes=("tenant",)) == LATER
    assert counts_since(CAME, **since, classes=("tenant", "supporter")) == CAME


def test_whoever_stayed_what_they_came_as_belongs_since_they_came():
    came = counts_since(CAME, first_class="", class_since=None, classes=("tenant",))

    assert came == CAME
