"""The devices on which somebody is signed in: one row each, and little in it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commonweal.foundation.nodes import actions as nodes
from commonweal.foundation.nodes.queries import forget_this_node
from commonweal.foundation.people import actions, duties, queries
from commonweal.foundation.people.models import Person, SignIn
from commonweal.rules.verdict import Refused
from tests.builders import a_person, day

pytestmark = pytest.mark.django_db


def test_a_device_finds_its_person_in_one_query(django_assert_num_queries):
    asha = a_person("Asha")
    _, token = actions.begin_sign_in(asha, at=day(1))
    queries.signed_in_by("written out once a thread", at=day(1))

    with django_assert_num_queries(1):
        found = queries.signed_in_by(token, at=day(1))
        email = found.person.email

    assert found.person == asha
    assert email == asha.email


def test_a_guess_costs_the_same_question():
    actions.begin_sign_in(a_person(), at=day(1))

    with CaptureQueriesContext(connection) as asked:
        found = queries.signed_in_by("x" * 10_000, at=day(1))

    assert found is None
    assert len(asked) == 1


def test_the_table_opens_no_door():
    _, token = actions.begin_sign_in(a_person(), at=day(1))

    kept = SignIn.objects.values().get()

    assert token not in str(kept)
    assert queries.signed_in_by(kept["token_digest"], at=day(1)) is None


def test_a_row_knows_days_and_no_address_browser_or_time_of_day():
    actions.begin_sign_in(a_person(), at=day(1))

    types = {field.name: field.get_internal_type() for field in SignIn._meta.fields}

    assert types == {
        "id": "UUIDField",
        "person": "ForeignKey",
        "token_digest": "CharField",
        "name": "CharField",
        "is_shared": "BooleanField",
        "used_on": "DateField",
        "ends_on": "DateField",
    }


def test_no_two_sign_ins_have_one_token():
    asha = a_person("Asha")

    tokens = {actions.begin_sign_in(asha, at=day(1))[1] for _ in range(20)}

    assert len(tokens) == 20
    assert all(len(token) >= 43 for token in tokens)


def test_only_the_day_of_the_last_use_is_noted_and_once():
    sign_in, _ = actions.begin_sign_in(a_person(), at=day(1))

    noted = [actions.note_use(sign_in, at=at) for at in (day(1), day(3), day(3))]
    actions.note_use(sign_in, at=day(2))

    assert noted == [False, True, False]
    sign_in.refresh_from_db()
    assert sign_in.used_on == day(3).date()


@pytest.mark.parametrize(
    ("is_shared", "used_until", "last", "first_day_out"),
    [
        (False, 1, 31, 32),
        (False, 85, 91, 92),
        (True, 2, 2, 3),
    ],
    ids=["unused for a month", "used for a season", "on a shared phone"],
)
def test_a_device_is_signed_out_by_itself(is_shared, used_until, last, first_day_out):
    sign_in, token = actions.begin_sign_in(a_person(), is_shared=is_shared, at=day(1))

    for number in range(1, used_until + 1):
        actions.note_use(sign_in, at=day(number))

    assert queries.signed_in_by(token, at=day(last)) is not None
    assert queries.signed_in_by(token, at=day(first_day_out)) is None


def test_sign_ins_that_are_over_are_forgotten_and_twice_changes_nothing():
    asha = a_person("Asha")
    actions.begin_sign_in(asha, at=day(1))
    _, later = actions.begin_sign_in(asha, at=day(20))

    for _ in range(2):
        duties.forget_stale_links(day(40))

    assert SignIn.objects.count() == 1
    assert queries.signed_in_by(later, at=day(40)) is not None


def test_a_demo_keeps_its_sign_ins_whatever_days_pass():
    nodes.become_demo()
    forget_this_node()
    actions.begin_sign_in(a_person(), at=day(1))

    duties.forget_stale_links(day(300))
    forget_this_node()

    assert SignIn.objects.count() == 1


def test_a_device_is_called_what_its_owner_calls_it():
    asha = a_person("Asha")
    sign_in, _ = actions.begin_sign_in(asha, at=day(1))

    actions.name_sign_in(asha, sign_in.pk, name="  my\u202e phone ")
    named = queries.sign_ins_of(asha, at=day(1))[0].name
    actions.name_sign_in(asha, sign_in.pk, name=" ")

    assert named == "my phone"
    assert queries.sign_ins_of(asha, at=day(1))[0].name == ""
    with pytest.raises(Refused, match="name_too_long"):
        actions.name_sign_in(asha, sign_in.pk, name="x" * 61)


def test_nobody_names_or_ends_the_device_of_another():
    mine, eve = a_person("Asha"), a_person("Eve")
    sign_in, token = actions.begin_sign_in(mine, at=day(1))

    for deed in (
        lambda: actions.name_sign_in(eve, sign_in.pk, name="Eve's"),
        lambda: actions.end_sign_in(eve, sign_in.pk),
    ):
        with pytest.raises(Refused, match="sign_in_is_over"):
            deed()
    actions.end_other_sign_ins(eve, but=sign_in.pk)
    actions.end_sign_ins(eve)

    assert queries.signed_in_by(token, at=day(1)).name == ""


def test_one_all_others_or_all_can_be_ended():
    asha = a_person("Asha")
    begun = [actions.begin_sign_in(asha, at=day(1)) for _ in range(4)]
    here, token = begun[0]

    def left() -> int:
        return len(queries.sign_ins_of(asha, at=day(1)))

    actions.end_sign_in(asha, begun[1][0].pk)
    after_one = left()
    actions.end_other_sign_ins(asha, but=here.pk)
    after_others = left()
    still_here = queries.signed_in_by(token, at=day(1))
    actions.end_sign_ins(asha)

    assert (after_one, after_others, left()) == (3, 1, 0)
    assert still_here.person == asha


def test_nothing_is_noted_about_the_person_when_they_sign_in():
    asha = a_person("Asha")
    before = Person.objects.filter(pk=asha.pk).values().get()

    sign_in, _ = actions.begin_sign_in(asha, at=day(1))
    actions.note_use(sign_in, at=day(1) + timedelta(days=3))

    assert Person.objects.filter(pk=asha.pk).values().get() == before
