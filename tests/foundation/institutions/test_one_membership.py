"""One person, one membership: who belongs already becomes what the members decide."""

import re
from uuid import uuid4

import pytest

from commonweal.foundation import effects
from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import (
    by_decision,
    changing,
    inviting,
    joining,
)
from commonweal.foundation.institutions.actions.bringing import Row, bring_members
from commonweal.foundation.institutions.models import Member
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import Line
from commonweal.foundation.language import say
from commonweal.foundation.people.queries import opened_letter
from commonweal.rules.charters.charter import Charter
from commonweal.rules.verdict import Refused
from tests.builders import (
    FROM_A_SHEET,
    a_member,
    a_person,
    an_institution,
    confirmed,
    day,
    founder_of,
    written_to,
)
from tests.foundation.given import last_line

pytestmark = pytest.mark.django_db

DECISION = uuid4()


@pytest.fixture
def union():
    return an_institution()


@pytest.fixture
def ben(union):
    """Give a supporter, whom the members once admitted and who then came."""
    terms = {"people": [{"name": "Ben", "member_class": "supporter"}]}
    by_decision.admit_member(union, terms=terms, decision=uuid4(), at=day(1))
    place = Member.objects.get(name="Ben")
    sheet = inviting.invite_to_place(place, by=founder_of(union), at=day(1))
    return joining.join(sheet.code, person=a_person("Ben"), name="Ben", at=day(2))


def written(union, *names, member_class="tenant", at=None):
    """Give the terms as they are kept of names that somebody writes."""
    people = [{"name": name, "member_class": member_class} for name in names]
    effect = effects.effect("admit_member")
    return dict(effect.understood(union, {"people": people}, at or day(3)))


def admit(union, terms, *, at=None):
    by_decision.admit_member(union, terms=terms, decision=DECISION, at=at or day(9))


def charter_of(union) -> Charter:
    return queries.charter_in_force(union, at=day(9))


def on_roll(union, name, *, at, franchise="active_tenants"):
    rule = charter_of(union).franchise(franchise)
    found = queries.eligible(union, rule, noticed_at=at, at=at)
    assert queries.roll_count(union, rule, at=at).size == len(found)
    return name in {one.name for one in found}


def test_a_supporter_who_is_admitted_as_a_tenant_stays_one_member(union, ben):
    admit(union, written(union, "Farah", "ben "))

    ben.refresh_from_db()
    assert (ben.member_class, ben.joined_at) == ("tenant", day(1))
    assert sorted(one.name for one in queries.members(union, at=day(9))) == [
        "Asha",
        "Ben",
        "Farah",
    ]
    assert on_roll(union, "Ben", at=day(9), franchise="all_tenants")
    assert journal.compared(union) == ()


def test_the_journal_says_who_became_something_else(union, ben):
    admit(union, written(union, "Ben"))

    line = last_line(union)
    said = say(journal.deed_sentence(line, {ben.pk: "Ben"}))
    assert (line.deed, line.about_id, line.by) == ("changed_class", ben.pk, None)
    assert line.facts["decision"] == str(DECISION)
    assert said == (
        "Ben, who belonged already, became another kind of member by decision."
    )
    assert not Line.objects.filter(deed="admitted_members", at=day(9)).exists()


def test_a_class_changed_behind_the_journals_back_is_found(union, ben):
    admit(union, written(union, "Ben"))

    Member.objects.filter(pk=ben.pk).update(class_since=day(1))

    assert [one.id for one in journal.compared(union)] == ["journal_member_differs"]


def test_what_the_members_read_says_who_belongs_already(union, ben):
    told = effects.effect("admit_member").told
    charter = charter_of(union)

    alone = told(charter, written(union, "Ben"))
    both = told(charter, written(union, "Farah", "Ben"))

    changed = "Ben belongs here already, as Supporter, and becomes Tenant."
    assert alone is not None
    assert both is not None
    assert say(alone) == changed
    assert say(both) == f"Farah: admitted as Tenant. {changed}"


def test_who_takes_the_name_after_the_members_read_it_is_not_meant(union, ben):
    terms = written(union, "Ben")
    joining.rename(ben, name="Benito", at=day(4))
    other = a_member(union, "Ben", at=day(5))

    admit(union, terms)

    ben.refresh_from_db()
    other.refresh_from_db()
    assert (ben.member_class, other.class_since) == ("tenant", None)


def test_nobody_is_sent_into_a_vote_on_the_day_before(union, ben):
    admit(union, written(union, "Ben"), at=day(20))

    assert not on_roll(union, "Ben", at=day(33))
    assert on_roll(union, "Ben", at=day(34))


def test_whom_the_members_admit_they_know(union, ben):
    Member.objects.filter(pk=ben.pk).update(confirmers_needed=1)
    line = Line.objects.get(deed="joined", about_id=ben.pk)
    line.facts |= {"member_class": "supporter", "confirmers": 1}
    del line.facts["person"]
    line.save()

    admit(union, written(union, "Ben"))

    assert Member.objects.get(pk=ben.pk).confirmed_at == day(9)
    assert journal.compared(union) == ()


