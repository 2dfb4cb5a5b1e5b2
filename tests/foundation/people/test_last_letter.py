"""Whoever leaves is told once more, and then nothing leads to their address."""

import pytest

from commonweal.foundation.keys import store
from commonweal.foundation.keys.queries import key_of
from commonweal.foundation.people import access, actions, duties
from commonweal.foundation.people.models import OutgoingMail
from commonweal.foundation.people.queries import opened_letter
from tests.builders import a_member, an_institution, confirmed, day
from tests.foundation.people.given import arrived, sent_code

pytestmark = pytest.mark.django_db


def left_behind():
    return [opened_letter(one) for one in OutgoingMail.objects.exclude(sealed=None)]


@pytest.fixture
def asha():
    return confirmed(a_member(an_institution(), "Ashanti")).person


def test_whoever_leaves_is_told_what_is_erased_and_what_stays(
    asha, django_capture_on_commit_callbacks
):
    address, key = asha.email, key_of(asha.email_sealed)
    sent_code(address)

    with django_capture_on_commit_callbacks(execute=True):
        actions.leave_node(asha, at=day(2))

    [letter] = left_behind()
    assert (letter.address, letter.subject) == (address, "You have left")
    for told in ("Erased: your name", "What stays", "cannot be undone"):
        assert told in letter.body
    # Neither an institution nor a link by which one could be found.
    assert "street" not in letter.body.lower()
    assert "://" not in letter.body
    assert not store.is_kept(key)
    # Nobody finds the letter by the address, and it goes with the key of its day.
    assert OutgoingMail.objects.exclude(sealed=None).get().address_digest == ""


def test_whom_time_forgets_is_told_too(asha):
    asha.member_set.update(person=None)

    duties.forget_stale_links(day(40))

    assert [one.subject for one in left_behind()] == ["You have left"]


def test_an_address_that_nobody_confirmed_is_told_nothing():
    farah = arrived("farah@example.org")
    OutgoingMail.objects.all().delete()

    actions.leave_node(farah, at=day(1))

    assert not OutgoingMail.objects.exists()


def test_a_server_without_mail_keeps_no_letter(asha, monkeypatch):
    monkeypatch.setattr(access, "sends_letters", lambda: False)

    actions.leave_node(asha, at=day(2))

    assert left_behind() == []
