"""What each form of meeting asks before it opens, and what can be done in it."""

from dataclasses import replace

import pytest
from tests.rules.assemblies.rooms import (
    ask,
    at,
    come,
    give,
    opened,
    reasons,
    room,
    spoke,
    where,
)

from commonweal.rules.assemblies.events import (
    DecisionBegan,
    Handed,
    ItemBegun,
    Opened,
    WentOut,
    WentRound,
)
from commonweal.rules.assemblies.events_spokes import (
    SpokeNamed,
    SpokesBack,
    TablesConsulted,
)
from commonweal.rules.assemblies.events_testing import PutToTest
from commonweal.rules.assemblies.forms import FORMS, groups_needed, terms_of
from commonweal.rules.assemblies.opening import preflight
from commonweal.rules.assemblies.quorum import counted, quorum
from commonweal.rules.assemblies.sentences import SENTENCES
from commonweal.rules.assemblies.terms import Assemblies


def formed(form, **more):
    meeting = room(**more)
    return replace(meeting, form=form, terms=terms_of(form, meeting.terms))


def names(of, group, minute=-2, by=None):
    return SpokeNamed(by or of, of, group, at(minute))


COUNCIL = formed("spokes_council")
SPOKES = [names("asha", 1), names("ben", 2), names("chidi", 3)]


def council():
    """Six are in the room, three of them speak for a group each."""
    return [
        *come(),
        *SPOKES,
        Handed("asha", "minute_taker", "asha", at(-1)),
        Opened("asha", at()),
        ItemBegun("asha", "hall", at()),
    ]


def missing(meeting, events):
    now = where(meeting, events, minute=-1)
    return {why.id for why in preflight(meeting, now, at=at())}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_its_name_and_says_what_it_is(form):
    assert SENTENCES[f"form_{form}"]
    assert SENTENCES[f"form_{form}_more"]


def test_nothing_is_decided_in_a_working_meeting():
    meeting = formed("working_meeting")
    begins = [
        DecisionBegan("asha", "hall", at(1)),
        PutToTest("asha", "hall", "So it is.", at(2)),
    ]

    now = where(meeting, [*opened(), *begins])

    assert reasons(now) == ["working_meeting_decides_nothing"] * 2


def test_nobody_has_to_take_minutes_where_nothing_is_decided():
    assert missing(formed("working_meeting"), come("asha")) == set()
    assert missing(room(), come("asha")) == {"nobody_takes_minutes"}


def test_a_congress_opens_only_with_enough_there_and_somebody_at_the_door():
    meeting = formed("congress_session", quorum_least=3)
    minutes = Handed("asha", "minute_taker", "asha", at(-3))
    door = Handed("asha", "doorkeeper", "ben", at(-3))

    few = missing(meeting, [*come("asha", "ben"), minutes])

    assert few == {"nobody_keeps_the_door", "too_few_in_the_room"}
    assert missing(meeting, [*come("asha", "ben", "chidi"), minutes, door]) == set()


def test_in_a_congress_turns_count_over_the_whole_session():
    assert terms_of("congress_session", Assemblies(needs_minutes=False)) == Assemblies(
        scope="session", needs_minutes=True
    )
    assert terms_of("assembly", Assemblies()) == Assemblies()


def test_a_spokes_council_opens_with_the_spokes_of_two_groups():
    minutes = Handed("asha", "minute_taker", "asha", at(-3))

    assert missing(COUNCIL, [*come(), minutes, SPOKES[0]]) == {"too_few_spokes"}
    assert missing(COUNCIL, [*come(), minutes, *SPOKES[:2]]) == set()


@pytest.mark.parametrize(("groups", "needed"), [(0, 2), (2, 2), (3, 2), (4, 3), (9, 6)])
def test_two_thirds_of_the_groups_must_be_there(groups, needed):
    assert groups_needed(groups) == needed