@pytest.mark.parametrize(
    ("names", "member_class", "why"),
    [
        (["Asha"], "tenant", "of_this_class_already"),
        (["Asha"], "supporter", "class_takes_rights"),
        (["Ben"], "landlord", "class_unknown"),
        (["Ben", "Ben"], "tenant", "named_twice"),
    ],
)
def test_where_it_cannot_apply_it_is_refused_before_the_vote(
    union, ben, names, member_class, why
):
    terms = written(union, *names, member_class=member_class)

    verdict = access.may_be_admitted(union, terms, day(3))

    assert verdict.id == why
    assert say(verdict.reason)


def test_who_has_left_since_is_passed_over_and_not_brought_back(union, ben):
    terms = written(union, "Ben", "Farah")
    joining.leave(ben, at=day(5))

    admit(union, terms)

    assert {one.name for one in queries.members(union, at=day(9))} == {"Asha", "Farah"}


def test_where_nobody_is_left_to_change_it_is_refused(union, ben):
    terms = written(union, "Ben")
    joining.leave(ben, at=day(5))

    with pytest.raises(Refused, match="member_has_left"):
        admit(union, terms)


def test_who_is_of_that_class_by_now_is_passed_over(union, ben):
    terms = written(union, "Ben", "Farah")
    admit(union, written(union, "Ben"), at=day(5))

    admit(union, terms)

    ben.refresh_from_db()
    assert ben.class_since == day(5)


def a_second_place(union, name="Benito", member_class="tenant"):
    """Give a place the members kept under another name, and the code of its letter."""
    confirmed(founder_of(union))
    people = [{"name": name, "email": "b@example.org", "member_class": member_class}]
    admit(union, {"people": people}, at=day(6))
    letter = opened_letter(written_to("b@example.org").get())
    (code,) = re.findall(r"/join/([^/\s]+?)[/\\\s]", str(letter))
    return Member.objects.get(name=name), code


def test_a_second_place_is_put_together_with_the_first(union, ben):
    place, code = a_second_place(union)

    changing.take_second_place(code, by=ben, at=day(8))

    ben.refresh_from_db()
    place.refresh_from_db()
    assert (ben.member_class, ben.name) == ("tenant", "Ben")
    assert (place.left_at, place.name) == (day(8), "")
    assert queries.members(union, at=day(8)).count() == 2
    assert journal.compared(union) == ()
    left = Line.objects.get(deed="left")
    assert (left.by, left.about_id) == (ben.pk, place.pk)


def test_nobody_strikes_off_whom_the_members_admitted_with_a_code_of_their_own(union):
    asha = founder_of(union)
    admit(union, {"people": [{"name": "Amina", "member_class": "tenant"}]}, at=day(6))
    place = Member.objects.get(name="Amina")
    made = inviting.invite_to_place(place, by=asha, at=day(7))

    with pytest.raises(Refused, match="second_code_made_later"):
        changing.take_second_place(made.code, by=asha, at=day(8))

    place.refresh_from_db()
    assert (place.name, place.left_at) == ("Amina", None)


def test_a_second_place_takes_nothing_away(union):
    _place, code = a_second_place(union, member_class="supporter")
    asha = founder_of(union)

    changing.take_second_place(code, by=asha, at=day(8))

    asha.refresh_from_db()
    assert asha.member_class == "tenant"
    assert queries.members(union, at=day(8)).count() == 1


def test_a_place_that_somebody_took_is_not_taken_again(union, ben):
    place, code = a_second_place(union)
    joining.join(code, person=a_person("Gus"), name="Gus", at=day(7))

    with pytest.raises(Refused, match="invitation_used_up"):
        changing.take_second_place(code, by=ben, at=day(8))

    place.refresh_from_db()
    assert place.left_at is None


def test_a_code_for_nobody_keeps_no_second_place(union, ben):
    made = inviting.invite_by_link(union, by=founder_of(union), at=day(7))

    with pytest.raises(Refused, match="code_is_for_nobody"):
        changing.take_second_place(made.code, by=ben, at=day(8))
    with pytest.raises(Refused, match="invitation_unknown"):
        changing.take_second_place("ABCD", by=ben, at=day(8))


def test_a_place_from_a_founders_list_makes_nobody_something_else(union):
    asha = founder_of(union)
    sheet = bring_members(
        union,
        [Row("Ash", member_class="supporter")],
        origin=FROM_A_SHEET,
        by=asha,
        at=day(1),
    )
    place = Member.objects.get(name="Ash")

    verdict = access.may_become(asha, place, charter_of(union))
    changing.take_second_place(sheet.codes[0], by=asha, at=day(2))

    assert say(verdict.reason)
    assert queries.members(union, at=day(2)).count() == 1
