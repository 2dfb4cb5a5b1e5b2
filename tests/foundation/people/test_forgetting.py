"""What is held about a person, and how it is forgotten."""

from datetime import timedelta

import pytest

from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import LineWords
from commonweal.foundation.people import actions, duties, queries
from commonweal.foundation.people.models import OutgoingMail, Person, SignInLink
from tests.builders import a_member, an_institution, day, written_to

pytestmark = pytest.mark.django_db

AN_HOUR = timedelta(hours=1)


def arrived(email="asha@example.org", *, at=None):
    return actions.arrive(email=email, language="en", at=at or day(0))


def sent_code(email="asha@example.org", *, language="en", at=None):
    """Ask for a link; give the code in it, whoever it goes to."""
    codes = []

    def link(code):
        codes.append(code)
        return f"https://commonweal.example/in/{code}"

    actions.send_sign_in_link(email, language=language, link=link, at=at or day(1))
    return codes[0]


def test_all_that_is_held_about_a_person_is_told():
    asha = arrived()
    union = an_institution(founder="Zora")
    member = a_member(union, "Asha", person=asha)

    held = queries.held_about(asha, at=day(1))

    assert held["person"][0]["email"] == "asha@example.org"
    assert held["institutions.member"][0]["name"] == "Asha"
    assert {line["by"] for line in held["journal.line"]} == {member.pk}
    assert held["journal.linewords"][0]["words"] == {"name": "Asha"}
    assert "digest" not in str(held["person"])


def test_nothing_of_others_is_told():
    asha = arrived()
    union = an_institution(founder="Zora")
    a_member(union, "Asha", person=asha)
    a_member(union, "Emre")

    held = str(queries.held_about(asha, at=day(1)))

    assert "Zora" not in held
    assert "Emre" not in held


def test_whoever_leaves_the_node_is_forgotten_everywhere():
    arrived()
    asha = actions.sign_in_by_link(sent_code(), at=day(1))
    unions = [an_institution(), an_institution()]
    for union in unions:
        a_member(union, "Ashanti", person=asha)
    sent_code()

    actions.leave_node(asha, at=day(2))

    assert not Person.objects.filter(pk=asha.pk).exists()
    assert not SignInLink.objects.exists()
    assert not written_to("asha@example.org").exists()
    assert not LineWords.objects.filter(words__name="Ashanti").exists()
    for union in unions:
        assert len(institutions.members(union, at=day(2))) == 1
        assert journal.verify(union) == ()


def test_stale_links_and_letters_are_forgotten_once_and_for_all():
    arrived()
    sent_code(at=day(1))

    duties.forget_stale_links(day(1) + AN_HOUR)
    assert not SignInLink.objects.exists()
    assert OutgoingMail.objects.count() == 1

    for _ in range(2):
        duties.forget_stale_links(day(9))
        assert not OutgoingMail.objects.exists()


def test_a_duty_of_one_institution_does_not_look_at_people(
    django_assert_num_queries,
):
    union = an_institution()

    with django_assert_num_queries(0):
        duties.forget_stale_links(day(9), institution=union)
