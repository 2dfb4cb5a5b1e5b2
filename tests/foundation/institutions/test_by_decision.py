"""What a decision sets in motion in the institution itself."""

from uuid import uuid4

import pytest

from commonweal.foundation import effects
from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import by_decision, inviting, joining
from commonweal.foundation.institutions.models import CharterVersion, Member
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.people.models import OutgoingMail
from commonweal.rules.charters.controls import adjustable
from commonweal.rules.verdict import Refused
from tests.builders import (
    a_person,
    an_institution,
    confirmed,
    day,
    founder_of,
    the_letter,
)
from tests.foundation.given import last_line, words_beside

pytestmark = pytest.mark.django_db

DECISION = uuid4()


@pytest.fixture
def union():
    return an_institution()


def carry_out(deed, union, terms, *, at=None):
    deed(union, terms=terms, decision=DECISION, at=at or day(5))


def charter_at(union, number):
    return queries.charter_in_force(union, at=day(number))


def test_the_table_of_effects_leads_to_deeds_and_their_checks(union):
    nonsense = {"changes": 3, "people": 3, "office": 3, "title": 3}

    for name in effects.names():
        effect = effects.effect(name)

        assert callable(effect.carry_out)
        assert not effect.check(union, nonsense, day(1))


# ---- amend_charter


def test_an_amended_charter_is_in_force_from_its_moment(union):
    change = {"changes": {"rules.ordinary.voting_days": 9}}

    carry_out(by_decision.amend_charter, union, change)

    line = last_line(union)
    assert charter_at(union, 4).rule("ordinary").voting_days == 5
    assert charter_at(union, 5).rule("ordinary").voting_days == 9
    assert (line.deed, line.by) == ("amended_charter", None)
    assert len(line.facts.pop("seal")) == 64
    assert line.facts == {"decision": str(DECISION), "version": 2}
    assert [one.number for one in queries.charter_versions(union, at=day(9))] == [1, 2]


def test_two_amendments_compose(union):
    carry_out(
        by_decision.amend_charter,
        union,
        {"changes": {"rules.ordinary.voting_days": "9"}},
    )
    carry_out(by_decision.amend_charter, union, {"bylaws": "We meet on Mondays."})

    charter = charter_at(union, 5)

    assert charter.rule("ordinary").voting_days == 9
    assert charter.bylaws == "We meet on Mondays."


def test_an_amendment_decided_earlier_but_written_later_keeps_its_place(union):
    later = {"changes": {"rules.ordinary.voting_days": "9"}}
    carry_out(by_decision.amend_charter, union, later, at=day(9))

    assert charter_at(union, 8).rule("ordinary").voting_days == 5
    assert charter_at(union, 9).rule("ordinary").voting_days == 9


@pytest.mark.parametrize(
    "terms",
    [
        {},
        {"changes": {}},
        {"changes": []},
        {"changes": {"no.such.place": "1"}},
        {"changes": {"rules.ordinary.voting_days": "-1"}},
        {"changes": {"rules.ordinary.voting_days": "soon"}},
        {"changes": {"rules.charter_change.threshold.share": "1/100"}},
        {"bylaws": 7},
        {"bylaws": "x" * 300_000},
        {"changes": {"kind": "worker_cooperative"}},
    ],
)
def test_an_amendment_that_cannot_be_is_refused_with_reasons(union, terms):
    assert not access.may_charter_become(union, terms, day(5))

    with pytest.raises(Refused, match="charter_objections") as refusal:
        carry_out(by_decision.amend_charter, union, terms)

    assert refusal.value.verdict.facts["objections"]
    assert CharterVersion.objects.count() == 1


def test_every_control_takes_back_the_value_it_shows(union):
    charter = charter_at(union, 0)
    for control in adjustable(charter):
        verdict = access.may_charter_become(
            union, {"changes": {control.path: control.value}}, day(1)
        )

        reasons = [one.id for one in verdict.facts["objections"]]
        assert reasons == ["amendment_changes_nothing"], control.path


# ---- admit_member


def test_an_admitted_member_belongs_and_is_written_to(union):
    confirmed(founder_of(union))
    people = [
        {"name": "Ben", "member_class": "tenant", "email": "ben@example.org"},
        {"name": " Ch\u200bidi ", "member_class": "supporter"},
    ]

    carry_out(by_decision.admit_member, union, {"people": people})

    ben, chidi = Member.objects.exclude(name="Asha").order_by("name")
    letter = the_letter()
    assert (ben.name, ben.person, ben.member_class) == ("Ben", None, "tenant")
    assert (chidi.name, chidi.member_class) == ("Chidi", "supporter")
    assert letter.address == "ben@example.org"
    assert last_line(union).deed == "admitted_members"
    assert last_line(union).facts == {"decision": str(DECISION), "count": 2}
    assert [line.deed for line in journal.lines(union, limit=3)][1:] == [
        "put_on_list",
        "put_on_list",
    ]


