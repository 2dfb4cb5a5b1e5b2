"""An open link lets people in, and members say whom they know before they vote."""

from dataclasses import replace

import pytest

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import (
    bringing,
    confirming,
    inviting,
    joining,
)
from commonweal.foundation.institutions.models import Confirmation, Member
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.safeguards.actions import avoid
from commonweal.rules.sentence import local_text
from commonweal.rules.verdict import Refused
from commonweal.rules.voting.franchise import Franchise
from tests.builders import (
    FROM_A_SHEET,
    a_charter,
    a_member,
    a_person,
    an_institution,
    day,
    founder_of,
)
from tests.foundation.given import last_line, words_beside

pytestmark = pytest.mark.django_db

LATE = day(60)
EVERYBODY = Franchise("all", local_text(en="All"), frozenset({"tenant"}))


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def asha(union):
    return founder_of(union)


@pytest.fixture
def ben(union):
    return a_member(union, "Ben")


def come_by_link(union, *names, at, by=None, most=10):
    """Let people in by one link."""
    made = inviting.invite_by_link(union, by=by or founder_of(union), most=most, at=at)
    return [
        joining.join(made.code, person=a_person(name, at=at), name=name, at=at)
        for name in names
    ]


def on_roll(union, *, at):
    found = queries.eligible(union, EVERYBODY, noticed_at=at, at=at)
    count = queries.roll_count(union, EVERYBODY, at=at)
    assert count.size == len(found), "listing and counting agree"
    return {one.name for one in found}


def test_ten_names_behind_one_link_have_no_vote(union, ben):
    names = [f"Eve {n}" for n in range(10)]

    come_by_link(union, *names, at=LATE)

    assert on_roll(union, at=LATE) == {"Asha", "Ben"}


@pytest.mark.parametrize("right", ["vote", "support", "stand", "invite"])
def test_who_waits_may_talk_and_propose_and_nothing_that_counts(union, ben, right):
    (eve,) = come_by_link(union, "Eve", at=LATE)
    charter = queries.charter_in_force(union, at=LATE)

    assert access.has_right(eve, charter, "speak", at=LATE)
    assert access.has_right(eve, charter, "propose", at=LATE)
    assert access.has_right(eve, charter, right, at=LATE).id == "not_confirmed_yet"


def test_a_member_who_knows_them_lets_them_vote_and_the_journal_says_who(union, ben):
    (farah,) = come_by_link(union, "Farah", at=LATE)

    confirming.confirm(farah, by=ben, at=day(61))

    line = last_line(union)
    assert on_roll(union, at=LATE) == {"Asha", "Ben"}
    assert on_roll(union, at=day(61)) == {"Asha", "Ben", "Farah"}
    assert (line.deed, line.by, line.about_id) == (
        "confirmed_member",
        ben.pk,
        farah.pk,
    )
    assert words_beside(line) == {}
    assert journal.verify(union) == ()
    assert journal.compared(union) == ()


def test_who_invited_them_cannot_say_so(union, asha, ben):
    (farah,) = come_by_link(union, "Farah", at=LATE)

    with pytest.raises(Refused, match="confirmer_invited_them"):
        confirming.confirm(farah, by=asha, at=LATE)


def test_nine_more_names_are_not_let_in_by_the_first(union, ben):
    first, *others = come_by_link(union, "Eve", "Eva", "Evi", at=LATE)
    confirming.confirm(first, by=ben, at=LATE)
    first.refresh_from_db()

    for other in others:
        with pytest.raises(Refused, match="confirmer_came_along"):
            confirming.confirm(other, by=first, at=LATE)

    assert on_roll(union, at=LATE) == {"Asha", "Ben", "Eve"}


def test_who_waits_lets_nobody_in(union, ben):
    eve, eva = come_by_link(union, "Eve", "Eva", at=LATE)

    with pytest.raises(Refused, match="not_confirmed_yet"):
        confirming.confirm(eva, by=eve, at=LATE)
    with pytest.raises(Refused, match="confirming_oneself"):
        confirming.confirm(eve, by=eve, at=LATE)
    with pytest.raises(Refused, match="not_confirmed_yet"):
        inviting.invite_by_link(union, by=eve, at=LATE)


def test_a_hall_of_people_founds_and_the_first_let_in_the_others(union, asha):
    first = come_by_link(union, *[f"A {n}" for n in range(9)], at=day(0))
    others = come_by_link(union, *[f"B {n}" for n in range(10)], at=day(0))

    at_once = on_roll(union, at=day(0))
    charter = queries.charter_in_force(union, at=day(0))
    for one in others:
        # By chance some are told to let somebody else do it.
        able = [f for f in first if access.may_confirm(f, one, charter, at=day(0))]
        confirming.confirm(one, by=able[0], at=day(0))

    assert len(at_once) == 10
    assert len(on_roll(union, at=day(0))) == 20