def test_only_spokes_are_counted_each_once():
    now = where(COUNCIL, council())

    assert set(counted(COUNCIL, now.presence)) == {"asha", "ben", "chidi"}
    assert quorum(COUNCIL, now.presence).needed == 2
    gone = where(COUNCIL, [*council(), WentOut("ben", "ben", at(1))])
    assert set(counted(COUNCIL, gone.presence)) == {"asha", "chidi"}


def test_only_spokes_speak_and_anybody_has_a_point_of_process():
    asked = [ask("dora", 2), ask("dora", 2, "process"), ask("ben", 3)]

    now = where(COUNCIL, [*council(), *asked, give(4), give(5)])

    assert reasons(now) == ["only_spokes_speak"]
    assert spoke(now) == ["dora", "ben"]


def test_a_go_round_asks_the_spokes():
    now = where(COUNCIL, [*council(), WentRound("asha", at(3))])

    assert set(now.floor.round) == {"asha", "ben", "chidi"}


def test_nothing_is_decided_before_the_tables_talked_about_it():
    begins = [DecisionBegan("asha", "hall", at(minute)) for minute in (2, 5, 8)]
    talk = [TablesConsulted("asha", "hall", at(4)), SpokesBack("asha", at(7))]

    now = where(COUNCIL, [*council(), *begins, *talk])

    assert reasons(now) == ["tables_were_not_consulted", "tables_consult"]
    assert set(now.presence.deciding.counted) == {"asha", "ben", "chidi"}


def test_while_the_tables_talk_nobody_is_given_the_word():
    events = [
        ask("ben", 1),
        TablesConsulted("asha", "hall", at(2)),
        give(3),
        TablesConsulted("asha", "hall", at(3)),
        SpokesBack("ben", at(4)),
        SpokesBack("asha", at(5)),
        SpokesBack("asha", at(6)),
        give(7),
    ]

    now = where(COUNCIL, [*council(), *events])

    assert reasons(now) == [
        "tables_consult",
        "tables_consult",
        "only_the_facilitator",
        "tables_do_not_consult",
    ]
    assert spoke(now) == ["ben"]


def test_spokes_rotate_by_their_own_hand_or_that_of_whoever_facilitates():
    events = [
        names("dora", 1, 2, by="ben"),
        names("dora", 2, 3),
        names("dora", 2, 4, by="ben"),
        names("emil", 3, 5, by="asha"),
        names("emil", 1, 6),
        names("ben", 0, 7),
        names("nobody", 4, 8, by="asha"),
    ]

    now = where(COUNCIL, [*council(), *events])

    assert now.presence.spokes.of == {1: "asha", 2: "dora", 3: "emil"}
    assert reasons(now) == [
        "only_keepers_name_others",
        "group_has_its_spoke",
        "speaks_for_another_group",
        "group_is_a_number",
        "not_asked_to_this",
    ]


def test_who_is_away_speaks_for_nobody_and_nobody_is_named_in_a_decision():
    talk = [TablesConsulted("asha", "hall", at(1)), SpokesBack("asha", at(2))]
    begun = DecisionBegan("asha", "hall", at(3))
    late = [*council(), *talk, begun, names("dora", 4, 4)]

    assert reasons(where(COUNCIL, late)) == ["decision_goes_on"]
    assert reasons(where(COUNCIL, [*come("asha"), names("ben", 1)])) == [
        "not_in_the_room"
    ]


def test_tables_talk_about_the_matter_at_hand_when_whoever_facilitates_says_so():
    talk = [TablesConsulted("asha", "hall", at(1)), SpokesBack("asha", at(2))]
    events = [
        TablesConsulted("ben", "hall", at(0)),
        TablesConsulted("asha", "rent", at(0)),
        *talk,
        DecisionBegan("asha", "hall", at(3)),
        TablesConsulted("asha", "hall", at(4)),
    ]

    now = where(COUNCIL, [*council(), *events])

    assert reasons(now) == [
        "only_the_facilitator",
        "not_the_matter_at_hand",
        "decision_goes_on",
    ]


def test_nobody_speaks_for_a_group_in_an_assembly():
    assert reasons(where(room(), [*come(), names("ben", 1)])) == ["no_spokes_here"]
