"""Who votes at once, and who may say that they know a newcomer."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonweal.rules.belonging.confirming import confirmers_needed, may_confirm
from commonweal.rules.belonging.independence import Origin
from commonweal.rules.belonging.sentences import SENTENCES
from commonweal.rules.belonging.terms import DOORS, Joining
from commonweal.rules.wording import render

FOUNDED = datetime(2026, 1, 5, 19, tzinfo=UTC)
LATER = FOUNDED + timedelta(days=90)
TERMS = Joining(
    frozenset({"invitation"}),
    confirmed=frozenset({"link"}),
    confirmers=2,
    founders=10,
    founding_days=30,
)


def needed(**facts):
    usual = {
        "door": "link",
        "came_before": 40,
        "could_confirm": 40,
        "founded_at": FOUNDED,
        "at": LATER,
    }
    return confirmers_needed(TERMS, **usual | facts)


def test_who_comes_by_an_open_link_needs_as_many_as_the_charter_says():
    assert needed() == 2


@pytest.mark.parametrize("door", ["code", ""])
def test_who_comes_by_a_code_or_a_place_of_their_own_needs_nobody(door):
    assert needed(door=door) == 0


@pytest.mark.parametrize(
    ("came_before", "day", "count"), [(9, 1, 0), (10, 1, 2), (9, 30, 2), (1, 29, 0)]
)
def test_the_first_ten_of_the_first_thirty_days_count_at_once(came_before, day, count):
    at = FOUNDED + timedelta(days=day)

    assert needed(came_before=came_before, at=at) == count


@given(st.integers(0, 50), st.integers(0, 9), st.sampled_from([*DOORS, ""]))
def test_nobody_waits_for_more_members_than_there_are(came_before, could, door):
    count = needed(came_before=came_before, could_confirm=could, door=door)

    assert 0 <= count <= could


ASHA = Origin("asha")
FARAH = Origin("farah", door="link", invited_by="asha")
BEN = Origin("ben", door="another link", invited_by="asha")


def asked(by=BEN, newcomer=FARAH, **facts):
    usual = {
        "is_known": False,
        "counts": True,
        "others_could": True,
        "said_already": False,
    }
    return may_confirm(by, newcomer, **usual | facts)


def test_a_member_who_came_another_way_may_say_so():
    assert asked()
    assert asked(by=Origin("chidi"))


@pytest.mark.parametrize(
    ("by", "facts", "why"),
    [
        (FARAH, {}, "confirming_oneself"),
        (BEN, {"is_known": True}, "confirmed_already"),
        (BEN, {"counts": False}, "not_confirmed_yet"),
        (Origin("eve", door="link"), {}, "confirmer_came_along"),
        (ASHA, {}, "confirmer_invited_them"),
        (BEN, {"said_already": True}, "said_so_already"),
    ],
)
def test_who_could_be_the_same_person_or_stands_behind_it_may_not(by, facts, why):
    verdict = asked(by=by, **facts)

    assert verdict.id == why
    assert render(verdict.reason, SENTENCES)


def test_who_invited_them_may_where_there_is_nobody_else():
    assert asked(by=ASHA, others_could=False)
