"""What comes after a test in the room: those away, the next assembly, a last vote."""

from datetime import timedelta

import pytest

from commonweal.capabilities.assemblies import queries
from commonweal.capabilities.assemblies.access import Calling, Matter
from commonweal.capabilities.assemblies.actions import call_assembly
from commonweal.foundation.institutions.queries import memberships_of
from commonweal.rules.verdict import Refused
from tests.builders import a_member, day
from tests.capabilities.assemblies.circles import (
    BLOCK,
    CIRCLE,
    WORDS,
    a_circle,
    blocks,
    by_phone,
    ends,
    minuted,
    puts,
    says,
)
from tests.capabilities.assemblies.given import did, lines, now

pytestmark = pytest.mark.django_db
DAYS = 24 * 60
WITH_LAST_VOTE = CIRCLE + '\n[consensus]\nmeetings = 1\nfallback = "3/4"\n'


def a_circle_of_four_with_one_away(charter=CIRCLE):
    """Open an assembly of three, all by phone; Dora is not there."""
    row, asha, ben, chidi = a_circle(charter=charter, away=("Dora",))
    by_phone(row, asha, ben, chidi)
    [dora] = [
        one for one in row.institution.member_set.all() if one not in (asha, ben, chidi)
    ]
    return row, asha, ben, chidi, dora


def found(row, *people):
    """Put it to the test, and let all agree."""
    puts(row, people[0])
    for one in people:
        says(row, one, "agree")
    ends(row, people[0])


def later(row, who, what, *, minute=60, **more):
    did(row, "say_later", who, item="1", what=what, minute=minute, **more)


def stage(row, *, minute=600, item="1"):
    talk = queries.talk_of(now(row, minute=minute), item)
    return talk.now.stage if talk else ""


def next_assembly(row, by, *, days=10):
    """Call another that takes on what was left."""
    at = row.opens_at + timedelta(days=days)
    [left] = [
        one
        for one in queries.left_over(row.institution, at=at)
        if one.title.endswith("?")
    ]
    matter = Matter(left.title, 10, decides=True, taken_from=left.source)
    calling = Calling("Again", "Church hall", at + timedelta(days=8), (matter,))
    return call_assembly(row.institution, calling, by=by, at=at)


def opened_again(row, by, *others):
    did(row, "come_in", by, about=by, minute=0)
    for one in others:
        did(row, "come_in", by, about=one)
    did(row, "hand_on", by, about=by, what="minute_taker")
    did(row, "open", by)
    did(row, "turn_to", by, item="1", minute=1)
    by_phone(row, by, *others)


def test_what_the_room_finds_is_decided_once_those_away_have_had_their_days():
    row, *people, _dora = a_circle_of_four_with_one_away()

    found(row, *people)

    assert stage(row) == "absentees"
    assert stage(row, minute=15 * DAYS) == "adopted"
    assert "1 member was away and has 14 days to speak." in minuted(row)[-1]
    left = queries.left_over(row.institution, at=now(row).at)
    assert "Do we buy a key?" not in [one.title for one in left]


def asked_later(row, who):
    """Give what needs somebody of what an assembly found, that evening."""
    at = now(row).at
    needs = queries.needs_after(memberships_of(who.person, at=at), at=at)
    return [(one.assembly, one.item) for one in needs if one.kind == "say_later"]


def test_whoever_was_away_is_asked_under_what_needs_them():
    row, *people, dora = a_circle_of_four_with_one_away()

    found(row, *people)

    assert asked_later(row, dora) == [(row.number, "1")]
    assert asked_later(row, people[1]) == []
    later(row, dora, "reservations")
    assert asked_later(row, dora) == []


def test_whoever_was_there_does_not_speak_twice():
    row, *people, _dora = a_circle_of_four_with_one_away()
    found(row, *people)

    def refused_at(minute):
        with pytest.raises(Refused) as refused:
            later(row, people[1], "object", minute=minute, reason="Now I do.")
        return refused.value.verdict.reason.id

    assert refused_at(20) == "said_in_the_room"
    did(row, "turn_to", people[0], item="2", minute=30)
    assert refused_at(40) == "only_who_was_away"


def test_a_block_of_somebody_who_was_away_brings_it_back():
    row, *people, dora = a_circle_of_four_with_one_away()
    found(row, *people)

    later(row, dora, "block:meets", **BLOCK)

    assert stage(row) == "resolving"
    did(row, "close", people[0], minute=90)
    left = queries.left_over(row.institution, at=now(row).at)
    assert "Do we buy a key?" in [one.title for one in left]
    [line] = lines(row.institution, "spoke_after_assembly")
    assert line.facts.keys() == {"number", "held"}
    # It is not of the evening, so the minutes are as they were.
    assert not any("A block" in one for one in minuted(row))


def test_a_block_is_taken_back_until_the_next_assembly_takes_it_up():
    row, *people, dora = a_circle_of_four_with_one_away()
    found(row, *people)
    later(row, dora, "block:meets", **BLOCK)
    did(row, "close", people[0], minute=90)

    later(row, dora, "stand_aside", minute=DAYS)

    assert stage(row, minute=2 * DAYS) == "adopted"


