"""Joining, being known by a name, taking part, and leaving."""

import pytest

from commonweal.foundation import codes
from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import inviting, joining
from commonweal.foundation.institutions.actions.bringing import Row, bring_members
from commonweal.foundation.institutions.models import Invitation, Member
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import LineWords
from commonweal.rules.verdict import Refused
from tests.builders import (
    FROM_A_SHEET,
    a_member,
    a_person,
    an_institution,
    day,
    founder_of,
)
from tests.foundation.given import last_line, words_beside

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def asha(union):
    return founder_of(union)


@pytest.fixture
def code(union, asha):
    return inviting.invite_by_codes(union, by=asha, count=1, at=day(1)).codes[0]


def test_a_printed_code_lets_one_person_in(union, code):
    ben = joining.join(
        codes.grouped(code).lower(), person=a_person("Ben"), name=" Ben ", at=day(2)
    )

    line = last_line(union)

    assert (ben.name, ben.member_class, ben.joined_at) == ("Ben", "tenant", day(2))
    assert (line.deed, line.by, line.about_id) == ("joined", ben.id, ben.id)
    assert words_beside(line) == {"name": "Ben"}
    with pytest.raises(Refused, match="invitation_used_up"):
        joining.join(code, person=a_person("Chidi"), name="Chidi", at=day(2))


def test_joining_twice_gives_the_membership_one_has(union, code):
    person = a_person("Ben")
    once = joining.join(code, person=person, name="Ben", at=day(2))

    again = joining.join(code, person=person, name="Benedict", at=day(3))

    assert (again.pk, again.name) == (once.pk, "Ben")
    assert len(queries.members(union, at=day(3))) == 2
    assert Invitation.objects.get().uses == 1


def test_a_member_does_not_use_up_a_code_meant_for_others(union, asha, code):
    joining.join(code, person=asha.person, name="Asha", at=day(2))

    ben = joining.join(code, person=a_person("Ben"), name="Ben", at=day(3))

    assert ben.name == "Ben"


@pytest.mark.parametrize("typed", ["", "0000-0000-0000", "x" * 10_000, "\u202e\u200b"])
def test_a_guessed_code_is_refused_in_the_same_words(union, code, typed):
    with pytest.raises(Refused) as refusal:
        joining.join(typed, person=a_person("Eve"), name="Eve", at=day(2))

    assert refusal.value.verdict.id == "invitation_unknown"
    assert refusal.value.verdict.facts == {}


def test_a_guess_costs_the_same_queries_whatever_is_guessed(
    code, django_assert_num_queries
):
    for typed in ("0000-0000-0000", code[:-1], "x" * 10_000):
        with django_assert_num_queries(1):
            assert queries.invitation_by_code(typed) is None
    with django_assert_num_queries(1):
        assert queries.invitation_by_code(code) is not None


def test_an_invitation_is_good_until_the_last_second_and_no_longer(union, asha):
    made = inviting.invite_by_link(union, by=asha, at=day(1))
    end = made.invitation.expires_at

    assert access.may_be_used(made.invitation, at=end.replace(hour=18, minute=59))
    assert access.may_be_used(made.invitation, at=end).id == "invitation_expired"
    with pytest.raises(Refused, match="invitation_expired"):
        joining.join(made.code, person=a_person("Ben"), name="Ben", at=end)


@pytest.mark.parametrize(
    ("name", "why"), [(" \u200b ", "name_empty"), ("a" * 10_000, "name_too_long")]
)
def test_a_refused_name_does_not_use_up_the_code(union, code, name, why):
    with pytest.raises(Refused, match=why):
        joining.join(code, person=a_person("Ben"), name=name, at=day(2))

    assert Invitation.objects.get().uses == 0
    assert joining.join(code, person=a_person("Ben"), name="Ben", at=day(2))


def test_html_and_reversed_letters_are_kept_as_plain_text(union, code):
    name = "<script>alert(1)</script>\u202e"

    ben = joining.join(code, person=a_person("Ben"), name=name, at=day(2))

    assert ben.name == "<script>alert(1)</script>"


def test_a_name_that_somebody_bears_is_refused(union, code):
    ben = a_member(union, "Ben")

    with pytest.raises(Refused, match="name_taken"):
        joining.join(code, person=a_person("Eve"), name="As\u200bha", at=day(2))
    with pytest.raises(Refused, match="name_taken"):
        joining.rename(ben, name="Asha", at=day(2))

    assert joining.rename(ben, name="Ben", at=day(2)).name == "Ben"


