"""Speaking time by group: whole minutes, after the end, and of nobody alone."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.assemblies.rooms import EIGHT, ask, at, give, opened, room

from commonweal.rules.assemblies import events as deeds
from commonweal.rules.assemblies.process import assembly
from commonweal.rules.assemblies.speaking_time import speaking_time
from commonweal.rules.assemblies.state import Assembly, Floor, Turn
from commonweal.rules.sentence import Sentence

LATE = EIGHT + timedelta(days=1)


def spoken(groups, least):
    """Let everybody who is of a group, named or not, speak for a minute."""
    turns = tuple(
        Turn(of, "hall", "turn", at(), Sentence("asked_first"), at(1)) for of in groups
    )
    floor = Floor(turns=turns, groups={of: one for of, one in groups.items() if one})
    over = Assembly(stage="closed", closed_at=LATE, floor=floor)
    lines = speaking_time(room(least_group=least).terms, over)
    return [(one.group, one.people, one.minutes) for one in lines]


def test_a_line_of_just_enough_people_is_told():
    groups = {"asha": "night", "ben": "night", "chidi": "", "dora": ""}

    assert spoken(groups, 2) == [("night", 2, 2), ("", 2, 2)]
    assert spoken(groups, 3) == [("", 4, 4)]
    assert spoken(groups, 5) == []


def test_the_smallest_group_is_put_with_whoever_would_stand_alone():
    night = dict.fromkeys(("asha", "ben", "chidi"), "night")
    day = dict.fromkeys(("dora", "emil"), "day")

    told = spoken({**day, **night, "farah": ""}, 2)

    assert told == [("night", 3, 3), ("", 3, 3)]


def test_of_groups_as_small_the_last_by_name_is_put_with_others():
    night, day = {"asha": "night", "ben": "night"}, {"chidi": "day", "dora": "day"}

    told = spoken({**night, **day, "farah": ""}, 2)

    assert told == [("day", 2, 2), ("", 3, 3)]


TURNS = st.lists(
    st.tuples(st.integers(0, 11).map(str), st.integers(0, 600)), max_size=20
)


@given(
    TURNS,
    st.dictionaries(st.integers(0, 11).map(str), st.sampled_from("abc")),
    st.integers(2, 5),
)
def test_speaking_time_is_told_of_nobody_alone(turns, groups, least):
    meeting = room(least_group=least)
    spoken = tuple(
        Turn(of, "hall", "turn", at(), Sentence("asked_first"), at(0, seconds))
        for of, seconds in turns
    )

    floor = Floor(turns=spoken, groups=groups)
    over = Assembly(stage="closed", closed_at=LATE, floor=floor)
    told_of = speaking_time(meeting.terms, over)

    people = len({of for of, _ in turns})
    assert all(line.people >= least for line in told_of)
    # Whoever subtracts what is told from all who spoke finds nobody, or enough.
    rest = people - sum(line.people for line in told_of)
    assert rest == 0 or (people < least and not told_of)
    assert sum(line.minutes for line in told_of) * 60 <= sum(s for _, s in turns)


def test_groups_are_told_in_minutes_once_enough_have_spoken():
    meeting = room(least_group=2)
    events = [
        *opened(),
        *(deeds.Described(of, "night", at(-1)) for of in ("asha", "ben")),
        *(deeds.Described(of, "day", at(-1)) for of in ("chidi", "dora")),
    ]
    for number, of in enumerate(("asha", "ben", "chidi", "dora", "emil")):
        events += [ask(of, number * 4), give(number * 4 + 1)]
    events += [deeds.Finished("asha", at(20)), deeds.Closed("asha", at(20))]
    now = assembly(meeting, events, at=at(20))

    lines = speaking_time(meeting.terms, now)

    assert [(one.group, one.people, one.minutes) for one in lines] == [
        ("day", 2, 8),
        ("", 3, 11),
    ]
    # Before the end nothing is told, or each turn would tell whose group it was.
    assert speaking_time(meeting.terms, assembly(meeting, events, at=at(19))) == ()
