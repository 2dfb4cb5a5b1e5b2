"""Arriving, signing in by link and by code, letters, leaving."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commonweal.foundation.people import actions, queries
from commonweal.foundation.people.models import (
    OutgoingMail,
    PaperCode,
    Person,
)
from commonweal.rules.verdict import Refused
from tests.builders import day, the_letter
from tests.foundation.people.given import arrived, sent_code

pytestmark = pytest.mark.django_db

AN_HOUR = timedelta(hours=1)


# ---- links


def test_a_link_signs_in_whoever_has_the_address():
    asha = arrived()

    code = sent_code(" ASHA@example.org ")

    letter = the_letter()
    assert letter.address == "asha@example.org"
    assert code in letter.body
    assert actions.sign_in_by_link(code, at=day(1)) == asha


def test_a_letter_is_written_in_the_language_asked_for():
    arrived()

    sent_code(language="es")

    letter = the_letter()
    assert letter.subject
    assert "\n" not in letter.subject


def test_a_link_works_once():
    arrived()
    code = sent_code()
    actions.sign_in_by_link(code, at=day(1))

    with pytest.raises(Refused, match="sign_in_link_unknown"):
        actions.sign_in_by_link(code, at=day(1))


def test_a_link_lasts_an_hour_and_not_a_moment_more():
    arrived()
    code = sent_code(at=day(1))

    with pytest.raises(Refused, match="sign_in_link_unknown"):
        actions.sign_in_by_link(code, at=day(1) + AN_HOUR)
    assert actions.sign_in_by_link(code, at=day(1) + AN_HOUR - timedelta(seconds=1))


@pytest.mark.parametrize("typed", ["", "0" * 26, "x" * 10_000, "\u202e"])
def test_a_guessed_link_is_refused(typed):
    arrived()
    sent_code()

    with pytest.raises(Refused, match="sign_in_link_unknown"):
        actions.sign_in_by_link(typed, at=day(1))


def shape_of(statements):
    """Give which statements ran, without what was in them."""
    first_words = [" ".join(one["sql"].split()[:3]) for one in statements]
    return ["SAVEPOINT" if "SAVEPOINT" in one else one for one in first_words]


def test_asking_for_a_link_does_the_same_whether_the_address_is_known(
    django_capture_on_commit_callbacks,
):
    arrived()
    shapes, callbacks = [], []
    for email in ("asha@example.org", "nobody@example.org"):
        with (
            CaptureQueriesContext(connection) as ran,
            django_capture_on_commit_callbacks() as later,
        ):
            sent_code(email)
        shapes.append(shape_of(ran.captured_queries))
        callbacks.append(len(later))

    assert shapes[0] == shapes[1]
    assert callbacks[0] == callbacks[1] == 1
    assert OutgoingMail.objects.filter(sent_at=None).count() == 1


def test_a_link_to_nobody_signs_nobody_in():
    code = sent_code("nobody@example.org")

    with pytest.raises(Refused, match="sign_in_link_unknown"):
        actions.sign_in_by_link(code, at=day(1))
    assert OutgoingMail.objects.get().sealed is None


def test_an_empty_address_is_nobodys():
    actions.arrive(email="", language="en", at=day(0))

    code = sent_code("")

    with pytest.raises(Refused, match="sign_in_link_unknown"):
        actions.sign_in_by_link(code, at=day(1))


# ---- codes on paper


def test_each_code_on_paper_signs_in_once():
    ben = arrived("")
    first, *others = actions.write_paper_codes(ben, at=day(0))

    assert actions.sign_in_by_code(f" {first.lower()} ") == ben
    with pytest.raises(Refused, match="sign_in_code_unknown"):
        actions.sign_in_by_code(first)
    assert [actions.sign_in_by_code(one) for one in others] == [ben] * len(others)
    assert queries.ways_back(ben).codes_left == 0


def test_new_codes_replace_all_before():
    ben = arrived("")
    old = actions.write_paper_codes(ben, at=day(0))

    new = actions.write_paper_codes(ben, at=day(0))

    assert not set(old) & set(new)
    with pytest.raises(Refused, match="sign_in_code_unknown"):
        actions.sign_in_by_code(old[0])
    assert queries.ways_back(ben).codes_left == actions.CODES == len(set(new))


def test_of_codes_on_paper_only_a_keyed_digest_is_kept():
    codes = actions.write_paper_codes(arrived(""), at=day(0))

    kept = str(list(PaperCode.objects.values()))

    assert not any(code in kept for code in codes)


@pytest.mark.parametrize("typed", ["", "0000-0000-0000", "x" * 10_000])
def test_a_guessed_paper_code_is_refused(typed):
    arrived("")

    with pytest.raises(Refused, match="sign_in_code_unknown"):
        actions.sign_in_by_code(typed)


# ---- language


def test_a_language_is_remembered_if_the_pages_exist_in_it():
    asha = arrived()

    actions.change_language(asha, language="es")

    assert Person.objects.get(pk=asha.pk).language == "es"
    with pytest.raises(Refused, match="language_unknown"):
        actions.change_language(asha, language="tlh")
