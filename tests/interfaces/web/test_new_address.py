"""My page: seeing, giving, confirming and changing my mail address, or having none."""

import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from commonweal.foundation.keys import store
from commonweal.foundation.keys.queries import key_of
from commonweal.foundation.people import actions as people
from commonweal.foundation.people.actions.arriving import seal_address
from commonweal.foundation.people.models import Person
from commonweal.foundation.people.queries import letters
from tests.builders import a_charter, a_person, an_institution, day, founder_of
from tests.interfaces.web.conftest import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

NEW = "new@example.org"
ASK = "/me/address/"


def link_in_the_letter() -> str:
    """Read where the letter leads that was written last."""
    body = letters(limit=1)[0].body
    return re.search(r"http://[^/]+(/me/address/\S+)", body)[1]


def without_address() -> Person:
    """Give somebody who arrived without a mail address."""
    return people.arrive(language="en", at=day(0))


def test_whoever_gave_none_gives_one_and_shows_that_it_is_theirs():
    asha = without_address()
    browser = browser_of(asha)

    begun = browser.get("/me/").content.decode()
    asked = browser.post(ASK, {"email": NEW}, follow=True).content.decode()
    link = link_in_the_letter()
    looked = browser.get(link).content.decode()
    asha.refresh_from_db()
    before = asha.email
    done = browser.post(link, follow=True).content.decode()

    assert "You gave none, so no letters come to you." in begun
    assert f"A letter is on its way to {NEW}." in asked
    assert NEW in looked
    assert before == ""
    assert "You are written to at your new address from now on." in done
    assert f"<bdi>{NEW}</bdi>" in done


def test_a_mistake_is_said_beside_the_field_and_keeps_what_was_typed():
    browser = browser_of(a_person())

    answer = browser.post(ASK, {"email": "asha at home"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="asha at home"' in page
    assert 'href="#id_email"' in page


def test_somebody_else_who_opens_the_link_reads_that_it_does_nothing():
    browser_of(a_person("Asha")).post(ASK, {"email": NEW})
    link = link_in_the_letter()

    others = browser_of(a_person("Ben"))
    looked = others.get(link)
    sent = others.post(link)
    stranger = Client().get(link)

    assert "This link changes nothing any more" in looked.content.decode()
    assert sent.status_code == 409
    assert stranger.headers["Location"].startswith("/sign-in/?next=%2Fme%2Faddress")


def test_nobody_has_letters_sent_to_others_without_end():
    browser = browser_of(a_person())

    tries = [browser.post(ASK, {"email": f"p{n}@example.org"}) for n in range(9)]

    assert [one.status_code for one in tries] == [302] * 6 + [422] * 3


def test_going_without_is_offered_where_one_can_still_come_back():
    asha = a_person()
    browser = browser_of(asha)

    last_way = browser.get("/me/").content.decode()
    people.write_paper_codes(asha, at=day(0))
    other_way = browser.get("/me/").content.decode()

    assert "Without it you could not come back in." in last_way
    assert "Forget my mail address" not in last_way
    assert "Forget my mail address" in other_way


def test_asking_tells_nobody_whether_an_address_is_known_here():
    ben = browser_of(a_person("Ben"))
    ben.post(ASK, {"email": NEW})
    ben.post(link_in_the_letter())
    browser = browser_of(a_person("Asha"))
    answers, asked = [], []

    for email in (NEW, "nobody@example.org"):
        with CaptureQueriesContext(connection) as queries:
            answers.append(browser.post(ASK, {"email": email}))
        asked.append(len(queries))

    assert [one.status_code for one in answers] == [302, 302]
    assert len({one.headers["Location"] for one in answers}) == 1
    assert asked[0] == asked[1]


def test_since_when_i_belong_is_told_by_the_clock_of_the_place():
    # On Monday evening here it is Tuesday morning there.
    there = an_institution(charter=replace(a_charter(), time_zone="Asia/Tokyo"))

    page = browser_of(founder_of(there)).get("/me/").content.decode()

    assert "since Tuesday 6 January 2026" in re.sub(r"<[^>]+>", "", page)


def test_whose_address_no_key_opens_gives_one_on_their_page():
    asha = a_person()
    destroyed = seal_address(asha.pk, "old@example.org")
    store.destroy(key_of(destroyed))
    Person.objects.filter(pk=asha.pk).update(email_sealed=destroyed)
    people.write_paper_codes(asha, at=day(0))
    browser = browser_of(asha)

    begun = browser.get("/me/").content.decode()
    known = browser.get("/me/known/").content.decode()
    browser.post(ASK, {"email": NEW})
    link = link_in_the_letter()
    looked = browser.get(link).content.decode()
    done = browser.post(link, follow=True).content.decode()

    assert "Your mail address cannot be read" in begun
    assert "Forget my mail address" in known
    assert NEW in looked
    assert f"<bdi>{NEW}</bdi>" in done