def test_nobody_is_written_to_where_nobody_has_confirmed_an_address(union):
    ben = {"name": "Ben", "member_class": "tenant", "email": "ben@example.org"}

    carry_out(by_decision.admit_member, union, {"people": [ben]})

    assert Member.objects.filter(name="Ben").exists()
    assert not OutgoingMail.objects.exists()


def test_nobody_blocks_an_admission_by_taking_a_name(union):
    carry_out(
        by_decision.admit_member,
        union,
        {"people": [{"name": "Asha", "member_class": "tenant"}] * 2},
    )

    names = Member.objects.values_list("name", flat=True)
    assert sorted(names) == ["Asha", "Asha (2)", "Asha (3)"]


def test_an_admitted_member_comes_by_the_link_in_their_letter(union):
    confirmed(founder_of(union))
    ben = {"name": "Ben", "member_class": "supporter", "email": "ben@example.org"}
    carry_out(by_decision.admit_member, union, {"people": [ben]})
    letter = the_letter().body
    code = letter.partition("/join/")[2].partition("/")[0]

    member = joining.join(code, person=a_person("Ben"), name="Benedict", at=day(6))

    assert (member.member_class, member.joined_at) == ("supporter", day(5))
    assert Member.objects.count() == 2


def test_an_admitted_member_without_mail_is_given_a_code_by_a_member(union):
    ben = {"name": "Ben", "member_class": "tenant"}
    carry_out(by_decision.admit_member, union, {"people": [ben]})
    place = Member.objects.get(name="Ben")
    lost = inviting.invite_to_place(place, by=founder_of(union), at=day(6))
    made = inviting.invite_to_place(place, by=founder_of(union), at=day(7))

    assert last_line(union).deed == "invited_to_place"
    with pytest.raises(Refused, match="invitation_revoked"):
        joining.join(lost.code, person=a_person("Eve"), name="Eve", at=day(8))
    assert (
        joining.join(made.code, person=a_person("Ben"), name="Ben", at=day(8)) == place
    )
    with pytest.raises(Refused, match="member_has_signed_in"):
        inviting.invite_to_place(place, by=founder_of(union), at=day(9))


@pytest.mark.parametrize(
    ("people", "why"),
    [
        ([], "terms_unreadable"),
        ("Ben", "terms_unreadable"),
        ([7], "terms_unreadable"),
        ([{"member_class": "tenant"}], "terms_unreadable"),
        ([{"name": "\u200b", "member_class": "tenant"}], "name_empty"),
        ([{"name": "x" * 10_000, "member_class": "tenant"}], "name_too_long"),
        ([{"name": "Ben", "member_class": "landlord"}], "class_unknown"),
        ([{"name": "Ben"}], "class_unknown"),
        ([{"name": "B", "member_class": "tenant", "email": "b"}], "email_malformed"),
        ([{"name": "B", "member_class": "tenant"}] * 201, "too_many_at_once"),
    ],
)
def test_people_who_cannot_be_admitted_are_refused(union, people, why):
    assert access.may_be_admitted(union, {"people": people}, day(5)).id == why

    with pytest.raises(Refused, match=why):
        carry_out(by_decision.admit_member, union, {"people": people})

    assert Member.objects.count() == 1


# ---- adopt_statement


def test_an_adopted_statement_is_what_the_institution_stands_by(union):
    terms = {"title": " No evictions ", "text": "Not *one*."}

    carry_out(by_decision.adopt_statement, union, terms)

    statement = queries.statements(union, at=day(5)).get()
    assert (statement.title, statement.text) == ("No evictions", "Not *one*.")
    assert statement.decision_id == DECISION
    assert not queries.statements(union, at=day(4))
    assert words_beside(last_line(union)) == {"title": "No evictions"}


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        ({"title": ""}, "name_empty"),
        ({}, "name_empty"),
        ({"title": "x" * 10_000}, "name_too_long"),
        ({"title": 3}, "terms_unreadable"),
        ({"title": "A", "text": 3}, "terms_unreadable"),
        ({"title": "A", "text": "x" * 100_000}, "text_too_long"),
    ],
)
def test_a_statement_that_cannot_be_is_refused(union, terms, why):
    with pytest.raises(Refused, match=why):
        carry_out(by_decision.adopt_statement, union, terms)
