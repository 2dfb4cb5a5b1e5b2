"""The page on which a member asks not to be brought together with somebody."""

import pytest
from django.urls import reverse

from commonweal.foundation.safeguards import access
from tests.builders import a_member, an_institution, founder_of
from tests.interfaces.web.visitors import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_member_asks_sees_it_and_takes_it_back():
    union = an_institution()
    asha, ben = founder_of(union), a_member(union, "Ben")
    browser = browser_of(asha)
    here = reverse("safeguards:apart", args=[union.address])

    before = browser.get(here).content.decode()
    asked = browser.post(here + "ask/", {"other": str(ben.pk)}, follow=True)
    assert not access.may_meet(ben, asha)
    page = asked.content.decode()
    back = page.split("/take-back/")[1].split("/")[0]
    after = browser.post(f"{here}take-back/{back}/", follow=True).content.decode()

    assert "Nobody." in before
    assert "<bdi>Ben</bdi>" in page
    assert "<bdi>Ben</bdi>" not in after
    assert access.may_meet(ben, asha)


def test_the_other_sees_nothing_of_it():
    union = an_institution()
    asha, ben = founder_of(union), a_member(union, "Ben")
    browser = browser_of(ben)
    places = ["people/", "people/apart/", "journal/", ""]
    pages = [f"/i/{union.address}/{place}" for place in places]
    before = [browser.get(page).content.count(b"Asha") for page in pages]

    asked = browser_of(asha).post(pages[1] + "ask/", {"other": str(ben.pk)})

    assert asked.status_code == 302
    assert [browser.get(page).content.count(b"Asha") for page in pages] == before


@pytest.mark.parametrize(
    "other", ["", "nobody", "7d3c1a52-0000-4000-8000-000000000000"]
)
def test_somebody_who_is_not_here_cannot_be_named(other):
    union = an_institution()
    browser = browser_of(founder_of(union))

    answer = browser.post(f"/i/{union.address}/people/apart/ask/", {"other": other})

    assert answer.status_code == 422


def test_strangers_and_members_of_others_do_not_come_in(client):
    union = an_institution()
    here = reverse("safeguards:apart", args=[union.address])

    assert client.get(here).status_code in {302, 403}
    stranger = browser_of(founder_of(an_institution()))
    assert stranger.get(here).status_code == 403
