"""Nobody has a stranger's mailbox filled with letters that sign in."""

import pytest
from django.test import Client
from django.urls import reverse

from commonweal.foundation.people.models import OutgoingMail
from commonweal.interfaces.limits import LETTERS
from tests.builders import a_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize("email", [None, "nobody.here@example.org"])
def test_many_askers_fill_nobodys_mailbox(email):
    there = email or a_person().email
    corners = [f"10.0.{n}.1" for n in range(LETTERS.tries + 1)]

    *first, last = [
        Client(REMOTE_ADDR=one).post(reverse("people:sign_in"), {"email": there})
        for one in corners
    ]

    assert [one.status_code for one in first] == [302] * LETTERS.tries
    assert last.status_code == 409
    assert "take the newest: its link works for one hour" in last.content.decode()
    assert OutgoingMail.objects.count() == LETTERS.tries
