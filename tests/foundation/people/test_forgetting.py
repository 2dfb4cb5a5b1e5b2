"""What is held about a person, and how it is forgotten."""

from datetime import timedelta

import pytest
from django.apps import apps

from commonweal.foundation.duties import settle_all
from commonweal.foundation.institutions import queries as institutions
from commonweal.foundation.journal import queries as journal
from commonweal.foundation.journal.models import LineWords
from commonweal.foundation.keys import store
from commonweal.foundation.keys.queries import key_of
from commonweal.foundation.nodes.queries import inventory
from commonweal.foundation.people import actions, duties, queries
from commonweal.foundation.people.models import OutgoingMail, Person, SignInLink
from commonweal.foundation.sealing import actions as sealing
from tests.builders import a_member, an_institution, day, founder_of, written_to

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


def test_whoever_belongs_nowhere_and_uses_no_device_is_forgotten_in_a_month(
    django_capture_on_commit_callbacks,
):
    asha, ben, farah = (arrived(f"{name}@example.org") for name in "abf")
    a_member(an_institution(), "Asha", person=asha)
    actions.begin_sign_in(ben, at=day(20))

    with django_capture_on_commit_callbacks(execute=True):
        duties.forget_stale_links(day(29))
        assert set(Person.objects.all()) >= {asha, ben, farah}
        duties.forget_stale_links(day(32))

    assert set(Person.objects.all()) >= {asha, ben}
    assert not Person.objects.filter(pk=farah.pk).exists()
    assert not store.is_kept(key_of(farah.email_sealed))


def test_after_the_last_has_left_time_leaves_nothing_that_reaches_a_person(
    settings, tmp_path, django_capture_on_commit_callbacks
):
    """Every table is asked for every column marked P2 and higher."""
    settings.KEYS = tmp_path / "keys"
    settings.KEYS_OF_VOTES = tmp_path / "keys-of-votes"
    union = an_institution(founder="Zora")
    zora = founder_of(union)
    asha = a_member(union, "Asha", person=arrived())
    actions.write_paper_codes(asha.person, at=day(0))
    actions.begin_sign_in(asha.person, at=day(1))
    sent_code()
    seal_something(union, by=zora, about=asha)
    assert personal_values()

    with django_capture_on_commit_callbacks(execute=True):
        for member in (asha, zora):
            actions.leave_node(member.person, at=day(2))
        settle_all(at=day(400))

    assert personal_values() == {}
    assert not [name for name in store.names("") if not name.startswith("standing/")]


def seal_something(union, *, by, about):
    """Seal something about somebody, and let it be read."""
    thing = sealing.seal(
        union,
        "Needs a lift.",
        by=by,
        terms=sealing.Terms("access", day(1), day(30), holders=[by], subject=about),
        at=day(1),
    )
    sealing.read(thing, by=by, at=day(1))


def personal_values():
    """Give, for each column that reaches a person, what stands in it."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            label = f"{model._meta.label_lower}.{field.name}"
            values = model._default_manager.values_list(field.attname, flat=True)
            told = [one for one in values if one not in (None, "", b"", False)]
            if told and inventory.is_personal(label):
                found[label] = told
    return found