def test_the_next_assembly_goes_on_from_there_and_a_block_lapses_without_its_maker():
    row, *people, dora = a_circle_of_four_with_one_away()
    found(row, *people)
    later(row, dora, "block:meets", **BLOCK)
    did(row, "close", people[0], minute=90)

    again = next_assembly(row, people[0])

    with pytest.raises(Refused) as refused:
        later(row, dora, "agree", minute=11 * DAYS)
    assert refused.value.verdict.reason.id == "talk_went_on"
    opened_again(again, *people)
    found(again, *people)
    talk = queries.talk_of(now(again), "1")
    assert talk is not None
    assert (talk.now.meetings, talk.now.stage) == (1, "absentees")
    with pytest.raises(Refused) as refused:
        later(again, dora, "block:meets", **BLOCK)
    assert refused.value.verdict.reason.id == "your_block_lapsed"


def blocked_twice(charter):
    """Let Chidi block, and block again at the next assembly, which is the last talk."""
    row, asha, ben, chidi, dora = a_circle_of_four_with_one_away(charter)
    for one in (0, 1):
        puts(row, asha)
        says(row, asha, "agree")
        says(row, ben, "agree")
        blocks(row, chidi)
        ends(row, asha)
        if not one:
            did(row, "close", asha, minute=90)
            row = next_assembly(row, asha)
            opened_again(row, asha, ben, chidi)
    return row, asha, ben, chidi, dora


def test_what_is_still_blocked_after_the_last_talk_comes_to_a_last_vote():
    row, asha, ben, chidi, _ = blocked_twice(WITH_LAST_VOTE)

    with pytest.raises(Refused) as refused:
        says(row, chidi, "agree", minute=8)
    did(row, "decide", asha, item="1", minute=9)
    for one, what in ((asha, "yes"), (ben, "yes"), (chidi, "no")):
        did(row, "answer", one, what=what, minute=10)
    did(row, "end_decision", asha, minute=11)

    # A block that is taken back after the last vote began changes nothing: all vote.
    assert refused.value.verdict.reason.id == "last_vote_has_begun"
    last = minuted(row)[-1]
    assert last.startswith("Not carried by phone")
    assert "Talking has not led to a consensus, so there is a last vote." in (
        " ".join(minuted(row))
    )


def test_where_the_charter_knows_no_last_vote_it_is_not_adopted():
    row, asha, *_ = blocked_twice(CIRCLE + "\n[consensus]\nmeetings = 1\n")

    assert stage(row) == "not_adopted"
    with pytest.raises(Refused) as refused:
        did(row, "decide", asha, item="1", minute=9)
    assert refused.value.verdict.reason.id in {
        "hands_are_no_consensus",
        "decided_already",
    }


def test_a_newcomer_after_the_assembly_was_not_asked():
    row, *people, _dora = a_circle_of_four_with_one_away()
    found(row, *people)
    erin = a_member(row.institution, "Erin", at=day(42))

    with pytest.raises(Refused) as refused:
        later(row, erin, "agree", minute=2 * DAYS)

    assert refused.value.verdict.reason.id == "not_in_circle"


def test_reasons_of_those_away_stand_among_the_words_without_their_names():
    row, *people, dora = a_circle_of_four_with_one_away()
    found(row, *people)
    later(row, dora, "block:meets", **BLOCK)

    [one] = [
        one
        for one in queries.passages(row, at=now(row).at)
        if one.said.text == BLOCK["reason"]
    ]

    assert (one.by, one.is_unnamed, one.said.author) == ("", True, dora.pk)


def blocked_and_called_again():
    """Let Chidi block, and call the next assembly, which takes the matter on."""
    row, asha, ben, chidi, _dora = a_circle_of_four_with_one_away()
    puts(row, asha)
    says(row, asha, "agree")
    says(row, ben, "agree")
    blocks(row, chidi)
    ends(row, asha)
    did(row, "close", asha, minute=90)
    return next_assembly(row, asha), asha, ben, chidi


def put_without(again, asha, ben):
    opened_again(again, asha, ben)
    did(again, "test", asha, item="1", words=WORDS, minute=2)
    for one in (asha, ben):
        did(again, "position", one, item="1", what="agree", minute=2)


def test_whoever_blocked_and_sits_down_a_minute_late_is_asked():
    again, asha, ben, chidi = blocked_and_called_again()
    put_without(again, asha, ben)

    did(again, "come_in", asha, about=chidi, minute=3)
    did(again, "position", chidi, item="1", what="block:meets", minute=3, **BLOCK)

    did(again, "end_test", asha, minute=4)
    assert stage(again) == "resolving"


def test_whose_block_lapsed_reads_so_and_the_minutes_say_it():
    again, asha, ben, chidi = blocked_and_called_again()
    put_without(again, asha, ben)
    did(again, "end_test", asha, minute=4)
    did(again, "close", asha, minute=90)

    with pytest.raises(Refused, match="your_block_lapsed"):
        later(again, chidi, "block:meets", minute=120, **BLOCK)

    assert any("1 block of before did not count" in one for one in minuted(again))


def test_who_came_after_the_test_blocks_in_the_days_of_those_away():
    again, asha, ben, chidi = blocked_and_called_again()
    put_without(again, asha, ben)
    did(again, "end_test", asha, minute=4)
    did(again, "come_in", asha, about=chidi, minute=5)
    did(again, "close", asha, minute=90)

    later(again, chidi, "block:meets", minute=120, **BLOCK)

    assert stage(again) == "resolving"
    assert not any("of before did not count" in one for one in minuted(again))
