"""An address that is given up: a last letter says so, and no warning is taken back."""

import pytest

from commonweal.foundation.keys import store
from commonweal.foundation.keys.queries import key_of
from commonweal.foundation.people import actions, queries
from commonweal.foundation.people.models import Person
from tests.builders import day
from tests.foundation.people.given import arrived, sent_code

pytestmark = pytest.mark.django_db

ADDRESS = "asha@example.org"


@pytest.fixture
def asha():
    arrived(ADDRESS)
    return actions.sign_in_by_link(sent_code(ADDRESS), at=day(1))


@pytest.fixture
def ben(asha):
    """Give who was let into the mailbox that Asha reads."""
    ben = arrived(ADDRESS)
    codes: list[str] = []
    actions.send_sign_in_link(
        ADDRESS,
        language="en",
        link=lambda code: codes.append(code) or code,
        asked_by=ben,
        at=day(1),
    )
    return actions.sign_in_by_link(codes[0], at=day(1))


def subjects() -> list[str]:
    """Say what the letters are about that wait for the address."""
    return [one.subject for one in queries.letters() if one.address == ADDRESS]


def test_whoever_reads_an_address_that_is_given_up_is_told(
    asha, django_capture_on_commit_callbacks
):
    key = key_of(asha.email_sealed)
    actions.write_paper_codes(asha, at=day(1))

    with django_capture_on_commit_callbacks(execute=True):
        actions.forget_address(asha, at=day(2))

    assert not store.is_kept(key)
    assert sorted(subjects()) == [
        "A new way in was made for you",
        "Your mail address here was given up",
    ]


def test_what_no_more_concerns_them_is_not_sent(asha):
    sent_code(ADDRESS)
    actions.write_paper_codes(asha, at=day(1))

    actions.forget_address(asha, at=day(2))

    assert "Your link to sign in" not in subjects()


def test_giving_one_after_the_other_up_takes_no_warning_back(asha):
    actions.write_paper_codes(asha, at=day(1))

    actions.forget_address(asha, at=day(2))
    actions.leave_node(Person.objects.get(pk=asha.pk), at=day(2))

    assert len(subjects()) == 2


def test_an_address_that_nobody_confirmed_is_told_nothing():
    farah = arrived(ADDRESS)
    actions.write_paper_codes(farah, at=day(1))

    actions.forget_address(farah, at=day(2))

    assert subjects() == []


@pytest.mark.parametrize("goes", [actions.forget_address, actions.leave_node])
def test_letters_of_who_shares_the_mailbox_still_go_out(asha, ben, goes):
    actions.write_paper_codes(ben, at=day(1))
    sent_code(ADDRESS)
    before = subjects().count("Your link to sign in")

    goes(ben, at=day(2))

    assert before
    assert subjects().count("Your link to sign in") == before
