"""Two people on one mail address: which of them is here."""

import pytest

from commonweal.foundation.people.actions.arriving import seal_address
from commonweal.foundation.people.models import Person
from tests.builders import a_member, a_person, an_institution
from tests.interfaces.web.conftest import browser_of
from tests.interfaces.web.test_people import ask_for_a_link, link_in_the_last_letter
from tests.signing_in import signed_in_as

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def share(asha, ben) -> None:
    """Let two people have shown that one mailbox is theirs."""
    address = asha.email
    for person in (asha, ben):
        person.email_sealed = seal_address(person.pk, address)
        person.email_digest, person.email_confirmed = asha.email_digest, True
        person.save()


def test_who_shares_a_mailbox_is_asked_which_of_them_it_is(client):
    union = an_institution()
    asha, ben = a_member(union, "Asha R"), a_member(union, "Ben")
    share(asha.person, ben.person)
    ask_for_a_link(client, asha.person.email)
    link = link_in_the_last_letter()

    looked = client.get(link).content.decode()
    asked = client.post(link, {"next": "/me/", "is_shared": "on"})
    page = asked.content.decode()
    entered = client.post(
        link, {"next": "/me/", "as_whom": str(ben.person.pk), "is_shared": "on"}
    )

    assert "Asha R" not in looked
    assert asked.status_code == 200
    assert "Asha R" in page
    assert "Ben" in page
    assert page.count('name="is_shared" value="on"') == 2
    assert entered.headers["Location"] == "/me/"
    assert signed_in_as(client) == ben.person


def test_nobody_comes_in_as_somebody_of_another_mailbox(client):
    asha, ben, zora = a_person("Asha"), a_person("Ben"), a_person("Zora")
    share(asha, ben)
    ask_for_a_link(client, asha.email)

    answer = client.post(link_in_the_last_letter(), {"as_whom": str(zora.pk)})

    assert answer.status_code == 409
    assert signed_in_as(client) is None


def test_before_a_mailbox_is_shared_the_page_says_what_that_means(client):
    asha, ben = a_person("Asha"), a_person("Ben")
    share(asha, ben)
    Person.objects.filter(pk=ben.pk).update(email_confirmed=False)
    browser = browser_of(Person.objects.get(pk=ben.pk))

    ask_for_a_link(browser, asha.email)
    page = client.get(link_in_the_last_letter()).content.decode()

    assert "can then sign in as either of you" in page
    assert "Share it, and sign them in here" in page


def test_whoever_meets_their_address_in_a_strangers_account_is_not_led_into_it(client):
    eve = a_member(an_institution(), "Eve").person
    ask_for_a_link(client, eve.email)
    link = link_in_the_last_letter()

    looked = client.get(link).content.decode()
    said = client.post(link, {"not_mine": "1"}, follow=True)

    assert "Was it you who gave this address here?" in looked.split("</h1>")[0]
    assert "It was me: sign me in" in looked
    assert "Eve" not in looked
    assert "Your address was taken away from them." in said.content.decode()
    assert signed_in_as(client) is None
    eve.refresh_from_db()
    assert eve.email == ""


def test_who_confirms_their_address_where_they_gave_it_is_not_asked(client):
    asha = a_member(an_institution(), "Asha R").person
    browser = browser_of(asha)
    ask_for_a_link(browser, asha.email)

    looked = browser.get(link_in_the_last_letter()).content.decode()

    assert "Was it you who gave this address here?" not in looked


def test_whose_address_it_has_been_all_along_is_not_asked(client):
    asha = a_member(an_institution(), "Asha R").person
    ask_for_a_link(client, asha.email)
    client.post(link_in_the_last_letter())
    client.cookies.clear()
    ask_for_a_link(client, asha.email)

    looked = client.get(link_in_the_last_letter()).content.decode()

    assert "Was it you who gave this address here?" not in looked
