"""Who may found on a node: anybody, whoever is let in, or nobody; and who says so."""

from uuid import uuid4

import pytest

from commonweal.foundation.institutions import access, queries
from commonweal.foundation.institutions.actions import applying
from commonweal.foundation.institutions.models import Application
from commonweal.foundation.nodes.queries import door
from commonweal.foundation.people import actions as people
from commonweal.rules.verdict import Refused
from tests.builders import (
    a_member,
    a_person,
    an_institution,
    confirmed,
    day,
    the_letter,
)
from tests.foundation.given import last_line

pytestmark = pytest.mark.django_db


def asked(person, *, at=None):
    return applying.apply(
        person,
        name="Farah",
        kind="tenants_union",
        why="Our roof leaks.",
        at=at or day(1),
    )


def guarded(founding, assembly=None):
    applying.set_by_operator(founding, assembly=assembly, at=day(1))


def answered(assembly, application, *, admit=True):
    terms = {
        "application": str(application.pk),
        "admit": admit,
        "title": "Shall we?",
        "text": "We know you.",
    }
    applying.admit_institution(assembly, terms=terms, decision=uuid4(), at=day(3))


def test_a_node_stands_open_until_somebody_says_otherwise():
    assert an_institution().founded_at == day(0)
    assert door().founding == "open"


@pytest.mark.parametrize(
    ("founding", "why"),
    [("application", "founding_by_application"), ("closed", "founding_closed")],
)
def test_a_door_that_is_not_open_says_the_same_to_everybody(founding, why):
    guarded(founding)

    assert access.may_pass(None).id == why
    assert access.may_pass(a_person()).id == why
    with pytest.raises(Refused) as refused:
        an_institution(at=day(2))
    assert refused.value.verdict.id == why


def test_whoever_is_let_in_founds_one_institution_and_no_second():
    guarded("application")
    farah = a_person("Farah")
    applying.answer_by_operator(asked(farah), admit=True, reason="Welcome.", at=day(2))

    assert access.may_found(farah, at=day(2))
    applying.pass_door(farah, at=day(2))
    assert access.may_found(farah, at=day(2)).id == "founding_by_application"


def test_the_answer_reaches_whoever_asked_and_its_reason_stands_on_the_page():
    member = confirmed(a_member(an_institution(), "Farah"))
    guarded("application")
    application = asked(member.person)

    applying.answer_by_operator(
        application, admit=False, reason="Too many at evil.example.", at=day(2)
    )

    letter = the_letter().body
    assert "cannot be founded" in letter
    assert "/found/" in letter
    assert "evil.example" not in letter
    mine = queries.door_for(member.person).mine
    assert (mine.is_admitted, mine.answer) == (False, "Too many at evil.example.")


def test_one_asks_once_at_a_time_and_again_after_a_no():
    guarded("application")
    farah = a_person("Farah")
    first = asked(farah)

    with pytest.raises(Refused) as refused:
        asked(farah)
    applying.answer_by_operator(first, admit=False, reason="Not yet.", at=day(2))

    assert refused.value.verdict.id == "already_applied"
    assert asked(farah, at=day(3)).answered_at is None


def test_where_the_door_is_open_or_shut_there_is_nothing_to_ask_for():
    with pytest.raises(Refused) as refused:
        asked(a_person())

    assert refused.value.verdict.id == "founding_needs_no_application"


def test_once_an_institution_guards_the_door_the_operator_does_not():
    assembly = an_institution()
    guarded("application", assembly)
    application = asked(a_person())

    with pytest.raises(Refused) as opens:
        guarded("open")
    with pytest.raises(Refused) as answers:
        applying.answer_by_operator(application, admit=True, reason="Yes.", at=day(2))

    assert opens.value.verdict.id == answers.value.verdict.id == "assembly_guards"
    assert last_line(assembly).deed == "given_the_door"


def test_the_assembly_answers_by_decision_and_its_journal_says_so():
    assembly = an_institution()
    guarded("application", assembly)
    yes, no = a_person("Farah"), a_person("Emre")
    let_in, kept_out = asked(yes), asked(no)

    answered(assembly, let_in)
    line = last_line(assembly)
    answered(assembly, kept_out, admit=False)

    assert (line.deed, line.facts["application"]) == (
        "admitted_institution",
        str(let_in.pk),
    )
    assert last_line(assembly).deed == "declined_institution"
    assert access.may_found(yes, at=day(3))
    assert not access.may_found(no, at=day(3))
    with pytest.raises(Refused):
        answered(assembly, let_in)


def test_the_assembly_opens_and_shuts_the_door_and_no_other_institution_does():
    assembly, other = an_institution(), an_institution()
    guarded("application", assembly)
    terms = {"founding": "closed"}

    applying.set_founding(assembly, terms=terms, decision=uuid4(), at=day(2))
    with pytest.raises(Refused) as refused:
        applying.set_founding(other, terms=terms, decision=uuid4(), at=day(2))

    assert (door().founding, door().assembly_id) == ("closed", assembly.pk)
    assert refused.value.verdict.id == "not_the_assembly"
    assert last_line(assembly).deed == "set_founding"
    unknown = access.may_founding_be_set(assembly, {"founding": "ajar"}, day(2))
    assert unknown.id == "founding_unknown"


def test_what_somebody_asked_goes_when_they_leave_the_node():
    guarded("application")
    farah = a_person("Farah")
    asked(farah)

    people.leave_node(farah, at=day(2))

    assert not Application.objects.exists()
