"""At the door of a laptop: a name by one phone, and nobody is told who belongs here."""

import pytest
from tests.rules.assemblies.rooms import at, opened, room, where

from commonweal.rules.assemblies.at_door import is_named, may_come_by_phone
from commonweal.rules.assemblies.carrying import SeenAtDoor


@pytest.mark.parametrize("typed", ["José Ruiz", "jose  ruiz", " JOSÉ RUIZ "])
def test_capitals_accents_and_spaces_make_no_other_name(typed):
    assert is_named("José Ruiz", typed)


@pytest.mark.parametrize("typed", ["", " ", "Jose", "Ruiz José", "José Ruiz x"])
def test_a_name_is_typed_whole(typed):
    assert not is_named("José Ruiz", typed)


def may(*found, not_by_phone=(), has_come=False):
    return may_come_by_phone(found, not_by_phone=not_by_phone, has_come=has_come)


def test_whoever_is_one_and_not_in_yet_comes_in():
    assert may("ben", not_by_phone=("asha",))


def test_all_others_hear_the_same():
    told = {
        may().reason,
        may("ben", "another ben").reason,
        may("ben", not_by_phone=("ben",)).reason,
    }

    assert [one.id for one in told] == ["name_not_by_phone"]


def test_a_device_has_one_name():
    assert may("ben", has_come=True).reason.id == "device_has_a_name"
    assert may(has_come=True).reason.id == "device_has_a_name"


@pytest.mark.parametrize(
    ("by", "of", "why"),
    [
        ("asha", "ben", None),
        ("ben", "chidi", "only_the_doorkeeper"),
        ("asha", "asha", "only_the_doorkeeper"),
        ("asha", "dora", "not_in_the_room"),
    ],
)
def test_whoever_keeps_the_door_says_whom_they_saw(by, of, why):
    saw = SeenAtDoor(by, of, at(5))

    now = where(room(), [*opened("asha", "ben", "chidi"), saw], minute=10)

    assert [one.id for _, one in now.not_counted] == ([why] if why else [])


def test_whom_they_saw_is_said_before_it_is_opened_too():
    now = where(room(), [SeenAtDoor("asha", "ben", at(-5))], minute=-1)

    [(_, why)] = now.not_counted
    assert why.id == "not_in_the_room"
