"""My page says who has read what is sealed about me."""

import pytest
from django.urls import reverse

from commonweal.foundation.sealing import actions as sealing
from tests.builders import a_member, a_person, an_institution, day, founder_of
from tests.signing_in import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_whoever_something_sealed_is_about_sees_who_read_it(client):
    union = an_institution()
    asha, farah = founder_of(union), a_member(union, "Farah")
    ben = a_member(union, "Ben")
    thing = sealing.seal(
        union,
        "Please no stairs.",
        by=asha,
        terms=sealing.Terms("the party", day(1), day(90), [ben], subject=farah),
        at=day(1),
    )
    sealing.read(thing, by=ben, at=day(3))
    sign_in(client, farah.person)

    page = client.get(reverse("people:me")).content.decode()

    assert "Ben, on <time" in page
    assert 'datetime="2026-01-08"' in page
    assert "for: the party" in page
    assert "stairs" not in page


def test_where_nobody_read_anything_the_page_says_so(client):
    sign_in(client, a_person())

    page = client.get(reverse("people:me")).content.decode()

    assert "Nobody. Some things are sealed" in page
