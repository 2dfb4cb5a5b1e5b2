"""The speaking queue: who is next, why, and how the room can put others first."""

from tests.rules.assemblies.rooms import (
    ROLL,
    ask,
    at,
    give,
    line,
    names,
    opened,
    room,
)

from commonweal.rules.assemblies.events import (
    Described,
    Finished,
    ItemBegun,
)
from commonweal.rules.assemblies.queue import most_before

# ---- the keys of the charter


def test_who_has_not_spoken_comes_before_who_asked_earlier_and_has():
    events = [*opened(), ask("ben", 1), give(2), ask("ben", 3), ask("dora", 4)]

    assert line(room(), events) == [
        ("dora", "Has not spoken yet, and those who asked earlier have."),
        ("ben", "Asked before all who come after."),
    ]


def test_first_come_first_served_where_the_charter_says_so():
    events = [*opened(), ask("ben", 1), give(2), ask("ben", 3), ask("dora", 4)]

    assert names(room(order_keys=("arrival",)), events) == ["ben", "dora"]


def test_who_had_fewer_turns_comes_first():
    twice = [ask("ben", 1), give(2), ask("ben", 3), give(4)]
    once = [ask("dora", 5), give(6)]
    events = [*opened(), *twice, *once, ask("ben", 7), ask("dora", 8)]

    assert line(room(), events)[0] == (
        "dora",
        "Has had fewer turns than those who asked earlier.",
    )


def test_who_spoke_for_less_time_comes_first():
    long_, short = [ask("ben", 1), give(2)], [ask("dora", 9), give(10)]
    end = [Finished("dora", at(11))]
    events = [*opened(), *long_, *short, *end, ask("ben", 12), ask("dora", 13)]

    assert line(room(order_keys=("least_seconds",)), events)[0] == (
        "dora",
        "Has spoken for less time than those who asked earlier.",
    )


def test_the_queue_that_is_shown_is_the_queue_that_is_called():
    meeting = room(order_keys=("alternation",), least_group=3)
    groups = [
        Described(of, "night shift" if of in "asha ben chidi" else "day shift", at(-3))
        for of in ROLL
    ]
    asks = [ask("ben", 1), ask("dora", 2), ask("chidi", 3, sort="process")]
    events = [*opened(), *groups, *asks]

    shown = names(meeting, events)
    called = [*events, give(4), Finished("chidi", at(5)), give(6)]

    assert shown == ["chidi", "dora", "ben"]
    assert names(meeting, called) == ["ben"], "dora was given the second turn"


def test_voices_alternate_where_groups_are_large_enough():
    meeting = room(order_keys=("alternation",), least_group=3)
    groups = [
        Described(of, "night shift" if of in "asha ben chidi" else "day shift", at(-3))
        for of in ROLL
    ]
    asks = [ask("ben", 1), ask("chidi", 2), ask("dora", 3), ask("emil", 4)]

    assert names(meeting, [*opened(), *groups, *asks]) == [
        "ben",
        "dora",
        "chidi",
        "emil",
    ]
    assert (
        "dora",
        "Comes here so that voices alternate, as the charter says.",
    ) in line(meeting, [*opened(), *groups, *asks])
    # One who takes back what they said makes the group too small to be counted.
    fewer = [*groups, Described("asha", "", at(-2)), Described("emil", "", at(-2))]
    assert names(meeting, [*opened(), *fewer, *asks]) == [
        "ben",
        "chidi",
        "dora",
        "emil",
    ]


def test_turns_on_an_earlier_matter_count_where_the_charter_says_so():
    events = [
        *opened(),
        ask("ben", 1),
        give(2),
        ItemBegun("asha", "rent", at(3)),
        ask("ben", 4),
        ask("dora", 5),
    ]

    assert names(room(), events) == ["ben", "dora"]
    assert names(room(scope="session"), events) == ["dora", "ben"]


def test_whoever_was_passed_often_enough_goes_first():
    passing = [
        step
        for number, of in enumerate(("chidi", "dora"))
        for step in (ask(of, 10 + number * 2), give(11 + number * 2))
    ]
    events = [*opened(), ask("ben", 1), give(2), ask("ben", 3), *passing]
    events = [*events, ask("emil", 20)]

    assert names(room(), events)[0] == "emil"
    assert line(room(passed_most=2), events)[0] == (
        "ben",
        "2 people who asked later have spoken since, so it is their turn.",
    )


def test_the_reason_is_true_of_each_who_asked_earlier():
    meeting = room(order_keys=("first_time", "alternation"), least_group=3)
    groups = [
        Described(of, "night shift" if of in "asha ben chidi" else "day shift", at(-3))
        for of in ROLL
    ]
    spoken = [ask("ben", 1), give(2), Finished("ben", at(3))]
    # Ben has spoken; Chidi has not, but is of the group that spoke last; Dora neither.
    asks = [ask("ben", 4), ask("chidi", 5), ask("dora", 6)]

    assert line(meeting, [*opened(), *groups, *spoken, *asks])[0] == (
        "dora",
        "Before those who asked earlier, because some of them have spoken already and "
        "voices alternate.",
    )


def test_what_is_promised_follows_from_the_keys():
    assert most_before(room(order_keys=()).terms, 6) == 5
    assert most_before(room(order_keys=("first_time", "arrival")).terms, 6) == 5
    assert most_before(room(passed_most=4).terms, 6) == 9
    assert most_before(room(passed_most=0).terms, 6) is None
