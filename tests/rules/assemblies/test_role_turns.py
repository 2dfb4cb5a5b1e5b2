"""Whose turn it is to take a role: by turns, by lot, one thing a person."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.assemblies.rooms import ROLL, at, come, opened, room, where

from commonweal.rules.assemblies.events import Handed
from commonweal.rules.assemblies.role_turns import (
    Had,
    go_by_turn,
    in_turn,
    whose_turns,
)
from commonweal.rules.assemblies.terms import ROLES_GO, Assemblies

HAD = Had("an evening", {"minute_taker": {"ben": 2, "chidi": 1, "dora": 1}})


def order(role="minute_taker", had=HAD, events=(), *, roles="by_turn", **more):
    meeting = room(roles=roles, **more)
    return in_turn(meeting, where(meeting, events, 1), role, had)


def test_whoever_had_it_least_comes_first_and_all_who_are_there_have_a_place():
    found = order(events=come())

    # Asha leads, so she takes nothing else where others can.
    assert set(found) == set(ROLL) - {"asha"}
    assert set(found[:2]) == {"emil", "farah"}
    assert set(found[2:4]) == {"chidi", "dora"}
    assert found[-1] == "ben"


def test_by_lot_nobody_is_asked_who_had_it():
    found = order(events=come(), roles="by_lot")

    assert found == order(had=Had("an evening"), events=come(), roles="by_lot")
    assert found != order(had=Had("another"), events=come(), roles="by_lot")


def test_who_has_a_role_or_is_not_there_is_left_out_while_others_can():
    there = [*come("asha", "ben", "chidi"), Handed("asha", "timekeeper", "ben", at(-1))]

    assert order(events=there) == ("chidi",)
    alone = [*come("asha", "ben"), Handed("asha", "timekeeper", "ben", at(-1))]
    assert set(order(events=alone)) == {"asha", "ben"}


def test_whoever_has_it_now_passes_it_on_and_guests_take_none():
    handed = Handed("asha", "minute_taker", "chidi", at(-1))
    there = [*come("asha", "chidi", "dora", "guest"), handed]

    assert order(events=there, guests=("guest",)) == ("dora",)


def test_each_is_offered_one_thing_and_the_minutes_first():
    meeting = room(roles="by_turn")
    now = where(meeting, come(), 1)

    found = whose_turns(meeting, now, HAD)

    free = {role: of for role, of in found.items() if role != "facilitator"}
    assert len(set(free.values())) == 4
    assert found["minute_taker"] == order(events=come())[0]
    # Whoever leads hands that on to whoever is next for it, whatever else is offered.
    assert found["facilitator"] == order("facilitator", events=come())[0]


def test_few_people_do_several_things():
    meeting = room(roles="by_turn")
    now = where(meeting, come("asha", "ben"), 1)

    free = {**whose_turns(meeting, now, HAD), "facilitator": "asha"}

    assert set(free.values()) == {"asha", "ben"}


def test_where_nobody_counts_nobody_has_a_turn():
    meeting = room(roles="by_turn", roll=())

    assert whose_turns(meeting, where(meeting, [], 1), HAD) == {}


def test_before_anybody_has_come_it_is_the_order_of_all():
    assert set(order()) == set(ROLL) - {"asha"}


@given(st.text(max_size=8), st.sampled_from(ROLES_GO[1:]))
def test_the_same_evening_gives_the_same_order_to_whoever_works_it_out(lot, roles):
    meeting = room(roles=roles)
    now = where(meeting, opened(), 1)
    backwards = replace(meeting, roll=frozenset(reversed(ROLL)))

    found = in_turn(meeting, now, "doorkeeper", Had(lot))

    assert found == in_turn(backwards, now, "doorkeeper", Had(lot))


@pytest.mark.parametrize("roles", ROLES_GO)
def test_only_where_the_charter_says_so(roles):
    assert go_by_turn(Assemblies(roles=roles)) == (roles != "handed_on")