def test_leaving_makes_no_room_among_the_first(union, asha):
    first = come_by_link(union, *[f"A {n}" for n in range(9)], at=day(0))
    for one in first:
        joining.leave(one, at=day(1))

    come_by_link(union, "Eve", at=day(1))

    assert on_roll(union, at=day(1)) == {"Asha"}


def test_a_printed_code_and_a_place_on_the_list_let_in_for_good():
    charter = a_charter()
    nobody_at_once = replace(charter.joining, founders=1)
    union = an_institution(charter=replace(charter, joining=nobody_at_once))
    sheet = bringing.bring_members(
        union,
        [bringing.Row("Dolores", "", "")],
        origin=FROM_A_SHEET,
        by=founder_of(union),
        at=day(0),
    )

    joining.join(sheet.codes[0], person=a_person("D"), name="Dolores", at=day(1))
    a_member(union, "Chidi", at=day(1))

    assert {"Dolores", "Chidi"} <= on_roll(union, at=day(1))


def test_where_the_charter_says_so_printed_codes_wait_too():
    charter = a_charter()
    strict = replace(charter.joining, confirmed=frozenset({"link", "code"}))
    union = an_institution(charter=replace(charter, joining=strict))
    a_member(union, "Ben")

    a_member(union, "Chidi", at=LATE)

    assert on_roll(union, at=LATE) == {"Asha", "Ben"}


def test_where_two_have_to_say_so_one_is_not_enough():
    charter = a_charter()
    two = replace(charter.joining, confirmers=2)
    union = an_institution(charter=replace(charter, joining=two))
    friends = [a_member(union, "Ben"), a_member(union, "Chidi")]
    (farah,) = come_by_link(union, "Farah", at=LATE)

    confirming.confirm(farah, by=friends[0], at=LATE)
    with pytest.raises(Refused, match="said_so_already"):
        confirming.confirm(farah, by=friends[0], at=LATE)
    before = on_roll(union, at=LATE)
    confirming.confirm(farah, by=friends[1], at=LATE)

    assert "Farah" not in before
    assert "Farah" in on_roll(union, at=LATE)


def test_a_founder_alone_is_not_stuck_when_the_first_days_are_over(union, asha):
    (farah,) = come_by_link(union, "Farah", at=LATE)

    confirming.confirm(farah, by=asha, at=LATE)

    assert on_roll(union, at=LATE) == {"Asha", "Farah"}


def test_who_invited_them_may_where_all_others_came_along(union, asha):
    first, second = come_by_link(union, "Farah", "Gil", at=LATE)
    confirming.confirm(first, by=asha, at=LATE)

    confirming.confirm(second, by=asha, at=LATE)

    assert on_roll(union, at=LATE) == {"Asha", "Farah", "Gil"}


def test_two_who_are_kept_apart_are_not_brought_together_here_either(union, ben):
    (farah,) = come_by_link(union, "Farah", at=LATE)
    avoid(ben, farah, at=LATE)

    with pytest.raises(Refused, match="another_will_do"):
        confirming.confirm(farah, by=ben, at=LATE)


def test_who_waits_is_listed_with_who_invited_and_who_knows_them(union, ben):
    farah, _gil = come_by_link(union, "Farah", "Gil", at=LATE)
    confirming.confirm(farah, by=ben, at=LATE)

    waiting = queries.newcomers_who_wait(union, at=LATE)

    assert [(one.member.name, one.invited_by) for one in waiting] == [("Gil", "Asha")]


def test_whoever_leaves_takes_what_was_said_of_them_along(union, ben):
    (farah,) = come_by_link(union, "Farah", at=LATE)
    confirming.confirm(farah, by=ben, at=LATE)

    joining.leave(Member.objects.get(pk=farah.pk), at=day(61))

    assert not Confirmation.objects.exists()
    assert journal.compared(union) == ()


@pytest.mark.parametrize(
    "change", [{"confirmers_needed": 0}, {"confirmed_at": day(60)}]
)
def test_who_lets_them_vote_with_the_database_in_hand_is_found_out(union, ben, change):
    come_by_link(union, "Eve", at=LATE)

    Member.objects.filter(name="Eve").update(**change)

    assert [one.id for one in journal.compared(union)] == ["journal_member_differs"]