@pytest.mark.parametrize("name", ["\u0410sha", "asha", "As ha", "\uff21sha"])
def test_a_name_that_looks_like_somebody_elses_is_refused(union, code, name):
    with pytest.raises(Refused, match="name_taken"):
        joining.join(code, person=a_person("Eve"), name=name, at=day(2))


def test_a_name_is_free_again_once_its_bearer_has_left(union, code):
    joining.leave(a_member(union, "Ben"), at=day(1))

    assert joining.join(code, person=a_person("Ben"), name="Ben", at=day(2))


def test_a_new_name_is_noted(union):
    ben = a_member(union, "Ben")

    joining.rename(ben, name="Benedict", at=day(2))

    assert Member.objects.get(pk=ben.pk).name == "Benedict"
    assert (last_line(union).deed, words_beside(last_line(union))) == (
        "renamed",
        {"name": "Benedict"},
    )


def test_whoever_leaves_takes_their_name_along_and_the_chain_still_verifies(union):
    ben = a_member(union, "Ben")
    joining.rename(ben, name="Benedict", at=day(1))
    links = inviting.invite_by_link(union, by=ben, at=day(1))

    joining.leave(ben, at=day(2))

    gone = Member.objects.get(pk=ben.pk)
    told = str(journal.export(union, with_words=True))
    assert (gone.name, gone.person, gone.left_at) == ("", None, day(2))
    assert not LineWords.objects.filter(of_member=ben.pk).exists()
    assert "Ben" not in told
    assert journal.verify(union) == ()
    assert last_line(union).deed == "left"
    assert not access.may_be_used(
        Invitation.objects.get(pk=links.invitation.pk), at=day(2)
    )


def test_whoever_left_cannot_act_or_leave_again(union):
    ben = a_member(union, "Ben")
    joining.leave(ben, at=day(2))
    ben.refresh_from_db()

    with pytest.raises(Refused, match="member_has_left"):
        joining.leave(ben, at=day(3))
    with pytest.raises(Refused, match="member_has_left"):
        joining.rename(ben, name="Ben", at=day(3))
    with pytest.raises(Refused, match="member_has_left"):
        inviting.invite_by_link(union, by=ben, at=day(3))


def test_who_belonged_is_a_fact_of_the_moment(union):
    ben = a_member(union, "Ben", at=day(2))
    joining.leave(ben, at=day(5))

    counts = [len(queries.members(union, at=day(n))) for n in (1, 2, 4, 5)]

    assert counts == [1, 2, 2, 1]


def test_somebody_who_left_may_come_back_as_somebody_new(union):
    person = a_person("Ben")
    ben = a_member(union, person=person)
    joining.leave(ben, at=day(2))

    again = a_member(union, person=person, at=day(3))

    assert again.pk != ben.pk


def test_the_last_to_leave_ends_the_institution_and_its_invitations(union, asha):
    ben = a_member(union, "Ben")
    link = inviting.invite_by_link(union, by=asha, at=day(1))
    joining.leave(asha, at=day(2))
    assert union.dissolved_at is None

    joining.leave(ben, at=day(3))

    union.refresh_from_db()
    assert union.dissolved_at == day(3)
    assert [line.deed for line in journal.lines(union, limit=2)] == [
        "dissolved",
        "left",
    ]
    assert journal.verify(union) == ()
    assert queries.public_institutions(at=day(4)) == ()
    with pytest.raises(Refused, match="institution_dissolved"):
        joining.join(link.code, person=a_person("Eve"), name="Eve", at=day(4))


def test_taking_part_is_kept_as_a_day_and_not_in_the_journal(union, asha):
    before = journal.head(union)

    joining.be_active(asha, at=day(3))
    joining.be_active(asha, at=day(2))

    asha.refresh_from_db()
    assert asha.last_active_on == day(3).date()
    assert journal.head(union) == before


@pytest.mark.parametrize(
    "name",
    [
        "The institution",
        "the institution, by its charter",
        "Somebody who has left",
        "la instituci\u00f3n",
    ],
)
def test_nobody_is_called_what_the_journal_calls_nobody(union, asha, name):
    with pytest.raises(Refused, match="name_is_of_journal"):
        joining.rename(asha, name=name, at=day(2))


def test_nobody_founds_or_is_put_on_a_list_as_the_institution(union, asha):
    with pytest.raises(Refused, match="name_is_of_journal"):
        an_institution(founder="The institution")
    with pytest.raises(Refused, match="name_is_of_journal"):
        bring_members(
            union, [Row("The institution")], origin=FROM_A_SHEET, by=asha, at=day(1)
        )
